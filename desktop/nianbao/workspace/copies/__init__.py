"""Backups and other copies of a workspace."""
