"""What has changed in a year since a version was kept: texts, figures, decisions."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from nianbao.desk.desk import Desk
from nianbao.report import flow
from nianbao.report.figures import wording
from nianbao.report.figures.figure import Figure, Promise
from nianbao.report.figures.ledger import Ledger
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Report
from nianbao.report.pieces import Piece, path, pieces
from nianbao.report.writing import quantity, slots


class DiffKind(StrEnum):
    """How something differs. The value is the word on the screen."""

    ADDED = "新增"
    REMOVED = "删去"
    CHANGED = "已改"
    FIGURES_ONLY = "仅改数"
    MOVED = "移动"


class DiffSubject(StrEnum):
    """What differs. The value is the word on the screen."""

    TEXT = "文字"
    FIGURE = "数据"
    DECISION = "处理"


Marked = tuple[str, tuple[int, int]]
"""A text, and from where to where it differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference, from the version (`before`) to now (`after`), in plain words.

    `target` is the id of the piece or the name of the indicator, `place` says where it stands or
    what is counted.
    """

    subject: DiffSubject
    kind: DiffKind
    target: str
    place: str
    before: str = ""
    after: str = ""

    def short(self, before: int = 16, behind: int = 40) -> tuple[Marked, Marked]:
        """Return both texts from a little before where they part, and what differs in each."""
        if not (self.before and self.after):
            return _whole(self.before), _whole(self.after)
        start = _common(self.before, self.after)
        end = _common(self.before[start:][::-1], self.after[start:][::-1])
        return (
            _cut(self.before, start, len(self.before) - end, before, behind),
            _cut(self.after, start, len(self.after) - end, before, behind),
        )


def _common(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _whole(text: str) -> Marked:
    return text, (0, 0)


def _cut(text: str, start: int, end: int, before: int, behind: int) -> Marked:
    first, last = max(0, start - before), min(len(text), end + behind)
    head, tail = "…" if first else "", "…" if last < len(text) else ""
    moved = len(head) - first
    return head + text[first:last] + tail, (start + moved, end + moved)


def compare(desk: Desk, version: int) -> list[Difference]:
    """Return what differs from a version: texts in reading order, then figures, decisions.

    Raises:
        InputError: there is no such version.
    """
    held = desk.version(version)
    then = Ledger.of(desk.year, held.indicators, held.figures, held.relations)
    now = desk.ledger
    old, new = _read(held.report, then), _read(desk.report, now)
    return [
        *_texts(old, new),
        *_figures(then, now),
        *_decisions(
            _answers(held.promises, held.marks),
            _answers(desk.promises, desk.marks),
            {one.piece.id: one.place for one in (*old, *new)},
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A piece with its text and where it stands, in words."""

    piece: Piece
    text: str
    place: str


def _read(report: Report, ledger: Ledger) -> list[_Read]:
    texts = flow.texts(flow.rendered(report, ledger.values()))
    return [
        _Read(piece=piece, text=texts[piece.id], place=path(piece, texts))
        for piece in pieces(report)
        if piece.id in texts  # a section without a heading has nothing to read
    ]


def _texts(old: Sequence[_Read], new: Sequence[_Read]) -> Iterator[Difference]:
    was, is_ = ({one.piece.id: one for one in some} for some in (old, new))
    ids = list(was), list(is_)
    stayed = _stayed(old, new, headings=True) | _stayed(old, new, headings=False)
    for _, start, end, first, last in _matched(*ids).get_opcodes():
        for id_ in ids[0][start:end]:
            if id_ not in is_ and was[id_].text:
                yield _text(was[id_], DiffKind.REMOVED, before=was[id_].text)
        for id_ in ids[1][first:last]:
            yield from _now(was.get(id_), is_[id_], stayed=id_ in stayed)


def _stayed(old: Sequence[_Read], new: Sequence[_Read], *, headings: bool) -> set[str]:
    """Return the pieces that stand in the section and the order in which they stood.

    Headings and the rest are looked at apart: an entry that goes over to the section before its own
    moves, and not the heading that it passes.
    """
    ways = [
        [(one.piece.id, one.piece.way) for one in some if one.piece.is_heading is headings]
        for some in (old, new)
    ]
    both = set(ways[0]) & set(ways[1])
    was, is_ = ([one[0] for one in some if one in both] for some in ways)
    blocks = _matched(was, is_).get_matching_blocks()
    return {id_ for start, _, size in blocks for id_ in was[start : start + size]}


def _matched(old: Sequence[str], new: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, old, new, autojunk=False)


def _now(old: _Read | None, new: _Read, *, stayed: bool) -> Iterator[Difference]:
    """Yield how a piece that is there now differs."""
    if old is None:
        if new.text:
            yield _text(new, DiffKind.ADDED, after=new.text)
    elif old.text != new.text:
        same = slots.blanked(old.piece.source) == slots.blanked(new.piece.source)
        kind = DiffKind.FIGURES_ONLY if same else DiffKind.CHANGED
        yield _text(new, kind, before=old.text, after=new.text)
    elif new.text and not stayed:
        yield _text(new, DiffKind.MOVED, before=old.text, after=new.text)


def _text(read: _Read, kind: DiffKind, *, before: str = "", after: str = "") -> Difference:
    return Difference(
        subject=DiffSubject.TEXT,
        kind=kind,
        target=read.piece.id,
        place=read.place,
        before=before,
        after=after,
    )


def _kind(was: object, is_: object) -> DiffKind:
    """Return how what was there and what is there now differ; either may be missing."""
    if was and is_:
        return DiffKind.CHANGED
    return DiffKind.ADDED if is_ else DiffKind.REMOVED


def _figures(then: Ledger, now: Ledger) -> Iterator[Difference]:
    for name in dict.fromkeys((*now.figures, *then.figures)):
        old, new = then.figures.get(name), now.figures.get(name)
        if old and new and (old.value, old.state) == (new.value, new.state):
            continue
        indicator = (now if new else then).indicators[name]
        yield Difference(
            subject=DiffSubject.FIGURE,
            kind=_kind(old, new),
            target=name,
            place=indicator.label,
            before=_said(old, indicator.unit),
            after=_said(new, indicator.unit),
        )


def _said(figure: Figure | None, unit: str) -> str:
    if figure is None:
        return ""
    if figure.value is not None:
        return quantity.readable(figure.value) + unit
    return wording.missing(figure)


_Answers = Mapping[tuple[str, str], tuple[str, str]]
_NAMES = {
    MarkKind.KEPT: ("条目", "保留"),
    MarkKind.IGNORED: ("发现", "忽略"),
    MarkKind.DECIDED: ("自动改动", "已答复"),
}


def _answers(promises: Iterable[Promise], marks: Iterable[Mark]) -> _Answers:
    """Return name and answer of everything that was decided."""
    titles = {promise.id: promise.title for promise in promises}
    found = {("answer", one.id): (one.title, one.answer) for one in promises if one.answer}
    for mark in marks:
        if mark.kind is not MarkKind.PROMISE and mark.kind not in _NAMES:
            continue  # where a text comes from is shown with the text
        name, said = _NAMES.get(mark.kind, (titles.get(mark.target, "上年安排"), mark.text))
        found[mark.kind.value, mark.target] = (name, said if not mark.text else mark.text)
    return found


def _decisions(old: _Answers, new: _Answers, places: Mapping[str, str]) -> Iterator[Difference]:
    for kind, target in dict.fromkeys((*new, *old)):
        was, is_ = old.get((kind, target)), new.get((kind, target))
        if was == is_:
            continue
        name = (is_ or was or ("", ""))[0]
        yield Difference(
            subject=DiffSubject.DECISION,
            kind=_kind(was, is_),
            target=target,
            place=places.get(target, name) if kind == MarkKind.KEPT else name,
            before=was[1] if was else "",
            after=is_[1] if is_ else "",
        )
