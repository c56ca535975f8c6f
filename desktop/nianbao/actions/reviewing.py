"""The review of a report before it is stored: what was understood, and what a person corrects."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Self

from nianbao.actions.importing import Imported, assure_new, judged, store_import
from nianbao.desk.desk import Desk
from nianbao.desk.reading import Source
from nianbao.errors import InputError
from nianbao.report import slots
from nianbao.report.correction import Correction
from nianbao.report.figure import Figure, Mention
from nianbao.understanding import correction_rules
from nianbao.understanding.understand import Understanding
from nianbao.views.review import import_lists, import_pages, import_rows
from nianbao.views.review.import_lists import Listing
from nianbao.views.review.import_pages import AROUND, Node, Page, Sum
from nianbao.views.review.import_rows import Reading, Row, State


@dataclass(frozen=True, slots=True)
class Known:
    """What a workspace knows of its units, read before the work goes off the window's thread."""

    corrections: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    labels: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Name and unit of measure of each indicator."""

    @classmethod
    def of(cls, desk: Desk) -> Self:
        """Read it from an open workspace."""
        store, units = desk.store, desk.units()
        return cls(
            corrections={unit: tuple(store.corrections(unit)) for unit in units},
            figures={unit: tuple(store.figures(unit)) for unit in units},
            labels={
                unit: tuple((i.label, i.unit) for i in store.indicators(unit)) for unit in units
            },
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What a person has said so far. Undo goes back to the step before."""

    name: str = ""
    rules: tuple[Correction, ...] = ()
    homes: Mapping[str, str] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()


class Review:
    """A report file as it was understood, correctable, before anything is stored."""

    def __init__(self, source: Source, known: Known, year: int | None, *, raw: bool) -> None:
        self.source, self._known, self._year, self._raw = source, known, year, raw
        self._steps = [_Step()]
        self.found = self._understood(self._steps[0])
        self._settle()

    @classmethod
    def of(
        cls,
        source: Source,
        known: Known | None = None,
        *,
        year: int | None = None,
        raw: bool = False,
    ) -> Self:
        """Understand a file; this may run off the window's thread.

        Raises:
            ReadingError: it holds no report.
        """
        return cls(source, known or Known(), year, raw=raw)

    # --- what there is

    @property
    def unit(self) -> str:
        """The body that reports."""
        return self.found.report.unit

    @property
    def year(self) -> int:
        """The year of the report."""
        return self.found.report.year

    @property
    def _now(self) -> _Step:
        return self._steps[-1]

    def corrections(self) -> tuple[Correction, ...]:
        """Return the rules made here, to be kept for later imports."""
        return self._now.rules

    def outline(self) -> tuple[Node, ...]:
        """Return the pages in reading order."""
        rows = self._reading.rows
        return tuple(import_pages.outline(self.found.report, self._pages, rows, self._values))

    def page(self, page: str) -> Page:
        """Return a page; the first one when there is no such page."""
        pieces = self._pages.get(page)
        if pieces is None:
            return self.page(next(iter(self._pages)))
        text = self._reading.text(pieces)
        section = next((s for s in self.found.report.walk() if s.id == page), None)
        return Page(
            id=page,
            title=import_pages.title(section, self._values) if section else AROUND[page],
            paragraphs=text.paragraphs,
            rows=text.rows,
            counted=import_rows.counted(text.rows),
            sums=tuple(
                Sum(text=import_pages.written(one))
                for one in self.found.arithmetic
                if one.result.piece in pieces
            ),
            disputes=tuple(import_pages.disputes(text.rows)),
            homes=import_pages.homes(section, self.year) if section else (),
            home=section.key if section else "",
            confidence=section.confidence if section else 1.0,
        )

    def summary(self) -> str:
        """Say how many numbers there are in all, and how many need a look."""
        states = [
            row.state for pieces in self._pages.values() for row in self._reading.rows(pieces)
        ]
        asked, doubted = states.count(State.ASK), states.count(State.DOUBT)
        sure = len(states) - asked - doubted
        return f"数据 {len(states)} 个：确定 {sure}、请看一眼 {doubted}、请确认 {asked}"

    def size(self) -> str:
        """Say how much text there is and what was made of it."""
        report = self.found.report
        below = [s for s in report.walk() if s.level == 2]
        entries = sum(len(s.texts) for s in report.walk())
        length = len("".join(self.source.document.text.split()))
        count = sum(bool(p.text.strip()) for p in self.source.document.paragraphs)
        return (
            f"{length:,} 字・{count} 段・认出 {len(report.sections)} 部分"
            f" {len(below)} 节 {entries} 条"
        )

    def listings(self) -> tuple[Listing, Listing, Listing]:
        """Return what was taken away, what was changed, and what cannot be seen in the file."""
        document = self.source.document
        return (
            import_lists.removed(document, self.found),
            import_lists.changed(self.found),
            import_lists.hidden(document),
        )

    def next_open(self, page: str, key: str = "") -> tuple[str, str] | None:
        """Return page and row of the next number to look at, going round; None when all is seen."""
        pages = list(self._pages)
        begin = pages.index(page) if page in pages else 0
        every = [
            (page_id, row.key, row.state)
            for page_id in (*pages[begin:], *pages[:begin])
            for row in self._reading.rows(self._pages[page_id])
        ]
        behind = next((at + 1 for at, (_, one, _) in enumerate(every) if one == key), 0)
        for page_id, row_key, state in (*every[behind:], *every[:behind]):
            if state.is_open:
                return page_id, row_key
        return None

    def labels(self, key: str) -> list[str]:
        """Return names that a number might go by: the workspace's and this report's, same unit."""
        unit = self._mention(key).unit
        known = [
            label for label, measure in self._known.labels.get(self.unit, ()) if measure == unit
        ]
        here = [m.label for m in self.found.mentions if m.unit == unit]
        return list(dict.fromkeys((*known, *here)))

    def mergeable(self, key: str) -> list[str]:
        """Return the names of the figures that a number may be one with."""
        return correction_rules.mergeable(self.found, self._mention(key))

    # --- what a person says

    def confirm(self, key: str) -> None:
        """Say that a number is right as it stands, or that a stray one is no figure."""
        step = self._now
        if key not in step.seen and self._row(key).state.is_open:
            self._take(replace(step, name="确认一个数", seen=step.seen | {key}))

    def rename(self, key: str, label: str) -> None:
        """Give a number's figure another name; the name of another figure makes both one.

        Raises:
            InputError: it is no name, or the two figures differ.
        """
        mention = self._mention(key)
        if label.strip() != mention.label:
            made = correction_rules.renamed(self.found, self._rules(), mention, label)
            self._correct(key, f"“{mention.label}”改称“{label.strip()}”", made)

    def split(self, key: str, label: str) -> None:
        """Make a number a figure of its own.

        Raises:
            InputError: it is no name or taken, or the figure stands in one place only.
        """
        mention = self._mention(key)
        made = correction_rules.split(self.found, mention, label)
        self._correct(key, f"“{mention.label}”拆出“{label.strip()}”", made)

    def reject(self, key: str) -> None:
        """Say that a number is no figure."""
        row = self._row(key)
        if row.mention is None:
            self.confirm(key)
        else:
            made = correction_rules.rejected(row.mention)
            self._correct(key, f"“{row.mention.text}”不是数据", made)

    def assign(self, page: str, home: str) -> None:
        """Put a section into another standard part or section."""
        step = self._now
        self._take(replace(step, name="改派一节", homes={**step.homes, page: home}))

    def undo(self) -> str | None:
        """Take the last thing that was said back; return its name, None when there is none."""
        if len(self._steps) == 1:
            return None
        name = self._steps.pop().name
        self._renew()
        return name

    def store(self, desk: Desk) -> Imported:
        """Write the report with all corrections as one action, and take it in hand.

        A file that is here already is only taken in hand.

        Raises:
            InputError: the workspace has another report of this unit and year.
        """
        store = desk.store
        known = store.original(self.source.sha256)
        if known is not None:
            imported = Imported(unit=known.unit, year=known.year, already=True)
        else:
            assure_new(store, self.found.report)
            imported = store_import(store, self.source, self.found, corrections=self.corrections())
        desk.show(imported.unit, imported.year)
        desk.refresh()
        return imported

    # --- inside

    def _rules(self) -> tuple[Correction, ...]:
        return correction_rules.united(self._known.corrections.get(self.unit, ()), self._now.rules)

    def _correct(self, key: str, name: str, made: Sequence[Correction]) -> None:
        step = self._now
        rules = correction_rules.united(step.rules, made)
        self._take(replace(step, name=name, rules=rules, seen=step.seen | {key}))

    def _take(self, step: _Step) -> None:
        self._steps.append(step)
        self._renew()

    def _renew(self) -> None:
        self.found = self._understood(self._now)
        self._settle()

    def _understood(self, step: _Step) -> Understanding:
        known = self._known.corrections

        def corrections(unit: str) -> Iterable[Correction]:
            return correction_rules.united(known.get(unit, ()), step.rules)

        found = self.source.understood(year=self._year, raw=self._raw, corrections=corrections)
        return replace(found, report=correction_rules.assigned(found.report, step.homes))

    def _settle(self) -> None:
        found = self.found
        figures = self._known.figures.get(self.unit, ())
        then = [figure for figure in figures if figure.year == self.year - 1]
        disputed = {r.result: doubt.reason for r, doubt in judged(found, then)[1]}
        self._values: dict[str, Decimal | str] = slots.years(self.year) | {
            f.indicator: f.value for f in found.figures if f.value is not None
        }
        self._reading = Reading(found, self._rules(), self._now.seen, disputed)
        self._pages = dict(import_pages.pages(found.report))

    def _row(self, key: str) -> Row:
        rows = self._reading.rows([key.partition("@")[0]])
        return next(row for row in rows if row.key == key)

    def _mention(self, key: str) -> Mention:
        mention = self._row(key).mention
        if mention is None:
            raise InputError(
                "这个数没有认作数据，不能改名、合并或拆分。", do="不是数据就按 Enter 往下。"
            )
        return mention
