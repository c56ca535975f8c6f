"""A piece of a report as it reads, with its numbers and its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from nianbao.drafting.values import Ledger
from nianbao.report import slots
from nianbao.report.model import Entry, EntryKind, Report, Section
from nianbao.report.slots import Slot

FRONT, BACK = "标题和导语", "落款、附注、版记"


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """Where a figure stands in a text, in characters."""

    start: int
    length: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A text with every slot filled."""

    text: str
    numbers: tuple[Number, ...]


def written(source: str, ledger: Ledger, *, short: bool = False) -> Written:
    """Return a source as it prints in the ledger's year; a figure that is gone prints ….

    `short` puts one word in the place of a missing figure instead of its whole mark.
    """
    pieces = list(slots.parse(source))
    values = ledger.values()
    for name in {piece.name for piece in pieces if isinstance(piece, Slot)}:
        if name not in values:
            values[name] = "…"
        elif short and name in ledger.indicators and ledger.known(name) is None:
            values[name] = f"【{ledger.standing(name).value}】"
    sources = [piece.source if isinstance(piece, Slot) else slots.escape(piece) for piece in pieces]
    text, numbers = "", []
    for piece, stretch in zip(pieces, slots.render(sources, values), strict=True):
        if isinstance(piece, Slot) and not piece.is_year:
            numbers.append(Number(start=len(text), length=len(stretch), name=piece.name))
        text += stretch
    return Written(text=text, numbers=tuple(numbers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An element, a heading or an entry: its id, its source, and the headings it stands under.

    `trail` has the sections from the part down. `ordinal` counts the entries of the section from 1,
    and is 0 for everything else.
    """

    id: str
    source: str
    trail: tuple[Section, ...] = ()
    ordinal: int = 0
    entry: Entry | None = None
    outside: str = ""

    def place(self, heading: str) -> str:
        """Return the place in words, given the heading of its section: （三）行政执法 第2条."""
        if not self.trail:
            return self.outside
        if self.entry and self.entry.title:
            return f"{self.trail[-1].prefix}{self.entry.title}"
        own = heading or "没有标题的一节"
        texts = [one for one in self.trail[-1].entries if one.kind is not EntryKind.BLANK]
        return f"{own} 第{self.ordinal}条" if self.ordinal and len(texts) > 1 else own


def place(piece: Piece, ledger: Ledger) -> str:
    """Return where a piece stands, in words."""
    home = piece.trail[-1] if piece.trail else None
    return piece.place(written(home.prefix + home.title, ledger).text if home else "")


def pieces(report: Report) -> Iterator[Piece]:
    """Yield everything that has a text of its own, in reading order."""
    for element in report.front:
        yield Piece(id=element.id, source=element.text, outside=FRONT)
    for section in report.sections:
        yield from _below(section, ())
    for element in report.back:
        yield Piece(id=element.id, source=element.text, outside=BACK)


def _below(section: Section, above: tuple[Section, ...]) -> Iterator[Piece]:
    trail = (*above, section)
    yield Piece(id=section.id, source=section.prefix + section.title + section.suffix, trail=trail)
    texts = (entry for entry in section.entries if entry.kind is not EntryKind.BLANK)
    for ordinal, entry in enumerate(texts, start=1):
        yield Piece(id=entry.id, source=entry.text, trail=trail, ordinal=ordinal, entry=entry)
    for child in section.sections:
        yield from _below(child, trail)


def piece_of(report: Report, id_: str) -> Piece | None:
    """Return a piece by its id, None when the report has none such."""
    return next((piece for piece in pieces(report) if piece.id == id_), None)
