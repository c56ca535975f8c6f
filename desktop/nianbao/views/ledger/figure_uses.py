"""Where a figure stands in the current report."""

from collections.abc import Iterator
from dataclasses import dataclass

from nianbao.desk.desk import Desk
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.printed import PrintedNumber, PrintedText, written
from nianbao.report.model import Section
from nianbao.report.pieces import UNTITLED, Piece, heading, pieces
from nianbao.report.writing import slots
from nianbao.report.writing.text import sentences

_AROUND = 24  # characters shown on either side of a number
_CUT = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureUse:
    """A piece that holds a figure, and where it stands.

    `heading` is the one its page of the form has (“（三）行政执法”), `within` the place on that
    page: a lower heading, which entry it is, or nothing.
    """

    piece: str
    heading: str
    within: str = ""

    @property
    def place(self) -> str:
        """The place in words: （三）行政执法 第2条."""
        return f"{self.heading} {self.within}".rstrip()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSentence:
    """A figure in its sentence, as it prints: what stands before the number and behind it."""

    use: FigureUse
    before: str
    number: str
    after: str


def uses(desk: Desk) -> dict[str, tuple[FigureUse, ...]]:
    """Return where each figure of the current report stands, in reading order."""
    found: dict[str, dict[FigureUse, None]] = {}
    for piece in pieces(desk.report):
        if "{{" not in piece.source:
            continue
        use = _use(piece, desk.ledger)
        for slot in slots.slots(piece.source):
            if not slot.is_year:
                found.setdefault(slot.name, {})[use] = None
    return {name: tuple(places) for name, places in found.items()}


def passages(desk: Desk, name: str) -> list[FigureSentence]:
    """Return every sentence of the current report that holds a figure, in reading order."""
    return list(_passages(desk, name))


def _passages(desk: Desk, name: str) -> Iterator[FigureSentence]:
    for piece in pieces(desk.report):
        if name not in piece.source:
            continue
        use, whole = _use(piece, desk.ledger), written(piece.source, desk.ledger, short=True)
        for number in whole.numbers:
            if number.name == name:
                yield _passage(use, whole, number)


def _use(piece: Piece, ledger: Ledger) -> FigureUse:
    if piece.element is not None:
        return FigureUse(piece=piece.id, heading=piece.element.kind.label)
    page, home = piece.trail[:2][-1], piece.trail[-1]
    within = _heading(home, ledger) if home is not page else ""
    if piece.is_heading:
        within = within or "标题"
    elif not (within and piece.is_alone):
        within = f"{within} 第{piece.ordinal}条".lstrip()
    return FigureUse(piece=piece.id, heading=_heading(page, ledger), within=within)


def _heading(section: Section, ledger: Ledger) -> str:
    return heading(section, ledger) or UNTITLED


def _passage(use: FigureUse, whole: PrintedText, number: PrintedNumber) -> FigureSentence:
    text, start, end = whole.text, number.start, number.start + number.length
    first, last = start, end
    for offset, sentence in sentences(text):
        if offset <= start < offset + len(sentence):
            first = offset
        if offset < end <= offset + len(sentence):
            last = offset + len(sentence)
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    return FigureSentence(
        use=use,
        before=before if len(before) <= _AROUND else _CUT + before[-_AROUND:],
        number=text[start:end],
        after=after if len(after) <= _AROUND else after[:_AROUND] + _CUT,
    )
