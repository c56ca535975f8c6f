"""What is asked when the year turns, and the text as the answers make it.

A text with slots is handled as cells here: every character and every slot is one cell, so that a
place in the text with its slots blanked is a place among the cells.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nianbao.drafting import arrange, variance
from nianbao.drafting.new_year import NewYear
from nianbao.report import placeholder, slots
from nianbao.report.change import Change
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import EntryKind, Report
from nianbao.report.placeholder import CHECK, TAIL
from nianbao.report.slots import Slot

Cell = str | Slot
_ASKED = ("phrase_to_check", "year_kept")
_CHECK = "请核对"  # a reason that says so asks for a look; others ask for other words
_REMINDERS = {
    EntryKind.PLAN: CHECK.around("上年的安排，请改写"),
    EntryKind.SHORTCOMING: CHECK.around("上年的不足，请改写"),
}
_REMINDER = CHECK.around("上年原文，请改写")


class Choice(StrEnum):
    """What can become of something; the value is the word for it."""

    SHIFT = "改"  # a year word follows the year
    KEEP = "保留"
    REMIND = "改写提醒"  # set in 【待核：…】, so that it cannot slip through
    CLEAR = "待报"
    DROP = "不再写"


class Kind(StrEnum):
    """What a question is about."""

    PHRASE = "phrase"
    DATE = "date"  # a date or number that stands in 【待核：…】 already
    ENTRY = "entry"
    YEAR = "year"


_RULES = {
    Kind.PHRASE: _ASKED,
    Kind.DATE: ("number_to_check",),
    Kind.ENTRY: ("entry_kept",),
    Kind.YEAR: (),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that the clerk may decide.

    `start` to `stop` are cells of the turned piece, `text` reads as they do, slots blanked.
    `reason` is empty for an entry that is simply carried over.
    """

    id: str
    kind: Kind
    piece: str
    start: int
    stop: int
    text: str
    reason: str
    default: Choice


def cells(source: str) -> list[Cell]:
    """Return the cells of a source."""
    found: list[Cell] = []
    for part in slots.parse(source):
        found += [part] if isinstance(part, Slot) else part
    return found


def source_of(found: Iterable[Cell]) -> str:
    """Return cells as source."""
    return "".join(c.source if isinstance(c, Slot) else slots.escape(c) for c in found)


def texts(report: Report) -> dict[str, str]:
    """Return the source of every piece by its id, in reading order."""
    found: dict[str, str] = {}

    def noted(piece: str, source: str) -> str:
        found[piece] = source
        return source

    report.mapped(noted)
    return found


def questions(turned: NewYear) -> list[Question]:
    """Return what the turn of the year leaves to be decided, in reading order."""
    asked: dict[str, list[Change]] = {}
    for change in turned.changes:
        asked.setdefault(change.piece, []).append(change)
    found: list[Question] = []
    entries = {entry.id for entry in variance.entries(turned.report)}
    for piece, source in texts(turned.report).items():
        here = _Piece(piece, source, asked.get(piece, []))
        found += here.years()
        found += here.entry() if piece in entries else ()
        found += sorted([*here.phrases(), *here.dates()], key=_at)
    return found


def _at(question: Question) -> int:
    return question.start


def _last_first(question: Question) -> tuple[bool, int]:
    """Sort so that an answer moves no place of one that follows; a whole entry comes last."""
    return question.kind is Kind.ENTRY, -question.start


def _widest_first(place: tuple[int, int, str]) -> tuple[int, int]:
    return place[0], -place[1]


class _Piece:
    """One text in which something may be asked."""

    def __init__(self, piece: str, source: str, changes: Sequence[Change]) -> None:
        self._piece, self._changes = piece, changes
        self._cells, self._blank = cells(source), slots.blanked(source)

    def years(self) -> Iterator[Question]:
        for at, cell in enumerate(self._cells):
            if isinstance(cell, Slot) and cell.is_year:
                yield self._question(Kind.YEAR, at, at + 1, "年份顺延。", Choice.SHIFT)

    def entry(self) -> Iterator[Question]:
        """Yield what becomes of an entry; one that nothing speaks against is kept."""
        reasons = [c.reason for c in self._changes if c.rule == "entry_kept"]
        default = Choice.REMIND if reasons else Choice.KEEP
        yield self._question(Kind.ENTRY, 0, len(self._cells), "".join(reasons), default)

    def dates(self) -> Iterator[Question]:
        reasons = {c.before: c.reason for c in self._changes if c.rule == "number_to_check"}
        for found in placeholder.find(self._blank):
            if found.kind is CHECK and (reason := reasons.get(found.inside)):
                yield self._question(Kind.DATE, found.start, found.stop, reason, Choice.REMIND)

    def phrases(self) -> Iterator[Question]:
        """Yield the phrases to ask about; those that overlap are one."""
        joined: list[tuple[int, int, list[str]]] = []
        for start, stop, reason in sorted(self._places(), key=_widest_first):
            if joined and start < joined[-1][1]:
                first, last, reasons = joined.pop()
                joined.append((first, max(last, stop), [*reasons, reason]))
            else:
                joined.append((start, stop, [reason]))
        for start, stop, reasons in joined:
            wrong = [reason for reason in reasons if _CHECK not in reason]
            default = Choice.REMIND if wrong else Choice.KEEP
            yield self._question(Kind.PHRASE, start, stop, (wrong or reasons)[0], default)

    def _places(self) -> Iterator[tuple[int, int, str]]:
        marked = [(found.start, found.stop) for found in placeholder.find(self._blank)]
        for change in self._changes:
            if change.rule in _ASKED and change.before:
                for found in re.finditer(re.escape(change.before), self._blank):
                    if not any(a <= found.start() and found.end() <= b for a, b in marked):
                        yield *found.span(), change.reason

    def _question(
        self, kind: Kind, start: int, stop: int, reason: str, default: Choice
    ) -> Question:
        return Question(
            id=f"{kind.value}:{self._piece}:{start}",
            kind=kind,
            piece=self._piece,
            start=start,
            stop=stop,
            text=self._blank[start:stop],
            reason=reason,
            default=default,
        )


def answered(
    report: Report, asked: Sequence[Question], chosen: Mapping[str, Choice], last: int
) -> Report:
    """Return the turned report as the answers make it; `last` is the year it comes from.

    Answers to drop something are not for texts: see `without`.
    """
    kinds = {e.id: e.kind for section in report.walk() for e in section.entries}
    of_piece: dict[str, list[Question]] = {}
    for question in asked:
        of_piece.setdefault(question.piece, []).append(question)

    def changed(piece: str, source: str) -> str:
        found = cells(source)
        for question in sorted(of_piece.get(piece, ()), key=_last_first):
            choice = chosen.get(question.id, question.default)
            whole = question.kind is Kind.ENTRY
            place = slice(None) if whole else slice(question.start, question.stop)
            found[place] = _answer(question, choice, found[place], kinds.get(piece), last)
        return source_of(found)

    return report.mapped(changed)


def _answer(
    question: Question, choice: Choice, old: list[Cell], kind: EntryKind | None, last: int
) -> list[Cell]:
    """Return what comes in the place of some cells."""
    match question.kind, choice:
        case Kind.YEAR, Choice.KEEP:
            return [*slots.render([source_of(old)], slots.years(last))]  # still one cell
        case Kind.DATE, Choice.KEEP:
            return old[len(CHECK.head) : -len(TAIL)]
        case Kind.PHRASE, Choice.REMIND:
            if any(isinstance(c, Slot) and not c.is_year for c in old) or "【" in old:
                return [*_REMINDER, *old]  # marks cannot stand inside each other
            return [*CHECK.head, *old, *TAIL]
        case Kind.ENTRY, Choice.REMIND:
            return [*(_REMINDERS.get(kind, _REMINDER) if kind else _REMINDER), *old]
    return old


def without(report: Report, pieces: Iterable[str]) -> Report:
    """Return a report without some entries."""
    for piece in pieces:
        report = arrange.without(report, piece)
    return report


def decided(turned: Report, report: Report) -> list[Mark]:
    """Return as marks how texts differ from what the turn of the year alone gives."""
    before = texts(turned)
    return [
        Mark(kind=MarkKind.DECIDED, target=piece, text=source)
        for piece, source in texts(report).items()
        if before.get(piece, source) != source
    ]


def as_begun(turned: Report, marks: Iterable[Mark]) -> Report:
    """Return a turned report as the year began: with what was decided then."""
    begun = {mark.target: mark.text for mark in marks if mark.kind is MarkKind.DECIDED}
    return turned.mapped(begun.get)


def settled(
    changes: Iterable[Change],
    asked: Sequence[Question],
    chosen: Mapping[str, Choice],
    dropped: Iterable[str],
) -> tuple[Change, ...]:
    """Return the changes of the year as they were answered; nothing of them is open any more."""
    gone = set(dropped)
    of_piece: dict[str, list[Question]] = {}
    for question in asked:
        of_piece.setdefault(question.piece, []).append(question)

    def answer(change: Change) -> Change:
        if change.piece in gone:
            return replace(change, after="", open=False)
        for question in of_piece.get(change.piece, ()):
            whole = question.kind is Kind.ENTRY
            if change.rule in _RULES[question.kind] and (whole or change.before in question.text):
                choice = chosen.get(question.id, question.default)
                reminded = change.before if choice is Choice.KEEP else CHECK.around(change.before)
                return replace(change, after=reminded, open=False)
        return change

    return tuple(answer(change) for change in changes)
