"""Text becomes text with slots: every number a name, every year word a name, all else untouched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from nianbao.report import quantity, slots, years
from nianbao.report.change import Change
from nianbao.report.correction import Correction, CorrectionKind, applying, context
from nianbao.report.figure import (
    Figure,
    FigureState,
    Indicator,
    Mention,
    MentionKind,
    Period,
)
from nianbao.report.slots import Slot
from nianbao.report.text import sentences
from nianbao.standards import asks
from nianbao.standards import indicators as catalogue
from nianbao.standards.quantities import Quantities
from nianbao.understanding import labels, numbers
from nianbao.understanding.numbers import Number

_YEAR = re.compile(
    rf"(?<![\d一二三四五六七八九〇])(?P<year>{years.ARABIC}|{years.CHINESE})(?=\s*年(?!\s*[\d一二三四五六七八九十]{{1,3}}\s*月))"
)
_PLAIN_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_CONTEXT = 24  # characters before a number in which the catalogue's names are looked for
_CLAUSE_END = re.compile("[，,。；;：:\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The piece a text belongs to, for tracing its figures."""

    piece: str
    section: str
    paragraph: int | None


@dataclass(slots=True)
class Inducer:
    """Turns texts into sources one by one and keeps the figures found, in reading order."""

    year: int
    quantities: Quantities
    corrections: list[Correction] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    indicators: dict[str, Indicator] = field(default_factory=dict)
    values: dict[str, Decimal] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    changing: set[str] = field(default_factory=set)

    def source(self, text: str, where: Where, *, plain: bool = False) -> str:
        """Return the text with its numbers and year words as slots; plain text has none."""
        if plain:
            return slots.escape(text)
        edits = [(start, end, slot.source) for start, end, slot in self._slots(text, where)]
        written, end = "", 0
        for start, stop, slot in sorted(edits):
            written += slots.escape(text[end:start]) + slot
            end = stop
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

    def _slots(self, text: str, where: Where) -> Iterator[tuple[int, int, Slot]]:
        parts = list(sentences(text))
        found = numbers.find(text, self.quantities)
        for number, found_as in zip(found, labels.names(text, found), strict=True):
            place = context(text, number.start, number.stop)
            rule = applying(self.corrections, found_as, number.unit, place)
            if rule and rule.kind is CorrectionKind.REJECT:
                continue
            label = rule.label if rule else found_as
            start, sentence = next(part for part in reversed(parts) if part[0] <= number.start)
            mention = self._mention(number, label, sentence, number.start - start, where)
            mention = replace(mention, found_as=found_as, context=place)
            self.mentions.append(mention)
            if number.word_start is None:
                slot = slots.figure_slot(mention.indicator, number.writing, number.value)
                yield number.start, number.end, slot
            else:
                like = text[number.word_start : number.stop].removesuffix(number.after)
                end = number.word_start + len(like)
                yield number.word_start, end, self._change_slot(mention.indicator, like)
        yield from _year_slots(text, self.year, found)

    def _change_slot(self, name: str, like: str) -> Slot:
        """Return the slot of a change; its value is negative when the text says it fell."""
        rise, fall = next(
            pair for word, pair in self.quantities.pairs.items() if like.startswith(word)
        )
        self.changing.add(name)
        if like.startswith(fall):
            self.values[name] = -abs(self.values[name])
        return Slot(name=name, like=like, rise=rise, fall=fall)

    def _mention(
        self, number: Number, label: str, sentence: str, start: int, where: Where
    ) -> Mention:
        name = self._name(label, number, sentence[:start])
        prior = self._is_prior(re.split("[，,。；;]", sentence[:start])[-1])
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
            sentence=sentence.strip(),
            piece=where.piece,
            paragraph=where.paragraph,
            prior=prior,
        )

    def _is_prior(self, before: str) -> bool:
        """Whether the words before a number put it into an earlier year."""
        named = [int(found) for found in _PLAIN_YEAR.findall(before)]
        if named and named[-1] < self.year and before.rstrip().endswith(("的", "年", "为")):
            return True
        return self.quantities.prior.search(before) is not None

    def _name(self, label: str, number: Number, before: str) -> str:
        """Return the indicator's name: the same label, unit and value are one figure."""
        base = slots.valid_name(label)
        name, count = base, 1
        while name in self.values:
            same_unit = self.indicators[name].unit == number.unit
            if same_unit and abs(self.values[name]) == number.value:
                return name
            count += 1
            name = f"{base}_{count}"
        if count > 1 and self.indicators[base].unit == number.unit:
            self.changes.append(_twice(label, self.values[base], number))
        self.values[name] = number.value
        shown = label if count == 1 else f"{label}（{count}）"
        self.indicators[name] = _indicator(name, shown, number, before, self.quantities)
        return name


def _twice(label: str, first: Decimal, number: Number) -> Change:
    """Report a name that the text gives two values; each keeps its own figure."""
    values = f"{quantity.readable(first)}和{quantity.readable(number.value)}"
    return Change(
        rule="same_name",
        before=label,
        after=label,
        reason=f"“{label}”有两个值：{values}，请核对是不是同一个数。",
        open=True,
    )


def _indicator(
    name: str, label: str, number: Number, before: str, quantities: Quantities
) -> Indicator:
    known = catalogue.match(f"{label}，{before[-_CONTEXT:]}", number.unit)
    period = known.period if known else Period.FLOW
    if number.kind is MentionKind.CHANGE:
        period = Period.CHANGE
    elif number.unit in quantities.rates:
        period = Period.RATE
    elif quantities.stock.search(before[-16:]):
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


def _year_slots(text: str, year: int, found: Sequence[Number]) -> Iterator[tuple[int, int, Slot]]:
    """Yield slots for the years around the report's own.

    Years in titles, plans and dates keep theirs, and so do those of what happened once.
    """
    kept = [one.span() for one in years.fixed(text)]
    blank = _blanked(text, found)
    names = {year + offset: name for name, offset in slots.YEAR_NAMES.items()}
    for one in _YEAR.finditer(text):
        name = names.get(years.number(one["year"]))
        if name is None or any(start <= one.start() < end for start, end in kept):
            continue
        if not asks.happened_once(_statement(blank, one)):
            like = "" if one["year"].isascii() else one["year"]
            yield one.start(), one.end(), Slot(name=name, like=like)


def _blanked(text: str, found: Sequence[Number]) -> str:
    """Return a text in which no number says how often something was done."""
    for number in found:
        size = number.end - number.start
        text = text[: number.start] + "□" * size + text[number.end :]
    return text


def _statement(text: str, year: re.Match[str]) -> str:
    """Return the clause that a year stands in; with the next one, when it is all of its own."""
    start = max((one.end() for one in _CLAUSE_END.finditer(text, 0, year.start())), default=0)
    clauses = _CLAUSE_END.split(text[year.end() :], maxsplit=2)
    alone = not text[start : year.start()].strip() and clauses[0].strip() in ("年", "年度")
    return text[start : year.end()] + "，".join(clauses[: 1 + alone])
