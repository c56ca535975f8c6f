"""PDF: characters, the lines and columns they stand in, what is struck, hidden or put on a page."""
