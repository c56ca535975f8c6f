"""The outline with its progress: counted by what is open, not by ticks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nianbao.checks.open_items import OpenKind
from nianbao.desk.checked import Checked, check, entry_states
from nianbao.desk.desk import Desk
from nianbao.report import flow
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.printed import written
from nianbao.report.figures.standing import Standing
from nianbao.report.model import Element, Entry, EntryState, Report, Section
from nianbao.report.pieces import BACK_MATTER, FRONT_MATTER, heading
from nianbao.report.writing import placeholder, slots
from nianbao.standards.facts import deadline
from nianbao.standards.structure import parts
from nianbao.views.form import sheet


class Progress(StrEnum):
    """How far a section is; the value is the word for it."""

    DONE = "完成"
    HALF = "进行中"
    NOT_BEGUN = "未动"
    EMPTY = "无内容"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormNode:
    """A line of the outline.

    `counts` says how much is open of each kind, in the section and all below it. A figure that
    stands in several sections counts in each of them, and once in the one above.
    """

    section: str
    title: str
    level: int
    progress: Progress
    counts: Mapping[OpenKind, int]
    children: tuple["FormNode", ...] = ()
    short: str = ""

    @property
    def takes_entries(self) -> bool:
        """Whether an entry can be moved here."""
        return self.section not in (sheet.FRONT, sheet.BACK)

    @property
    def short_title(self) -> str:
        """The number with a short name: the standard's, else the title up to its first comma."""
        return self.short or self.title.partition("，")[0]

    @property
    def open(self) -> int:
        """How many things still want the drafter."""
        return sum(self.counts.values())

    @property
    def said(self) -> str:
        """What is open, in words; nothing for nothing."""
        return "，".join(f"{kind.value}{count}" for kind, count in self.counts.items() if count)

    @property
    def word(self) -> str:
        """What stands at the right of the line."""
        if self.progress is Progress.EMPTY:
            return Progress.EMPTY.value
        if not self.open:
            return "√"
        return f"还有 {self.open}" if self.level == 1 else str(self.open)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """How many characters of the entries are 未动, 仅改数 and 已改写 (new ones are 已改写)."""

    untouched: int
    figures_only: int
    rewritten: int

    @property
    def shares(self) -> tuple[int, int, int]:
        """The three in whole percent; together 100, or 0 without any text."""
        total = self.untouched + self.figures_only + self.rewritten
        if not total:
            return 0, 0, 0
        first, second = (round(n * 100 / total) for n in (self.untouched, self.figures_only))
        return first, min(second, 100 - first), max(0, 100 - first - second)


def outline(desk: Desk) -> tuple[FormNode, ...]:
    """Return the outline of the current report, front and back matter included."""
    return nodes(check(desk))


def nodes(checked: Checked) -> tuple[FormNode, ...]:
    """Return the outline of a report that was checked."""
    count = _Count(checked)
    report = checked.context.report
    front = count.elements(sheet.FRONT, FRONT_MATTER, report.front)
    back = count.elements(sheet.BACK, BACK_MATTER, report.back)
    return (front, *(count.section(section) for section in report.sections), back)


def heat(desk: Desk, section: str = "") -> Heat:
    """Return the heat of one section with all below it, or of the whole report."""
    return heat_of(desk.report, entry_states(desk), section)


def heat_of(report: Report, states: Mapping[str, EntryState], section: str = "") -> Heat:
    """Return the heat of a report whose entries stand so; see `heat`."""
    found = report.section(section)
    sums = dict.fromkeys(EntryState, 0)
    for one in (found,) if found else report.sections:
        for below in one.walk():
            for entry in below.entries:
                if state := states.get(entry.id):
                    sums[state] += len(slots.blanked(entry.text))
    return Heat(
        untouched=sums[EntryState.UNTOUCHED],
        figures_only=sums[EntryState.FIGURES_ONLY],
        rewritten=sums[EntryState.REWRITTEN] + sums[EntryState.NEW],
    )


def length(report: Report, ledger: Ledger) -> int:
    """Return how many characters a report has so far: without spaces and placeholders."""
    printed = (
        "".join(written(span.text, ledger).text for span in line) for line in flow.lines(report)
    )
    return sum(map(placeholder.length, printed))


def due(year: int, today: date) -> str:
    """Return how long there is until the report on a year must be handed in."""
    last = deadline(year)
    days = (last - today).days
    when = f"{last.month}月{last.day}日"
    if days < 0:
        return f"报送期限{when}已过{-days}天"
    return f"距报送 {when} 还有{days}天" if days else f"今天（{when}）是报送期限"


class _Count:
    """Counts what is open and what is done, section by section."""

    def __init__(self, checked: Checked) -> None:
        self._open = checked.open_items
        self._ledger = checked.context.ledger
        self._states, self._kept = checked.context.states, checked.context.kept

    def elements(self, section: str, title: str, elements: Sequence[Element]) -> FormNode:
        here = [element for element in elements if element.text.strip()]
        pieces = [element.id for element in here]
        done = self._answered(element.text for element in here)
        progress = self._progress(pieces, done=done)
        return FormNode(
            section=section, title=title, level=1, progress=progress, counts=self._counts(pieces)
        )

    def section(self, section: Section) -> FormNode:
        pieces = [id_ for one in section.walk() for id_ in (one.id, *(e.id for e in one.entries))]
        entries = [entry for one in section.walk() for entry in one.texts]
        sources = [one.title for one in section.walk()] + [entry.text for entry in entries]
        done = self._answered(sources) or any(self._is_decided(entry) for entry in entries)
        return FormNode(
            section=section.id,
            title=heading(section, self._ledger),
            level=section.level,
            progress=self._progress(pieces, done=done) if not section.is_empty else Progress.EMPTY,
            counts=self._counts(pieces),
            children=tuple(self.section(child) for child in section.sections),
            short=_short(section),
        )

    def _counts(self, pieces: Sequence[str]) -> dict[OpenKind, int]:
        found = self._open.of(tuple(OpenKind), pieces)
        return {kind: sum(one.kind is kind for one in found) for kind in OpenKind}

    def _progress(self, pieces: Sequence[str], *, done: bool) -> Progress:
        if not self._open.of(tuple(OpenKind), pieces):
            return Progress.DONE
        return Progress.HALF if done else Progress.NOT_BEGUN

    def _answered(self, sources: Iterable[str]) -> bool:
        """Whether any figure of some sources was answered."""
        names = {slot.name for text in sources for slot in slots.slots(text) if not slot.is_year}
        ledger = self._ledger
        return any(
            ledger.standing(name) in _ANSWERED for name in names if name in ledger.indicators
        )

    def _is_decided(self, entry: Entry) -> bool:
        state = self._states.get(entry.id)
        return state is not None and (state is not EntryState.UNTOUCHED or entry.id in self._kept)


def _short(section: Section) -> str:
    """Return number and short name of a part (一、举措成效), nothing for a section's own title."""
    standard = parts().get(section.key) if section.level == 1 else None
    return f"{section.prefix}{standard.short}" if standard and standard.short else ""


_ANSWERED = (Standing.FILLED, Standing.MANUAL, Standing.NOT_APPLICABLE)
