"""The form: outline, figures as a grid, entries as cards with number chips in their text."""
