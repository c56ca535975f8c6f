"""The use cases: what both the window and the commands call. Each change is one named action.

Nothing is imported here: the window shows itself before it needs what is heavy.
"""
