"""One page of the form: a section's figures and entries, with last year's beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from nianbao.desk.checked import entry_states
from nianbao.desk.desk import Desk
from nianbao.drafting import element_fields
from nianbao.drafting.element_fields import Field
from nianbao.drafting.pieces.sections import nearest
from nianbao.report.figures import printed, wording
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.printed import written
from nianbao.report.figures.standing import TO_COMPUTE, Standing
from nianbao.report.mark import MarkKind
from nianbao.report.model import Element, Entry, EntryState, Report, Section
from nianbao.report.pieces import BACK_MATTER, FRONT_MATTER, heading
from nianbao.report.writing import changing, slots
from nianbao.report.writing.slots import Slot
from nianbao.report.writing.text import shortened
from nianbao.standards.structure import parts, sections

FRONT, BACK = "front", "back"
"""The pages before the first section and behind the last."""

_EMPTY = "新条目"
_NAME = 14  # characters of a text that has no lead sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """One figure of the grid; values as they are read, empty when there is none.

    `rounded` is how the text writes a value that it does not write exactly.
    """

    name: str
    label: str
    last: str
    now: str
    unit: str
    change: str
    department: str
    standing: Standing
    formula: str = ""
    rounded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A slot as the text shows it. A year word has no standing and is no chip, only underlined.

    `text` stands on the chip, `printed` in the document; `typed` is the value as one would type it,
    `last` last year's value as the text writes it and `last_typed` as one would type it.
    """

    slot: Slot
    text: str
    printed: str
    standing: Standing | None
    label: str = ""
    unit: str = ""
    typed: str = ""
    last: str = ""
    last_typed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One entry, element or heading of a subsection, whose number is `title`.

    `kept`: the drafter decided that an entry stays as it is. `section` holds the entry.
    """

    piece: str
    title: str
    source: str
    section: str = ""
    state: EntryState | None = None
    kept: bool = False
    is_heading: bool = False
    fields: tuple[Field, ...] = ()
    is_field: bool = False  # nothing but its field is to be written

    @property
    def name(self) -> str:
        """What to call it: its lead sentence, else how its text begins."""
        if self.is_heading:
            return f"小标题{self.title}"
        if self.title:
            return self.title
        return shortened(slots.readable(self.source), _NAME) or _EMPTY

    @property
    def number_length(self) -> int:
        """How many characters a heading's number prints in front of the text, 0 for all else."""
        return len(self.title) if self.is_heading else 0

    @property
    def is_entry(self) -> bool:
        """Whether it can be kept, dropped, moved, split and merged."""
        return bool(self.section) and not self.is_heading


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """One page of the form. `section` is a section's id, or FRONT or BACK.

    `heading` is the section's own. The page of a part (level 1) ends where its sections begin:
    `below` has their ids and headings. The page of a section holds everything below it.
    """

    section: str
    title: str
    hint: str
    rows: tuple[FigureRow, ...]
    cards: tuple[Card, ...]
    heading: Card | None = None
    dropped: tuple[Card, ...] = ()
    below: tuple[tuple[str, str], ...] = ()

    @property
    def pieces(self) -> set[str]:
        """The ids of the pieces whose text is on the page."""
        below = {section for section, _ in self.below}
        return {self.section, *below, *(card.piece for card in self.cards)}


def sheet(desk: Desk, section: str) -> FormSheet:
    """Return a page of the form; the first one when there is no such section."""
    report = desk.report
    if section in (FRONT, BACK):
        elements = report.front if section == FRONT else report.back
        title = FRONT_MATTER if section == FRONT else BACK_MATTER
        cards = tuple(_element_card(element) for element in elements if element.text.strip())
        return FormSheet(
            section=section,
            title=title,
            hint="",
            rows=rows(desk, (card.source for card in cards)),
            cards=cards,
        )
    page = page_of(report, section)
    for part in report.sections:
        if part.id == page:
            return _section_sheet(desk, part, is_part=True)
        for found in part.sections:
            if found.id == page:
                return _section_sheet(desk, found, is_part=False)
    return sheet(desk, FRONT)


def _section_sheet(desk: Desk, section: Section, *, is_part: bool) -> FormSheet:
    states = entry_states(desk)
    kept = kept_entries(desk)
    shown = [section] if is_part else list(section.walk())
    cards: list[Card] = []
    for one in shown:
        if one is not section:
            cards.append(_heading_card(one))
        cards += [
            _entry_card(entry, one.id, states.get(entry.id), kept=entry.id in kept)
            for entry in one.texts
        ]
    ids = {one.id for one in shown}
    gone = [
        _entry_card(entry, home, EntryState.DROPPED)
        for home, entry in desk.dropped()
        if nearest(desk.report, desk.marks, home) in ids
    ]
    return FormSheet(
        section=section.id,
        title=heading(section, desk.ledger),
        hint=_hint(section),
        rows=rows(desk, (section.title, *(card.source for card in cards))),
        cards=tuple(cards),
        heading=_heading_card(section) if section.prefix + section.title else None,
        dropped=tuple(gone),
        below=tuple((one.id, heading(one, desk.ledger)) for one in section.sections)
        if is_part
        else (),
    )


def kept_entries(desk: Desk) -> set[str]:
    """Return the entries that the drafter decided to keep as they are."""
    marks = desk.marks
    return {mark.target for mark in marks if mark.kind is MarkKind.KEPT}


def _hint(section: Section) -> str:
    standard = sections().get(section.key) or parts().get(section.key)
    if standard is None:
        return ""
    wanted = f"应写：{'；'.join(standard.hints)}。" if standard.hints else ""
    return wanted + (f"依据：{standard.basis}" if standard.basis else "")


def rows(desk: Desk, sources: Iterable[str]) -> tuple[FigureRow, ...]:
    """Return the figures of some sources, each once, in reading order."""
    ledger, rounded = desk.ledger, dict[str, str]()
    names: dict[str, None] = {}
    for source in sources:
        names |= {slot.name: None for slot in slots.slots(source) if not slot.is_year}
        rounded |= printed.rounded(source, ledger)
    known = (name for name in names if name in ledger.indicators)
    return tuple(row(ledger, name, rounded=rounded.get(name, "")) for name in known)


def row(ledger: Ledger, name: str, *, rounded: str = "") -> FigureRow:
    """Return one figure of the grid."""
    indicator = ledger.indicators[name]
    prior = ledger.prior.get(name)
    then = prior.value if prior else None
    now = ledger.known(name)
    return FigureRow(
        name=name,
        label=indicator.label,
        last="" if then is None else changing.told(then, indicator.unit),
        now=wording.number(now),
        unit=indicator.unit,
        change=wording.change(now, then, indicator.unit),
        department=indicator.department,
        standing=ledger.standing(name),
        formula=wording.formula(ledger, name),
        rounded=rounded,
    )


def chip(ledger: Ledger, slot: Slot) -> Chip:
    """Return how a slot is shown in the text."""
    if slot.is_year:
        text = written(slot.source, ledger).text
        return Chip(slot=slot, text=text, printed=text, standing=None)
    indicator = ledger.indicators[slot.name]
    standing = ledger.standing(slot.name)
    prior = ledger.prior.get(slot.name)
    then = prior.value if prior else None
    last = "" if then is None else slots.written(slot, then)
    return Chip(
        slot=slot,
        text=_shown(ledger, slot, standing, last),
        printed=slots.written(slot, ledger.value(slot.name)),
        standing=standing,
        label=indicator.label,
        unit=indicator.unit,
        typed=wording.number(ledger.known(slot.name)),
        last=last,
        last_typed=wording.number(then),
    )


def _shown(ledger: Ledger, slot: Slot, standing: Standing, last: str) -> str:
    value = ledger.known(slot.name)
    if value is not None:
        return slots.written(slot, value)
    match standing:
        case Standing.CARRIED:
            return last
        case Standing.FORMULA:
            return TO_COMPUTE
        case Standing.NOT_APPLICABLE:
            return standing.value
        case _:
            return f"上年{last}" if last else Standing.PENDING.value


def _entry_card(
    entry: Entry, section: str, state: EntryState | None, *, kept: bool = False
) -> Card:
    return Card(
        piece=entry.id,
        title=entry.title,
        source=entry.text,
        section=section,
        state=state,
        kept=kept,
    )


def _heading_card(section: Section) -> Card:
    return Card(
        piece=section.id,
        title=section.prefix,
        source=section.title,
        section=section.id,
        is_heading=True,
    )


def _element_card(element: Element) -> Card:
    return Card(
        piece=element.id,
        title=element.kind.label,
        source=element.text,
        fields=element_fields.fields(element),
        is_field=element_fields.is_only_a_field(element),
    )


def pages(report: Report) -> list[str]:
    """Return the ids of all pages of the form, in their order."""
    found = [FRONT]
    for part in report.sections:
        found += [part.id, *(section.id for section in part.sections)]
    return [*found, BACK]


def page_of(report: Report, piece: str) -> str:
    """Return the page of the form that shows a piece: a part, a section of one, FRONT or BACK."""
    if piece == BACK or any(element.id == piece for element in report.back):
        return BACK
    for part in report.sections:
        if _holds(part, piece):
            return part.id
        for section in part.sections:
            if any(_holds(below, piece) for below in section.walk()):
                return section.id
    return FRONT


def _holds(section: Section, piece: str) -> bool:
    return section.id == piece or any(entry.id == piece for entry in section.entries)
