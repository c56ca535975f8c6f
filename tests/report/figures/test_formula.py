"""The arithmetic of figures: rounded as official texts round."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.figures.figure import Relation, RelationKind
from nianbao.report.figures.formula import compute, decimals_of, ratio, relative_change, rounded

COUNTS = st.integers(0, 10**7).map(Decimal)


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        ("0.125", 2, "0.13"),  # a banker would write 0.12
        ("2.5", 0, "3"),
        ("0.135", 2, "0.14"),
        ("12.345", 2, "12.35"),
        ("-2.5", 0, "-3"),
        ("99.95", 1, "100.0"),
        ("83", 2, "83.00"),
    ],
)
def test_a_half_is_rounded_up(value, places, expected):
    assert str(rounded(Decimal(value), places)) == expected


@pytest.mark.parametrize(
    ("part", "whole", "places", "expected"),
    [
        (1, 8, 1, "12.5"),
        (1, 16, 1, "6.3"),
        (1, 32, 2, "3.13"),
        (726, 783, 2, "92.72"),
        (5, 0, 2, None),
    ],
)
def test_a_rate_is_the_part_of_the_whole_in_percent(part, whole, places, expected):
    found = ratio(Decimal(part), Decimal(whole), places)
    assert (None if found is None else str(found)) == expected


@given(COUNTS, COUNTS.filter(bool), st.integers(0, 4))
def test_a_rate_is_never_further_off_than_half_a_step(part, whole, places):
    found = Fraction(ratio(part, whole, places))
    assert abs(found - Fraction(part) * 100 / Fraction(whole)) <= Fraction(1, 2 * 10**places)


@given(COUNTS, COUNTS.filter(bool))
def test_a_change_back_and_forth_has_the_sign_of_the_difference(now, then):
    found = relative_change(now, then, 4)
    assert (found > 0) is (now > then) or abs(now - then) * 10**6 < then
    assert relative_change(then, Decimal(0), 2) is None


@pytest.mark.parametrize(
    ("kind", "operands", "expected"),
    [
        (RelationKind.SUM, (5757, 526, 5), "6288"),
        (RelationKind.DIFFERENCE, (52, 67), "-15"),
        (RelationKind.DIFFERENCE, (100, 30, 20), "50"),
        (RelationKind.RATIO, (11, 83), "13.25"),
        (RelationKind.CHANGE, (122, 100), "22.00"),
    ],
)
def test_what_each_kind_of_relation_gives(kind, operands, expected):
    relation = Relation(kind=kind, result="甲", operands=("乙", "丙"), decimals=2)
    assert str(compute(relation, [Decimal(one) for one in operands])) == expected


@pytest.mark.parametrize(("text", "places"), [("83", 0), ("13.25", 2), ("1E+3", 0), ("100.0", 1)])
def test_decimals_are_those_that_are_written(text, places):
    assert decimals_of(Decimal(text)) == places


@pytest.mark.parametrize(("decimals", "operands"), [(5000, (1, 3)), (0, ("1E+5000", 3))])
def test_what_has_more_digits_than_are_counted_with_is_not_computed(decimals, operands):
    rate = Relation(kind=RelationKind.RATIO, result="率", operands=("甲", "乙"), decimals=decimals)

    assert compute(rate, [Decimal(one) for one in operands]) is None
