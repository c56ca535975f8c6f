"""How things are written: numbers, years, slots, placeholders."""
