"""What the ledger shows: every figure over the years, where it is used, where it comes from."""
