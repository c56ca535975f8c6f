"""Nothing is lost by leaving, stepping back, or what happens to the file meanwhile."""
