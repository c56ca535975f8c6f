"""Versions of a year, and the history of all actions."""
