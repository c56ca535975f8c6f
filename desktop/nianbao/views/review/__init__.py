"""What the review of a report shows before it is stored: pages, numbers, what was changed."""
