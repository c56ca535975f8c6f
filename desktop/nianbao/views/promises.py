"""What last year's report promised, and where this year's answers it."""

from dataclasses import dataclass

from nianbao import checks
from nianbao.desk import checked
from nianbao.desk.desk import Desk
from nianbao.drafting import likeness
from nianbao.report.figures.figure import Promise
from nianbao.report.figures.printed import written
from nianbao.report.mark import MarkKind
from nianbao.report.model import EntryKind
from nianbao.report.pieces import piece_of, pieces, place
from nianbao.report.promise import PromiseState, said
from nianbao.report.writing import slots


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseLine:
    """One promise: what was said, how it was kept, where it is answered.

    `piece` is the entry of this year that answers it; when it is empty, `where` holds what the
    drafter wrote instead, or nothing.
    """

    id: str
    is_plan: bool
    title: str
    text: str
    status: PromiseState
    piece: str
    where: str

    @property
    def kind(self) -> str:
        """安排 or 不足."""
        return "安排" if self.is_plan else "不足"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many promises are answered, of those that want an answer; the rest is ignored."""

    answered: int
    total: int
    ignored: int = 0

    @property
    def word(self) -> str:
        """What stands in the outline: 已答6/9."""
        ignored = f"，忽略{self.ignored}" if self.ignored else ""
        asked = self.total or self.ignored
        return f"已答{self.answered}/{self.total}{ignored}" if asked else "没有"


def lines(desk: Desk) -> list[PromiseLine]:
    """Return what last year's report promised, in its order; plans and shortcomings."""
    if desk.is_empty:
        return []
    answers = _answers(desk)
    return [
        _line(desk, promise, answers.get(promise.id, PromiseState.OPEN))
        for promise in desk.promises
    ]


def _answers(desk: Desk) -> dict[str, PromiseState]:
    """Return how each promise was kept that somebody said something of, by its id."""
    marks = [mark for mark in desk.marks if mark.kind is MarkKind.PROMISE]
    return {mark.target: PromiseState(mark.text) for mark in marks}


def _line(desk: Desk, promise: Promise, status: PromiseState) -> PromiseLine:
    title, text = said(promise, desk.last_ledger())
    piece = piece_of(desk.report, promise.answer) if promise.answer else None
    return PromiseLine(
        id=promise.id,
        is_plan=promise.kind == EntryKind.PLAN,
        title=title,
        text=text,
        status=status,
        piece=piece.id if piece else "",
        where=place(piece, desk.ledger) if piece else promise.answer,
    )


def tally(desk: Desk) -> Tally:
    """Return how many promises are answered, of how many."""
    answered = {one for one, state in _answers(desk).items() if state is not PromiseState.OPEN}
    there = [one.id for one in desk.promises]
    ignored = checked.ignored(desk, checks.PROMISE) if there else 0
    return Tally(
        answered=sum(one in answered for one in there),
        total=len(there) - ignored,
        ignored=ignored,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An entry of this year that seems to answer a promise."""

    piece: str
    place: str
    text: str


def suggest(desk: Desk, promise: str) -> list[Suggestion]:
    """Return the entries of this year that speak most of what was promised, the best first."""
    found = next(line for line in lines(desk) if line.id == promise)
    here = {
        piece.id: piece
        for piece in pieces(desk.report)
        if piece.entry and not piece.entry.kind.is_written_anew
    }
    texts = {
        id_: slots.blanked("".join(one.title for one in piece.trail[1:]) + piece.source)
        for id_, piece in here.items()
    }
    return [
        Suggestion(
            piece=id_,
            place=place(here[id_], desk.ledger),
            text=written(here[id_].source, desk.ledger).text,
        )
        for id_ in likeness.like(found.title + found.text, texts)
    ]


def text_of(desk: Desk, piece: str) -> str:
    """Return an entry of this year as it prints, with one word for each missing figure."""
    found = piece_of(desk.report, piece)
    return written(found.source, desk.ledger, short=True).text if found else ""
