"""Text becomes text with slots: every number a name, every year word a name, all else untouched."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from nianbao.report import numeral
from nianbao.report.change import Change, ChangeRule
from nianbao.report.correction import Correction
from nianbao.report.figures.figure import (
    QUOTED_NUMBER,
    Figure,
    FigureState,
    Indicator,
    Mention,
    MentionKind,
    Period,
)
from nianbao.report.numeral import Numeral, NumeralKind
from nianbao.report.writing import quantity, slots, years
from nianbao.report.writing.fold import folded
from nianbao.report.writing.slots import Slot
from nianbao.report.writing.text import CLAUSE_END, quoted, sentences
from nianbao.standards import indicators as catalogue
from nianbao.standards import words
from nianbao.standards.figures.quantities import Quantities
from nianbao.understanding import passage
from nianbao.understanding.numerals.numbers import Number
from nianbao.understanding.passage import NamedFigure

_PLAIN_YEAR = re.compile(rf"(?<!\d)({years.ARABIC})\s*年")
_WORD = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")
_REACH = 200  # characters before a number that may say which year it is of
_NEAR = 16  # characters before a number that say whether it is a stock
_LONGEST = 600  # no sentence is longer, unless its marks were lost
_HOW_MANY = "几"
_CONTEXT = 24  # characters before a number in which the catalogue's names are looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPlace:
    """The piece a text belongs to, for tracing its figures; if its line `begins` with it.

    `planned`: it says what is wanting or planned. `cell`: it is one of a table.
    """

    piece: str
    section: str
    paragraph: int | None
    begins: bool = False
    planned: bool = False
    cell: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotSpan:
    """A stretch of a text that a slot takes; of a figure its mention, None of a year word."""

    start: int
    stop: int
    slot: Slot
    mention: Mention | None = None


@dataclass(slots=True)
class Inducer:
    """Turns texts into sources one by one and keeps the figures found, in reading order."""

    year: int
    quantities: Quantities
    corrections: list[Correction] = field(default_factory=list)
    doubtful: Mapping[int, str] = field(default_factory=dict)  # of a line, its first number
    unfinished: Mapping[int, str] = field(default_factory=dict)  # of a line, its last number
    mentions: list[Mention] = field(default_factory=list)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    values: dict[str, Decimal] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    changing: set[str] = field(default_factory=set)
    numerals: list[Numeral] = field(default_factory=list)
    first_sentence: dict[str, str] = field(default_factory=dict)  # that told of each figure
    formers: list[tuple[Mention, Mention]] = field(default_factory=list)  # last year's of another

    def source(self, text: str, where: TextPlace, *, plain: str = "", prose: bool = True) -> str:
        """Return the text with its numbers and year words as slots.

        `plain` says what a text without figures is; a title is no `prose`.
        """
        if plain:
            self.numerals += _kept(text, where, plain)
            return slots.escape(text)
        written, end = "", 0
        for place in sorted(self.places(text, where, prose=prose), key=lambda one: one.start):
            written += slots.escape(text[end : place.start]) + place.slot.source
            end = place.stop
        return written + slots.escape(text[end:])

    def figures(self) -> list[Figure]:
        """Return the values found, as figures of the report's year."""
        return [
            Figure(
                indicator=name,
                year=self.year,
                value=value,
                state=FigureState.KNOWN,
                source="导入的报告",
            )
            for name, value in self.values.items()
        ]

    def places(self, text: str, where: TextPlace, *, prose: bool = True) -> Iterator[SlotSpan]:
        """Yield where the text has its figures, then where it has its year words."""
        found = passage.read(
            text,
            year=self.year,
            quantities=self.quantities,
            corrections=self.corrections,
            prose=prose,
            opening="" if where.paragraph is None else self.doubtful.get(where.paragraph, ""),
            ending="" if where.paragraph is None else self.unfinished.get(where.paragraph, ""),
            begins=where.begins,
            planned=where.planned,
            cell=where.cell,
        )
        self.numerals += [replace(one, piece=where.piece) for one in found.numerals]
        parts = list(sentences(text))
        starts = [start for start, _ in parts]
        told: dict[int, Mention] = {}
        for named in found.figures:
            start, sentence = parts[bisect_right(starts, named.number.start) - 1]
            place = self._place(named, text, sentence, start, where)
            if place.mention:
                told[named.number.start] = place.mention
            yield place
        pairs = ((told.get(then), told.get(now)) for then, now in found.formers)
        self.formers += [(then, now) for then, now in pairs if then and now]
        for year in found.years:
            yield SlotSpan(start=year.start, stop=year.stop, slot=year.slot)

    def _place(
        self, named: NamedFigure, text: str, sentence: str, start: int, where: TextPlace
    ) -> SlotSpan:
        """Remember a figure where it stands; return its place and the slot that takes it."""
        number = named.number
        writing = text[number.start : number.end]
        label = self._told_apart(named, number, sentence)
        mention = self._mention(named, label, sentence, number.start - start, where)
        mention = replace(mention, writing=writing, found_as=named.found_as, context=named.around)
        self._is_named(mention, named.confidence)
        self.mentions.append(mention)
        first = number.start if number.word_start is None else number.word_start
        like = text[first : number.stop].removesuffix(number.after)
        slot = self._change_slot(mention.indicator, like)
        if number.word_start is None or slot is None:  # 提⾼ stays: no plain word
            slot = slots.figure_slot(mention.indicator, writing, number.value)
            return SlotSpan(start=number.start, stop=number.end, slot=slot, mention=mention)
        end = first + len(like)
        worth = slots.worth_of(writing, self.values[mention.indicator])
        slot = replace(slot, worth=worth)
        return SlotSpan(start=first, stop=end, slot=slot, mention=mention)

    def _change_slot(self, name: str, like: str) -> Slot | None:
        """Return the slot of a change, None without a word of one.

        Its value is negative when the text says it fell.
        """
        pairs = self.quantities.pairs.items()
        found = next((pair for word, pair in pairs if like.startswith(word)), None)
        if found is None:
            return None
        rise, fall = found
        self.changing.add(name)
        if like.startswith(fall):
            self.values[name] = -abs(self.values[name])
        return Slot(name=name, like=like, rise=rise, fall=fall)

    def _mention(
        self, named: NamedFigure, label: str, sentence: str, start: int, where: TextPlace
    ) -> Mention:
        number, prior = named.number, named.former
        before = sentence[max(0, start - _REACH) : start]
        name = self._name(label, number, before)
        if prior is None:
            prior = self._is_prior(CLAUSE_END.split(before)[-1])
        return Mention(
            text=sentence[start : start + number.stop - number.start],
            writing=number.writing,
            value=number.value,
            unit=number.unit,
            approx=number.approx,
            kind=number.kind,
            label=self.indicators[name].label,
            indicator=name,
            year=self.year - 1 if prior else self.year,
            section=where.section,
            sentence=_around(sentence, start),
            piece=where.piece,
            paragraph=where.paragraph,
            prior=prior,
        )

    def _told_apart(self, named: NamedFigure, number: Number, sentence: str) -> str:
        """Return a label that no figure of another value has.

        It says what differs, in a word of its sentence or in the whole clause. Two sentences in the
        same words are one name with two values, which the user must see.
        """
        taken = self.indicators.get(_slot_name(named.label))
        if taken is None or abs(self.values[taken.name]) == number.value:
            return named.label
        heard = self.first_sentence[taken.name] + taken.label
        for other in named.others:
            name = _slot_name(other)
            new = [word for word in words.cut(other) if len(word) > 1 and word not in heard]
            if new and name not in self.values and "".join(new) in sentence:
                return other
        free = (quote for quote in named.quotes if _slot_name(quote) not in self.values)
        quote = next(free, "")
        if quote and QUOTED_NUMBER not in named.label and taken.unit == number.unit:
            self.changes.append(_twice(named.label, self.values[taken.name], number))
        return quote or named.label

    def _is_named(self, mention: Mention, confidence: float) -> None:
        """Keep how sure the name of a figure is, and where it was first told."""
        if mention.indicator not in self.first_sentence:
            self.first_sentence[mention.indicator] = mention.sentence
            indicator = self.indicators[mention.indicator]
            self.indicators[mention.indicator] = replace(indicator, confidence=confidence)

    def _is_prior(self, before: str) -> bool:
        """Whether the words before a number put it into an earlier year.

        They speak for the first number behind them: 由2024年的296项调整为288项 ends with this year.
        """
        named = list(_PLAIN_YEAR.finditer(before))
        earlier = named[-1:] if named and int(named[-1][1]) < self.year else []
        if earlier and not before.rstrip().endswith(("的", "年", "为")):
            earlier = []
        cues = [*earlier, *self.quantities.prior.finditer(before)]
        return any(not _DIGIT.search(before, cue.end()) for cue in cues)

    def _name(self, label: str, number: Number, before: str) -> str:
        """Return the indicator's name: the same label, unit and value are one figure.

        A label that says nothing but the unit (…＿件) is one figure each time it stands there.
        """
        base = _slot_name(label)
        name, count = base, 1
        while name in self.values:
            same_unit = self.indicators[name].unit == number.unit
            same_value = abs(self.values[name]) == abs(number.value)
            if same_unit and same_value and not _is_bare(label, number.unit):
                return name
            count += 1
            name = f"{base}_{count}"
        twice = count > 1 and self.indicators[base].unit == number.unit
        if twice and self.values[base] != number.value:
            self.changes.append(_twice(label, self.values[base], number))
        self.values[name] = number.value
        shown = label if count == 1 else f"{label}（{count}）"
        self.indicators[name] = _indicator(name, shown, number, before, self.quantities)
        return name


def _is_bare(label: str, unit: str) -> bool:
    """Whether a label is a quotation without a word of what is counted: …＿件."""
    said = label.replace(unit, "") if unit else label
    return QUOTED_NUMBER in label and not _WORD.search(said.replace(QUOTED_NUMBER, ""))


def _slot_name(label: str) -> str:
    """Return the name of a figure's slot; a blank keeps its place: 上线几个一件事服务."""
    return slots.valid_name(label.replace(QUOTED_NUMBER, _HOW_MANY))


def _around(sentence: str, start: int) -> str:
    """Return a sentence to quote; of one that never ends, what stands around the number."""
    if len(sentence) > _LONGEST:
        sentence = sentence[max(0, start - _LONGEST // 2) : start + _LONGEST // 2]
    return sentence.strip()


def _twice(label: str, first: Decimal, number: Number) -> Change:
    """Report a name that the text gives two values; each keeps its own figure."""
    values = f"{quantity.readable(first)}和{quantity.readable(number.value)}"
    return Change(
        rule=ChangeRule.SAME_NAME,
        before=label,
        after=label,
        reason=f"{quoted(label)}有两个值：{values}，请核对是不是同一个数。",
        open=True,
    )


def _indicator(
    name: str, label: str, number: Number, before: str, quantities: Quantities
) -> Indicator:
    known = catalogue.match(f"{label}，{before[-_CONTEXT:]}", number.unit)
    period = known.period if known else Period.FLOW
    if number.kind is MentionKind.CHANGE or number.value < 0:
        period = Period.CHANGE
    elif number.unit in quantities.rates:
        period = Period.RATE
    elif quantities.stock.search(before[-_NEAR:]):
        period = Period.STOCK
    return Indicator(
        name=name,
        label=label,
        unit=number.unit,
        period=period,
        key=known.id if known else "",
        department=known.department if known else "",
        definition=known.note if known else "",
    )


def _kept(text: str, where: TextPlace, reason: str) -> Iterator[Numeral]:
    """Yield the numerals of a text that holds no figures by what it is: a date, a 文号."""
    for start, stop in numeral.spans(folded(text)):
        yield Numeral(
            kind=NumeralKind.EXCEPTION,
            start=start,
            stop=stop,
            text=text[start:stop],
            reason=reason,
            piece=where.piece,
        )
