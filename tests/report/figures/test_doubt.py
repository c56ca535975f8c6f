"""A number that cannot be meant so is asked about; one that can is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.figures.doubt import directed, doubt, doubt_direction
from nianbao.report.figures.figure import Indicator, Period

COUNT = Indicator(name="件数", label="件数", unit="件")
MONEY = Indicator(name="金额", label="金额", unit="元")
RATE = Indicator(name="率", label="率", unit="%", period=Period.RATE)
MOVED = Indicator(name="幅度", label="幅度", unit="%", period=Period.CHANGE)
SHARE = Indicator(name="占比", label="占比", unit="%")
BARE = Indicator(name="数", label="数", unit="")


def asked(indicator, value, prior, typed=None, *, whole=False):
    last = None if prior is None else Decimal(prior)
    return doubt(indicator, Decimal(value), last, typed or value, whole=whole)


@pytest.mark.parametrize(
    ("value", "prior", "question"),
    [
        ("12", "120000", "上年是12万，这里填的是12：是12，还是12万？"),
        ("60", "120000", "上年是12万，这里填的是60：是60，还是60万？"),
        ("2.4", "120000", "上年是12万，这里填的是2.4：是2.4，还是2.4万？"),
        ("1.28", "128000000", "上年是1.28亿，这里填的是1.28：是1.28，还是1.28亿？"),
        ("120000", "12", "上年是12，这里填的是12万：是12万，还是12？"),
        ("1300000000", "12", "上年是12，这里填的是13亿：是13亿，还是13？"),
        ("99000", "83", "上年是83，这里填的是99000，相差很多：没有写错吗？"),
        ("200000", "83", "上年是83，这里填的是20万：是20万，还是20？"),
        ("-12", "120000", "上年是12万，这里填的是-12：是-12，还是-12万？"),
        ("12", "-120000", "上年是-12万，这里填的是12：是12，还是12万？"),
        ("83", "83000000", "上年是8300万，这里填的是83，相差很多：没有写错吗？"),
        ("1", "1000", "上年是1000，这里填的是1，相差很多：没有写错吗？"),
        ("1", "1999", "上年是1999，这里填的是1，相差很多：没有写错吗？"),
        ("19", "18700", "上年是18700，这里填的是19，相差很多：没有写错吗？"),
        ("13200", "132", "上年是132，这里填的是13200，相差很多：没有写错吗？"),
        ("1000", "1", "上年是1，这里填的是1000，相差很多：没有写错吗？"),
    ],
)
def test_another_scale_than_last_years_is_asked_about(value, prior, question):
    assert asked(MONEY, value, prior) == question


@pytest.mark.parametrize(
    ("value", "prior"),
    [
        ("83", "83"),
        ("1", "99"),
        ("200", "18700"),
        ("13000", "132"),
        ("999", "1"),
        ("0", "120000"),
        ("83", "0"),
        ("83", None),
        ("0", None),
        ("-999", "1"),
    ],
)
def test_what_may_well_be_is_not_asked_about(value, prior):
    assert asked(COUNT, value, prior) == ""
    assert asked(COUNT, value, prior, whole=True) == ""


def test_a_scale_that_was_typed_is_meant_so():
    assert asked(MONEY, "30000000", "180000", "3000万") == ""
    assert "还是" in asked(MONEY, "120000", "12", "120000")
    assert asked(MONEY, "120000", "12", "12万") == (
        "上年是12，这里填的是12万，相差很多：没有写错吗？"
    )
    assert asked(MONEY, "1200000000", "12", "12亿").endswith("相差很多：没有写错吗？")
    assert "还是12？" in asked(MONEY, "120000", "12", "0.0012亿")


@pytest.mark.parametrize(
    ("value", "question"),
    [("5", "还是5万"), ("5.1", "相差很多"), ("0.2", "还是0.2万"), ("0.19", "相差很多")],
)
def test_another_scale_is_offered_only_where_it_comes_near(value, question):
    assert question in asked(MONEY, value, "10000")


@pytest.mark.parametrize(
    ("value", "prior", "question"),
    [
        ("1.023", "980", "数的是件，这里填的是1.023：是1.023，还是1023？"),
        ("1.023", None, "数的是件，这里填的是1.023：是1.023，还是1023？"),
        ("8.3", "83", "数的是件，这里填的是8.3，带着小数：没有写错吗？"),
        ("8.35", "83", "数的是件，这里填的是8.35，带着小数：没有写错吗？"),
        ("8.3512", "83", "数的是件，这里填的是8.3512，带着小数：没有写错吗？"),
    ],
)
def test_a_fraction_of_what_can_only_be_counted_is_asked_about(value, prior, question):
    assert asked(COUNT, value, prior, whole=True) == question
    assert asked(COUNT, value, "80.5", whole=True) == ""
    assert asked(COUNT, value, "80") == ""


def test_without_a_unit_pieces_are_counted():
    assert asked(BARE, "8.3", None, whole=True).startswith("数的是个数，这里填的是8.3，")


@pytest.mark.parametrize(
    ("value", "prior", "question"),
    [
        ("100", "92", ""),
        ("100.01", "92", "100.01%超过了100%：没有写错吗？"),
        ("0.92", "92", "是0.92%，还是92%？"),
        ("0.5", None, "是0.5%，还是50%？"),
        ("0.5", "1", ""),
        ("0.5", "1.01", "是0.5%，还是50%？"),
        ("0", "92", ""),
        ("1", "92", ""),
        ("92", "0.01", ""),
    ],
)
def test_a_rate_is_a_part_of_a_hundred(value, prior, question):
    assert asked(RATE, value, prior) == question


@pytest.mark.parametrize(
    ("value", "prior", "question"),
    [
        ("1000", None, ""),
        ("1001", None, "是1001%：没有写错吗？"),
        ("-1001", "5", "是-1001%：没有写错吗？"),
        ("1001", "1000", "是1001%：没有写错吗？"),
        ("1001", "-1000.5", ""),
        ("0.5", "22", ""),
        ("120", "0.1", ""),
    ],
)
def test_a_change_may_be_large_but_not_out_of_all_proportion(value, prior, question):
    assert asked(MOVED, value, prior) == question


def test_of_other_percentages_nothing_is_known():
    assert asked(SHARE, "130", "0.1") == asked(SHARE, "0.2", "92") == ""


@given(
    st.sampled_from([COUNT, MONEY, RATE, MOVED]),
    st.decimals(-(10**9), 10**9, places=2),
)
def test_the_same_as_last_year_is_asked_about_only_where_no_year_could_have_it(indicator, value):
    question = doubt(indicator, value, value, str(value))
    assert (question != "") is (indicator is RATE and value > 100)


@pytest.mark.parametrize(
    ("value", "prior", "falls", "signed"),
    [
        ("12", None, True, "-12"),
        ("12", "-8", True, "-12"),
        ("12", "8", True, "12"),
        ("12", "0", True, "12"),
        ("-12", None, True, "-12"),
        ("0", None, True, "0"),
        ("12", None, False, "12"),
        ("12", "-8", False, "12"),
        ("0.5", "-0.2", True, "-0.5"),
    ],
)
def test_what_is_called_a_fall_is_one(value, prior, falls, signed):
    last = None if prior is None else Decimal(prior)
    found = directed(Decimal(value), last, falls=falls)
    assert found == Decimal(signed)


@pytest.mark.parametrize(
    ("value", "prior", "question"),
    [
        ("12", "-8", "上年是下降8，这里填的是12：是增长12，还是下降12（写“-12”）？"),
        ("0.5", "-0.25", "上年是下降0.25，这里填的是0.5：是增长0.5，还是下降0.5（写“-0.5”）？"),
        ("120000", "-1", "上年是下降1，这里填的是12万：是增长12万，还是下降12万（写“-12万”）？"),
        ("0", "-8", ""),
        ("-12", "-8", ""),
        ("12", "8", ""),
        ("12", "0", ""),
        ("12", None, ""),
    ],
)
def test_a_rise_after_a_fall_is_asked_about(value, prior, question):
    last = None if prior is None else Decimal(prior)
    assert doubt_direction(Decimal(value), last) == question
