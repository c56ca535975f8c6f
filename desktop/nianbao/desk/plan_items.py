"""The lines of the plan of a new year: what each is about, why, and what can become of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from nianbao.drafting.cells import cells
from nianbao.drafting.years import choices
from nianbao.drafting.years.choices import Choice, Question, QuestionKind
from nianbao.drafting.years.new_year import NewYear
from nianbao.report import places
from nianbao.report.change import ChangeRule
from nianbao.report.figures import wording
from nianbao.report.figures.figure import Period
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.standing import TO_COMPUTE, Standing
from nianbao.report.model import Entry, Report
from nianbao.report.pieces import heading
from nianbao.report.writing import changing, placeholder, slots
from nianbao.report.writing.slots import Slot
from nianbao.report.writing.text import shortened

__all__ = ["Choice", "Item", "Items", "PlanGroup"]  # the window may not ask drafting

_AROUND = 14  # characters of the text shown beside what a line is about
_FIRST = 36  # characters of an entry
_MARKS = re.compile("[，。；：！？、\n]")


class PlanGroup(StrEnum):
    """What the plan sorts its lines into; the value is what it is called."""

    TEXT = "正文"
    DUE = "要重新报的数"
    CARRIED = "累计数，沿用待确认"
    COMPUTED = "自动计算"
    ASKED = "要问一句"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of the plan.

    `lead`, `text` and `tail` are what stands in last year's report, `text` being what it is about.
    `choices` are what can be done, with the words for it; none where nothing is to be chosen, then
    `outcome` says what will be. `piece` is the text it is in, `entry` the entry that 不再写 drops,
    empty when it cannot. `below` are the ids of the lines that a line stands for.
    """

    id: str
    group: PlanGroup
    text: str
    why: str
    lead: str = ""
    tail: str = ""
    choices: tuple[tuple[Choice, str], ...] = ()
    default: Choice | None = None
    outcome: str = ""
    standing: Standing | None = None
    piece: str = ""
    entry: str = ""
    below: tuple[str, ...] = ()
    parent: str = ""


class Items:
    """Makes the lines of a plan. `before` is last year's ledger, `after` the new year's."""

    def __init__(
        self, turned: NewYear, asked: Sequence[Question], before: Ledger, after: Ledger
    ) -> None:
        self._turned, self._asked, self._before, self._after = turned, asked, before, after
        self._report: Report = turned.report
        self._texts = choices.texts(turned.report)
        self._written = {piece: self._read(source) for piece, source in self._texts.items()}
        self._entries = {
            entry.id: (section, entry)
            for section in self._report.walk()
            for entry in section.entries
        }

    def all(self) -> list[Item]:
        """Return all lines, in the order in which they are shown."""
        return [
            *self._years(),
            *self._phrases(),
            *self._kept_parts(),
            *self._elements(),
            *self._figures(),
            *self._texts_carried(),
        ]

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
        before = _plain("".join(read[: question.start]))
        behind = _plain("".join(read[question.stop :]))
        lead = _MARKS.split(before)[-1][-_AROUND:]
        tail = _MARKS.split(behind)[0][:_AROUND]
        if not lead and not tail:
            tail = behind[:_AROUND]
        return lead, _plain("".join(read[question.start : question.stop])), tail

    def _of(self, kind: QuestionKind) -> list[Question]:
        return [question for question in self._asked if question.kind is kind]

    def _droppable(self, piece: str) -> str:
        return piece if piece in self._entries else ""

    def _years(self) -> Iterator[Item]:
        asked = self._of(QuestionKind.YEAR)
        if not asked:
            return
        year = self._report.year
        _, first, tail = self._around(asked[0])
        yield Item(
            id="years",
            group=PlanGroup.ASKED,
            text=first,
            tail=f"{tail}　等 {len(asked)} 处年份",
            why=f"本年改为 {year}，上年改为 {year - 1}",
            choices=((Choice.SHIFT, "改"),),
            default=Choice.SHIFT,
            piece=asked[0].piece,
            below=tuple(question.id for question in asked),
        )
        for question in asked:
            lead, text, tail = self._around(question)
            cell = cells(self._texts[question.piece])[question.start]
            assert isinstance(cell, Slot)
            now = slots.render([cell.source], slots.years(year))[0]
            yield Item(
                id=question.id,
                group=PlanGroup.ASKED,
                lead=lead,
                text=text,
                tail=tail,
                why=f"改为 {now}",
                choices=((Choice.SHIFT, "改"), (Choice.KEEP, f"保留{text}")),
                default=Choice.SHIFT,
                piece=question.piece,
                parent="years",
            )

    def _phrases(self) -> Iterator[Item]:
        for question in self._asked:
            if question.kind is not QuestionKind.PHRASE:
                continue
            lead, text, tail = self._around(question)
            entry = self._droppable(question.piece)
            yield Item(
                id=question.id,
                group=PlanGroup.ASKED,
                lead=lead,
                text=text,
                tail=tail,
                why=question.reason,
                choices=_text_choices(entry),
                default=question.default,
                piece=question.piece,
                entry=entry,
            )

    def _kept_parts(self) -> Iterator[Item]:
        """Yield what was wanting or promised last year, by part, then entry by entry."""
        asked = {q.piece: q for q in self._of(QuestionKind.ENTRY) if q.reason}
        for part in self._report.sections:
            inside = [e for s in part.walk() for e in s.entries if e.id in asked]
            if not inside:
                continue
            title = heading(part, self._before)
            group = f"part:{part.id}"
            yield Item(
                id=group,
                group=PlanGroup.ASKED,
                text=title,
                tail=f"（{len(inside)} 条）",
                why=f"{asked[inside[0].id].reason}已转入“{places.PROMISES}”。",
                choices=_text_choices(part.id),
                default=Choice.REMIND,
                piece=inside[0].id,
                below=tuple(asked[entry.id].id for entry in inside),
            )
            for entry in inside:
                question = asked[entry.id]
                yield Item(
                    id=question.id,
                    group=PlanGroup.ASKED,
                    text=self._first_words(entry),
                    why=question.reason,
                    choices=_text_choices(entry.id),
                    default=question.default,
                    piece=entry.id,
                    entry=entry.id,
                    parent=group,
                )

    def _elements(self) -> Iterator[Item]:
        for number, change in enumerate(self._turned.changes):
            if change.rule in (ChangeRule.ELEMENT_CLEARED, ChangeRule.ELEMENT_ADDED):
                yield Item(
                    id=f"element:{number}",
                    group=PlanGroup.ASKED,
                    text=change.before or "（上年没有）",
                    why=change.reason,
                    outcome=_wanted(change.after),
                    standing=Standing.PENDING,
                    piece=change.piece,
                )

    def _figures(self) -> Iterator[Item]:
        homes: dict[str, list[str]] = {}
        for piece, source in self._texts.items():
            for slot in slots.slots(source):
                if not slot.is_year and piece not in homes.setdefault(slot.name, []):
                    homes[slot.name].append(piece)
        for name in self._after.figures:
            if name in homes:
                yield self._figure(name, homes[name])

    def _figure(self, name: str, homes: Sequence[str]) -> Item:
        indicator = self._after.indicators[name]
        standing = self._after.standing(name)
        prior = self._after.prior.get(name)
        then = prior.value if prior is not None else None
        last = "" if then is None else changing.told(then, indicator.unit)
        group, why, word, choice = _FIGURES[standing]
        if standing is Standing.PENDING and indicator.department:
            why += f"（{indicator.department}）"
        if standing is Standing.FORMULA:
            why = f"＝{wording.formula(self._after, name)}"
        entry = self._droppable(homes[0]) if len(homes) == 1 else ""
        shown = f"{standing.glyph} {word}" + (
            f" {last}，待确认" if group is PlanGroup.CARRIED else ""
        )
        offered = ((choice, shown), *_others(standing, indicator.period))
        if entry:
            offered = (*offered, (Choice.DROP, "不再写"))
        return Item(
            id=f"figure:{name}",
            group=group,
            text=indicator.label,
            tail=f"　{last}{indicator.unit}",
            why=why,
            choices=offered if len(offered) > 1 else (),
            default=choice if len(offered) > 1 else None,
            outcome=shown,
            standing=standing,
            piece=homes[0],
            entry=entry,
        )

    def _texts_carried(self) -> Iterator[Item]:
        for question in self._of(QuestionKind.ENTRY):
            if question.reason:
                continue
            section, entry = self._entries[question.piece]
            yield Item(
                id=question.id,
                group=PlanGroup.TEXT,
                text=self._first_words(entry),
                why=heading(section, self._before),
                choices=_text_choices(entry.id),
                default=question.default,
                piece=entry.id,
                entry=entry.id,
            )

    def _first_words(self, entry: Entry) -> str:
        text = _plain("".join(self._written[entry.id])).replace("\n", "")
        return shortened(text, _FIRST)


_FIGURES: Mapping[Standing, tuple[PlanGroup, str, str, Choice]] = {
    Standing.PENDING: (PlanGroup.DUE, "年度数，不能沿用", Standing.PENDING.value, Choice.CLEAR),
    Standing.CARRIED: (PlanGroup.CARRIED, "累计数或存量，一般变化不大", "沿用", Choice.KEEP),
    Standing.FORMULA: (PlanGroup.COMPUTED, "", TO_COMPUTE, Choice.KEEP),
}


def _others(standing: Standing, period: Period) -> tuple[tuple[Choice, str], ...]:
    """Return what else can become of a figure: cleared, or of the other kind from now on."""
    if standing is Standing.CARRIED:
        return ((Choice.CLEAR, "清空"), (Choice.FLOW, Choice.FLOW.value))
    if standing is Standing.PENDING and period is Period.FLOW:
        return ((Choice.STOCK, Choice.STOCK.value),)
    return ()


def _text_choices(droppable: str) -> tuple[tuple[Choice, str], ...]:
    both = ((Choice.KEEP, "保留"), (Choice.REMIND, "改写提醒"))
    return (*both, (Choice.DROP, "不再写")) if droppable else both


def _wanted(after: str) -> str:
    """Return what an element that was cleared is waiting for, in a few words."""
    found = placeholder.parse(after)
    return f"? {found.kind.value} {found.label}" if found else f"? {after}"


def _plain(text: str) -> str:
    """Return a text as it read before anything in it was marked."""
    return placeholder.unmarked(text)
