"""Paragraphs that were cut into lines, by width or by soft breaks, put together again."""
