"""Entries, headings and parts of a report put in, taken out, moved, split and merged."""
