"""The window itself: its frame, the setup of a year, commands, settings."""
