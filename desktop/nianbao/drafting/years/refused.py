"""Numerals that the user said are no figures: the new year leaves them alone as well."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate

from nianbao.drafting import cells
from nianbao.drafting.cells import Cell
from nianbao.report import numeral
from nianbao.report.correction import Correction, CorrectionKind, context
from nianbao.report.numeral import Numeral, NumeralKind
from nianbao.report.writing import slots
from nianbao.report.writing.fold import folded
from nianbao.report.writing.slots import Slot
from nianbao.standards.figures.numerals import REFUSED

_LONGEST = 24  # characters of a numeral with its unit


def by_corrections(corrections: Iterable[Correction]) -> frozenset[str]:
    """Return the words around the numerals that were refused, as the corrections keep them."""
    kind = CorrectionKind.REJECT
    return frozenset(one.context for one in corrections if one.kind is kind and one.context)


def by_numerals(numerals: Iterable[Numeral]) -> frozenset[str]:
    """Return the words around the numerals that were refused when the report was read."""
    refused = (one for one in numerals if one.kind is NumeralKind.EXCEPTION)
    return frozenset(one.context for one in refused if one.reason == REFUSED)


def places(
    found: Sequence[Cell], values: Mapping[str, Decimal | str], refused: Collection[str]
) -> frozenset[int]:
    """Return at which cells numerals begin that were refused; `values` are last year's."""
    if not refused:
        return frozenset()
    printed = [
        slots.render([cell.source], values)[0] if isinstance(cell, Slot) else cell for cell in found
    ]
    starts = [0, *accumulate(map(len, printed))]
    plain = folded("".join(printed))
    return frozenset(
        at
        for at, _ in numeral.spans(folded(cells.read(found)))
        if _is_refused(plain, starts[at], refused)
    )


def _is_refused(plain: str, start: int, refused: Collection[str]) -> bool:
    return any(
        context(plain, start, stop) in refused
        for stop in range(start + 1, min(start + _LONGEST, len(plain)) + 1)
    )
