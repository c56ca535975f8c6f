"""Figures, their ledger, and how they read."""
