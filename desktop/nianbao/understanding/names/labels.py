"""A name for every number, from the words around it: what an official would put in a table.

    2024年，全县新收行政复议申请83件，其中纠错11件，纠错率13.25%。
    → 行政复议申请新收数、行政复议纠错数、行政复议纠错率

The clause that holds the number gives the name; a clause too poor for that (办结15件) borrows the
subject of the clause before it. What may be said is collected (`spans`) and scored (`scoring`) in
whole words: no name begins or ends inside one, and none runs across a sentence.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from nianbao.standards import words
from nianbao.understanding.names import (
    clauses,
    phrase,
    phrases,
    quotation,
    scoring,
    weight,
    wording,
)
from nianbao.understanding.names.clauses import Clause
from nianbao.understanding.names.scene import Scene, Told
from nianbao.understanding.names.scoring import Choice
from nianbao.understanding.numerals.numbers import Number

_REMEMBERED = 10
_SHARE = "占比"
_SURE = 0.15  # a name less sure than this gives way to a quotation


@dataclass(frozen=True, slots=True)
class Named:
    """A name and how sure it is, 0 to 1. `others` are further names, the better first.

    `quoted` is its clause with a blank for the number, which is always right.
    """

    name: str
    confidence: float
    others: tuple[str, ...] = ()
    quoted: str = ""

    @property
    def label(self) -> str:
        """The name where it is sure enough, else the quoted clause."""
        return self.name if self.confidence >= _SURE else self.quoted


def names(
    text: str, numbers: Sequence[Number], choose: Callable[[Scene], Choice] = scoring.choose
) -> list[Named]:
    """Return a name for each number of a passage, in order."""
    return list(_Walk(text, numbers, choose).names())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spot:
    """A number in its clause: the text before it, its own noun, what follows up to the next.

    `start` and `stop` are where its own stretch of the clause begins and ends.
    """

    number: Number
    start: int
    stop: int
    before: str
    own: str
    after: str
    rest: str
    first: bool
    final: bool
    turns: bool
    led: bool


class _Walk:
    """Goes through a passage clause by clause and remembers what it told."""

    def __init__(
        self, text: str, numbers: Sequence[Number], choose: Callable[[Scene], Choice]
    ) -> None:
        self._raw, self._text = text, clauses.unbroken(text)
        self._numbers, self._choose = numbers, choose
        self._told: list[Told] = []
        self._silent: list[Clause] = []

    def names(self) -> Iterator[Named]:
        waiting = list(self._numbers)
        for clause in clauses.cut(self._text):
            inside = list(takewhile(lambda number: number.start < clause.end, waiting))  # noqa: B023 - used at once
            del waiting[: len(inside)]
            if inside:
                yield from self._in_clause(clause, inside)
            else:
                self._silent.append(clause)

    def _in_clause(self, clause: Clause, numbers: Sequence[Number]) -> Iterator[Named]:
        former: Named | None = None
        for spot in _spots(self._text, clause, numbers):
            found = former or self._found(clause, spot)
            former = found if spot.turns else None  # 由98项调减为54项: the next is of the same name
            word = phrases.turned(spot.before)[1] if spot.turns else ""
            yield replace(
                found,
                name=phrases.finished(word + found.name, spot.number),
                others=tuple(phrases.finished(word + name, spot.number) for name in found.others),
                quoted=quotation.quoted(self._raw, spot.number, spot.start, spot.stop),
            )

    def _found(self, clause: Clause, spot: _Spot) -> Named:
        before = phrases.turned(spot.before)[0] if spot.turns else spot.before
        if total := phrases.total_word(before):
            return Named(self._total(clause.sentence) + total, 1.0)
        return self._chosen(self._scene(clause, replace(spot, before=before)))

    def _total(self, sentence: int) -> str:
        """Name a total after the things it adds up: 县人大代表建议县政协提案合计."""
        told = [told.name for told in self._told if told.sentence == sentence]
        return "".join(dict.fromkeys(told))[-wording.LONGEST :]

    def _chosen(self, scene: Scene) -> Named:
        choice = self._choose(scene)
        context, span, name = choice.best
        ending = _SHARE if scene.share and not name.endswith(wording.patterns().shares) else ""
        self._told.append(
            Told(
                sentence=scene.clause.sentence,
                thing=scene.noun or scene.phrase.object,
                verb=scene.phrase.verb,
                holder=scene.phrase.holder,
                core=span.words,
                context=context.words,
                name=name,
                event=weight.is_event(scene.number),
                within=scene.clause.within,
                unit=scene.number.unit,
            )
        )
        others = tuple(pair.name + ending for pair in choice.others)
        return Named(name + ending, choice.confidence, others)

    def _scene(self, clause: Clause, spot: _Spot) -> Scene:
        behind = spot.own or ("" if spot.turns else spot.after)
        part = spot.number.unit == "%" and behind.startswith("的")
        noun = words.cut(
            wording.noun_of(behind.removeprefix("的" if part else "").partition("、")[0])
        )
        before = wording.patterns().became.sub("", spot.before.rstrip())
        before = wording.patterns().tail.sub("", before)
        compared = wording.patterns().compare.search(before) is not None
        title = phrases.title_at_end(before)
        near = clause.sentence - 1
        return Scene(
            number=spot.number,
            clause=clause,
            phrase=phrase.parse(before),
            noun=noun,
            predicate=_predicate(spot, noun, skipped=int(part)),
            told=tuple(t for t in self._told[: -_REMEMBERED - 1 : -1] if t.sentence >= near),
            silent=tuple(c for c in self._silent[:-5:-1] if c.sentence >= near),
            title=title,
            led=spot.led and bool(noun),
            leads=spot.first and not spot.before.strip(),
            first=spot.first,
            derived=weight.is_derived(clause.text),
            compared=compared,
            summed=phrases.is_summed(spot.before),
            share=part or wording.patterns().share.search(before) is not None,
        )


def _predicate(spot: _Spot, noun: Sequence[str], *, skipped: int = 0) -> phrase.Phrase:
    """Return what is said of a noun behind its number, or of a number of times."""
    if noun:
        behind = (spot.own or spot.after)[len("".join(noun)) + skipped :]
        said = phrase.parse(behind + ("" if spot.final else spot.rest))
        return phrase.parse(spot.rest) if said.empty and not spot.final else said
    after = "" if spot.turns else spot.after.strip()
    if spot.number.unit in wording.patterns().often and after and after[0] not in wording.MARKS:
        return phrase.parse(after)
    return phrase.NOTHING


def _spots(text: str, clause: Clause, numbers: Sequence[Number]) -> Iterator[_Spot]:
    start, led = clause.start, False
    row = phrases.shared_out(text[start : numbers[0].start], len(numbers))
    closing = text[numbers[-1].stop : clause.end]
    for place, number in enumerate(numbers):
        final = place + 1 == len(numbers)
        after = closing if final else text[number.stop : numbers[place + 1].start]
        turns = not final and phrases.turns(after)
        own = after if final else "" if turns else phrases.own(after)
        before = row[place] if row else text[start : number.start]
        led = phrases.is_led(before, already=led)
        yield _Spot(
            number=number,
            start=start,
            stop=clause.end if final else number.stop + len(own),
            before=before,
            own=own,
            after=after,
            rest=closing if final else after[len(own) :] + closing,
            first=place == 0,
            final=final,
            turns=turns,
            led=led,
        )
        start = number.stop + len(own)
