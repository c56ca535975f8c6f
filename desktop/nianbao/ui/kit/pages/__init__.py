"""What the pages are built on: kinds of pages."""
