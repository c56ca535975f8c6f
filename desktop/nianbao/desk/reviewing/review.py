"""A report under review: what was understood of a file, and what the user says of it.

Nothing is stored yet. What the user says changes what was understood at once; storing it all is one
action (`actions.importing.store_review`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Self

from nianbao.desk.desk import Desk
from nianbao.desk.incoming.reading import Source
from nianbao.desk.reviewing.numbers import ReviewNumbers
from nianbao.desk.reviewing.rows import ReviewRow
from nianbao.errors import InputError
from nianbao.report.correction import Correction, CorrectionKind
from nianbao.report.figures.figure import Figure, Indicator, Mention
from nianbao.report.numeral import Numeral
from nianbao.report.writing import slots
from nianbao.report.writing.text import quoted
from nianbao.understanding import correction_rules
from nianbao.understanding.arithmetic.disputes import judged
from nianbao.understanding.understood import Understanding
from nianbao.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Known:
    """What a workspace knows of each unit, read before the work goes off the window's thread."""

    corrections: Mapping[str, tuple[Correction, ...]] = field(default_factory=dict)
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    indicators: Mapping[str, tuple[Indicator, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, desk: Desk) -> Self:
        """Read it from an open workspace."""
        store, units = desk.store, desk.units()
        return cls(
            corrections={unit: tuple(store.corrections(unit)) for unit in units},
            figures={unit: tuple(store.figures(unit)) for unit in units},
            indicators={unit: tuple(store.indicators(unit)) for unit in units},
        )

    @classmethod
    def at(cls, place: Path) -> Self:
        """Read it from a workspace that is not open; this may run off the window's thread.

        Raises:
            WorkspaceError: it cannot be read.
        """
        with Workspace.view(place) as store:
            return cls.of(Desk(store))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What the user has said so far. Undo goes back to the step before."""

    name: str = ""
    rules: tuple[Correction, ...] = ()
    homes: Mapping[str, str] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()


class Review:
    """A report file as it was understood, correctable, before anything is stored."""

    def __init__(
        self, source: Source, known: Known, year: int | None, unit: str, *, raw: bool
    ) -> None:
        self.source, self._known, self._year, self._raw = source, known, year, raw
        self._unit = unit
        self._steps = [_Step()]
        self._read: tuple[tuple[Correction, ...], Understanding] | None = None
        self.found = self._understood(self._steps[0])
        self._settle()

    @classmethod
    def of(
        cls,
        source: Source,
        known: Known | None = None,
        *,
        year: int | None = None,
        unit: str = "",
        raw: bool = False,
    ) -> Self:
        """Understand a file; this may run off the window's thread.

        `unit` says whose report it is, whatever stands in the file.

        Raises:
            ReadingError: it holds no report.
        """
        return cls(source, known or Known(), year, unit, raw=raw)

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
    def known_indicators(self) -> tuple[Indicator, ...]:
        """The indicators that the workspace has of this unit already."""
        return self._known.indicators.get(self.unit, ())

    @property
    def _now(self) -> _Step:
        return self._steps[-1]

    @property
    def said(self) -> int:
        """How many things the user has said about it."""
        return len(self._steps) - 1

    def corrections(self) -> tuple[Correction, ...]:
        """Return the rules made here, to be kept for later imports.

        What one number of this text is worth says nothing of any other text.
        """
        return tuple(r for r in self._now.rules if r.kind is not CorrectionKind.VALUE)

    @property
    def seen(self) -> frozenset[str]:
        """What was said to be right: keys of numbers, and pages that are in their place."""
        return self._now.seen

    # --- what the user says

    def confirm(self, key: str) -> None:
        """Say that a number is right as it stands, or that a stray one is no figure."""
        step, row = self._now, self._row(key)
        if row.mention is None:
            numeral = self._numeral(key)
            self._correct(key, f"{quoted(numeral.text)}不是数据", correction_rules.refused(numeral))
        elif key not in step.seen and row.state.is_open:
            self._take(replace(step, name="确认一个数", seen=step.seen | {key}))

    def rename(self, key: str, label: str) -> None:
        """Give a number's figure another name; the name of another figure makes both one.

        A stray number becomes a figure of that name.

        Raises:
            InputError: it is no name, or the two figures differ.
        """
        if self._row(key).mention is None:
            self.accept(key, label)
            return
        mention = self.mention(key)
        if label.strip() != mention.label:
            made = correction_rules.renamed(self.found, self._rules(), mention, label)
            self._correct(key, f"{quoted(mention.label)}改称{quoted(label.strip())}", made)

    def split(self, key: str, label: str) -> None:
        """Make a number a figure of its own.

        Raises:
            InputError: it is no name or taken, or the figure stands in one place only.
        """
        mention = self.mention(key)
        made = correction_rules.split(self.found, mention, label)
        self._correct(key, f"{quoted(mention.label)}拆出{quoted(label.strip())}", made)

    def reject(self, key: str) -> None:
        """Say that a number is no figure."""
        row = self._row(key)
        if row.mention is None:
            self.confirm(key)
        else:
            made = correction_rules.rejected(row.mention)
            self._correct(key, f"{quoted(row.mention.text)}不是数据", made)

    def revalue(self, key: str, typed: str) -> None:
        """Say what a number is worth; the text stays as it is.

        Raises:
            InputError: it is no number.
        """
        mention = self.mention(key)
        made = correction_rules.revalued(mention, typed)
        self._correct(key, f"{quoted(mention.label)}改为{typed.strip()}", made)

    def remeasure(self, key: str, unit: str) -> None:
        """Say in what unit a number is; the text stays as it is.

        Raises:
            InputError: it is no unit.
        """
        mention = self.mention(key)
        made = correction_rules.remeasured(mention, unit)
        if unit.strip() != mention.unit:
            self._correct(key, f"{quoted(mention.label)}的单位改为{quoted(unit.strip())}", made)

    def settle(self, page: str) -> None:
        """Say that a section stands under the right heading."""
        step = self._now
        self._take(replace(step, name="确认一节的归属", seen=step.seen | {page}))

    def accept(self, key: str, label: str = "") -> None:
        """Say that a numeral which was taken for none is a figure, of that name if there is one.

        Raises:
            InputError: it is no name, or the numeral cannot be read as one number.
        """
        numeral = self._numeral(key)
        made = correction_rules.accepted(numeral, label)
        named = f"{quoted(label.strip())}" if label else ""
        self._correct(key, f"{quoted(numeral.text)}是数据{named}", made)

    def assign(self, page: str, home: str) -> None:
        """Put a section into another standard part or section."""
        step = self._now
        homes, seen = {**step.homes, page: home}, step.seen | {page}
        self._take(replace(step, name="改派一节", homes=homes, seen=seen))

    def undo(self) -> str | None:
        """Take the last thing that was said back; return its name, None when there is none."""
        if len(self._steps) == 1:
            return None
        name = self._steps.pop().name
        self._renew()
        return name

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
        if self._read is None or self._read[0] != step.rules:
            self._read = step.rules, self._understood_by(step.rules)
        found = self._read[1]
        report = replace(found.report, unit=self._unit or found.report.unit)
        return replace(found, report=correction_rules.assigned(report, step.homes))

    def _understood_by(self, rules: tuple[Correction, ...]) -> Understanding:
        known = self._known.corrections

        def corrections(unit: str) -> Iterable[Correction]:
            return correction_rules.united(known.get(self._unit or unit, ()), rules)

        return self.source.understood(year=self._year, raw=self._raw, corrections=corrections)

    def _settle(self) -> None:
        found = self.found
        figures = self._known.figures.get(self.unit, ())
        then = [figure for figure in figures if figure.year == self.year - 1]
        disputed = {r.result: doubt.reason for r, doubt in judged(found, then)[1]}
        self.values: dict[str, Decimal | str] = slots.years(self.year) | {
            f.indicator: f.value for f in found.figures if f.value is not None
        }
        self.numbers = ReviewNumbers(found, self._now.seen, disputed)

    def _numeral(self, key: str) -> Numeral:
        """Return the numeral at a key, a stray one or an exception."""
        piece, _, start = key.partition("@")
        return next(
            one for one in self.found.numerals if (one.piece, str(one.start)) == (piece, start)
        )

    def _row(self, key: str) -> ReviewRow:
        rows = self.numbers.rows([key.partition("@")[0]])
        return next(row for row in rows if row.key == key)

    def mention(self, key: str) -> Mention:
        """Return the figure's mention at a row.

        Raises:
            InputError: the row is a number that was not taken for a figure.
        """
        mention = self._row(key).mention
        if mention is None:
            raise InputError(
                "这个数没有认作数据，不能改名、合并或拆分。", do="不是数据就按Enter往下。"
            )
        return mention
