"""The cells of a report's tables: where they stood, and what the number in one is called."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nianbao.report import numeral
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Report
from nianbao.report.pieces import pieces
from nianbao.report.writing import slots
from nianbao.report.writing.fold import folded
from nianbao.standards.quantities import Quantities
from nianbao.standards.tables import heads as known
from nianbao.understanding.lines.grid import Heads
from nianbao.understanding.numerals import numbers
from nianbao.understanding.numerals.numbers import Number

_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What the number in a cell is called by its heads; `unit` is empty where they say none."""

    name: str
    unit: str


def marks(report: Report, heads: Mapping[int, Heads]) -> Iterator[Mark]:
    """Yield a mark for each piece with a number whose line had heads: its column and row."""
    for piece in pieces(report):
        holder = piece.entry or piece.element
        found = heads.get(holder.paragraph) if holder and holder.paragraph is not None else None
        if found and any(numeral.spans(folded(slots.blanked(piece.source)))):
            yield Mark(kind=MarkKind.CELL, target=piece.id, text=str(found))


def counted(heads: Heads | None, quantities: Quantities, year: int) -> Counted | None:
    """Return what stands in a cell by its heads, None where they do not say it for sure.

    They say it of the report's `year` alone, and of nothing that was planned or is compared.
    """
    if heads is None or not heads.is_plain or any(map(str.isdecimal, heads.column + heads.row)):
        return None
    if known().other.search(heads.above + heads.column + heads.row):
        return None
    if any(int(one) != year for one in _YEAR.findall(heads.above)):
        return None
    head = known().measured.fullmatch(heads.column)
    if head is None:
        return None
    unit = head["unit"] or ""
    if unit and not _is_unit(unit, quantities):
        return None
    what = "" if known().only_number.fullmatch(head["what"]) else head["what"]
    name = heads.row + what
    is_amount = unit in quantities.rates or known().amounts.search(name)
    return Counted(name=name if is_amount else name + known().many, unit=unit)


def _is_unit(text: str, quantities: Quantities) -> bool:
    found = quantities.unit.fullmatch(text)
    return found is not None and found["unit"] == text


def number(text: str, cell: Counted, quantities: Quantities) -> Number | None:
    """Return the number that a cell is, None where it is anything else or has no unit at all."""
    plain = folded(text)
    spans = list(numeral.spans(plain))
    if len(spans) != 1 or not plain[spans[0][0]].isdecimal():
        return None
    found = numbers.at(plain, *spans[0], quantities)
    if found is None or plain[: found.start].strip() or plain[found.stop :].strip():
        return None
    if found.end != spans[0][1] or (found.unit and cell.unit and found.unit != cell.unit):
        return None
    unit = found.unit or cell.unit
    found = numbers.retold(plain, found, unit, None, quantities)
    return None if not unit or numbers.doubt(plain, found, quantities) else found
