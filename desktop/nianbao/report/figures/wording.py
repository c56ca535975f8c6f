"""Short words about figures, alike wherever they are shown."""

from collections.abc import Sequence
from decimal import Decimal

from nianbao.report.figures.figure import LAST_YEAR, Figure, FigureState, Relation, RelationKind
from nianbao.report.figures.formula import relative_change
from nianbao.report.figures.ledger import Ledger
from nianbao.report.writing import quantity

_SIGNS = {RelationKind.RATIO: "÷", RelationKind.SUM: "＋", RelationKind.DIFFERENCE: "－"}


def missing(figure: Figure | None) -> str:
    """Return the word in the place of a value that is not there: 待报 or 不适用."""
    gone = figure is not None and figure.state is FigureState.NOT_APPLICABLE
    return "不适用" if gone else "待报"


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
    return _joined(found.kind, [named(ledger, operand) for operand in found.operands])


def equation(ledger: Ledger, found: Relation) -> str:
    """Return a relation in words, with its result: 纠错率＝纠错数÷审结数."""
    return f"{named(ledger, found.result)}＝{relation(ledger, found)}"


def worked_out(
    kind: RelationKind, result: str, operands: Sequence[str], *, falls: bool = False
) -> str:
    """Return arithmetic as a text writes its numbers: 712÷726＝98.07%.

    `falls`: the first operand is less than the second; a text says 减少15件, 下降25% and no sign.
    """
    if falls and kind is RelationKind.DIFFERENCE:
        operands = operands[::-1]
    sign = "-" if falls and kind is RelationKind.CHANGE else ""
    return f"{_joined(kind, operands)}＝{sign}{result}"


def _joined(kind: RelationKind, operands: Sequence[str]) -> str:
    if kind is RelationKind.CHANGE:
        return f"（{operands[0]}－{operands[1]}）÷{operands[1]}"
    return _SIGNS[kind].join(operands)


def named(ledger: Ledger, name: str) -> str:
    """Return what an operand is called on the screen: 纠错数, 上年纠错数."""
    own = name.removesuffix(LAST_YEAR)
    label = ledger.indicators[own].label if own in ledger.indicators else own
    return f"上年{label}" if name.endswith(LAST_YEAR) else label
