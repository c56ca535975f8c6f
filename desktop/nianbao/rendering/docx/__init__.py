"""A Word file from a template."""
