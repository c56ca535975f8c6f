"""Where a figure stands in the report in hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from nianbao.app import wording
from nianbao.app.desk import Desk
from nianbao.drafting.values import Ledger
from nianbao.report import slots
from nianbao.report.model import Element, ElementKind, EntryKind, Section
from nianbao.report.slots import Slot
from nianbao.report.standing import Standing
from nianbao.report.text import sentences

_AROUND = 24  # characters shown on either side of a number
_CUT = "……"
_ELEMENTS = {
    ElementKind.TITLE: "标题",
    ElementKind.PREFACE: "导语",
    ElementKind.CLOSING: "结束语",
    ElementKind.ATTACHMENT: "附件说明",
    ElementKind.NOTE: "附注",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
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
class Passage:
    """A figure in its sentence, as it prints: what stands before the number and behind it."""

    use: Use
    before: str
    number: str
    after: str


def uses(desk: Desk) -> dict[str, tuple[Use, ...]]:
    """Return where each figure of the report in hand stands, in reading order."""
    found: dict[str, dict[Use, None]] = {}
    for use, source in _pieces(desk):
        if "{{" not in source:
            continue
        for slot in slots.slots(source):
            if not slot.is_year:
                found.setdefault(slot.name, {})[use] = None
    return {name: tuple(places) for name, places in found.items()}


def passages(desk: Desk, name: str) -> list[Passage]:
    """Return every sentence of the report in hand that holds a figure, in reading order."""
    ledger = desk.ledger
    return [
        passage
        for use, source in _pieces(desk)
        if name in source
        for passage in _passages(use, source, name, ledger)
    ]


def _pieces(desk: Desk) -> Iterator[tuple[Use, str]]:
    """Yield the sources of the report with their places, in reading order."""
    report, ledger = desk.report, desk.ledger
    yield from _elements(report.front)
    for part in report.sections:
        yield from _section(part, _heading(part, ledger))
        for section in part.sections:
            heading = _heading(section, ledger)
            yield from _section(section, heading)
            for below in section.walk():
                if below is not section:
                    yield from _section(below, heading, _heading(below, ledger))
    yield from _elements(report.back)


def _heading(section: Section, ledger: Ledger) -> str:
    return wording.text(section.prefix + section.title, ledger) or "没有标题的一节"


def _section(section: Section, heading: str, within: str = "") -> Iterator[tuple[Use, str]]:
    """Yield a section's own heading and entries."""
    yield Use(piece=section.id, heading=heading, within=within or "标题"), section.title
    entries = [entry for entry in section.entries if entry.kind is not EntryKind.BLANK]
    for number, entry in enumerate(entries, start=1):
        place = within if len(entries) == 1 and within else f"{within} 第{number}条".lstrip()
        yield Use(piece=entry.id, heading=heading, within=place), entry.text


def _elements(elements: Iterable[Element]) -> Iterator[tuple[Use, str]]:
    for element in elements:
        yield Use(piece=element.id, heading=_ELEMENTS.get(element.kind, "其他")), element.text


def _passages(use: Use, source: str, name: str, ledger: Ledger) -> Iterator[Passage]:
    parts = list(slots.parse(source))
    values = slots.years(ledger.year) | {
        slot.name: _value(ledger, slot.name) for slot in slots.slots(source) if not slot.is_year
    }
    written = slots.render(
        [p.source if isinstance(p, Slot) else slots.escape(p) for p in parts], values
    )
    text, at = "".join(written), 0
    for part, stretch in zip(parts, written, strict=True):
        if isinstance(part, Slot) and part.name == name:
            yield _passage(use, text, at, at + len(stretch))
        at += len(stretch)


def _value(ledger: Ledger, name: str) -> Decimal | str:
    """Return a value, or a word in its place; the full mark would be longer than the sentence."""
    known = ledger.known(name)
    if known is not None:
        return known
    standing = ledger.standing(name)
    return "【待算】" if standing is Standing.FORMULA else f"【{standing.value}】"


def _passage(use: Use, text: str, start: int, end: int) -> Passage:
    first, last = start, end
    for offset, sentence in sentences(text):
        if offset <= start < offset + len(sentence):
            first = offset
        if offset < end <= offset + len(sentence):
            last = offset + len(sentence)
    before, after = text[first:start].lstrip(), text[end:last].rstrip()
    return Passage(
        use=use,
        before=before if len(before) <= _AROUND else _CUT + before[-_AROUND:],
        number=text[start:end],
        after=after if len(after) <= _AROUND else after[:_AROUND] + _CUT,
    )
