"""The words of rise and fall, from one table: `resources/quantities.toml`."""

from functools import cache

from nianbao.resource import Words, load


@cache
def pairs() -> dict[str, tuple[str, str]]:
    """Return (rise, fall) by either word."""
    table = load("quantities")["change"]
    rises = {rise: (rise, fall) for rise, fall in table["pairs"].items()}
    return rises | {fall: (rise, fall) for fall, rise in table["fall_pairs"].items()}


@cache
def words() -> Words:
    """Return what stands for {升} and {降} in a pattern: the words of more than one character."""
    table = load("quantities")["change"]
    told = {"升": table["pairs"], "降": table["fall_pairs"]}
    return {name: [word for word in found if len(word) > 1] for name, found in told.items()}


@cache
def every() -> tuple[str, ...]:
    """Return the words behind which a number is a change."""
    return (*words()["升"], *words()["降"], *load("quantities")["change"]["words"])
