"""The pieces of a report in reading order, and where each of them stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.printed import written
from nianbao.report.model import Element, Entry, Report, Section

FRONT_MATTER, BACK_MATTER = "标题和导语", "落款、附注、版记"
"""What stands before the first section and behind the last."""

UNTITLED = "没有标题的一节"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An element, a heading or an entry: its id, its source, and the headings it stands under.

    `trail` has the sections from the part down, a heading's own included; an element has none, and
    `outside` says on which side of them it stands. `ordinal` counts the entries of the section
    from 1, and is 0 for everything else.
    """

    id: str
    source: str
    trail: tuple[Section, ...] = ()
    ordinal: int = 0
    entry: Entry | None = None
    element: Element | None = None
    outside: str = ""

    @property
    def is_heading(self) -> bool:
        """Whether it is the heading of a section."""
        return bool(self.trail) and self.entry is None

    @property
    def own_source(self) -> str:
        """Its source as it is written: a heading's without the number."""
        return self.trail[-1].title if self.is_heading else self.source

    @property
    def way(self) -> tuple[str, ...]:
        """The ids of the sections down to it."""
        return tuple(section.id for section in self.trail)

    @property
    def is_alone(self) -> bool:
        """Whether it is the only entry of its section."""
        return self.entry is not None and len(self.trail[-1].texts) == 1


def pieces(report: Report) -> Iterator[Piece]:
    """Yield everything that has a text of its own, in reading order."""
    yield from _elements(report.front, FRONT_MATTER)
    for section in report.sections:
        yield from _below(section, ())
    yield from _elements(report.back, BACK_MATTER)


def _elements(elements: tuple[Element, ...], outside: str) -> Iterator[Piece]:
    for element in elements:
        yield Piece(id=element.id, source=element.text, element=element, outside=outside)


def _below(section: Section, above: tuple[Section, ...]) -> Iterator[Piece]:
    trail = (*above, section)
    yield Piece(id=section.id, source=section.prefix + section.title + section.suffix, trail=trail)
    for ordinal, entry in enumerate(section.texts, start=1):
        yield Piece(id=entry.id, source=entry.text, trail=trail, ordinal=ordinal, entry=entry)
    for child in section.sections:
        yield from _below(child, trail)


def piece_of(report: Report, id_: str) -> Piece | None:
    """Return a piece by its id, None when the report has none such."""
    return next((piece for piece in pieces(report) if piece.id == id_), None)


def heading(section: Section, ledger: Ledger) -> str:
    """Return a section's number and title as they print, nothing when it has neither."""
    return written(section.prefix + section.name, ledger).text


def place(piece: Piece, ledger: Ledger) -> str:
    """Return where a piece stands, in words: （三）行政执法 第2条, or its lead sentence."""
    if not piece.trail:
        return piece.outside
    home = piece.trail[-1]
    if piece.entry and piece.entry.title:
        return f"{home.prefix}{piece.entry.title}"
    own = heading(home, ledger) or UNTITLED
    return f"{own} 第{piece.ordinal}条" if piece.entry and not piece.is_alone else own


def path(piece: Piece, texts: Mapping[str, str]) -> str:
    """Return the headings down to a piece, 一、举措 → （一）复议; `texts` are of `flow.texts`."""
    return piece.outside or " → ".join(texts[one] for one in piece.way if one in texts)
