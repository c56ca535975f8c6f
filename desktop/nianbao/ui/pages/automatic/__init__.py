"""What the program changed by itself in the year in hand, and what it still asks."""
