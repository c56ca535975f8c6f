"""A report under review, before it is stored."""
