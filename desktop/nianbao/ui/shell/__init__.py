"""The window itself: its frame, the way to a new year, commands, settings."""
