"""How paragraphs are set, measured and broken."""
