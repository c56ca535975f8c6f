"""Versions, history and backups."""
