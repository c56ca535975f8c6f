"""The language of the house: frozen dataclasses and pure functions. No clock, SQL or Qt.

Of files only the look-alikes and numerals of `resources/` are read, once.
"""
