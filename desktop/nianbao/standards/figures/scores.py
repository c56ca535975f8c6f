"""What the signs of a good name and of a doubtful one are worth: `resources/naming.toml`."""

from functools import cache

from nianbao.resource import load

Scores = dict[str, dict[str, float]]
"""What each judge's words are worth, by the judge's name."""


@cache
def worths() -> Scores:
    """Return what speaks for a name, by the judges of `names.choice.scoring`."""
    table: Scores = load("naming")["worth"]
    return table


@cache
def doubts() -> Scores:
    """Return the points of doubt, by the signs of `names.doubt`."""
    table: Scores = load("naming")["doubt"]
    return table
