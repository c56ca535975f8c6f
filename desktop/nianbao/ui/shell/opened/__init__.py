"""What the window has open and shows, and leaving it or stepping back in it: the lowest part."""
