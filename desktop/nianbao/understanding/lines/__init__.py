"""Lines of a document, put in order: breaks, headings, outline."""
