"""What tells, names, compares and relates the numbers of a report, from `resources/`."""
