"""What was understood, under the ledger's names: none is taken for another's."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.figures.figure import (
    Figure,
    Indicator,
    Mention,
    MentionKind,
    Relation,
    RelationKind,
)
from nianbao.report.model import Entry, EntryKind, Report, Section
from nianbao.report.writing import slots
from nianbao.understanding.aligning import aligned
from nianbao.understanding.arithmetic.disputes import judged
from nianbao.understanding.understood import FoundRelation, Understanding


def indicator(name, label, unit="件"):
    return Indicator(name=name, label=label, unit=unit)


def mention(one, value):
    return Mention(
        text=f"{value}{one.unit}",
        writing=str(value),
        value=Decimal(value),
        unit=one.unit,
        approx="",
        kind=MentionKind.COUNT,
        label=one.label,
        indicator=one.name,
        year=2025,
        section="s",
        sentence="",
        piece="e",
    )


def understood(*indicators):
    """Return a report in which each indicator stands once, the first being the sum of the rest."""
    source = "、".join(f"{{{{ {one.name} }}}}{one.unit}" for one in indicators)
    entry = Entry(id="e", kind=EntryKind.MEASURE, text=source)
    part = Section(id="s", level=1, number="", prefix="", title="举措", entries=(entry,))
    first, *rest = indicators
    relation = Relation(
        kind=RelationKind.SUM, result=first.name, operands=tuple(one.name for one in rest)
    )
    mentions = [mention(one, number) for number, one in enumerate(indicators)]
    return Understanding(
        report=Report(unit="青岚县", year=2025, sections=(part,)),
        indicators=tuple(indicators),
        figures=tuple(
            Figure(indicator=one.name, year=2025).answered(Decimal(number), source="读")
            for number, one in enumerate(indicators)
        ),
        mentions=tuple(mentions),
        relations=(relation,),
        arithmetic=(
            FoundRelation(relation=relation, result=mentions[0], operands=tuple(mentions[1:])),
        ),
        changes=(),
        cut=(),
    )


def names(found):
    """Return the names by label, as every part of what was understood has them."""
    by_value = {one.label: one.name for one in found.indicators}
    order = [by_value[one.label] for one in found.indicators]
    (section,) = found.report.sections
    assert [slot.name for slot in slots.slots(section.entries[0].text)] == order
    assert [one.indicator for one in found.figures] == order
    assert [one.indicator for one in found.mentions] == order
    (relation,), (held,) = found.relations, found.arithmetic
    assert (relation.result, *relation.operands) == tuple(order)
    assert held.relation == relation
    assert [held.result.indicator, *(one.indicator for one in held.operands)] == order
    return by_value


def test_a_figure_is_the_ledgers_by_label_and_unit():
    ledger = [indicator("甲", "收案数"), indicator("乙", "结案数", "人")]
    found = understood(indicator("收案", "收案数"), indicator("结案", "结案数"))
    assert names(aligned(found, ledger)) == {"收案数": "甲", "结案数": "结案"}


def test_what_has_its_name_already_is_left_as_it_is():
    found = understood(indicator("甲", "收案数"), indicator("乙", "结案数"))
    assert aligned(found, [indicator("甲", "收案数")]) is found
    assert aligned(found, []) is found


def test_a_new_figure_does_not_take_the_name_of_another():
    ledger = [indicator("甲", "改过的名称"), indicator("甲2", "又一个")]
    found = understood(indicator("甲", "收案数"), indicator("乙", "结案数"))
    assert names(aligned(found, ledger)) == {"收案数": "甲3", "结案数": "乙"}


def test_names_are_exchanged_where_the_labels_are():
    ledger = [indicator("甲", "结案数"), indicator("乙", "收案数")]
    found = understood(indicator("甲", "收案数"), indicator("乙", "结案数"))
    assert names(aligned(found, ledger)) == {"收案数": "乙", "结案数": "甲"}


def test_nor_that_of_one_beside_it_in_the_report():
    ledger = [indicator("甲", "改过的名称")]
    found = understood(indicator("甲", "收案数"), indicator("甲2", "结案数"))
    assert names(aligned(found, ledger)) == {"收案数": "甲3", "结案数": "甲2"}


LABELS = st.lists(st.sampled_from("子丑寅卯"), unique=True, min_size=1, max_size=4)
NAMES = st.lists(st.sampled_from(["甲", "甲2", "甲3", "乙"]), unique=True, min_size=4, max_size=4)


@given(LABELS, NAMES, LABELS, NAMES)
def test_never_do_two_figures_become_one(labels, own, known, theirs):
    found = understood(*map(indicator, own, labels))
    ledger = [*map(indicator, theirs, known)]
    named = names(aligned(found, ledger))
    assert len(set(named.values())) == len(labels)
    for one in ledger:
        for label, name in named.items():
            assert (name == one.name) is (label == one.label)


def test_a_change_that_both_years_contradict_is_asked_about():
    part, moved = indicator("件数", "件数"), indicator("幅度", "增长幅度", "%")
    found = understood(moved, part)
    relation = Relation(
        kind=RelationKind.CHANGE,
        result="幅度",
        operands=("件数", "件数@上年"),
        decimals=0,
        sentence="同比增长25%。",
    )
    figures = tuple(
        Figure(indicator=name, year=2025).answered(Decimal(value), source="读")
        for name, value in (("件数", 125), ("幅度", 25))
    )
    found = replace(found, relations=(relation,), figures=figures)

    def last(value):
        return [Figure(indicator="件数", year=2024).answered(Decimal(value), source="读")]

    relations, doubts = judged(found, last(100))
    assert doubts == []
    assert [one.key for one in relations] == [relation.key]
    _, ((doubted, change),) = judged(found, last(50))
    assert doubted.key == relation.key
    assert (change.rule, change.before, change.open) == ("change_disagrees", "同比增长25%。", True)
    assert change.after == change.before
    assert change.reason == "“幅度”按两年的数应为150，与原文不符，请核对。"
    nothing = [Figure(indicator="件数", year=2024)]
    assert judged(found, nothing)[1] == judged(found, [])[1] == []
