"""A number typed in chip, table or column: understood in one way, and asked about where odd."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.actions import editing
from nianbao.actions.figures.doubts import Doubts
from nianbao.errors import DoubtError, InputError
from nianbao.report.figures.doubt import directed, doubt, doubt_direction
from nianbao.report.figures.figure import Indicator, Period
from nianbao.views.ledger import pasting
from tests.actions.desks import named

COUNT = Indicator(name="发放数", label="发放数", unit="份")
RATE = Indicator(name="率", label="率", unit="%", period=Period.RATE)


@pytest.mark.parametrize(
    ("indicator", "typed", "prior", "asked"),
    [
        (COUNT, "19", "180000", "是19，还是19万？"),
        (COUNT, "19万", "180000", ""),
        (COUNT, "19", "18", ""),
        (COUNT, "190000", "18", "是19万，还是19？"),
        (COUNT, "3", "18", ""),
        (COUNT, "0", "180000", ""),
        (COUNT, "19", None, ""),
        (RATE, "0.125", "13.25", "是0.125%，还是12.5%？"),
        (RATE, "125", "13.25", "超过了100%"),
        (RATE, "12.5", "13.25", ""),
        (RATE, "0", "13.25", ""),
    ],
)
def test_what_may_be_meant_otherwise_is_asked(indicator, typed, prior, asked):
    value = Decimal(typed.replace("万", "0000"))
    said = doubt(indicator, value, None if prior is None else Decimal(prior), typed)

    assert bool(said) is bool(asked)
    assert asked in said


@given(st.decimals(min_value=0, max_value=1000, places=1))
def test_a_fall_typed_without_a_sign_stays_a_fall(value):
    assert directed(value, Decimal(-25), falls=True) == -value
    assert directed(value, None, falls=True) == -value
    assert directed(value, Decimal(25), falls=True) == value  # counted upwards all the same
    assert directed(value, Decimal(-25), falls=False) == value


def test_the_direction_is_asked_where_the_name_does_not_say_it():
    assert "是增长30，还是下降30" in doubt_direction(Decimal(30), Decimal(-25))
    assert not doubt_direction(Decimal(-30), Decimal(-25))
    assert not doubt_direction(Decimal(30), Decimal(25))


def test_what_was_asked_about_is_taken_when_it_is_given_again(desk):
    name = named(desk, "复议申请新收")
    doubts = Doubts()

    with pytest.raises(DoubtError) as asked:
        doubts.answer(desk, name, "830000")
    assert "上年是83，这里填的是83万：是83万，还是83？" in str(asked.value)
    assert desk.ledger.known(name) is None

    doubts.answer(desk, name, "830000")
    assert desk.ledger.known(name) == 830000


def test_a_column_is_taken_but_for_its_odd_cells_which_are_listed(desk):
    names = [named(desk, "复议申请新收"), named(desk, "纠错数"), named(desk, "案卷")]

    found = pasting.pasted(desk, "112\n若干\n1200000", names)
    editing.answer_all(desk, found.answers)

    assert [desk.ledger.known(name) for name in names] == [112, None, None]
    assert len(found.odd) == 2
    assert "第2行" in found.said
    assert "第3行" in found.said


def test_a_column_without_any_number_is_refused(desk):
    with pytest.raises(InputError) as refused:
        pasting.pasted(desk, "若干\n许多", [named(desk, "复议申请新收"), named(desk, "纠错数")])
    assert "第1行" in refused.value.what
