"""What the workspace holds, table by table, and the log of it."""
