"""From last year's file to this year's form."""
