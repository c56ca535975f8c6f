"""The pages of a review: how they are cut, what they are called, where they belong."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from nianbao.desk.reviewing import numbers as review_numbers
from nianbao.desk.reviewing.rows import ReviewRow, ReviewStretch
from nianbao.report.figures import wording
from nianbao.report.model import Element, ElementKind, Report, Section
from nianbao.report.writing import slots
from nianbao.report.writing.text import shortened
from nianbao.standards.structure import parts, sections
from nianbao.understanding.understood import FoundRelation

TITLE, PREFACE, BACK = "title", "preface", "back"
"""The pages around the sections."""

_SURE, _LIKELY = 0.8, 0.5
_TITLE = 200  # characters: a longer one is text that was taken for a heading


class Sureness(Enum):
    """How sure it is where a page belongs."""

    SURE = "有把握"
    LIKELY = "请看一眼"
    DOUBTFUL = "没把握"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewNode:
    """A line of the outline. `note` is its count, or what is wrong with it."""

    page: str
    title: str
    level: int
    sureness: Sureness
    note: str = ""
    open_rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What does not come out on a page. `key` is the row it is about."""

    key: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPage:
    """A page of the review: a section with its text, its numbers and what was found among them.

    A long one is shown in `portions`, of which this is number `portion`, the first being 0; what
    was `counted` are the numbers of the whole page.

    `sums` is the arithmetic found on it, as it is written down: 386÷1,428＝27.03%.

    `homes` are the standard parts or sections it may be assigned to, id and title; empty for front
    and back matter. `home` is the one it has, `confidence` how sure that is, from 0 to 1.
    """

    id: str
    title: str
    paragraphs: tuple[tuple[ReviewStretch, ...], ...]
    rows: tuple[ReviewRow, ...]
    counted: str
    sums: tuple[str, ...]
    disputes: tuple[Dispute, ...]
    portion: int = 0
    portions: int = 1
    homes: tuple[tuple[str, str], ...] = ()
    home: str = ""
    confidence: float = 1.0
    sureness: Sureness = Sureness.SURE


AROUND = {TITLE: "标题", PREFACE: "导语", BACK: "落款、日期、版记"}
Rows = Callable[[Collection[str]], list[ReviewRow]]
"""Gives the numbers of some pieces."""


def outline(
    report: Report,
    pages: Mapping[str, Collection[str]],
    rows: Rows,
    values: Mapping[str, Decimal | str],
    seen: Collection[str],
) -> Iterator[ReviewNode]:
    """Yield the lines of the outline in reading order; `seen` are pages said to be in place."""
    for page in (TITLE, PREFACE):
        if page in pages:
            yield _around(page, pages[page], rows)
    for part in report.sections:
        for section in (part, *part.sections):
            yield ReviewNode(
                page=section.id,
                title=title(section, values),
                level=section.level,
                sureness=sureness(section, seen),
                note=_note(section, rows),
                open_rows=_open(rows(pages[section.id])),
            )
    if BACK in pages:
        yield _around(BACK, pages[BACK], rows)


def _around(page: str, pieces: Collection[str], rows: Rows) -> ReviewNode:
    return ReviewNode(
        page=page,
        title=AROUND[page],
        level=1,
        sureness=Sureness.SURE,
        note=f"{len(pieces)} 段" if page == PREFACE else "",
        open_rows=_open(rows(pieces)),
    )


def _open(rows: Iterable[ReviewRow]) -> int:
    return sum(row.state.is_open for row in rows)


def _note(section: Section, rows: Rows) -> str:
    """Say how many numbers there are, or entries where numbers are not the point."""
    if section.number_inferred:
        return "序号已补"
    count = len(rows(review_numbers.section_pieces(section, deep=True)))
    if section.level > 1:
        return str(count)
    if count:
        return f"{count} 数"
    entries = sum(len(s.texts) for s in section.walk())
    return f"{entries} 条"


def pages(report: Report) -> Iterator[tuple[str, list[str]]]:
    """Yield the pages in reading order with the ids of their pieces.

    The page of a part (level 1) ends where its sections begin; that of a section holds all below.
    """
    fronts: dict[str, list[str]] = {}
    for element in report.front:
        fronts.setdefault(_front_page(element), []).append(element.id)
    yield from ((page, fronts[page]) for page in (TITLE, PREFACE) if page in fronts)
    for part in report.sections:
        yield part.id, review_numbers.section_pieces(part, deep=False)
        for section in part.sections:
            yield section.id, review_numbers.section_pieces(section, deep=True)
    if report.back:
        yield BACK, [element.id for element in report.back]


def _front_page(element: Element) -> str:
    return PREFACE if element.kind is ElementKind.PREFACE else TITLE


def title(section: Section, values: Mapping[str, Decimal | str]) -> str:
    """Return a section's number and title as they read."""
    written = section.prefix + slots.render([section.name], values)[0]
    return shortened(written, _TITLE) or "（没有标题）"


def sureness(section: Section, seen: Collection[str]) -> Sureness:
    """Return how sure it is where a section belongs; what the user said is sure."""
    if section.id in seen:
        return Sureness.SURE
    if section.number_inferred or not section.key or section.confidence < _LIKELY:
        return Sureness.DOUBTFUL
    return Sureness.SURE if section.confidence >= _SURE else Sureness.LIKELY


def homes(section: Section, year: int) -> tuple[tuple[str, str], ...]:
    """Return id and title of the standard parts, or sections, that a section may belong to."""
    standards = parts() if section.level == 1 else sections()
    found = [(one.id, _in_one_line(one.title_in(year))) for one in standards.values()]
    return (*found, ("", "不归入上面任何一项"))


def _in_one_line(title: str) -> str:
    """Return a title up to its first comma."""
    return title.partition("，")[0]


def written(found: FoundRelation) -> str:
    """Write arithmetic down as it stands in the text."""
    numbers = [operand.writing for operand in found.operands]
    first, second = (operand.value for operand in found.operands[:2])
    kind = found.relation.kind
    return wording.worked_out(kind, found.result.text, numbers, falls=first < second)


def disputes(rows: Iterable[ReviewRow]) -> Iterator[Dispute]:
    """Yield what does not come out on a page, each once."""
    said: set[str] = set()
    for row in rows:
        if row.mention and row.state.is_open and row.why not in said:
            said.add(row.why)
            yield Dispute(key=row.key, text=row.why)
