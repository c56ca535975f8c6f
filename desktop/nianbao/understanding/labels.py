"""A name for every number, from the words around it: what an official would put in a table.

    2024年，全县新收行政复议申请83件，其中纠错11件，纠错率13.25%。
    → 行政复议申请新收数、行政复议申请纠错数、行政复议申请纠错率

The clause that holds the number gives the name; a clause too poor for that (办结15件) borrows the
subject of the clause before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from nianbao.report.figure import MentionKind
from nianbao.standards import words
from nianbao.understanding import phrases, topics, weight, wording
from nianbao.understanding.numbers import Number

_CLAUSE = re.compile(r"[^，,。；;：:！？（(）)]{1,200}")  # text without marks is cut somewhere
_SENTENCE_END = re.compile("[。；;！？]")
_ASIDE = re.compile(r"[（(][^（()）\d]{1,10}[）)]")


@dataclass(frozen=True, slots=True)
class _Clause:
    start: int
    end: int
    text: str
    sentence: int
    within: bool  # it stands in a bracket or begins with 其中: part of what was told before


def names(text: str, numbers: Sequence[Number]) -> list[str]:
    """Return a name for each number of a passage, in order."""
    return list(_Namer(text, numbers).names())


class _Namer:
    """Goes through a passage clause by clause and remembers what it speaks of."""

    def __init__(self, text: str, numbers: Sequence[Number]) -> None:
        # a bracket without a number (街道) is part of the name around it
        self._text = _ASIDE.sub(lambda found: "　" * len(found[0]), text)
        self._numbers = numbers
        self._counted: tuple[int, str] = (-1, "")  # sentence and subject of a clause with a number
        self._told = self._counted  # the same when the clause in hand began
        self._event = self._counted  # the same of what happened a number of times
        self._last = self._counted  # the same of the number before, however little it says
        self._silent: list[_Clause] = []  # clauses without a number, looked into when needed
        self._items: list[str] = []  # the names given in the sentence in hand
        self._sentence = -1
        self._following: _Clause | None = None

    def names(self) -> Iterator[str]:
        waiting = list(self._numbers)
        clauses = list(_clauses(self._text))
        for clause, following in zip_longest(clauses, clauses[1:]):
            self._following = following
            inside = []
            while waiting and waiting[0].start < clause.end:
                inside.append(waiting.pop(0))
            if inside:
                yield from self._in_clause(clause, inside)
            else:
                self._silent.append(clause)

    def _in_clause(self, clause: _Clause, numbers: Sequence[Number]) -> Iterator[str]:
        if clause.sentence != self._sentence:
            self._sentence, self._items = clause.sentence, []
        self._told = self._counted
        start = clause.start
        last = ""
        actor = ""
        led = was = False
        former = ""
        row = phrases.shared_out(self._text[start : numbers[0].start], len(numbers))
        closing = self._text[numbers[-1].stop : clause.end]
        for place, number in enumerate(numbers):
            final = place + 1 == len(numbers)
            after = closing if final else self._text[number.stop : numbers[place + 1].start]
            turns = not final and phrases.turns(after)
            own = after if final else "" if turns else phrases.own(after)
            rest = closing if final else after[len(own) :] + closing
            before = self._text[start : number.start]
            if row:
                before = row[place]
            if turns:
                before, former = phrases.turned(before)
            if was:
                was = False
                yield phrases.finished(self._items[-1], number)
                start = number.stop + len(own)
                continue
            led = phrases.is_led(before, already=led)
            last = (
                phrases.name_of(
                    before, "" if turns else own or after, rest, number, led=led, final=final
                )
                or last
            )
            if actor and not led:
                last = topics.acting(actor, before, last)
            actor = "" if led and not phrases.benefits(before) else own
            start = number.stop + len(own)
            total = phrases.total_word(before)
            leads = place == 0 and not before.strip()
            listed = place > 0 and before.startswith("、") and self._items
            if total:
                name = self._total(total)
            elif listed and not clause.within and weight.is_general_noun(last):
                name = topics.listed(self._items[-1], last)
            else:
                name = self._with_topic(clause, last, number, leads=leads)
            name = wording.joined(words.cut(name), wording.FULL)
            self._items.append(name)
            if led and (done := phrases.done_with(own or after, rest)):
                self._last = self._counted = (clause.sentence, done)
            was = turns
            yield phrases.finished(former + name if turns else name, number)

    def _total(self, word: str) -> str:
        """Name a total after the things it adds up: 县人大代表建议县政协提案合计."""
        return "".join(dict.fromkeys(self._items))[-wording.LONGEST :] + word

    def _with_topic(self, clause: _Clause, name: str, number: Number, *, leads: bool) -> str:
        """Complete a poor name, remember what a rich one speaks of.

        `leads`: the clause begins with the number, so that nothing stands before its noun
        (64名干部参加).
        """
        found = words.cut(name)
        if weight.is_setting(clause.text) and weight.is_general(found):
            return topics.prefixed(self._ahead(clause), name)
        if number.unit == "%" and not name and self._items:
            return self._items[-1] + "占比"
        if number.unit == "%" and self._items and weight.repeats(name, self._items[-1]):
            return self._items[-1] + "率"  # 调解成功40件，成功率95%
        if number.kind is MentionKind.CHANGE and self._items and weight.is_empty(found):
            return topics.prefixed(self._items[-1], name)  # 较去年下降1.6个百分点
        if clause.within or weight.is_poor(found, name, number):
            at, before = self._last
            follows = at == clause.sentence and not clause.within and weight.is_empty(found)
            if not follows:
                before = self._topic(clause.sentence)
                if before and self._counted[0] != clause.sentence:
                    self._counted = (clause.sentence, before)  # still spoken of: 受理9件，审结8件
            return topics.prefixed(before, name)
        if (leads or weight.is_derived(clause.text)) and weight.says_little(found):
            return topics.prefixed(self._topic(clause.sentence, near=True), name)
        if weight.is_general(found) and (topic := self._background(clause)):
            name = self._themed(clause, number, topics.prefixed(topic, name))
            self._last = (clause.sentence, topics.subject(words.cut(name)) or topic)
            return name
        if number.unit != "%" and len(topics.subject(found)) < wording.SHORT - 1:
            # 划分片区: what the clauses before it were about helps
            at, told = self._told
            goes_on = at == clause.sentence and weight.ends_in_verb(found)  # 案前化解
            told = told if goes_on else self._spoken(clause.sentence)
            name = topics.prefixed(told, name)
            self._last = (clause.sentence, topics.subject(words.cut(name)) or name)
            if goes_on:
                return name
        name = self._themed(clause, number, name)
        self._last = self._counted = (clause.sentence, topics.subject(words.cut(name)) or name)
        if weight.is_event(number):
            self._event = self._counted
        return name

    def _background(self, clause: _Clause) -> str:
        """Return what a general name belongs to: an event, or what its sentence speaks of.

        Of the sentence before only a clause that goes on about it speaks.
        """
        near = not weight.is_derived(clause.text)
        return self._happened(clause) or self._topic(clause.sentence, near=near)

    def _happened(self, clause: _Clause) -> str:
        """Return the event that was counted in this sentence: 联合抽查41批次，发现问题7个."""
        at, event = self._event
        return event if at == clause.sentence else ""

    def _themed(self, clause: _Clause, number: Number, name: str) -> str:
        """Put before a short name the work that its sentence began with."""
        if number.kind is MentionKind.MONEY and weight.names_something(name):
            return name  # 兑现惠企资金 needs no other work
        theme = "" if weight.is_event(number) else self._happened(clause)
        for silent in self._silent:
            if not theme and silent.sentence == clause.sentence:
                theme = topics.theme(silent.text) or topics.agent(silent.text)
        full = topics.prefixed(theme, name)
        return name if weight.overlap(theme, name) or len(full) > wording.FULL else full

    def _ahead(self, clause: _Clause) -> str:
        """Return what the next clause is about: 围绕四个方面，对乡镇开展督察."""
        following = self._following
        if following is None or following.sentence != clause.sentence:
            return ""
        return topics.event(following.text)

    def _topic(self, sentence: int, *, near: bool = False) -> str:
        """Return what this sentence speaks of, or the one before it."""
        for reach in (sentence,) if near else (sentence, sentence - 1):
            at, subject = self._counted
            if subject and at == reach:
                return subject
            if spoken := self._spoken(reach):
                return spoken
            at, subject = self._last
            if subject and at == reach:
                return subject
        return ""

    def _spoken(self, sentence: int) -> str:
        """Return what the last clause of a sentence that says something was about."""
        found = ""
        for clause in reversed(self._silent):
            if clause.sentence < sentence:
                break
            if clause.sentence == sentence and (subject := topics.matter(clause.text)):
                if weight.names_something(subject) and not weight.is_setting(clause.text):
                    return subject
                found = found or subject
        return found


def _clauses(text: str) -> Iterator[_Clause]:
    sentence, end = 0, 0
    for found in _CLAUSE.finditer(text):
        sentence += len(_SENTENCE_END.findall(text[end : found.start()]))
        end = found.end()
        bracketed = text[: found.start()].endswith(("（", "("))
        within = bracketed or weight.is_part(found[0])
        yield _Clause(found.start(), end, found[0], sentence, within)
