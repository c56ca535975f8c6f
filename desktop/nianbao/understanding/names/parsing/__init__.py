"""A passage taken apart: its clauses, their words, and the scene around each number."""
