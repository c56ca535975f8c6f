"""The verbs: what the user can do. Each is one named action that can be taken back.

The window and the commands call the same ones. Nothing is imported here: the window shows itself
before it needs what is heavy.
"""
