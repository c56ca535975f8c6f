"""Everything that is still open in a report, each thing once, in reading order.

All counts on the screen, in file names and in what the commands print are taken from this list.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache

from nianbao.checks.context import Context
from nianbao.report.figures.standing import Standing
from nianbao.report.finding import AnswerPromise, Finding
from nianbao.report.model import EntryState
from nianbao.report.pieces import Piece
from nianbao.report.writing import placeholder
from nianbao.report.writing.placeholder import FILL
from nianbao.report.writing.text import quoted, shortened

PENDING = "P00"  # the rule of what is open in the text, which is listed here by itself
_LABEL = 24  # characters of a text that has no name


class OpenKind(StrEnum):
    """What is open. The value is the word for it; they stand in the order in which to do them."""

    PENDING = Standing.PENDING.value  # a figure without a value
    CARRIED = Standing.CARRIED.value  # a figure whose value of last year is at hand
    CHECK = "待核"  # 【待核】 in the text, or a figure that does not apply
    UNDECIDED = "未定"  # an entry of last year that nobody has decided on
    NEW = "新数"  # a number or a year that was written and is neither taken in nor declined
    ELEMENT = "待补"  # 【待填】 in the text itself: a date, a document number
    PROMISE = "待交代"  # a plan or shortcoming of last year without an answer
    FINDING = "发现"  # what a rule has found

    @property
    def is_check(self) -> bool:
        """Whether a text must be changed or confirmed, and no figure answered."""
        return self is OpenKind.CHECK


TO_FILL = (OpenKind.PENDING, OpenKind.CARRIED, OpenKind.ELEMENT)
FIGURES = (OpenKind.PENDING, OpenKind.CARRIED)
PRINTED = (*TO_FILL, OpenKind.CHECK)
"""The kinds that stand in the printed text as placeholders."""

IN_TEXT = (*PRINTED, OpenKind.UNDECIDED, OpenKind.NEW)
"""The kinds that are open in the text: the final copy has none of them. What a rule has found and
what was not accounted for may be left as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One open thing: what it is called, where it stands and why it is open.

    `piece`, `start` and `length` are where it stands first, in characters of the piece as it
    prints; `pieces` are all pieces that it stands in. What concerns the whole report has none.
    One of `figure` (the name of an indicator), `promise` and `finding` says what is to be answered;
    without any of them it is the text itself, or the entry.
    """

    kind: OpenKind
    label: str
    place: str
    reason: str
    piece: str = ""
    start: int = 0
    length: int = 0
    pieces: tuple[str, ...] = ()
    figure: str = ""
    promise: str = ""
    finding: Finding | None = None


@dataclass(frozen=True)
class OpenItems:
    """What is open in a report, in reading order; what has no piece comes last.

    `order` counts the report's pieces, by their ids.
    """

    items: tuple[OpenItem, ...]
    order: Mapping[str, int] = field(default_factory=dict, repr=False)

    def of(
        self, kinds: Collection[OpenKind], pieces: Collection[str] | None = None
    ) -> list[OpenItem]:
        """Return the items of some kinds; only those that stand in some pieces, if given."""
        return [
            one
            for one in self.items
            if one.kind in kinds and (pieces is None or not set(one.pieces).isdisjoint(pieces))
        ]

    def count(self, *kinds: OpenKind) -> int:
        """Return how many there are of some kinds."""
        return len(self.of(kinds))

    def next_after(
        self, last: OpenItem | None = None, kinds: Collection[OpenKind] = tuple(OpenKind)
    ) -> OpenItem | None:
        """Return the next item after one, from the top again after the last; None without any.

        `last` may have been answered meanwhile: then it goes on from where that stood.
        """
        if last is None:
            return self._first_behind(0, kinds)
        if last in self.items:
            return self._first_behind(self.items.index(last) + 1, kinds)
        return self.next_from(last.piece, last.start, kinds)

    def next_from(
        self, piece: str, at: int = 0, kinds: Collection[OpenKind] = tuple(OpenKind)
    ) -> OpenItem | None:
        """Return the first item that stands at a character of a piece or behind it."""
        here = (self._at(piece), at)
        places = ((self._at(one.piece), one.start) for one in self.items)
        behind = (number for number, place in enumerate(places) if place >= here)
        return self._first_behind(next(behind, 0), kinds)

    def _first_behind(self, number: int, kinds: Collection[OpenKind]) -> OpenItem | None:
        turned = (*self.items[number:], *self.items[:number])
        return next((one for one in turned if one.kind in kinds), None)

    def _at(self, piece: str) -> int:
        return self.order.get(piece, len(self.order))

    def said(self, *kinds: OpenKind) -> str:
        """Return how much is open of some kinds, in words: 待报66项、待核4项; or nothing."""
        counted = ((kind, self.count(kind)) for kind in kinds)
        return "、".join(f"{kind.value}{count}项" for kind, count in counted if count)

    @property
    def to_fill(self) -> int:
        """How many things are to be filled in."""
        return self.count(*TO_FILL)

    @property
    def to_check(self) -> int:
        """How many things of last year are to be renewed or confirmed."""
        return self.count(OpenKind.CHECK)

    @property
    def unfinished(self) -> str:
        """What the printed text still marks, in words: 75项待填、4项待核; or nothing."""
        return _counted((self.to_fill, "待填"), (self.to_check, "待核"))

    @property
    def blocks_final(self) -> str:
        """What keeps the report from being final, in words: 75项待填、4项待核、1项新数; or nothing.

        Whoever asks whether a copy may be final asks this.
        """
        rest = (OpenKind.UNDECIDED, OpenKind.NEW)
        left = ((self.count(kind), kind.value) for kind in rest)
        return _counted((self.to_fill, "待填"), (self.to_check, "待核"), *left)


def _counted(*parts: tuple[int, str]) -> str:
    return "、".join(f"{count}项{word}" for count, word in parts if count)


def open_items(
    context: Context, findings: Iterable[Finding], new: Iterable[OpenItem] = ()
) -> OpenItems:
    """Return everything that is open; `findings` are those that stand and are not ignored.

    `new` are numbers that were written, which only a desk can tell from last year's.
    """
    order = {piece: number for number, piece in enumerate(context.pieces)}
    items = [*in_text(context), *new, *_found(context, findings)]
    items.sort(key=lambda one: (order.get(one.piece, len(order)), one.start))
    return OpenItems(tuple(items), order)


def _found(context: Context, findings: Iterable[Finding]) -> Iterator[OpenItem]:
    """Yield the findings that say something which is not in the text: promises, and the rest."""
    for one in findings:
        if one.rule == PENDING:
            continue
        promise = one.fix.promise if isinstance(one.fix, AnswerPromise) else ""
        yield OpenItem(
            kind=OpenKind.PROMISE if promise else OpenKind.FINDING,
            label=shortened(one.text or one.message, _LABEL),
            place=context.place(one.piece) if one.piece else one.place,
            reason=one.message,
            piece=one.piece,
            start=one.start,
            length=one.length,
            pieces=(one.piece,) if one.piece else (),
            promise=promise,
            finding=one,
        )


@lru_cache(maxsize=2)  # asked for by the rule on placeholders, and for the list
def in_text(context: Context) -> tuple[OpenItem, ...]:
    """Return what is open in the text: figures, placeholders, entries that nobody decided on."""
    figures: dict[str, OpenItem] = {}
    found: list[OpenItem | str] = []  # a figure stands here by its name, once
    for piece in context.pieces.values():
        here = sorted(_Reader(context, piece).items(), key=lambda one: one.start)
        for item in here:
            if not item.figure:
                found.append(item)
            elif before := figures.get(item.figure):
                pieces = dict.fromkeys((*before.pieces, piece.id))
                figures[item.figure] = replace(before, pieces=tuple(pieces))
            else:
                figures[item.figure] = item
                found.append(item.figure)
        if not here and _is_undecided(context, piece):
            found.append(_undecided(context, piece))
    return tuple(figures[one] if isinstance(one, str) else one for one in found)


class _Reader:
    """Finds what is open in one piece."""

    def __init__(self, context: Context, piece: Piece) -> None:
        self._context, self._piece = context, piece
        self._printed = context.printed[piece.id]

    def items(self) -> Iterator[OpenItem]:
        taken: list[range] = []
        for number in self._printed.numbers:
            taken.append(range(number.start, number.start + number.length))
            if number.name in self._context.ledger.indicators:
                for name in self._context.ledger.missing(number.name):
                    yield self._figure(name, number.name, number.start, number.length)
        for place in placeholder.find(self._printed.text):
            if not any(place.start in stretch for stretch in taken):
                yield self._written(place)

    def _figure(self, name: str, shown: str, start: int, length: int) -> OpenItem:
        """Return a figure that must be answered, also for another that is computed from it."""
        ledger = self._context.ledger
        kind = _KINDS.get(ledger.standing(name), OpenKind.PENDING)
        note = ledger.placeholder(name).note
        reason = "不适用，这句话要改写。" if kind is OpenKind.CHECK else note or "还没有填。"
        if name != shown:
            reason = f"要用它算{quoted(ledger.indicators[shown].label)}。{note}"
        return self._item(
            kind, ledger.indicators[name].label, reason, start=start, length=length, figure=name
        )

    def _written(self, place: placeholder.Place) -> OpenItem:
        """Return a placeholder that stands in the text itself."""
        said = place.placeholder
        if place.kind is FILL:
            kind, reason = OpenKind.ELEMENT, said.note or "还没有填。"
        else:
            kind, reason = OpenKind.CHECK, "是去年的，要改成今年的或删去。"
        label = shortened(said.label or place.text, _LABEL)
        return self._item(kind, label, reason, start=place.start, length=place.stop - place.start)

    def _item(
        self, kind: OpenKind, label: str, reason: str, *, start: int, length: int, figure: str = ""
    ) -> OpenItem:
        return OpenItem(
            kind=kind,
            label=label,
            place=self._context.place(self._piece.id),
            reason=reason,
            piece=self._piece.id,
            start=start,
            length=length,
            pieces=(self._piece.id,),
            figure=figure,
        )


_KINDS = {Standing.CARRIED: OpenKind.CARRIED, Standing.NOT_APPLICABLE: OpenKind.CHECK}


def _is_undecided(context: Context, piece: Piece) -> bool:
    untouched = context.states.get(piece.id) is EntryState.UNTOUCHED
    return piece.entry is not None and untouched and piece.id not in context.kept


def _undecided(context: Context, piece: Piece) -> OpenItem:
    text = context.printed[piece.id].text
    title = piece.entry.title if piece.entry else ""
    place = context.place(piece.id)
    return OpenItem(
        kind=OpenKind.UNDECIDED,
        label=shortened(title or " ".join(text.split()) or place, _LABEL),
        place=place,
        reason="去年的原文，保留、改写还是不再写，还没有定。",
        piece=piece.id,
        length=len(text),
        pieces=(piece.id,),
    )
