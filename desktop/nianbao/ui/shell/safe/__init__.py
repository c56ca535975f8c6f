"""Nothing is lost by what happens to the file meanwhile, or by a report that is another unit's."""
