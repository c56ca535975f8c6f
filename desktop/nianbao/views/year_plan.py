"""What the page of a new year shows beside its lines: texts as they were and as they will be."""

from collections.abc import Iterator
from dataclasses import dataclass

from nianbao.desk.plan import YearPlan
from nianbao.desk.plan_items import PlanGroup
from nianbao.drafting.years import choices
from nianbao.report.figures.standing import Standing
from nianbao.report.writing import placeholder, slots
from nianbao.views.form import sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPart:
    """A stretch of a text as it will be: plain, a number's chip, or a mark to act on."""

    text: str
    standing: Standing | None = None
    is_mark: bool = False


def preview(plan: YearPlan, piece: str) -> tuple[PlanPart, ...]:
    """Return a text as it will be; nothing when it is dropped."""
    if piece in plan.dropped:
        return ()
    source = choices.texts(plan.report()).get(piece, "")
    return tuple(_parts(plan, source))


def original(plan: YearPlan, piece: str) -> str:
    """Return a text as it reads in last year's report."""
    source = choices.texts(plan.base.report).get(piece, "")
    return slots.filled(source, plan.base.ledger(plan.year - 1).values())


def division(plan: YearPlan) -> str:
    """Say how many figures must come from how many departments."""
    ledger = plan.ledger
    items = [*plan.items(PlanGroup.DUE), *plan.items(PlanGroup.CARRIED)]
    figures = [item.about for item in items if item.entry not in plan.dropped]
    due = [
        ledger.indicators[name].department
        for name in figures
        if isinstance(name, str) and ledger.standing(name) is Standing.PENDING
    ]
    offices = {office for one in due for office in one.split("、") if one}
    known = sum(bool(one) for one in due)
    said = f"{len(due)} 个数要重新报。"
    if known:
        said += f"其中 {known} 个知道该向谁要，共 {len(offices)} 个部门；"
        said += f"{len(due) - known} 个还没有定部门。" if len(due) - known else "部门都已定。"
    return said


def _parts(plan: YearPlan, source: str) -> Iterator[PlanPart]:
    for part in slots.parse(source):
        if isinstance(part, str):
            yield from _marked(part)
        else:
            chip = sheet.chip(plan.ledger, part)
            yield PlanPart(text=chip.text, standing=chip.standing)


def _marked(text: str) -> Iterator[PlanPart]:
    """Yield a text cut at its placeholders."""
    end = 0
    for place in placeholder.find(text):
        if text[end : place.start]:
            yield PlanPart(text=text[end : place.start])
        yield PlanPart(text=text[place.start : place.stop], is_mark=True)
        end = place.stop
    if text[end:]:
        yield PlanPart(text=text[end:])
