"""台账: all figures over all years."""
