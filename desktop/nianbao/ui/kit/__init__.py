"""What every page is built of: theme, widgets, dialogs, background jobs. Knows no page."""
