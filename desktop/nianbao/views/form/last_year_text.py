"""Last year's text of the current piece."""

from dataclasses import dataclass
from functools import partial

from nianbao.desk.desk import Desk
from nianbao.report.figures.printed import PrintedText, written
from nianbao.report.pieces import Piece, piece_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LastText:
    """A piece as last year's report printed it, and where: 2025年度报告 · （七）1. · 第2条."""

    place: str
    written: PrintedText


def last_text(desk: Desk, piece: str) -> LastText | None:
    """Return last year's text of a piece, None when last year had none such.

    A heading comes with the entries right below it, what was split or merged with the whole of
    what it comes from.
    """
    last = desk.last
    if last is None:
        return None
    ids = desk.origins(piece)
    found = [one for one in map(partial(piece_of, last), ids) if one is not None]
    if not found:
        return None
    source = "".join(
        ("\n" if at and not (one.entry and one.entry.joined) else "") + _source(one)
        for at, one in enumerate(found)
    )
    places = dict.fromkeys(" · ".join(_where(one)) for one in found)
    words = [f"{last.year}年度报告", "、".join(filter(None, places))]
    return LastText(
        place=" · ".join(filter(None, words)), written=written(source, desk.last_ledger())
    )


def _source(piece: Piece) -> str:
    if not piece.trail or piece.entry is not None:
        return piece.source
    return piece.source + "".join(
        entry.text if entry.joined else f"\n{entry.text}" for entry in piece.trail[-1].entries
    )


def _where(piece: Piece) -> list[str]:
    if not piece.trail:
        return [piece.outside]
    numbers = "".join(section.prefix for section in piece.trail[1:]) or piece.trail[0].prefix
    return [word for word in (numbers, piece.ordinal and f"第{piece.ordinal}条") if word]
