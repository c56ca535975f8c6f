"""What makes a name doubtful: small signs, and how much each takes from its trust."""
