"""What comes from outside, a file or pasted text: read and understood in a child process."""
