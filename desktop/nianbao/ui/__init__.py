"""The window: widgets and models over `app`. The only room that imports Qt."""
