"""What the new year takes over from last year's report, before it begins."""
