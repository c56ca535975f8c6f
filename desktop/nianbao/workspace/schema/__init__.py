"""The tables of each version of the program."""
