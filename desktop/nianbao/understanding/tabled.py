"""The numbers in a report's tables: where they stood."""

from collections.abc import Iterator, Mapping

from nianbao.report import numeral
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Report
from nianbao.report.pieces import pieces
from nianbao.report.writing import slots
from nianbao.report.writing.fold import folded
from nianbao.understanding.lines.grid import Heads


def marks(report: Report, heads: Mapping[int, Heads]) -> Iterator[Mark]:
    """Yield a mark for each piece with a number whose line had heads: its column and row."""
    for piece in pieces(report):
        holder = piece.entry or piece.element
        found = heads.get(holder.paragraph) if holder and holder.paragraph is not None else None
        if found and any(numeral.spans(folded(slots.blanked(piece.source)))):
            yield Mark(kind=MarkKind.CELL, target=piece.id, text=str(found))
