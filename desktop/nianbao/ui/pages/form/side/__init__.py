"""The column at the right: last year's text, findings, where a figure comes from, its years."""
