"""Short words about figures, alike wherever they are shown."""

from decimal import Decimal

from nianbao.report.figures.figure import LAST_YEAR, Figure, FigureState, Relation, RelationKind
from nianbao.report.figures.formula import relative_change
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.standing import Standing
from nianbao.report.writing import quantity

_SIGNS = {RelationKind.RATIO: "÷", RelationKind.SUM: "＋", RelationKind.DIFFERENCE: "－"}


def missing(figure: Figure | None) -> str:
    """Return the word in the place of a value that is not there: 待报 or 不适用."""
    gone = figure is not None and figure.state is FigureState.NOT_APPLICABLE
    return (Standing.NOT_APPLICABLE if gone else Standing.PENDING).value


def number(value: Decimal | None) -> str:
    """Return a value in digits with 万 or 亿 where that reads better, nothing for none."""
    return "" if value is None else quantity.readable(value)


def change(now: Decimal | None, then: Decimal | None, unit: str) -> str:
    """Return how a value changed against last year: +34.9%, -0.75个百分点, 持平."""
    if now is None or then is None:
        return ""
    if now == then:
        return "持平"
    difference = now - then
    sign = "+" if difference > 0 else "-"
    if unit == "%":
        return f"{sign}{quantity.plain(abs(difference).normalize())}个百分点"
    share = relative_change(now, then, 1)
    return f"{sign}{quantity.plain(abs(difference))}" if share is None else f"{sign}{abs(share)}%"


def formula(ledger: Ledger, name: str) -> str:
    """Return an indicator's formula in words: 纠错数÷审结数; nothing when it has none."""
    found = ledger.formulas.get(name)
    return relation(ledger, found) if found else ""


def relation(ledger: Ledger, found: Relation) -> str:
    """Return the arithmetic of a relation in words, without its result."""
    operands = [_operand(ledger, operand) for operand in found.operands]
    if found.kind is RelationKind.CHANGE:
        return f"（{operands[0]}－{operands[1]}）÷{operands[1]}"
    return _SIGNS[found.kind].join(operands)


def _operand(ledger: Ledger, name: str) -> str:
    own = name.removesuffix(LAST_YEAR)
    label = ledger.indicators[own].label if own in ledger.indicators else own
    return f"上年{label}" if name.endswith(LAST_YEAR) else label
