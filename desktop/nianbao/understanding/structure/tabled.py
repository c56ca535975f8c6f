"""The numbers in a report's tables: where they stood."""

from collections.abc import Collection, Iterator, Mapping

from nianbao.report import numeral
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Report
from nianbao.report.pieces import pieces
from nianbao.report.writing import slots
from nianbao.report.writing.fold import folded
from nianbao.standards.figures import tables
from nianbao.understanding.lines.grid import Heads


def marks(report: Report, heads: Mapping[int, Heads], cells: Collection[int]) -> Iterator[Mark]:
    """Yield a mark for each piece with a number whose line had heads: its column and row.

    `cells` are the lines of tables: a number alone in one has a mark though nothing heads it.
    """
    for piece in pieces(report):
        holder = piece.entry or piece.element
        if holder is None or holder.paragraph is None:
            continue
        plain, found = folded(slots.blanked(piece.source)), heads.get(holder.paragraph)
        if found is None and holder.paragraph in cells and any(tables.alone(plain)):
            found = Heads(column="", row="")
        if found and any(numeral.spans(plain)):
            yield Mark(kind=MarkKind.CELL, target=piece.id, text=str(found))
