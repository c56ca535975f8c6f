"""The first screen: last year's report, a workspace that is there, or the sample."""
