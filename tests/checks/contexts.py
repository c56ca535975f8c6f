"""Contexts for rules: from the text of a report, and made up at random."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from nianbao.checks import Context
from nianbao.report.document import Document, Paragraph
from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Indicator,
    Period,
    Promise,
    Relation,
    RelationKind,
)
from nianbao.report.figures.ledger import Ledger
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, EntryState, Report, Section
from nianbao.understanding.understand import understand

TODAY = date(2026, 11, 1)
YEAR = 2026


def context(report, ledger=None, **more):
    return Context(
        report=report, ledger=ledger or Ledger.of(report.year, [], [], []), today=TODAY, **more
    )


def of_lines(*lines):
    """Return the context of a report that was read from lines of text."""
    document = Document(
        kind="txt", name="x", paragraphs=tuple(Paragraph(text=line) for line in lines)
    )
    found = understand(document, stem="t", year=2025)
    ledger = Ledger.of(2025, found.indicators, found.figures, found.relations)
    return context(found.report, ledger)


def entry(id_, text, **more):
    return Entry(id=id_, kind=EntryKind.MEASURE, text=text, **more)


def section(id_, *entries, title="规范执法", number="（一）", level=2, **more):
    return Section(
        id=id_,
        level=level,
        number=number,
        prefix=number,
        title=title,
        entries=tuple(entries),
        **more,
    )


def report(*sections, front=(), back=()):
    return Report(
        unit="青岚县", year=YEAR, sections=tuple(sections), front=tuple(front), back=tuple(back)
    )


def element(id_, text, kind=ElementKind.DATE):
    return Element(id=id_, kind=kind, text=text)


# --- made up at random

NAMES = ("甲", "乙", "丙", "丁")
_STATES = st.sampled_from([("pending", None), ("known", 5), ("known", 0), ("gone", None)])


@st.composite
def ledgers(draw):
    """A ledger of four figures; any of them may be a formula of the others, or of itself."""
    indicators = [
        Indicator(
            name=name,
            label=f"{name}数",
            unit="件",
            period=draw(st.sampled_from([Period.FLOW, Period.STOCK])),
        )
        for name in NAMES
    ]
    figures, relations = [], []
    for name in NAMES:
        state, value = draw(_STATES)
        if state == "known":
            figures.append(Figure(indicator=name, year=YEAR).answered(Decimal(value), source="填"))
        elif state == "gone":
            state = FigureState.NOT_APPLICABLE
            figures.append(Figure(indicator=name, year=YEAR, state=state))
        else:
            figures.append(Figure(indicator=name, year=YEAR))
        if draw(st.booleans()):
            last = Figure(indicator=name, year=YEAR - 1)
            figures.append(last.answered(Decimal(83), source="x"))
        if draw(st.integers(0, 3)) == 0:
            operands = draw(
                st.lists(st.sampled_from([*NAMES, "戊", "甲@上年"]), min_size=2, max_size=2)
            )
            kind = draw(st.sampled_from([RelationKind.SUM, RelationKind.RATIO]))
            relations.append(
                Relation(kind=kind, result=name, operands=tuple(operands), confirmed=True)
            )
    return Ledger.of(YEAR, indicators, figures, relations)


PARTS = st.sampled_from(
    [
        "全县办理",
        "件。",
        "{{ 年 }}年",
        "【待填：文号】",
        "【待核：3月】",
        "【待核：{{ 年 }}年3月】",
        "【不适用】",
        "【待填：没有写完",
        "\n",
        *(f"{{{{ {name} }}}}" for name in NAMES),
    ]
)
TEXTS = st.lists(PARTS, max_size=6).map("".join)


@st.composite
def drafts(draw):
    """The context of a draft: any text, any ledger, any state of its entries."""
    ledger = draw(ledgers())
    texts = [draw(TEXTS) for _ in range(draw(st.integers(1, 5)))]
    entries = [entry(f"e{number}", text) for number, text in enumerate(texts)]
    half = draw(st.integers(0, len(entries)))
    made = report(
        section("s1", *entries[:half], title="成效", number="一、", level=1),
        section("s2", *entries[half:], title="其中{{ 甲 }}件", number="二、", level=1),
        front=[element("f1", draw(TEXTS), ElementKind.TITLE)],
        back=[element("b1", draw(TEXTS))],
    )
    ids = [one.id for one in entries]
    states = {id_: draw(st.sampled_from(EntryState)) for id_ in ids}
    kept = frozenset(draw(st.sets(st.sampled_from(ids))))
    promise = Promise(id="p1", year=YEAR, kind="plan", title="建中心", text="建成中心。")
    answered = frozenset(["p1"] if draw(st.booleans()) else [])
    return context(made, ledger, states=states, kept=kept, promises=(promise,), answered=answered)
