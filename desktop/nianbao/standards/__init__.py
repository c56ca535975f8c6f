"""The standards as data: structure, indicators, dated facts, words. Loads `resources/`."""
