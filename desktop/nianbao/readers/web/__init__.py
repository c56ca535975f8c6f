"""Web pages, and what of them is the report."""
