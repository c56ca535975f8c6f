"""What an earlier session could not save, beside what was written in its place meanwhile."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nianbao.desk.desk import Desk
from nianbao.machine.rescue import RescuedTyping
from nianbao.report.figures import typed
from nianbao.report.figures.figure import FigureState
from nianbao.report.figures.printed import written
from nianbao.report.pieces import piece_of
from nianbao.report.writing.text import quoted, shortened

_SHOWN, _BEFORE = 24, 6  # characters of a text, and of it before it is another


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One text or number that is another now; `key` is its piece or indicator."""

    key: str
    is_figure: bool
    name: str
    now: str
    then: str

    def __str__(self) -> str:
        """Return it in one sentence."""
        return f"{self.name}现在是{self.now}，上次是{self.then}。"


def clashes(desk: Desk, kept: RescuedTyping) -> list[Clash]:
    """Return what of the current report was written meanwhile, where something was rescued."""
    return [*_texts(desk, kept), *_figures(desk, kept)]


def without(kept: RescuedTyping, found: Sequence[Clash]) -> RescuedTyping:
    """Return what was rescued without what clashes."""
    pieces = {one.key for one in found if not one.is_figure}
    names = {one.key for one in found if one.is_figure}
    return replace(
        kept,
        texts={piece: text for piece, text in kept.texts.items() if piece not in pieces},
        figures={name: said for name, said in kept.figures.items() if name not in names},
    )


def _texts(desk: Desk, kept: RescuedTyping) -> Iterator[Clash]:
    for id_, then in kept.texts.items():
        piece = piece_of(desk.report, id_)
        if piece is None or piece.own_source in (then, kept.before.get(id_)):
            continue
        now, last = _apart(*(_readable(desk, source) for source in (piece.own_source, then)))
        title = piece.entry.title if piece.entry else ""
        name = quoted(shortened(title, _SHOWN)) if title else "一处文字"
        yield Clash(key=id_, is_figure=False, name=name, now=now, then=last)


def _figures(desk: Desk, kept: RescuedTyping) -> Iterator[Clash]:
    for name, then in kept.figures.items():
        figure, indicator = desk.ledger.figures.get(name), desk.ledger.indicators.get(name)
        if figure is None or indicator is None or figure.state is FigureState.PENDING:
            continue
        now = typed.as_typed(figure)
        if now != then:
            yield Clash(key=name, is_figure=True, name=quoted(indicator.label), now=now, then=then)


def _readable(desk: Desk, source: str) -> str:
    return " ".join(written(source, desk.ledger).text.split())


def _apart(now: str, then: str) -> tuple[str, str]:
    """Return two texts from just before where they part, each in quotation marks."""
    same = next((n for n, (a, b) in enumerate(zip(now, then, strict=False)) if a != b), 0)
    start = max(0, same - _BEFORE)
    ahead = "…" if start else ""
    first, second = (quoted(ahead + shortened(text[start:], _SHOWN)) for text in (now, then))
    return first, second
