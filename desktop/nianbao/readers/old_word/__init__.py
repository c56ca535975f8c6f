"""Word files before 2007: .doc."""
