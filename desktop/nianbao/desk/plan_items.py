"""The lines of the plan of a new year: what each is about, and what can become of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nianbao.drafting.years import choices
from nianbao.drafting.years.choices import Choice, Question, QuestionKind
from nianbao.drafting.years.new_year import NewYear
from nianbao.report.change import Change, ChangeRule
from nianbao.report.figures.figure import Period
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.standing import Standing
from nianbao.report.model import Report, Section
from nianbao.report.writing import slots

__all__ = [
    "Choice",
    "PlanGroup",
    "PlanItem",
    "PlanItems",
    "figure_item",
]  # the window may not ask drafting


class PlanGroup(StrEnum):
    """What the plan sorts its lines into; the value is what it is called."""

    TEXT = "正文"
    DUE = "要重新报的数"
    CARRIED = "累计数，沿用待确认"
    COMPUTED = "自动计算"
    ASKED = "要问一句"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanItem:
    """A line of the plan, without words: `views.plan_lines` finds them.

    `about` is a question of the turn, a part of which several entries are asked about, what was
    done to an element, or the name of a figure. `choices` are what can be done, none where nothing
    is to be chosen. `piece` is the text it is in, `entry` the entry that 不再写 drops, empty when
    it cannot. `below` are the ids of the lines that a line stands for.
    """

    id: str
    group: PlanGroup
    about: Question | Section | Change | str
    piece: str
    choices: tuple[Choice, ...] = ()
    default: Choice | None = None
    standing: Standing | None = None
    entry: str = ""
    below: tuple[str, ...] = ()
    parent: str = ""


def figure_item(name: str) -> str:
    """Return the id of the line that is about a figure."""
    return f"figure:{name}"


class PlanItems:
    """Makes the lines of a plan. `after` is the new year's ledger."""

    def __init__(self, turned: NewYear, asked: Sequence[Question], after: Ledger) -> None:
        self._turned, self._asked, self._after = turned, asked, after
        self._report: Report = turned.report
        self._texts = choices.texts(turned.report)
        self._entries = {entry.id for one in self._report.walk() for entry in one.entries}

    def all(self) -> list[PlanItem]:
        """Return all lines, in the order in which they are shown."""
        return [
            *self._years(),
            *self._phrases(),
            *self._kept_parts(),
            *self._elements(),
            *self._figures(),
            *self._texts_carried(),
        ]

    def _of(self, kind: QuestionKind) -> list[Question]:
        return [question for question in self._asked if question.kind is kind]

    def _droppable(self, piece: str) -> str:
        return piece if piece in self._entries else ""

    def _years(self) -> Iterator[PlanItem]:
        asked = self._of(QuestionKind.YEAR)
        if not asked:
            return
        yield PlanItem(
            id="years",
            group=PlanGroup.ASKED,
            about=asked[0],
            choices=(Choice.SHIFT,),
            default=Choice.SHIFT,
            piece=asked[0].piece,
            below=tuple(question.id for question in asked),
        )
        for question in asked:
            yield PlanItem(
                id=question.id,
                group=PlanGroup.ASKED,
                about=question,
                choices=(Choice.SHIFT, Choice.KEEP),
                default=Choice.SHIFT,
                piece=question.piece,
                parent="years",
            )

    def _phrases(self) -> Iterator[PlanItem]:
        for question in self._of(QuestionKind.PHRASE):
            entry = self._droppable(question.piece)
            yield PlanItem(
                id=question.id,
                group=PlanGroup.ASKED,
                about=question,
                choices=_text_choices(entry),
                default=question.default,
                piece=question.piece,
                entry=entry,
            )

    def _kept_parts(self) -> Iterator[PlanItem]:
        """Yield what was wanting or promised last year, by part, then entry by entry."""
        asked = {q.piece: q for q in self._of(QuestionKind.ENTRY) if q.reason}
        for part in self._report.sections:
            inside = [e for s in part.walk() for e in s.entries if e.id in asked]
            if not inside:
                continue
            group = f"part:{part.id}"
            yield PlanItem(
                id=group,
                group=PlanGroup.ASKED,
                about=part,
                choices=_text_choices(part.id),
                default=Choice.REMIND,
                piece=inside[0].id,
                below=tuple(asked[entry.id].id for entry in inside),
            )
            for entry in inside:
                yield self._text(PlanGroup.ASKED, asked[entry.id], parent=group)

    def _text(self, group: PlanGroup, question: Question, parent: str = "") -> PlanItem:
        return PlanItem(
            id=question.id,
            group=group,
            about=question,
            choices=_text_choices(question.piece),
            default=question.default,
            piece=question.piece,
            entry=question.piece,
            parent=parent,
        )

    def _elements(self) -> Iterator[PlanItem]:
        for number, change in enumerate(self._turned.changes):
            if change.rule in (ChangeRule.ELEMENT_CLEARED, ChangeRule.ELEMENT_ADDED):
                yield PlanItem(
                    id=f"element:{number}",
                    group=PlanGroup.ASKED,
                    about=change,
                    standing=Standing.PENDING,
                    piece=change.piece,
                )

    def _figures(self) -> Iterator[PlanItem]:
        homes: dict[str, list[str]] = {}
        for piece, source in self._texts.items():
            for slot in slots.slots(source):
                if not slot.is_year and piece not in homes.setdefault(slot.name, []):
                    homes[slot.name].append(piece)
        for name in self._after.figures:
            if name in homes:
                yield self._figure(name, homes[name])

    def _figure(self, name: str, homes: Sequence[str]) -> PlanItem:
        standing = self._after.standing(name)
        group, choice = _FIGURES[standing]
        entry = self._droppable(homes[0]) if len(homes) == 1 else ""
        offered = (choice, *_others(standing, self._after.indicators[name].period))
        if entry:
            offered = (*offered, Choice.DROP)
        return PlanItem(
            id=figure_item(name),
            group=group,
            about=name,
            choices=offered if len(offered) > 1 else (),
            default=choice if len(offered) > 1 else None,
            standing=standing,
            piece=homes[0],
            entry=entry,
        )

    def _texts_carried(self) -> Iterator[PlanItem]:
        for question in self._of(QuestionKind.ENTRY):
            if not question.reason:
                yield self._text(PlanGroup.TEXT, question)


_FIGURES: Mapping[Standing, tuple[PlanGroup, Choice]] = {
    Standing.PENDING: (PlanGroup.DUE, Choice.CLEAR),
    Standing.CARRIED: (PlanGroup.CARRIED, Choice.KEEP),
    Standing.FORMULA: (PlanGroup.COMPUTED, Choice.KEEP),
}


def _others(standing: Standing, period: Period) -> tuple[Choice, ...]:
    """Return what else can become of a figure: cleared, or of the other kind from now on."""
    if standing is Standing.CARRIED:
        return (Choice.CLEAR, Choice.FLOW)
    if standing is Standing.PENDING and period is Period.FLOW:
        return (Choice.STOCK,)
    return ()


def _text_choices(droppable: str) -> tuple[Choice, ...]:
    both = (Choice.KEEP, Choice.REMIND)
    return (*both, Choice.DROP) if droppable else both
