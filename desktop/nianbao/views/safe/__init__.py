"""Versions and history compared, the health of a workspace, what was rescued."""
