"""What a page shows, worked out from a desk into frozen records. Nothing here writes."""
