"""What was understood of a report, before it is stored."""
