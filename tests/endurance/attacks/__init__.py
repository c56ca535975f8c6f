"""Files, templates and workspaces that are made to hurt."""
