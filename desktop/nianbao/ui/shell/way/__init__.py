"""The way from last year's file to this year's form."""
