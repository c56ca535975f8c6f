"""Models and tables that several pages share."""
