"""What the form shows: outline, one section at a time, last year beside it, findings."""
