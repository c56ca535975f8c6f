"""What lets a session be killed, starved and cut off, and tells what came of it."""
