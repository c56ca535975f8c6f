"""What the program changed by itself in the current year, and what it still asks."""
