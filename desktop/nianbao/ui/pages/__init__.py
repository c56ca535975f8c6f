"""The pages. They do not know each other; the shell puts them together."""
