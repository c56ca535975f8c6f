"""Automatic list numbers, counted and written as Word does."""
