"""Figures are answered: one by one, from a pasted column, from a file; the ledger goes out."""
