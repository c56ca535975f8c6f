"""Last year's report becomes this year's draft: carried, cleared, asked, and answered."""
