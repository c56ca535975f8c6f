"""The cells of a report's tables: where they stood, and what in them is a number alone."""

import re
from collections.abc import Iterator, Mapping

from nianbao.report import numeral
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Report
from nianbao.report.pieces import pieces
from nianbao.report.writing import slots
from nianbao.report.writing.fold import folded
from nianbao.standards.quantities import Quantities
from nianbao.standards.tables import heads as known
from nianbao.understanding.lines.grid import Heads

_WORD = re.compile(r"\w")


def marks(report: Report, heads: Mapping[int, Heads]) -> Iterator[Mark]:
    """Yield a mark for each piece with a number whose line had heads: its column and row."""
    for piece in pieces(report):
        holder = piece.entry or piece.element
        found = heads.get(holder.paragraph) if holder and holder.paragraph is not None else None
        if found and any(numeral.spans(folded(slots.blanked(piece.source)))):
            yield Mark(kind=MarkKind.CELL, target=piece.id, text=str(found))


def alone(plain: str, quantities: Quantities) -> Iterator[tuple[int, int, str]]:
    """Yield where the numbers of a cell stand that holds nothing else, and why they are asked about.

    Units, 约词 and marks may stand beside them: 61. · 约30 · 12（3）. The text is folded.
    """
    spans = list(numeral.spans(plain))
    rest, end = "", 0
    for start, stop in spans:
        before = plain[end:start]
        prefix = quantities.prefix.search(before)
        rest += before[: prefix.start()] if prefix else before
        found = quantities.unit.match(plain, stop) or quantities.chinese_unit.match(plain, stop)
        end = found.end() if found else stop
    if spans and not _WORD.search(rest + plain[end:]) and not known().row_number.fullmatch(plain):
        yield spans[0][0], max(end, spans[-1][1]), known().alone
