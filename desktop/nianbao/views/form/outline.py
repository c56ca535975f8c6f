"""The outline with its progress: counted by what is open, not by ticks."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nianbao.desk.desk import Desk
from nianbao.report import flow, slots
from nianbao.report.model import Entry, Section
from nianbao.report.pieces import BACK_MATTER, FRONT_MATTER, heading
from nianbao.report.printed import written
from nianbao.report.standing import EntryState, Standing
from nianbao.standards.facts import deadline
from nianbao.standards.structure import parts
from nianbao.views.form import sheet


class Progress(StrEnum):
    """How far a section is; the value is the word for it."""

    DONE = "完成"
    HALF = "进行中"
    BEGUN_NOT = "未动"
    EMPTY = "无内容"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A line of the outline. Counts hold for the section and all below it.

    `pending` counts 待报, `carried` 沿用待确认, `untouched` entries that nobody has decided on.
    """

    section: str
    title: str
    level: int
    progress: Progress
    pending: int
    carried: int
    untouched: int
    children: tuple["Node", ...] = ()
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
        return self.pending + self.carried + self.untouched

    @property
    def word(self) -> str:
        """What stands at the right of the line."""
        if self.progress is Progress.EMPTY:
            return Progress.EMPTY.value
        if not self.open:
            return "✓"
        if self.level > 1:
            return str(self.open)
        return f"待报{self.pending}" if self.pending else f"待定{self.open}"


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


def outline(desk: Desk) -> tuple[Node, ...]:
    """Return the outline of the report in hand, front and back matter included."""
    count = _Count(desk)
    report = desk.report
    front = count.elements(sheet.FRONT, FRONT_MATTER, (e.text for e in report.front))
    back = count.elements(sheet.BACK, BACK_MATTER, (e.text for e in report.back))
    return (front, *(count.section(section) for section in report.sections), back)


def heat(desk: Desk, section: str = "") -> Heat:
    """Return the heat of one section with all below it, or of the whole report."""
    states = sheet.entry_states(desk)
    found = [one for one in desk.report.walk() if one.id == section] or desk.report.sections
    sums = dict.fromkeys(EntryState, 0)
    for one in found:
        for below in one.walk():
            for entry in below.entries:
                if state := states.get(entry.id):
                    sums[state] += len(slots.blanked(entry.text))
    return Heat(
        untouched=sums[EntryState.UNTOUCHED],
        figures_only=sums[EntryState.FIGURES_ONLY],
        rewritten=sums[EntryState.REWRITTEN] + sums[EntryState.NEW],
    )


def length(desk: Desk) -> int:
    """Return how many characters the report prints, spaces left out."""
    ledger = desk.ledger
    spans = (span for line in flow.lines(desk.report) for span in line)
    return sum(len("".join(written(span.text, ledger).text.split())) for span in spans)


def due(year: int, today: date) -> str:
    """Return how long there is until the report on a year must be handed in."""
    last = deadline(year)
    days = (last - today).days
    when = f"{last.month}月{last.day}日"
    if days < 0:
        return f"报送期限{when}已过{-days}天"
    return f"距报送 {when} 还有{days}天" if days else f"今天（{when}）是报送期限"


@dataclass(slots=True)
class _Tally:
    """What is open and what is done in a stretch of the report."""

    pending: int = 0
    carried: int = 0
    untouched: int = 0
    done: int = 0

    def add(self, other: "_Tally") -> None:
        self.pending += other.pending
        self.carried += other.carried
        self.untouched += other.untouched
        self.done += other.done

    def progress(self) -> Progress:
        if not self.pending + self.carried + self.untouched:
            return Progress.DONE
        return Progress.HALF if self.done else Progress.BEGUN_NOT


class _Count:
    """Counts what is open, piece by piece."""

    def __init__(self, desk: Desk) -> None:
        self._ledger = desk.ledger
        self._states: Mapping[str, EntryState] = sheet.entry_states(desk)
        self._kept = sheet.kept_entries(desk)

    def elements(self, section: str, title: str, texts: Iterable[str]) -> Node:
        sources = [text for text in texts if text.strip()]
        tally = self._figures(sources)
        tally.pending += sum(text.count("【待填：") + text.count("【待核：") for text in sources)
        return self._node(section, title, 1, tally, has_text=True)

    def section(self, section: Section) -> Node:
        return self._section(section)[0]

    def _section(self, section: Section) -> tuple[Node, _Tally]:
        entries = section.texts
        tally = self._figures([section.title, *(entry.text for entry in entries)])
        for entry in entries:
            self._judge(entry, tally)
        below = [self._section(child) for child in section.sections]
        for _, other in below:
            tally.add(other)
        has_text = bool(below) or any(entry.text.strip() for entry in entries)
        title = heading(section, self._ledger)
        children = tuple(node for node, _ in below)
        node = self._node(
            section.id, title, section.level, tally, has_text=has_text, children=children
        )
        return replace(node, short=_short(section)), tally

    @staticmethod
    def _node(
        section: str,
        title: str,
        level: int,
        tally: _Tally,
        *,
        has_text: bool,
        children: tuple[Node, ...] = (),
    ) -> Node:
        return Node(
            section=section,
            title=title,
            level=level,
            progress=tally.progress() if has_text else Progress.EMPTY,
            pending=tally.pending,
            carried=tally.carried,
            untouched=tally.untouched,
            children=children,
        )

    def _figures(self, sources: Iterable[str]) -> _Tally:
        """Count the different figures of some sources."""
        names = {slot.name for text in sources for slot in slots.slots(text) if not slot.is_year}
        ledger = self._ledger
        standings = [ledger.standing(name) for name in names if name in ledger.indicators]
        pending, carried = standings.count(Standing.PENDING), standings.count(Standing.CARRIED)
        answered = sum(standing in _ANSWERED for standing in standings)
        return _Tally(pending=pending, carried=carried, done=answered)

    def _judge(self, entry: Entry, tally: _Tally) -> None:
        """Count an entry as undecided, unless an open figure in it says so already."""
        state = self._states.get(entry.id)
        if state is not EntryState.UNTOUCHED or entry.id in self._kept:
            tally.done += state is not None
            return
        figures = self._figures([entry.text])
        tally.untouched += not figures.pending + figures.carried


def _short(section: Section) -> str:
    """Return number and short name of a part (一、举措成效), nothing for a section's own title."""
    standard = parts().get(section.key) if section.level == 1 else None
    return f"{section.prefix}{standard.short}" if standard and standard.short else ""


_ANSWERED = (Standing.FILLED, Standing.MANUAL, Standing.NOT_APPLICABLE)
