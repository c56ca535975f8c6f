"""Backups looked through and put back."""
