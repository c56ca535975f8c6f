"""The new year: carry over, clear, compute, keep promises."""
