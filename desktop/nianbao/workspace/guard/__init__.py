"""Who has a workspace, and what lies beside it."""
