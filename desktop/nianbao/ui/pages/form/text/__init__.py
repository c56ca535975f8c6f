"""The text of an entry with its number chips."""
