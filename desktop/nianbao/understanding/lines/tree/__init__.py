"""Headings, numbered or not, and the tree they make of a document's lines."""
