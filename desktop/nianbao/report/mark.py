"""Marks: what is known of a year's report apart from its text and figures.

Most say what a drafter decided.
"""

from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What was decided or is known, and what the mark's target is the id of."""

    KEPT = "kept"  # an entry that is to stay as it was
    IGNORED = "ignored"  # the fingerprint of a finding that is none here
    PROMISE = "promise"  # a promise: 完成, 部分 or 未完成
    NO_FIGURE = "no_figure"  # a number in a text, by the words around it: not for the ledger
    DECIDED = "decided"  # an automatic change whose question was answered
    BASE = "base"  # an entry that was split or merged: the text of last year that belongs to it
    ORIGIN = "origin"  # such an entry: the entries of last year that it comes from
    PART = "part"  # a new entry: the one that it was cut off
    DROPPED = "dropped"  # an entry that is written no longer: its text then
    REMOVED = "removed"  # a heading that was taken out: its title then
    PLACE = "place"  # such an entry or heading: where it stood
    CELL = "cell"  # an entry or element that was a cell: in which column and row of its table


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One decision. A year has one mark of a kind and target; `text` says what is known."""

    kind: MarkKind
    target: str
    text: str = ""
