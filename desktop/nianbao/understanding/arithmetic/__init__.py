"""What the numbers of a report say of each other: relations, rates, disputed changes."""
