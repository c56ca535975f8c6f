"""The language of the house: frozen dataclasses and pure functions. No file, clock, SQL or Qt."""
