"""One entry as a card: its text with chips, its fields, what is asked and offered in it."""
