"""The spans that may name a number, what may go before them, and which is chosen."""
