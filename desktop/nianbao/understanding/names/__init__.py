"""What the figures of a text are called."""
