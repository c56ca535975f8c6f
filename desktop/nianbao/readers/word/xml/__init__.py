"""The XML of Word files: its package, names, styles, numbers, fields, boxes, notes and formulas."""
