"""Lines become a report: headings to standard parts, passages to entries of a kind, tables."""
