"""Each key of a row in `resources/` is read by its loader, or kept for a reason that stands here.

The reasons name the rules of the checker that is still to come.
"""

import pytest

from nianbao.resource import load
from nianbao.standards import facts, indicators, structure

KEPT = {
    "facts.year_fact.tags": "T06: what a year may be called, and no other",
    "facts.year_fact.plenum_too_new": "T04: plenums that were not yet held in a year",
    "facts.year_fact.plenum_incomplete": "T05: phrases that leave a plenum out",
    "facts.plan.wrong": "T08: periods that are wrongly given for a plan",
    "facts.law": "T02, T11, L01, L06: since when a law holds, what it is wrongly called",
    "facts.doc_name": "L02 to L05, L08: what a document is wrongly called",
    "indicators.indicator.section": "S10: what a system is usually shown by",
    "indicators.indicator.alt_sections": "S10: where else an indicator may stand",
    "indicators.indicator.core": "S10: the main indicators of a system",
    "indicators.indicator.range": "N17: what a county may have",
    "indicators.indicator.formula": "N07: what a rate is of, where places differ",
    "indicators.indicator.numerator": "N01, N02: the count that a rate is worked out from",
    "indicators.indicator.denominator": "N01, N02: the count that a rate is a share of",
    "indicators.relation": "N01, N03, N06, N18: what must hold between indicators",
    "structure.profile.parts": "S01: the parts of a report of this structure",
    "structure.profile.sections": "S10: the sections of a report of this structure",
}
"""What no loader reads: a table, or a key of its rows."""
NAMES = ("facts", "indicators", "structure")


class Watched(dict):
    """A table that notes which of its keys are asked for."""

    def __init__(self, table, at, asked):
        super().__init__({key: watched(one, f"{at}.{key}", asked) for key, one in table.items()})
        self._at, self._asked = at, asked

    def __getitem__(self, key):
        self._asked.add(f"{self._at}.{key}")
        return super().__getitem__(key)

    def get(self, key, default=None):
        self._asked.add(f"{self._at}.{key}")
        return super().get(key, default)

    def __contains__(self, key):
        self._asked.add(f"{self._at}.{key}")
        return super().__contains__(key)

    def items(self):
        self._asked.update(f"{self._at}.{key}" for key in self)
        return super().items()


def watched(value, at, asked):
    if isinstance(value, dict):
        return Watched(value, at, asked)
    return [watched(one, at, asked) for one in value] if isinstance(value, list) else value


def keys(value, at):
    """Yield the path of each table and key, those of all rows of a table under its name."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield f"{at}.{key}"
            yield from keys(below, f"{at}.{key}")
    elif isinstance(value, list):
        for one in value:
            yield from keys(one, at)


@pytest.fixture
def asked(monkeypatch):
    """The paths of what the loaders of three files ask for."""
    found = set()
    for module in (facts, indicators, structure):
        monkeypatch.setattr(module, "load", lambda name: Watched(load(name), name, found))
    facts.deadline(2026)
    facts.plans.__wrapped__()
    for row in load("facts")["year_fact"]:
        facts.approved.__wrapped__(row["year"])
        facts.stale_words.__wrapped__(row["year"])
    indicators.catalogue.__wrapped__()
    structure.parts.__wrapped__()
    structure.sections.__wrapped__()
    structure.profiles.__wrapped__()
    structure._alone.__wrapped__()
    return found


def test_every_key_is_read_or_kept_for_a_reason(asked):
    there = {path for name in NAMES for path in keys(load(name), name)}
    unread = {path for path in there - asked if ".meta" not in path}  # when a file was looked over
    tables = {path for path in KEPT if path.count(".") == 1}

    assert {path for path in unread if path.rpartition(".")[0] not in tables} == set(KEPT)
