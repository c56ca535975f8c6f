"""What is said about figures: how one changed, what a formula is in words."""

from decimal import Decimal

import pytest

from nianbao.report.figures import wording
from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Indicator,
    Relation,
    RelationKind,
)
from nianbao.report.figures.ledger import Ledger

INDICATORS = (
    Indicator(name="甲", label="新收数", unit="件"),
    Indicator(name="乙", label="审结数（含上年）", unit="件"),
    Indicator(name="率", label="审结率", unit="%"),
)


def ledger(*relations):
    return Ledger.of(2026, INDICATORS, [], relations)


def relation(kind, *operands):
    return Relation(kind=kind, result="率", operands=operands, confirmed=True)


@pytest.mark.parametrize(
    ("now", "then", "unit", "said"),
    [
        ("112", "83", "件", "+34.9%"),
        ("60", "83", "件", "-27.7%"),
        ("83", "83", "件", "持平"),
        ("83.0", "83", "件", "持平"),
        ("92", "92", "%", "持平"),
        ("92.72", "93.47", "%", "-0.75个百分点"),
        ("93.50", "92", "%", "+1.5个百分点"),
        ("12", "0", "件", "+12"),
        ("-12", "0", "件", "-12"),
        ("0", "12", "件", "-100.0%"),
        ("12", "0", "%", "+12个百分点"),
    ],
)
def test_how_a_value_changed(now, then, unit, said):
    assert wording.change(Decimal(now), Decimal(then), unit) == said


def test_without_both_years_nothing_is_said_of_a_change():
    assert wording.change(None, Decimal(83), "件") == ""
    assert wording.change(Decimal(83), None, "件") == ""
    assert wording.change(None, None, "%") == ""


def test_a_value_or_the_word_in_its_place():
    gone = Figure(indicator="甲", year=2026, state=FigureState.NOT_APPLICABLE)
    assert wording.missing(gone) == "不适用"
    assert wording.missing(Figure(indicator="甲", year=2026)) == "待报"
    assert wording.missing(None) == "待报"
    assert wording.number(Decimal(120000)) == "12万"
    assert wording.number(Decimal(0)) == "0"
    assert wording.number(None) == ""


@pytest.mark.parametrize(
    ("kind", "operands", "said"),
    [
        (RelationKind.RATIO, ("甲", "乙"), "新收数÷审结数（含上年）"),
        (RelationKind.SUM, ("甲", "乙", "甲"), "新收数＋审结数（含上年）＋新收数"),
        (RelationKind.DIFFERENCE, ("甲", "乙"), "新收数－审结数（含上年）"),
        (RelationKind.CHANGE, ("甲", "甲@上年"), "（新收数－上年新收数）÷上年新收数"),
        (RelationKind.RATIO, ("没有", "没有@上年"), "没有÷上年没有"),
    ],
)
def test_a_formula_in_words(kind, operands, said):
    found = relation(kind, *operands)
    assert wording.relation(ledger(), found) == said
    assert wording.formula(ledger(found), "率") == said
    assert wording.equation(ledger(), found) == f"审结率＝{said}"


@pytest.mark.parametrize(
    ("kind", "operands", "falls", "said"),
    [
        (RelationKind.RATIO, ("83件", "97件"), True, "83件÷97件＝15"),
        (RelationKind.SUM, ("5", "6", "4"), True, "5＋6＋4＝15"),
        (RelationKind.DIFFERENCE, ("67", "52"), False, "67－52＝15"),
        (RelationKind.DIFFERENCE, ("52", "67"), True, "67－52＝15"),
        (RelationKind.CHANGE, ("115", "100"), False, "（115－100）÷100＝15"),
        (RelationKind.CHANGE, ("85", "100"), True, "（85－100）÷100＝-15"),
    ],
)
def test_arithmetic_as_the_text_writes_its_numbers(kind, operands, falls, said):
    assert wording.worked_out(kind, "15", operands, falls=falls) == said


def test_without_a_formula_there_are_no_words():
    assert wording.formula(ledger(), "率") == ""
