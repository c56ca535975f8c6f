"""What only tests ask for."""
