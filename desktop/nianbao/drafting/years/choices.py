"""What is asked when the year turns, and the text as the answers make it.

All that is asked about stands in a mark in the turned text already, so that nothing slips through
that nobody answered. An answer takes the mark away, or leaves it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from nianbao.drafting import variance
from nianbao.drafting.cells import Cell, cells, source_of
from nianbao.drafting.pieces import arrange
from nianbao.drafting.years.new_year import NewYear
from nianbao.report.change import Change, ChangeRule
from nianbao.report.figures.standing import Standing
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Report
from nianbao.report.writing import placeholder, slots
from nianbao.report.writing.placeholder import CHECK, TAIL
from nianbao.report.writing.slots import Slot
from nianbao.standards.asks import AskRule

_PHRASES = frozenset(ChangeRule(one.value) for one in AskRule)


class Choice(StrEnum):
    """What can become of something; the value is the word for it."""

    SHIFT = "改"  # a year word follows the year
    KEEP = "保留"
    REMIND = "改写提醒"  # set in 【待核：…】, so that it cannot slip through
    CLEAR = Standing.PENDING.value
    STOCK = "累计数"  # a figure that goes on from year to year, last year's to be confirmed
    FLOW = "年度数"  # a figure that is counted afresh each year
    DROP = "不再写"


class QuestionKind(StrEnum):
    """What a question is about."""

    PHRASE = "phrase"  # a stretch of a text, set in 【待核：…】
    ENTRY = "entry"
    YEAR = "year"  # a year word that moves on


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that the user may decide.

    `start` to `stop` are cells of the turned piece, `text` reads as they do, slots blanked, a mark
    included. `reason` is empty for an entry that is simply carried over. `default` follows from
    what is asked: what may be wrong stays marked until somebody answers. `change` is the place in
    `NewYear.changes` of what is asked about, None for a year word and for a text carried over.
    """

    id: str
    kind: QuestionKind
    piece: str
    start: int
    stop: int
    text: str
    reason: str
    default: Choice
    change: int | None = None


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
    asked: dict[str, dict[int, Change]] = {}
    for number, change in enumerate(turned.changes):
        asked.setdefault(change.piece, {})[number] = change
    found: list[Question] = []
    entries = {entry.id for entry in variance.entries(turned.report)}
    for piece, source in texts(turned.report).items():
        here = _Piece(piece, source, asked.get(piece, {}), turned.report.year)
        found += here.years()
        found += here.entry() if piece in entries else ()
        found += here.phrases()
    return found


def _last_first(question: Question) -> tuple[bool, int]:
    """Sort so that an answer moves no place of one that follows; a whole entry comes last."""
    return question.kind is QuestionKind.ENTRY, -question.start


class _Piece:
    """One text in which something may be asked."""

    def __init__(self, piece: str, source: str, changes: Mapping[int, Change], year: int) -> None:
        self._piece, self._changes, self._year = piece, changes, year
        self._cells, self._blank = cells(source), slots.blanked(source)

    def years(self) -> Iterator[Question]:
        for at, cell in enumerate(self._cells):
            if isinstance(cell, Slot) and cell.is_year:
                yield self._question(QuestionKind.YEAR, at, at + 1, "年份顺延。", Choice.SHIFT)

    def entry(self) -> Iterator[Question]:
        """Yield what becomes of an entry; one that nothing speaks against is kept."""
        asked = [
            number for number, one in self._changes.items() if one.rule == ChangeRule.ENTRY_KEPT
        ]
        whole = (QuestionKind.ENTRY, 0, len(self._cells))
        if not asked:
            yield self._question(*whole, "", Choice.KEEP)
        for number in asked:
            yield self._question(*whole, self._changes[number].reason, Choice.REMIND, number)

    def phrases(self) -> Iterator[Question]:
        """Yield what stands in the marks that the turn of the year made, in order."""
        asked = [number for number, one in self._changes.items() if one.rule in _PHRASES]
        for found in placeholder.find(self._blank):
            mark = self._printed(found.start, found.stop)
            if asked and mark == self._changes[asked[0]].after:
                number = asked.pop(0)
                reason = self._changes[number].reason
                yield self._question(
                    QuestionKind.PHRASE, found.start, found.stop, reason, Choice.REMIND, number
                )

    def _printed(self, start: int, stop: int) -> str:
        return slots.filled(source_of(self._cells[start:stop]), slots.years(self._year))

    def _question(
        self,
        kind: QuestionKind,
        start: int,
        stop: int,
        reason: str,
        default: Choice,
        change: int | None = None,
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
            change=change,
        )


def answered(
    report: Report, asked: Sequence[Question], chosen: Mapping[str, Choice], last: int
) -> Report:
    """Return the turned report as the answers make it; `last` is the year it comes from.

    Answers to drop something are not for texts: see `without`.
    """
    of_piece: dict[str, list[Question]] = {}
    for question in asked:
        of_piece.setdefault(question.piece, []).append(question)

    def changed(piece: str, source: str) -> str:
        found = cells(source)
        for question in sorted(of_piece.get(piece, ()), key=_last_first):
            choice = chosen.get(question.id, question.default)
            whole = question.kind is QuestionKind.ENTRY
            place = slice(None) if whole else slice(question.start, question.stop)
            found[place] = _answer(question, choice, found[place], last)
        return source_of(found)

    return report.mapped(changed)


def _answer(question: Question, choice: Choice, old: list[Cell], last: int) -> list[Cell]:
    """Return what comes in the place of some cells."""
    match question.kind, choice:
        case QuestionKind.YEAR, Choice.KEEP:
            return [*slots.render([source_of(old)], slots.years(last))]  # still one cell
        case QuestionKind.PHRASE, Choice.KEEP:
            return old[CHECK.inner]
        case QuestionKind.ENTRY, Choice.KEEP if question.reason:
            return old[old.index(TAIL) + 1 :]  # the reminder stands in front
        case QuestionKind.ENTRY, Choice.REMIND if not question.reason:
            return [*placeholder.REWRITE, *old]
    return old


def without(report: Report, pieces: Iterable[str]) -> Report:
    """Return a report without some entries, and without lead-ins (主要表现在：) left alone."""
    gone = set(pieces)
    for section in report.walk():
        entries = [entry for below in section.walk() for entry in below.texts]
        if any(entry.id in gone for entry in entries):
            left = [entry for entry in entries if entry.id not in gone]
            gone |= {entry.id for entry in left if all(one.is_lead_in for one in left)}
    for piece in gone:
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
    """Return the changes of the year as they were answered: what is still marked stays open."""
    gone = set(dropped)
    kept = {
        question.change
        for question in asked
        if chosen.get(question.id, question.default) is Choice.KEEP
    }

    def answer(number: int, change: Change) -> Change:
        if change.piece in gone:
            return replace(change, after="", open=False)
        return replace(change, after=change.before, open=False) if number in kept else change

    return tuple(answer(number, change) for number, change in enumerate(changes))
