"""This computer: where things are kept, its clock, the log of faults."""
