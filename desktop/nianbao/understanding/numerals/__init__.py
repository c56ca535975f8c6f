"""Numerals of a text and what each of them is."""
