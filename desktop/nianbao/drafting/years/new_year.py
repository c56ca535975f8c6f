"""Last year's report becomes this year's draft: text carried over, numbers cleared, all listed.

Nothing that may be wrong this year stays unmarked: a figure becomes pending, and all that is asked
about stands in 【待核：…】.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from re import Match

from nianbao.drafting import cells
from nianbao.drafting.cells import Cell, source_of
from nianbao.drafting.cells import cells as cells_of
from nianbao.drafting.years import asking, done_once, doubtful, refused, stretches
from nianbao.drafting.years.stretches import Asked
from nianbao.report.change import Change, ChangeRule
from nianbao.report.figures.figure import Figure, Indicator, Period, Promise
from nianbao.report.figures.standing import Standing
from nianbao.report.mark import Mark
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.report.writing import changing, placeholder, slots
from nianbao.report.writing.placeholder import CHECK, FILL, LAST, TAIL, Placeholder
from nianbao.report.writing.slots import Slot
from nianbao.standards.asks import AskRule

_ASKED_TEXT = {
    EntryKind.PLAN: "去年许下的安排，今年要逐条有交代；新一年的安排请重写。",
    EntryKind.SHORTCOMING: "去年的不足原样再写，等于没有整改，请重写。",
}
_REMINDERS = {
    EntryKind.PLAN: placeholder.REWRITE_PLAN,
    EntryKind.SHORTCOMING: placeholder.REWRITE_SHORTCOMING,
}
_DOUBTFUL = "看不出这一部分写的是举措、不足还是安排；要是去年的不足或安排，今年请重写。"
_BESIDE = "同一节里的又一处："
_FRESH = (ElementKind.DATE, ElementKind.DOC_NUMBER)
_SENTENCE_END = re.compile("[。；;！？\n]")
_AROUND = 10  # characters to each side of a year that say where it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class NewYear:
    """The new report, its unanswered figures, what was promised, and every change made.

    `cells` are those of last year, whose pieces have the same ids.
    """

    report: Report
    figures: tuple[Figure, ...]
    promises: tuple[Promise, ...]
    changes: tuple[Change, ...]
    cells: tuple[Mark, ...] = ()


def start(
    last: Report,
    indicators: Iterable[Indicator],
    figures: Iterable[Figure],
    refusals: Collection[str] = (),
    cells: Sequence[Mark] = (),
) -> NewYear:
    """Return the draft of the year after `last`; `figures` are last year's.

    `refusals` are the words around the numerals that the user said are no figures, `cells` say of
    last year's pieces where in a table they stood.
    """
    carried = last.mapped(lambda _, source: slots.as_read(source))
    known = {indicator.name: indicator for indicator in indicators}
    used = [figure for figure in figures if figure.year == last.year and figure.indicator in known]
    values = {figure.indicator: figure.value for figure in used if figure.value is not None}
    turn = _Turn(
        year=last.year + 1,
        refusals=refusals,
        values={**values, **slots.years(last.year)},
        cells={one.target: one.text for one in cells},
    )
    turn.doubtful = doubtful.parts(carried)
    report = replace(
        last,
        year=turn.year,
        front=tuple(turn.element(element) for element in carried.front),
        sections=tuple(turn.section(section) for section in carried.sections),
        back=tuple(turn.element(element) for element in carried.back),
    )
    turn.changes += [cleared(known[figure.indicator], figure) for figure in used]
    return NewYear(
        report=report,
        figures=tuple(Figure(indicator=figure.indicator, year=turn.year) for figure in used),
        promises=tuple(promises(last)),
        changes=tuple(turn.changes),
        cells=tuple(cells),
    )


def cleared(indicator: Indicator, figure: Figure) -> Change:
    """Return what becomes of a figure of last year when the year turns."""
    last = "" if figure.value is None else changing.told(figure.value, indicator.unit)
    rule, reason = {
        Period.FLOW: (ChangeRule.FIGURE_CLEARED, "年度数，不能沿用，要重新报。"),
        Period.STOCK: (ChangeRule.FIGURE_TO_CONFIRM, "累计数或存量，上年数附在旁边，待确认。"),
        Period.RATE: (ChangeRule.FIGURE_BY_FORMULA, "率由件数计算；没有公式的要重新报。"),
        Period.CHANGE: (ChangeRule.FIGURE_CLEARED, "增减要用两年的数重算。"),
    }[indicator.period]
    return Change(
        rule=rule,
        before=f"{indicator.label} {last}{indicator.unit}",
        after=Standing.PENDING.value,
        reason=reason,
    )


@dataclass(slots=True)
class _Turn:
    """Carries texts into the year and lists what it did."""

    year: int
    refusals: Collection[str] = ()
    values: Mapping[str, Decimal | str] = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)  # in which one of a table a piece stood
    changes: list[Change] = field(default_factory=list)
    doubtful: Collection[str] = ()  # the parts that may be last year's faults or plans

    def element(self, element: Element) -> Element:
        if element.kind in _FRESH:
            return replace(element, text=self._fresh(element))
        if element.kind is ElementKind.IMPRINT:
            return replace(element, text=self._dates(element.text, element.id))
        return replace(element, text=self._text(element))

    def section(self, section: Section) -> Section:
        places = self._places(section)
        return replace(
            section,
            title=self._marked(section.title, section.id, places[section.id]),
            entries=tuple(self._entry(entry, places[entry.id]) for entry in section.entries),
            sections=tuple(self.section(child) for child in section.sections),
        )

    def _places(self, section: Section) -> dict[str, list[Asked]]:
        """Return what to ask about in a title and the entries below it, by their ids."""
        places = {section.id: self._asked(section.title, section.id, _kind_below(section))}
        if section.id in self.doubtful and not places[section.id]:
            places[section.id] = asking.whole(cells_of(section.title), _DOUBTFUL)
        halves = asking.cut([cells_of(entry.text) for entry in section.entries])
        places |= {
            entry.id: self._asked(entry.text, entry.id, entry.kind, halves.get(at, ()))
            for at, entry in enumerate(section.entries)
        }
        return _with_events(_events(section, self.values, self.year), places)

    def _entry(self, entry: Entry, places: Sequence[Asked]) -> Entry:
        reminder = reminder_of(entry)
        if reminder:
            reason = _ASKED_TEXT[entry.kind]
            self._ask(ChangeRule.ENTRY_KEPT, self._read(entry.text), reminder, entry.id, reason)
        return replace(entry, text=reminder + self._marked(entry.text, entry.id, places))

    def _fresh(self, element: Element) -> str:
        mark = str(Placeholder(kind=FILL, label=element.kind.label, note=f"{LAST}{element.text}"))
        self._note(
            ChangeRule.ELEMENT_CLEARED, element.text, mark, element.id, "每年不同，要重新填。"
        )
        return mark

    def _text(self, element: Element) -> str:
        """Carry one text over: years move on by themselves, what is asked about is marked."""
        source, piece = element.text, element.id
        places = {piece: self._asked(source, piece, None)}
        if element.kind is ElementKind.PREFACE:
            found = cells_of(source)
            done = done_once.events(found, None, self.values, self.year)
            places = _with_events([(piece, cells.read(found), event) for event in done], places)
        return self._marked(source, piece, places[piece])

    def _asked(
        self,
        source: str,
        piece: str,
        kind: EntryKind | None,
        halves: Iterable[tuple[int, int]] = (),
    ) -> list[Asked]:
        found = cells_of(source)
        settled = refused.places(found, self.values, self.refusals)
        is_cell = piece in self.cells
        return asking.asked(found, self.year, kind, settled, halves, is_cell=is_cell)

    def _marked(self, source: str, piece: str, places: Sequence[Asked]) -> str:
        self._shifted(source, piece)
        found = cells_of(source)
        written: list[Cell] = []
        end = 0
        for place in places:
            inside = source_of(found[place.start : place.stop])
            before, after = (slots.filled(inside, values) for values in self._years)
            self._ask(ChangeRule(place.rule), before, CHECK.around(after), piece, place.reason)
            written += [
                *found[end : place.start],
                *CHECK.head,
                *found[place.start : place.stop],
                *TAIL,
            ]
            end = place.stop
        return source_of([*written, *found[end:]])

    def _dates(self, source: str, piece: str) -> str:
        def fresh(found: Match[str]) -> str:
            mark = str(Placeholder(kind=FILL, label="印发日期"))
            self._note(ChangeRule.ELEMENT_CLEARED, found[0], mark, piece, "每年不同，要重新填。")
            return mark

        return asking.DATE.sub(fresh, source)

    def _shifted(self, source: str, piece: str) -> None:
        figures = dict.fromkeys((slot.name for slot in slots.slots(source)), "…")
        told = [list(slots.stretches(source, figures | values)) for values in self._years]
        for at, (part, _) in enumerate(told[0]):
            if isinstance(part, Slot) and part.is_year:
                then, now = (_in_its_words([text for _, text in all_], at) for all_ in told)
                self._note(ChangeRule.YEAR_SHIFTED, then, now, piece, "年份顺延。")

    def _read(self, source: str) -> str:
        """Return a text of last year with its years, the figures blank."""
        figures = dict.fromkeys((slot.name for slot in slots.slots(source)), slots.BLANK)
        return slots.filled(source, figures | self._years[0])

    @property
    def _years(self) -> tuple[dict[str, str], dict[str, str]]:
        """The year words of last year and of this one."""
        return slots.years(self.year - 1), slots.years(self.year)

    def _note(self, rule: ChangeRule, before: str, after: str, piece: str, reason: str) -> None:
        self.changes.append(
            Change(rule=rule, before=before, after=after, piece=piece, reason=reason)
        )

    def _ask(self, rule: ChangeRule, text: str, mark: str, piece: str, reason: str) -> None:
        """Ask about a text; `mark` is what stands in the report."""
        if cell := self.cells.get(piece):
            reason = f"{cell}：{reason}"
        self.changes.append(
            Change(rule=rule, before=text, after=mark, piece=piece, reason=reason, open=True)
        )


def _in_its_words(stretches: Sequence[str], at: int) -> str:
    """Return one of the stretches of a text with the words of its sentence around it."""
    behind = _SENTENCE_END.split("".join(stretches[at + 1 :]))[0]
    before = _SENTENCE_END.split("".join(stretches[:at]))[-1]
    start = "…" if len(before) > _AROUND else ""
    stop = "…" if len(behind) > _AROUND else ""
    return start + before[-_AROUND:] + stretches[at] + behind[:_AROUND] + stop


def _with_events(
    events: Iterable[tuple[str, str, Asked]], places: Mapping[str, list[Asked]]
) -> dict[str, list[Asked]]:
    """Return the places to ask about, by their pieces, with what was done once among them.

    Each is marked, so that none is overlooked; the first says which others there are, so that one
    comment is enough for a section.
    """
    done = [
        (piece, done_once.with_subject(event, text, places[piece]))
        for piece, text, event in events
        if not done_once.is_covered(event, places[piece])
    ]
    listed = "；".join(event.text for _, event in done[1:])
    found = {piece: list(here) for piece, here in places.items()}
    for at, (piece, event) in enumerate(done):
        said = event.reason + (f"这一节里还有：{listed}。" if listed else "")
        beside = replace(event, rule=AskRule.BESIDE, reason=f"{_BESIDE}{event.reason}")
        found[piece].append(beside if at else replace(event, reason=said))
    return {piece: stretches.in_order(here) for piece, here in found.items()}


def _events(
    section: Section, values: Mapping[str, Decimal | str], year: int
) -> list[tuple[str, str, Asked]]:
    """Return what was done once, each with the id of the title or entry that tells of it, in order.

    The text of that is between the two.
    """
    pieces = [(section.id, section.title, _kind_below(section))]
    pieces += [(entry.id, entry.text, entry.kind) for entry in section.entries]
    return [
        (piece, cells.read(cells_of(source)), event)
        for piece, source, kind in pieces
        for event in done_once.events(cells_of(source), kind, values, year)
    ]


def _kind_below(section: Section) -> EntryKind | None:
    """Return what a title is: what is planned or wanting below it, None if that is mixed."""
    kinds = {entry.kind for below in section.walk() for entry in below.entries}
    kind = next(iter(kinds)) if len(kinds) == 1 else None
    return kind if kind and kind.is_written_anew else None


def reminder_of(entry: Entry) -> str:
    """Return the mark in front of an entry that is to be written anew, nothing for the others."""
    return "" if entry.is_lead_in else _REMINDERS.get(entry.kind, "")


def promises(last: Report) -> Iterator[Promise]:
    """Yield last year's plans and shortcomings, to be answered in the report of the year after."""
    for section in last.walk():
        for entry in section.entries:
            if reminder_of(entry):
                yield Promise(
                    id=entry.id,
                    year=last.year + 1,
                    kind=entry.kind.value,
                    title=entry.title or section.title,
                    text=entry.text,
                )
