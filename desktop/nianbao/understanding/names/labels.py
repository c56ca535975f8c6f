"""A name for every number, from the words around it: what an official would put in a table.

    2024年，全县新收行政复议申请83件，其中纠错11件，纠错率13.25%。
    → 行政复议申请新收数、行政复议纠错数、行政复议纠错率

The clause that holds the number gives the name; a clause too poor for that (办结15件) borrows the
subject of the clause before it. What may be said is collected (`spans`) and scored (`scoring`) in
whole words: no name begins or ends inside one, and none runs across a sentence.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial, reduce
from itertools import groupby, islice, takewhile
from operator import attrgetter
from typing import TypeVar

from nianbao.report.figures.figure import MentionKind
from nianbao.standards import words
from nianbao.standards.figures import naming
from nianbao.understanding.names import finishing, quotation, telling
from nianbao.understanding.names.choice import governing, relative, scoring
from nianbao.understanding.names.choice.governing import Governor
from nianbao.understanding.names.choice.scoring import NameChoice
from nianbao.understanding.names.doubt import fuller, trust
from nianbao.understanding.names.parsing import (
    clauses,
    nouns,
    phrase,
    phrases,
    predicates,
    rows,
    shared,
    topics,
    weight,
    wording,
)
from nianbao.understanding.names.parsing.clauses import Clause
from nianbao.understanding.names.parsing.phrase import Phrase
from nianbao.understanding.names.parsing.scene import Scene, Told
from nianbao.understanding.names.parsing.spots import Spot, spots
from nianbao.understanding.numerals.numbers import Number

_Placed = TypeVar("_Placed", Clause, Told)
_REMEMBERED = 10
_NEAR = 120  # characters before a clause that its name may have words of
_ROW = 2  # numbers
_PERCENT = "%"
_COLONS = ("：", ":")
_COMMAS = ("，", ",")
SURE = 0.8  # a name less sure than this gives way to a quotation


@dataclass(frozen=True, slots=True)
class Named:
    """A name and how sure it is, 0 to 1. `others` are further names, the better first.

    `quotes` are its clause with a blank for the number, which is always right, first short.
    `borrowed` are the words of the name that were told before.
    """

    name: str
    confidence: float
    others: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ("",)
    borrowed: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name where it is sure enough, else the quoted clause."""
        return self.name if self.confidence >= SURE else self.quotes[0]


def names(
    text: str, numbers: Sequence[Number], choose: Callable[[Scene], NameChoice] = scoring.choose
) -> list[Named]:
    """Return a name for each number of a passage, in order."""
    return list(_Walk(text, numbers, choose).names())


class _Walk:
    """Goes through a passage clause by clause and remembers what it told."""

    def __init__(
        self, text: str, numbers: Sequence[Number], choose: Callable[[Scene], NameChoice]
    ) -> None:
        self._raw = clauses.unnumbered(text)
        self._text = clauses.unbroken(self._raw)
        self._numbers, self._choose = numbers, choose
        self._told: list[Told] = []
        self._heads: dict[int, Told] = {}  # what each sentence told first
        self._silent: Clause | None = None
        self._governor = Governor()
        self._clauses: list[Clause] = []

    def names(self) -> Iterator[Named]:
        waiting = list(self._numbers)
        for clause in clauses.cut(self._text):
            inside = list(takewhile(lambda number: number.start < clause.end, waiting))  # noqa: B023 - used at once
            del waiting[: len(inside)]
            if inside:
                yield from _without_trust_in_alike(
                    list(self._in_clause(clause, inside)), clause, inside
                )
            elif not naming.left_out().manner.search(clause.text):
                self._silent = clause
                titled = self._text[clause.end : clause.end + 1] in _COLONS
                self._governor = governing.announced(clause, self._governor, titled=titled)
            else:
                self._governor = governing.led(clause, self._governor)
            self._clauses.append(clause)

    def _in_clause(self, clause: Clause, numbers: Sequence[Number]) -> Iterator[Named]:
        former: Named | None = None
        joined = self._joints(clause)
        row = self._announced(clause, numbers)
        partners = [None] * len(numbers) if row else self._partners(clause, numbers)
        for spot, partner in zip(self._spots(clause, numbers, row), partners, strict=True):
            found = former or self._found(clause, spot, partner)
            former = found if spot.turns or spot.twin else None
            word = phrases.turned(spot.before)[1] if spot.turns else ""
            finished = partial(finishing.finished, word, joined, spot.number)
            yield replace(
                found,
                name=finished(found.name),
                others=tuple(map(finished, found.others)),
                quotes=self._quotes(clause, spot, found.borrowed),
            )

    def _joints(self, clause: Clause) -> Sequence[tuple[str, str]]:
        """Return what a clause and those near before it join, and nowhere have side by side."""
        before = _of_sentence(self._clauses, clause.sentence)
        near = [clause, *takewhile(lambda one: clause.start - one.start < _NEAR, before)]
        text = self._text[near[-1].start : clause.end]
        joined = (two for one in near for two in phrases.joints(one.text))
        return [two for two in joined if two[0] not in text]

    def _announced(self, clause: Clause, numbers: Sequence[Number]) -> Sequence[str]:
        """Return what the clause before says that the numbers of a row count, nothing if not so.

        婚姻家庭、山林水利居多，分别占31%、22%
        """
        opening = self._text[clause.start : numbers[0].start].strip()
        if clause.within and (row := rows.of_whole(opening, numbers, self._one_whole(clause))):
            return row
        before = self._clauses[-1] if self._clauses else None
        if before is None or before is not self._silent or before.sentence != clause.sentence:
            return ()
        whole = self._counted(clause, numbers[0])
        row = rows.announced(before.text, opening, numbers, whole)
        if row:
            self._silent = None
        return row

    def _one_whole(self, clause: Clause) -> str:
        """Return the one thing whose parts a clause tells."""
        told = next((t for t in _of_sentence(self._told, clause.sentence) if not t.within), None)
        if told is None or told.several or told.unit in (*wording.RATES, wording.MONEY):
            return ""
        return "".join(word for word in told.thing if word not in words.lexicon().amounts)

    def _counted(self, clause: Clause, number: Number) -> str:
        """Return what was counted that a number, or a share, may be a part of."""
        for told in _of_sentence(self._told, clause.sentence):
            alike = told.unit == number.unit or number.unit == _PERCENT
            if alike and told.unit not in (*wording.RATES, wording.MONEY):
                return "".join(word for word in told.thing if word not in words.lexicon().amounts)
        return ""

    def _spots(
        self, clause: Clause, numbers: Sequence[Number], row: Sequence[str]
    ) -> Iterator[Spot]:
        """Yield the numbers of a clause; one alone is told of by the clause before it.

        执法人员：612人; 邻里纠纷最多，83件
        """
        head = self._silent
        for spot in spots(self._text, clause, numbers, row):
            bare = not (wording.without_tail(spot.before.strip()) or spot.after.strip())
            alone = head and spot.first and spot.final and bare
            if head and alone and self._text[head.end : clause.start].strip() in _COLONS:
                self._silent = None
                yield replace(spot, before=head.text, start=head.start)
            elif head and alone and (most := self._most(head, clause, spot.number)):
                self._silent = None
                yield replace(spot, before=most, start=head.start, most=True)
            else:
                yield spot

    def _most(self, head: Clause, clause: Clause, number: Number) -> str:
        """Return the kind of things that a clause says are most, counted by the next: 邻里纠纷最多.

        Nothing where it is a measure that is highest (罚款金额最高).
        """
        found = naming.ties().most.fullmatch(head.text.strip())
        beside = self._text[head.end : clause.start].strip() in _COMMAS
        if not found or not beside or number.kind is not MentionKind.COUNT:
            return ""
        said = found["one"] or found["other"]
        what = phrase.parse(said)
        measured = said.endswith((*naming.endings().measured_by, *naming.endings().amounts_to))
        kind = what.object and not (what.done or measured)
        vague = words.lexicon().general | words.lexicon().times
        return said if kind and not set(what.object) <= vague else ""

    def _quotes(self, clause: Clause, spot: Spot, borrowed: Sequence[str]) -> tuple[str, ...]:
        """Return the clause of a number with a blank for it, then with what was said before."""
        before = islice(_of_sentence(self._clauses, clause.sentence), 2)
        own = (spot.start, min(spot.start, clause.start))
        starts = dict.fromkeys((*own, *(one.start for one in before)))
        stop = clause.end if spot.own else spot.stop
        return quotation.quoted(
            self._raw, spot.number, tuple(starts), stop, self._numbers, borrowed, to=clause.end
        )

    def _partners(self, clause: Clause, numbers: Sequence[Number]) -> Sequence[Told | None]:
        """Return what each number of a row tells of: 建议84件、提案97件，满意率分别为98%、99%."""
        if not rows.is_row(self._text, clause, numbers):
            return [None] * len(numbers)
        told = [*_of_sentence(self._told, clause.sentence)]
        for _, one in groupby(told, key=attrgetter("clause")):
            counted = [said for said in one if said.unit not in wording.RATES][::-1]
            if len(counted) == len(numbers):  # 建议84件、提案97件，办复率100%，满意率分别为98%、99%
                return counted
        last = told[: len(numbers)][::-1]  # 处罚926起，金额742万元，分别增长15%和22%
        return last if len(last) == len(numbers) else [None] * len(numbers)

    def _head_before(self, clause: Clause) -> Sequence[Told]:
        """Return the head of the part before a semicolon: 新收83件，办结率9%；审结75件.

        其中 goes back beyond a full stop as well.
        """
        head = self._heads.get(clause.sentence - 1)
        if head is None or (head.within and not clause.within and head.period != clause.period):
            return []  # 其中处罚类83件。审结97件
        last = next(_of_sentence(self._told, clause.sentence), None)
        back = clause.within or (last is not None and last.within)
        return [head] if back or head.period == clause.period else []

    def _whole(self, clause: Clause, number: Number, said: Phrase) -> Told | None:
        """Return what a number counts a part of: 新设主体90户，其中企业30户、个体户60户."""
        last = next(_of_sentence(self._told, clause.sentence), None)
        goes_on = last is not None and last.within and _alike(last.unit, number.unit)
        if naming.ties().afresh.match(clause.text) or (last and self._is_of_part(last, said)):
            goes_on = False
        if not (clause.within or goes_on):
            return None
        same = _of_sentence(self._told, clause.sentence)
        wholes = (told for told in same if not told.within and told.clause < clause.start)
        return next((told for told in wholes if _alike(told.unit, number.unit)), None)

    def _is_of_part(self, last: Told, said: Phrase) -> bool:
        """Whether a deed is of the part before it: 83件案件中，重大案件12件，已审结9件."""
        return not said.object and any(
            one.among and one.start == last.clause for one in islice(reversed(self._clauses), 2)
        )

    def _found(self, clause: Clause, spot: Spot, partner: Told | None) -> Named:
        clause = replace(clause, within=True) if spot.most else clause
        before = phrases.turned(spot.before)[0] if spot.turns else spot.before
        if total := phrases.total_word(before):
            return Named(self._total(clause.sentence, last=not spot.first) + total, 1.0)
        scene = shared.with_shared_verb(self._scene(clause, replace(spot, before=before)))
        scene = shared.with_shared_clause(shared.for_whom(scene))
        if spot.start < clause.start:
            scene = replace(scene, told=())  # 执法人员：612人 stands for itself
        if partner:
            scene = replace(scene, told=(partner,), silent=None, paired=True)
        if former := shared.of_last_year(scene):
            sure = 0.0 if former.doubtful else 1.0
            return Named(wording.LAST_YEAR + former.name, sure, borrowed=former.core)
        if part := shared.part_of_all(scene):
            return Named(
                part.name + finishing.SHARE, 0.0 if part.doubtful else 1.0, borrowed=part.core
            )
        return self._chosen(scene)

    def _total(self, sentence: int, *, last: bool) -> str:
        """Name a total after the things it adds up: 县人大代表建议县政协提案合计.

        `last`: only after the one before it, 兑现奖励17笔合计3万元.
        """
        told = [told.name for told in self._told if told.sentence == sentence]
        told = told[-1:] if last else told
        return reduce(rows.met, dict.fromkeys(told), "")[-wording.LONGEST :]  # 建议承办, 承办提案

    def _chosen(self, scene: Scene) -> Named:
        choice = self._choose(scene)
        self._governor = governing.after(scene, choice.best, self._governor)
        pair = governing.governed(choice.best, scene, self._governor)
        sure = trust.trust(scene, pair)
        if sure < SURE and (which := relative.named(scene)):
            choice, pair, sure = NameChoice(which, (pair, *choice.others)), which, 1.0
        if sure < SURE and (full := fuller.of(scene, pair, choice.others, SURE)):
            choice, pair, sure = NameChoice(full, (pair, *choice.others)), full, SURE
        name, ending = finishing.share_or_change(scene, pair)
        name = finishing.for_whom(scene, name)
        named = Named(name + ending, sure, borrowed=choice.best.context.words)
        if scene.number.unit in naming.units().times:
            return named  # 是诉讼案件的2.6倍: no topic
        told = telling.told(scene, choice.best, doubtful=sure < SURE)
        self._told.append(told)
        self._heads.setdefault(told.sentence, told)
        return replace(named, others=tuple(one.name + ending for one in choice.others))

    def _scene(self, clause: Clause, spot: Spot) -> Scene:
        part = nouns.is_share_of(spot)
        noun = nouns.noun_of(spot)
        before = nouns.leading(spot, noun)
        silent = self._silent
        silent = silent if silent and silent.sentence == clause.sentence else None
        said = phrase.parse(before)
        if silent and not (self._told and self._told[-1].clause > silent.start):
            said = phrase.in_full(said, words.cut(topics.matter(silent.text)))
        alone = not (silent or said.object or noun)
        return Scene(
            number=spot.number,
            clause=clause,
            phrase=said,
            before=spot.before,
            behind=spot.behind,
            noun=noun,
            predicate=predicates.said_of(spot, noun),
            told=self._told_before(clause, alone=alone, among=silent is not None),
            whole=self._whole(clause, spot.number, said),
            silent=silent,
            title=phrases.titles_at_end(before),
            led=spot.led and bool(noun),
            further=predicates.goes_further(spot, noun),
            leads=spot.first and not spot.before.strip(),
            first=spot.first,
            derived=weight.is_derived(clause.text),
            compared=wording.is_compared(before),
            summed=phrases.is_summed(spot.before),
            share=part or naming.ties().share.search(before) is not None,
        )

    def _told_before(self, clause: Clause, *, alone: bool, among: bool) -> list[Told]:
        """Return what the sentence told, the nearest first; `alone`: a clause says nothing itself.

        Where that is nothing, or all of it a part, what the part before a semicolon began with
        too; not so for a part `among` what the clause before names (镇干部中，有73名参加述法).
        """
        aside = {one.start for one in self._clauses[-_REMEMBERED:] if one.aside}
        told = [t for t in self._told[: -_REMEMBERED - 1 : -1] if t.sentence == clause.sentence]
        if not clause.aside:
            told = [t for t in told if t.clause not in aside]  # 执法人员（辅警83人）培训97人次
        goes_back = (alone or (clause.within and not among)) and not told
        if goes_back or (told and all(one.within for one in told)):
            return [*told, *self._head_before(clause)]
        return told


def _without_trust_in_alike(
    found: list[Named], clause: Clause, numbers: Sequence[Number]
) -> Iterable[Named]:
    """Return the names of a row, without trust in those that would do for another one of it.

    治安、交通、消费三个领域，前两类占比分别为39%、28%
    """
    if len(found) < _ROW or naming.ties().respectively.search(clause.text) is None:
        return found
    counts = all(number.kind is MentionKind.COUNT for number in numbers)
    names = [frozenset(one.name if counts else [one.name]) for one in found]
    return [
        replace(one, confidence=0.0) if sum(said <= other for other in names) > 1 else one
        for one, said in zip(found, names, strict=True)
    ]


def _alike(one: str, other: str) -> bool:
    """Whether two units count the same: 经营主体90户，其中企业30家."""
    times = naming.endings().counted_times
    if one.removesuffix(times) == other.removesuffix(times):
        return one == other or one[0] not in naming.units().people  # 审查92件次，其中文件9件
    return {one, other} <= set(naming.units().traders)


def _of_sentence(found: Sequence[_Placed], sentence: int) -> Iterator[_Placed]:
    """Yield what is of the sentence that is being read, the last first: a text may be one."""
    return takewhile(lambda one: one.sentence == sentence, reversed(found))
