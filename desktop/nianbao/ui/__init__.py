"""The window: widgets and models over `actions` and `views`. The only room that imports Qt."""
