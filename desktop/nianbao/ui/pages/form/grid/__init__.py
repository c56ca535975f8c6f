"""The figures of a section as a table."""
