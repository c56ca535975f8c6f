"""The lines of the plan of a new year in words: what each is about, why, what can become of it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from nianbao.desk.plan import YearPlan
from nianbao.desk.plan_items import Choice, PlanGroup, PlanItem
from nianbao.drafting.cells import cells
from nianbao.drafting.years import choices
from nianbao.drafting.years.choices import Question, QuestionKind
from nianbao.report import places
from nianbao.report.change import Change
from nianbao.report.figures import wording
from nianbao.report.figures.standing import TO_COMPUTE, Standing
from nianbao.report.model import Section
from nianbao.report.pieces import heading
from nianbao.report.writing import changing, placeholder, slots
from nianbao.report.writing.slots import Slot
from nianbao.report.writing.text import end_of, shortened

_AROUND = 14  # characters of the text shown beside what a line is about
_FIRST = 36  # characters of an entry
_MARKS = re.compile("[，。；：！？、\n]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A line of the plan as it is read.

    `lead`, `text` and `tail` are what stands in last year's report, `text` being what it is about.
    `choices` are what can be done, with the words for it; none where nothing is to be chosen, then
    `outcome` says what will be. `piece` is the text it is in. `opens`: it stands for lines below
    it, whose `parent` it is.
    """

    id: str
    text: str
    why: str
    lead: str = ""
    tail: str = ""
    choices: tuple[tuple[Choice, str], ...] = ()
    outcome: str = ""
    standing: Standing | None = None
    piece: str = ""
    opens: bool = False
    parent: str = ""


class PlanLines:
    """Finds the words for a plan. What the user chooses changes none of them."""

    def __init__(self, plan: YearPlan) -> None:
        self._plan = plan
        turned = plan.turned
        self._year = turned.report.year
        self._before = plan.base.ledger(plan.base.report.year)
        self._after = plan.base.ledger(self._year, turned.figures)
        self._texts = choices.texts(turned.report)
        self._written = {piece: self._read(source) for piece, source in self._texts.items()}
        self._sections = {
            e.id: section for section in turned.report.walk() for e in section.entries
        }
        self._reasons = {q.id: q.reason for q in plan.asked}
        self._made: dict[str, PlanLine] = {}

    def lines(self, group: PlanGroup | None, opened: Collection[str] = ()) -> list[PlanLine]:
        """Return the lines of a group, or what is worth a look of all.

        `opened` are the ids of lines that show those below them.
        """
        return [self._line(item) for item in self._plan.items(group, opened)]

    def _line(self, item: PlanItem) -> PlanLine:
        if item.id not in self._made:
            self._made[item.id] = self._said(item)
        return self._made[item.id]

    def _said(self, item: PlanItem) -> PlanLine:
        match item.about:
            case str(name):
                return self._figure(item, name)
            case Section() as part:
                return self._part(item, part)
            case Change() as change:
                return self._element(item, change)
            case Question() as question if question.kind is QuestionKind.ENTRY:
                return self._entry(item, question)
            case Question() as question if question.kind is QuestionKind.PHRASE:
                lead, text, tail = self._around(question)
                why = question.reason
                return _line(item, text, why, lead=lead, tail=tail, choices=_words(item))
            case Question() as question:
                return self._years(item, question) if item.below else self._one_year(item, question)

    def _read(self, source: str) -> list[str]:
        """Return the cells of a text as they read last year."""
        values = self._before.values()
        found = cells(source)
        sources = [cell.source for cell in found if isinstance(cell, Slot)]
        written = iter(slots.render(sources, values))
        return [next(written) if isinstance(cell, Slot) else cell for cell in found]

    def _around(self, question: Question) -> tuple[str, str, str]:
        """Return what a question is about as it read last year, and the words before and behind.

        What stands between two marks, as in 2024年，, is told by what comes behind the mark.
        """
        read = self._written[question.piece]
        before = placeholder.unmarked("".join(read[: question.start]))
        behind = placeholder.unmarked("".join(read[question.stop :]))
        lead = end_of(_MARKS.split(before)[-1], _AROUND)
        tail = shortened(_MARKS.split(behind)[0], _AROUND)
        if not lead and not tail:
            tail = shortened(behind, _AROUND)
        return lead, placeholder.unmarked("".join(read[question.start : question.stop])), tail

    def _years(self, item: PlanItem, first: Question) -> PlanLine:
        _, text, tail = self._around(first)
        tail = f"{tail}　等 {len(item.below)} 处年份"
        why = f"本年改为 {self._year}，上年改为 {self._year - 1}"
        return _line(item, text, why, tail=tail, choices=_words(item))

    def _one_year(self, item: PlanItem, question: Question) -> PlanLine:
        lead, text, tail = self._around(question)
        cell = cells(self._texts[question.piece])[question.start]
        assert isinstance(cell, Slot)
        now = slots.render([cell.source], slots.years(self._year))[0]
        words = _words(item, {Choice.KEEP: f"保留{text}"})
        return _line(item, text, f"改为 {now}", lead=lead, tail=tail, choices=words)

    def _part(self, item: PlanItem, part: Section) -> PlanLine:
        why = f"{self._reasons[item.below[0]]}已转入“{places.PROMISES}”。"
        tail = f"（{len(item.below)} 条）"
        return _line(item, heading(part, self._before), why, tail=tail, choices=_words(item))

    def _entry(self, item: PlanItem, question: Question) -> PlanLine:
        why = question.reason or heading(self._sections[question.piece], self._before)
        text = placeholder.unmarked("".join(self._written[question.piece])).replace("\n", "")
        return _line(item, shortened(text, _FIRST), why, choices=_words(item))

    def _element(self, item: PlanItem, change: Change) -> PlanLine:
        outcome = _wanted(change.after)
        return _line(item, change.before or "（上年没有）", change.reason, outcome=outcome)

    def _figure(self, item: PlanItem, name: str) -> PlanLine:
        indicator, prior = self._after.indicators[name], self._after.prior.get(name)
        then = prior.value if prior is not None else None
        last = "" if then is None else changing.told(then, indicator.unit)
        assert item.standing is not None, "a figure stands in some way"
        why, word = _FIGURES[item.standing]
        if item.standing is Standing.PENDING and indicator.department:
            why += f"（{indicator.department}）"
        if item.standing is Standing.FORMULA:
            why = f"＝{wording.formula(self._after, name)}"
        outcome = f"{item.standing.glyph} {word}"
        if item.group is PlanGroup.CARRIED:
            outcome += f" {last}，待确认"
        words = {Choice.CLEAR: "清空"} | ({item.default: outcome} if item.default else {})
        return _line(
            item,
            indicator.label,
            why,
            tail=f"　{last}{indicator.unit}",
            choices=_words(item, words),
            outcome=outcome,
        )


_FIGURES: Mapping[Standing, tuple[str, str]] = {
    Standing.PENDING: ("年度数，不能沿用", Standing.PENDING.value),
    Standing.CARRIED: ("累计数或存量，一般变化不大", "沿用"),
    Standing.FORMULA: ("", TO_COMPUTE),
}
"""Why a figure becomes what it does, and the word for that."""


def _line(
    item: PlanItem,
    text: str,
    why: str,
    *,
    lead: str = "",
    tail: str = "",
    choices: tuple[tuple[Choice, str], ...] = (),
    outcome: str = "",
) -> PlanLine:
    return PlanLine(
        id=item.id,
        text=text,
        why=why,
        lead=lead,
        tail=tail,
        choices=choices,
        outcome=outcome,
        standing=item.standing,
        piece=item.piece,
        opens=bool(item.below),
        parent=item.parent,
    )


def _words(
    item: PlanItem, other: Mapping[Choice, str] | None = None
) -> tuple[tuple[Choice, str], ...]:
    """Return the choices of a line with their words, which may be `other` ones than usual."""
    words = other or {}
    return tuple((choice, words.get(choice, choice.value)) for choice in item.choices)


def _wanted(after: str) -> str:
    """Return what an element that was cleared is waiting for, in a few words."""
    found = placeholder.parse(after)
    return f"? {found.kind.value} {found.label}" if found else f"? {after}"
