"""What last year's report promised, and where this year's answers it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from nianbao.desk.desk import Desk
from nianbao.drafting import likeness
from nianbao.report import slots
from nianbao.report.figure import Promise
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import EntryKind
from nianbao.report.pieces import piece_of, pieces, place
from nianbao.report.printed import written
from nianbao.report.text import shortened

_SHOWN = 14  # characters of a title in the name of an action


class Status(StrEnum):
    """How a promise was kept. The value is the word on the screen."""

    DONE = "完成"
    PARTLY = "部分"
    NOT_DONE = "未完成"
    OPEN = "未答"

    @property
    def glyph(self) -> str:
        """The sign that goes with the word."""
        return {"完成": "✓", "部分": "◐", "未完成": "✗", "未答": "?"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One promise: what was said, how it was kept, where it is answered.

    `piece` is the entry of this year that answers it; when it is empty, `where` holds what the
    drafter wrote instead, or nothing.
    """

    id: str
    is_plan: bool
    title: str
    text: str
    status: Status
    piece: str
    where: str

    @property
    def kind(self) -> str:
        """安排 or 不足."""
        return "安排" if self.is_plan else "不足"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many promises are answered."""

    answered: int
    total: int

    @property
    def word(self) -> str:
        """What stands in the outline: 已答6/9."""
        return f"已答{self.answered}/{self.total}" if self.total else "没有"


def lines(desk: Desk) -> list[Line]:
    """Return what last year's report promised, in its order; plans and shortcomings."""
    if desk.is_empty:
        return []
    marks = desk.store.marks(desk.unit, desk.year)
    said = {mark.target: mark.text for mark in marks if mark.kind is MarkKind.PROMISE}
    return [
        _line(desk, promise, Status(said.get(promise.id, Status.OPEN)))
        for promise in desk.store.promises(desk.unit, desk.year)
    ]


def _line(desk: Desk, promise: Promise, status: Status) -> Line:
    then = desk.last_ledger()
    text = written(promise.text, then).text
    piece = piece_of(desk.report, promise.answer) if promise.answer else None
    return Line(
        id=promise.id,
        is_plan=promise.kind == EntryKind.PLAN,
        title=written(promise.title, then).text or text[:_SHOWN],
        text=text,
        status=status,
        piece=piece.id if piece else "",
        where=place(piece, desk.ledger) if piece else promise.answer,
    )


def tally(desk: Desk) -> Tally:
    """Return how many promises are answered, of how many."""
    every = lines(desk)
    return Tally(answered=sum(line.status is not Status.OPEN for line in every), total=len(every))


def answer(desk: Desk, promise: str, status: Status, where: str) -> None:
    """Say how a promise was kept and where that is written, as one action.

    `where` is the id of an entry of this year, or any words.
    """
    found = next(one for one in desk.store.promises(desk.unit, desk.year) if one.id == promise)
    title = written(found.title, desk.last_ledger()).text
    short = shortened(title, _SHOWN)
    mark = Mark(kind=MarkKind.PROMISE, target=promise, text=status.value)
    with desk.act(f"答复“{short}”：{status.value}") as action:
        desk.store.save_promises(action, desk.unit, [replace(found, answer=where.strip())])
        if status is Status.OPEN:
            desk.store.remove_mark(action, desk.unit, desk.year, mark)
        else:
            desk.store.save_marks(action, desk.unit, desk.year, [mark])


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
        if piece.entry and piece.entry.kind not in (EntryKind.PLAN, EntryKind.SHORTCOMING)
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
