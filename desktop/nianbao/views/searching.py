"""Search: one plain scan over what all years' reports read as, and over the ledger's names.

A scan finds two-character words, which an index of trigrams or of words misses, and one county's
decades are small. What takes time is filling the slots; a year's text is kept until something that
it prints has changed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate
from weakref import WeakKeyDictionary

from nianbao.desk.desk import Desk
from nianbao.report import flow
from nianbao.report.figures import wording
from nianbao.report.figures.figure import Indicator
from nianbao.report.figures.ledger import Ledger
from nianbao.report.pieces import path, pieces
from nianbao.report.writing import quantity, slots
from nianbao.report.writing.fold import folded

Spans = tuple[tuple[int, int], ...]
"""Stretches of a text, from and to."""

_ASCII = {chr(code): chr(code).lower() for code in range(0x21, 0x7F)}
_SAME = str.maketrans(
    _ASCII
    | {chr(ord(char) + 0xFEE0): same for char, same in _ASCII.items()}  # marks in full width
    | {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-"}
)
"""What is told apart when a text is understood, and not when it is searched."""


class SearchScope(StrEnum):
    """What was searched. The value is the word on the screen."""

    TEXT = "正文"
    INDICATOR = "指标"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A paragraph or an indicator that holds all words; `spans` are where they stand in `text`.

    `piece` is where to go in the report on `year`: for an indicator, where it is first written.
    `indicator` is its name, empty for a paragraph.
    """

    where: SearchScope
    year: int
    piece: str
    place: str
    text: str
    spans: Spans
    indicator: str = ""

    def short(self, before: int = 12) -> tuple[str, Spans]:
        """Return the text from a little before the first hit on, with its spans."""
        first = self.spans[0][0] if self.spans else 0
        cut = max(0, first - before)
        if cut <= 1:
            return self.text, self.spans
        moved = tuple((start - cut + 1, end - cut + 1) for start, end in self.spans)
        return "…" + self.text[cut:], moved


def search(desk: Desk, text: str, *, year: int | None = None) -> list[Hit]:
    """Return where all words of a text stand together, newest year first, in reading order.

    Words are set apart by spaces. Look-alikes (二〇二五, 二O二五) and the case and width of letters
    and marks make no difference. An indicator is found once, in the newest year that writes it.
    """
    words = list(dict.fromkeys(_plain(text).split()))
    if not words:
        return []
    named = {one.name: one for one in desk.ledger.indicators.values() if _is_named(one, words)}
    hits: list[Hit] = []
    for page in _pages(desk, year):
        here = [named.pop(name) for name in [*named] if name in page.first_pieces]
        hits += (page.named(indicator, words) for indicator in here)
        hits += page.hits(words)
    return hits


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paragraph:
    text: str
    plain: str
    pieces: tuple[tuple[int, str], ...]  # where each begins

    def piece_at(self, place: int) -> str:
        return next(piece for start, piece in reversed(self.pieces) if start <= place)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A year's report, ready to be searched. `first_pieces`: where each slot stands first."""

    year: int
    paragraphs: Sequence[_Paragraph]
    places: Mapping[str, str]
    first_pieces: Mapping[str, str]
    ledger: Ledger

    def hits(self, words: Sequence[str]) -> Iterator[Hit]:
        for paragraph in self.paragraphs:
            if spans := _spans(paragraph.plain, words):
                piece = paragraph.piece_at(spans[0][0])
                yield Hit(
                    where=SearchScope.TEXT,
                    year=self.year,
                    piece=piece,
                    place=self.places[piece],
                    text=paragraph.text,
                    spans=spans,
                )

    def named(self, indicator: Indicator, words: Sequence[str]) -> Hit:
        text = f"{_names(indicator)}：{self._value(indicator)}"
        piece = self.first_pieces[indicator.name]
        return Hit(
            where=SearchScope.INDICATOR,
            year=self.year,
            piece=piece,
            place=self.places[piece],
            text=text,
            spans=_spans(_plain(text), words),
            indicator=indicator.name,
        )

    def _value(self, indicator: Indicator) -> str:
        value = self.ledger.known(indicator.name)
        if value is not None:
            return quantity.readable(value) + indicator.unit
        return wording.missing(self.ledger.figures.get(indicator.name))


_kept: WeakKeyDictionary[Desk, dict[tuple[str, int], tuple[object, _Page]]]
_kept = WeakKeyDictionary()
"""What the years of each open workspace read as."""


def _pages(desk: Desk, year: int | None) -> Iterator[_Page]:
    """Yield what the reports of a unit read as, newest first; only what has changed is read."""
    kept = _kept.setdefault(desk, {})
    states = desk.states()
    for each in sorted(states, reverse=True) if year is None else {year} & states.keys():
        key = desk.unit, each
        if key not in kept or kept[key][0] != states[each]:
            kept[key] = states[each], _page(desk, each)
        yield kept[key][1]


def _page(desk: Desk, year: int) -> _Page:
    report = desk.report_of(year)
    assert report is not None
    ledger = desk.ledger.around(year)
    lines = flow.rendered(report, ledger.values())
    texts = flow.texts(lines)
    found = list(pieces(report))
    first_pieces: dict[str, str] = {}
    for piece in found:
        for slot in slots.slots(piece.source):
            first_pieces.setdefault(slot.name, piece.id)
    return _Page(
        year=year,
        paragraphs=tuple(map(_paragraph, lines)),
        places={piece.id: path(piece, texts) for piece in found},
        first_pieces=first_pieces,
        ledger=ledger,
    )


def _paragraph(line: flow.Line) -> _Paragraph:
    text = "".join(span.text for span in line)
    starts = accumulate((len(span.text) for span in line[:-1]), initial=0)
    pieces = tuple(zip(starts, (span.piece for span in line), strict=True))
    return _Paragraph(text=text, plain=_plain(text), pieces=pieces)


def _is_named(indicator: Indicator, words: Sequence[str]) -> bool:
    return any(_spans(_plain(one), words) for one in (_names(indicator), indicator.name))


def _names(indicator: Indicator) -> str:
    others = "、".join(alias for alias in indicator.aliases if alias != indicator.label)
    return f"{indicator.label}（又称：{others}）" if others else indicator.label


def _plain(text: str) -> str:
    """Return a text as it is compared, as long as it was."""
    return folded(text).translate(_SAME)


def _spans(plain: str, words: Sequence[str]) -> Spans:
    """Return where words stand, overlaps joined; nothing when one of them is missing."""
    if not all(word in plain for word in words):
        return ()
    joined: list[tuple[int, int]] = []
    found = (match.span() for word in words for match in re.finditer(re.escape(word), plain))
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return tuple(joined)
