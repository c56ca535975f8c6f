"""上年安排对照: what last year promised, and where this year answers."""
