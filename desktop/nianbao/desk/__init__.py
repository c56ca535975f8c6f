"""What is open: a workspace with one report in hand, or a file that was read."""
