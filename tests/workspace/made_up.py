"""Everything a workspace stores, made up by hypothesis with text that hurts."""

import dataclasses
import hashlib

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from tests.workspace.files import UNIT

from nianbao.report.change import Change, ChangeRule
from nianbao.report.document import FilePlace, Paragraph
from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Indicator,
    Mention,
    MentionKind,
    Period,
    Promise,
    Relation,
    RelationKind,
)
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.workspace import opening
from nianbao.workspace.rows.tables import CONTENT

NASTY = (
    "",
    "𠮷",
    "“12万余”'\"';--",
    "一\n二\r\n三",
    "😀👨‍👩‍👧",
    "{{ 名 }}{",
    "\\u5e74 %s ?",
    "\x00尾",
    "\ufeff　",
)
texts = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"])))
years = st.integers(1949, 2199)
numbers = st.decimals(allow_nan=False, allow_infinity=False)
whole = st.one_of(st.none(), st.integers(0, 10**6))
shares = st.floats(0, 1)

examples = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

paragraphs = st.builds(
    Paragraph,
    text=texts,
    list_number=texts,
    style=texts,
    level=whole,
    centred=st.booleans(),
    place=st.sampled_from(FilePlace),
)
indicators = st.builds(
    Indicator,
    name=texts,
    label=texts,
    unit=texts,
    period=st.sampled_from(Period),
    key=texts,
    aliases=st.lists(texts, max_size=3).map(tuple),
    department=texts,
    definition=texts,
)
mentions = st.builds(
    Mention,
    **dict.fromkeys(
        [
            *("text", "writing", "unit", "approx", "label", "indicator", "section", "sentence"),
            *("piece", "found_as", "context"),
        ],
        texts,
    ),
    value=numbers,
    kind=st.sampled_from(MentionKind),
    year=years,
    paragraph=whole,
    prior=st.booleans(),
)
relations = st.builds(
    Relation,
    kind=st.sampled_from(RelationKind),
    result=texts,
    operands=st.lists(texts, min_size=2, max_size=3).map(tuple),
    decimals=st.integers(0, 4),
    sentence=texts,
    confidence=shares,
    confirmed=st.booleans(),
)
promises = st.builds(
    Promise, id=texts, year=st.just(2026), kind=texts, title=texts, text=texts, answer=texts
)
changes = st.builds(
    Change,
    rule=st.sampled_from(ChangeRule),
    before=texts,
    after=texts,
    paragraph=whole,
    piece=texts,
    reason=texts,
    open=st.booleans(),
)
marks = st.builds(Mark, kind=st.sampled_from(MarkKind), target=texts, text=texts)


@st.composite
def figures(draw, indicator=texts, year=years):
    state = draw(st.sampled_from(FigureState))
    return Figure(
        indicator=draw(indicator),
        year=draw(year),
        value=draw(numbers) if state is FigureState.KNOWN else None,
        state=state,
        as_of=draw(texts),
        source=draw(texts),
    )


@st.composite
def reports(draw, unit=texts, year=years):
    """A report whose pieces have ids of their own, in no order."""
    taken = set()

    def new_id():
        own = draw(texts)
        while own in taken:
            own += "又"
        taken.add(own)
        return own

    def elements():
        count = draw(st.integers(0, 3))
        return tuple(draw(_element(new_id())) for _ in range(count))

    def section(level):
        entries = tuple(draw(_entry(new_id())) for _ in range(draw(st.integers(0, 2))))
        below = draw(st.integers(0, 2)) if level < 3 else 0
        own = new_id()
        return dataclasses.replace(
            draw(_section(own)),
            level=level,
            entries=entries,
            sections=tuple(section(level + 1) for _ in range(below)),
        )

    return Report(
        unit=draw(unit),
        year=draw(year),
        profile=draw(texts),
        raw=draw(st.booleans()),
        front=elements(),
        sections=tuple(section(1) for _ in range(draw(st.integers(0, 2)))),
        back=elements(),
    )


def _element(own):
    return st.builds(
        Element, id=st.just(own), kind=st.sampled_from(ElementKind), text=texts, paragraph=whole
    )


def _entry(own):
    return st.builds(
        Entry,
        id=st.just(own),
        kind=st.sampled_from(EntryKind),
        text=texts,
        title=texts,
        joined=st.booleans(),
        paragraph=whole,
    )


def _section(own):
    return st.builds(
        Section,
        id=st.just(own),
        level=st.just(1),
        **dict.fromkeys(["number", "prefix", "title", "suffix", "key"], texts),
        **dict.fromkeys(["number_inferred", "run_in", "joined"], st.booleans()),
        confidence=shares,
        paragraph=whole,
        entries=st.just(()),
        sections=st.just(()),
    )


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def content(workspace):
    """Everything the user's work consists of, row by row with its order and seal."""
    return {
        name: workspace._conn.rows(f"SELECT * FROM {name} ORDER BY row_id")  # noqa: S608 our names
        for name in CONTENT
    }


def year_of(workspace, year=2026):
    """Everything that a version of a year must bring back."""
    return {
        "report": workspace.report(UNIT, year),
        "figures": workspace.figures(UNIT, year),
        "mentions": workspace.mentions(UNIT, year),
        "promises": workspace.promises(UNIT, year),
        "changes": workspace.changes(UNIT, year),
        "marks": workspace.marks(UNIT, year),
    }


def check(workspace):
    """Do what is done when a file is opened, without opening it."""
    opening._refuse_damage(workspace._conn, workspace.path, workspace.path.stat().st_size)
