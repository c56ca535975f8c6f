"""How far in lines stand, where that tells which of them go on with the line above."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nianbao.report.document import FilePlace
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.understanding.lines.line import Line

_MOST = 0.8
_FEW = 2
_TAB = 4.0  # characters that a tab is wide, narrow ones


@dataclass(frozen=True, slots=True)
class Indents:
    """Lines of which those that go on stand in from the margin.

    `starts` are the indexes of the lines that stand as first lines do; none when all stand alike,
    so that an indent says nothing. `variants` are the lines with the room they may have taken:
    their indents with it or without, for programs cut before they indent, or afterwards.
    """

    variants: tuple[list[Line], ...]
    starts: frozenset[int]

    @property
    def bare(self) -> list[Line]:
        """The lines without any indent."""
        return self.variants[-1]


def odd_indents(lines: Sequence[Line], cut: Iterable[tuple[Line, Line]]) -> Indents | None:
    """Return the indents of a text whose lines go on further in than the margin, else None.

    `cut` are lines that stop in a sentence, with the lines below them: these certainly go on.
    """
    goes_on = [below for _, below in cut]
    within = _usual(goes_on)
    begins = _usual([one for one in lines if one.bare and parse_heading_number(one.plain)])
    if not within or begins is None or len(goes_on) < _FEW:
        return None
    body = [one for one in lines if one.bare and one.origin.place is FilePlace.BODY]
    starts = {one.index for one in body if _indent(one) == begins != within}
    inner = {one.index for one in body if _indent(one) == within}
    stripped = [one.with_text(one.bare) if one.index in inner else one for one in lines]
    bare = [one.with_text(one.bare) for one in lines]
    return Indents((list(lines), stripped, bare), frozenset(starts))


def _usual(lines: Sequence[Line]) -> float | None:
    """Return how far in most lines stand; None when they do not stand alike."""
    counted = Counter(_indent(line) for line in lines).most_common(1)
    if not counted or counted[0][1] < _MOST * len(lines):
        return None
    return counted[0][0]


def _indent(line: Line) -> float:
    room = line.text[: len(line.text) - len(line.text.lstrip())]
    return sum(_TAB / 2 if char == "\t" else 0.5 if char < "\u2000" else 1.0 for char in room)
