"""The manual, to read beside the work: F1."""
