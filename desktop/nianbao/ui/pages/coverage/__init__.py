"""五项×体系: what the report must cover."""
