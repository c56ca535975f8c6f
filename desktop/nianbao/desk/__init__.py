"""What is open: a workspace with one current report, or a file that was read."""
