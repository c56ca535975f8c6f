"""Facts with a date: the deadline of the report. From `resources/facts.toml`."""

from datetime import date

from nianbao.resource import load


def deadline(year: int) -> date:
    """Return the day by which the report on `year` must be handed in."""
    month, day = load("facts")["deadline"]["report"]
    return date(year + 1, month, day)
