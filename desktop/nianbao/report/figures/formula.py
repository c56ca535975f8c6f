"""The arithmetic of figures, in decimals, rounded as the text rounds."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from nianbao.report.figures.figure import Relation, RelationKind


def decimals_of(value: Decimal) -> int:
    """Return how many decimals a value is written with."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return max(0, -exponent)


def rounded(value: Decimal, places: int) -> Decimal:
    """Round half up to so many decimals, as official texts do."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def ratio(part: Decimal, whole: Decimal, places: int) -> Decimal | None:
    """Return part / whole in percent; None for a division by zero."""
    return rounded(part * 100 / whole, places) if whole else None


def relative_change(now: Decimal, then: Decimal, places: int) -> Decimal | None:
    """Return the change from then to now in percent, negative for a fall; None from zero."""
    return rounded((now - then) * 100 / then, places) if then else None


def compute(relation: Relation, operands: Sequence[Decimal]) -> Decimal | None:
    """Return what a relation's operands give; None where that is no number to write.

    A difference and a change are the first operand against the second, with its sign.
    """
    try:
        return _computed(relation, operands)
    except ArithmeticError:  # of more digits than are counted with
        return None


def _computed(relation: Relation, operands: Sequence[Decimal]) -> Decimal | None:
    match relation.kind:
        case RelationKind.SUM:
            return sum(operands, Decimal(0))
        case RelationKind.DIFFERENCE:
            return operands[0] - sum(operands[1:], Decimal(0))
        case RelationKind.RATIO:
            return ratio(operands[0], operands[1], relation.decimals)
        case RelationKind.CHANGE:
            return relative_change(operands[0], operands[1], relation.decimals)
