"""Where a figure comes from, what it was, and where else it is used."""

from collections.abc import Iterator
from dataclasses import dataclass

from nianbao.desk.desk import Desk
from nianbao.machine import clock
from nianbao.report.figures import wording
from nianbao.report.figures.figure import LAST_YEAR, FigureState, Period
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.printed import written
from nianbao.report.figures.standing import Standing
from nianbao.report.pieces import pieces
from nianbao.report.writing import changing
from nianbao.report.writing.text import sentences
from nianbao.views.ledger.figure_uses import FigureUse, uses

PERIODS = {
    Period.FLOW: "年度数",
    Period.STOCK: "累计数或存量",
    Period.RATE: "比率",
    Period.CHANGE: "增减",
}
"""What users call the kinds of indicators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operand:
    """One value of a formula; `name` is its indicator, and `value` is empty when it is missing."""

    name: str
    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """All there is to say of a figure in the current year; values as they are read.

    `computed` is what the formula gives where something else was put in by hand.
    """

    name: str
    label: str
    unit: str
    standing: Standing
    value: str
    source: str
    as_of: str
    touched: str
    formula: str
    operands: tuple[Operand, ...]
    computed: str
    last_year: int
    last: str
    change: str
    definition: str
    period: str
    department: str
    uses: tuple[FigureUse, ...]

    @property
    def confirmable(self) -> bool:
        """Whether last year's value can be taken over."""
        return self.standing in (Standing.CARRIED, Standing.PENDING) and bool(self.last)

    @property
    def restorable(self) -> bool:
        """Whether the formula would give another value than stands there."""
        return self.standing is Standing.MANUAL or (
            self.standing is Standing.NOT_APPLICABLE and bool(self.formula)
        )


def provenance(desk: Desk, name: str) -> Provenance | None:
    """Return what is known of a figure, None when there is no such indicator."""
    ledger = desk.ledger
    indicator = ledger.indicators.get(name)
    if indicator is None:
        return None
    figure, prior = ledger.figures.get(name), ledger.prior.get(name)
    now, then = ledger.known(name), prior.value if prior else None
    standing = ledger.standing(name)
    computed = ledger.computed(name)
    return Provenance(
        name=name,
        label=indicator.label,
        unit=indicator.unit,
        standing=standing,
        value=wording.number(now),
        source=figure.source if figure else "",
        as_of=figure.as_of if figure else "",
        touched=_touched(desk, name) if figure and figure.state is not FigureState.PENDING else "",
        formula=wording.formula(ledger, name),
        operands=tuple(_operands(ledger, name)),
        computed=wording.number(computed) if standing is Standing.MANUAL else "",
        last_year=ledger.year - 1,
        last="" if then is None else changing.told(then, indicator.unit),
        change=wording.change(now, then, indicator.unit),
        definition=indicator.definition,
        period=PERIODS[indicator.period],
        department=indicator.department,
        uses=uses(desk).get(name, ()),
    )


def _operands(ledger: Ledger, name: str) -> Iterator[Operand]:
    formula = ledger.formulas.get(name)
    for operand in formula.operands if formula else ():
        own = operand.removesuffix(LAST_YEAR)
        indicator = ledger.indicators.get(own)
        label = indicator.label if indicator else own
        if own != operand:
            prior = ledger.prior.get(own)
            value = wording.number(prior.value if prior else None)
            yield Operand(name=own, label=f"上年{label}", value=value)
        else:
            yield Operand(name=own, label=label, value=wording.number(ledger.known(own)))


def _touched(desk: Desk, name: str) -> str:
    """Return when and by which action a figure was changed last."""
    steps = desk.figure_history(name, desk.year)
    if not steps:
        return ""
    return f"{clock.said(steps[0].at)} {steps[0].action}"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearValue:
    """A figure in one year: its value, and the sentence of that year's report with its place."""

    year: int
    value: str
    change: str
    sentence: str
    start: int = 0
    length: int = 0


def over_years(desk: Desk, name: str) -> list[YearValue]:
    """Return a figure in every year that has a report or a value, newest first."""
    indicator = desk.ledger.indicators.get(name)
    if indicator is None:
        return []
    every = [one for one in desk.figures if one.indicator == name]
    values = {one.year: one for one in every}
    found = []
    for year in sorted({*values, *desk.years()}, reverse=True):
        ledger = desk.ledger.around(year)
        sentence, start, length = _sentence(desk, ledger, name)
        figure, known, prior = values.get(year), ledger.known(name), ledger.prior.get(name)
        if figure is None and known is None and not sentence:
            continue
        found.append(
            YearValue(
                year=year,
                value=wording.number(known) or wording.missing(figure),
                change=wording.change(known, prior.value if prior else None, indicator.unit),
                sentence=sentence,
                start=start,
                length=length,
            )
        )
    return found


def _sentence(desk: Desk, ledger: Ledger, name: str) -> tuple[str, int, int]:
    """Return the first sentence of a year's report that holds a figure, and its place there."""
    report = desk.report_of(ledger.year)
    for piece in pieces(report) if report else ():
        if name not in piece.source:
            continue
        whole = written(piece.source, ledger, short=True)
        number = next((one for one in whole.numbers if one.name == name), None)
        if number is None:
            continue
        line = whole.text.rfind("\n", 0, number.start) + 1
        text = whole.text[line:].split("\n")[0]
        at = number.start - line
        for offset, sentence in sentences(text):
            if offset <= at < offset + len(sentence):
                return sentence, at - offset, number.length
    return "", 0, 0
