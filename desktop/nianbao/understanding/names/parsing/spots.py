"""The numbers of a clause, each with its own stretch of words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names.parsing import phrase, phrases, rows, wording
from nianbao.understanding.names.parsing.clauses import Clause, WordRole, read
from nianbao.understanding.numerals.numbers import Number

_WORD = 2  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A number in its clause: the text before it, its own noun, what follows up to the next.

    `rest` follows its noun, `closing` the last number of the clause.

    `start` and `stop` are where its own stretch of the clause begins and ends. `said`: what is said
    of its noun before the next of a list, 3个部门常驻、5个部门轮驻. `turns`: the next number is
    what it became, a figure or not (压缩至3小时); `twin`: it tells of the same thing; `most`: it
    counts what the clause before says is most of all.
    """

    number: Number
    start: int
    stop: int
    before: str
    own: str
    said: str
    after: str
    rest: str
    closing: str
    first: bool
    final: bool
    turns: bool
    twin: bool
    led: bool
    most: bool = False

    @property
    def behind(self) -> str:
        """Return what follows the number and may be its noun: not the next of a list."""
        listed = not self.final and self.after.lstrip().startswith(wording.LIST_MARK)
        return self.own or ("" if self.turns or listed else self.after)


@dataclass(frozen=True, slots=True)
class _Behind:
    """What follows a number up to the next one; see `Spot`."""

    after: str
    own: str
    said: str
    turns: bool
    twin: bool


def spots(
    text: str, clause: Clause, numbers: Sequence[Number], announced: Sequence[str] = ()
) -> Iterator[Spot]:
    """Yield the numbers of a clause, each with its own stretch of it.

    `announced` is what the clause before says that they count, one each.
    """
    start, led = clause.start, False
    row = announced or _row(text, clause, numbers)
    closing = text[numbers[-1].stop : clause.end]
    for place, number in enumerate(numbers):
        final = place + 1 == len(numbers)
        behind = _closing(closing) if final else _between(text, clause, number, numbers[place + 1])
        before = row[place] if row else text[start : number.start]
        led = phrases.is_led(before, already=led)
        stop = number.stop + len(behind.own + behind.said)
        stop = clause.end if final else min(stop, numbers[place + 1].start)
        yield Spot(
            number=number,
            start=start,
            stop=stop,
            before=before,
            own=behind.own,
            said=behind.said,
            after=behind.after,
            closing=closing,
            rest=closing if final else behind.after[len(behind.own) :] + closing,
            first=place == 0,
            final=final,
            turns=behind.turns,
            twin=behind.twin and not row,
            led=led,
        )
        start = stop


def _row(text: str, clause: Clause, numbers: Sequence[Number]) -> Sequence[str]:
    """Return what stands before each number of a row, nothing where the numbers are none."""
    opening = text[clause.start : numbers[0].start]
    row = rows.shared_out(opening, numbers) or rows.enumerated(text, clause, numbers)
    if row or not rows.is_row(text, clause, numbers):
        return row
    changes = [rows.own_change(text[a.stop : b.start]) for a, b in pairwise(numbers)]
    return [opening, *(change or opening for change in changes)]


def _closing(after: str) -> _Behind:
    """Return what follows the last number of a clause."""
    turns = phrases.turns_on(after)
    return _Behind(after, own="" if turns else after, said="", turns=turns, twin=False)


def _between(text: str, clause: Clause, number: Number, following: Number) -> _Behind:
    """Return what stands between two numbers, as far as it tells of the first."""
    after = text[number.stop : following.start]
    beyond = text[following.stop : clause.end]
    sorts = number.unit in naming.units().sorts and not after.strip()
    if sorts and (noun := phrases.own(beyond)):  # 发现5类29个问题
        return _Behind(beyond, own=noun, said="", turns=False, twin=False)
    turns = phrases.turns(after)
    own = "" if turns else phrases.own(after)
    if own in ("", after) and not turns and _stands_alone(text, clause, following):
        money = following.kind is MentionKind.MONEY and after.endswith(naming.endings().of_money)
        if money or _tells_of_next(text[clause.start : number.start], after):
            own = after = ""
        elif own:
            own = after = phrases.shared(own, number.unit)
    twin = _has_twin(text, clause, number, following)
    return _Behind(after, own, _said_in_list(own, after), turns=turns, twin=twin)


def _tells_of_next(before: str, between: str) -> bool:
    """Whether what stands between two numbers is of the second alone: 发生事故3起死亡3人.

    So it is where the first has what it counts before it.
    """
    said, following = read(before), read(between)
    if not (said and following) or wording.LIST_MARK in between:
        return False
    if said[-1].role is not WordRole.NOUN or len(said[-1].text) < _WORD:
        return False  # 案件发3起破3起
    lexicon = words.lexicon()
    own = following[0].text.endswith((*lexicon.bodies, *lexicon.persons))  # 清单9个部门193项
    return not own and not following[0].text.endswith(tuple(lexicon.spots))


def _said_in_list(own: str, after: str) -> str:
    """Return what is said of a noun before the next of a list, empty for nothing."""
    said, mark, rest = after.removeprefix(own).partition(wording.LIST_MARK)
    told = own and mark and not rest.strip() and not phrase.parse(said).empty
    return said if told else ""


def _has_twin(text: str, clause: Clause, number: Number, following: Number) -> bool:
    """Whether the next number tells of the same thing: 拆除违建31处4600平方米, 31处、4600平方米."""
    between = text[number.stop : following.start].strip()
    alike = not between or (between == wording.LIST_MARK and number.unit != following.unit)
    return alike and _stands_alone(text, clause, following)


def _stands_alone(text: str, clause: Clause, number: Number) -> bool:
    """Whether no noun follows a number."""
    return text[number.stop : clause.end].lstrip()[:1] in ("", wording.LIST_MARK)
