"""Years: read in any digits, written in the sample's, and those that never move."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.report.writing import years

YEARS = st.integers(1900, 2099)
DIGITS = ["零一二三四五六七八九", "〇一二三四五六七八九", "○一二三四五六七八九"]


@settings(max_examples=40)
@given(YEARS, YEARS, st.sampled_from(DIGITS))
def test_a_year_goes_on_in_the_digits_of_the_sample(year, other, digits):
    like = "".join(digits[int(digit)] for digit in str(year))
    assert years.number(like) == year
    assert years.write(year, like) == like
    assert years.number(years.write(other, like)) == other
    if "0" in str(year) and digits[0] != "○":
        assert years.write(other, like) == "".join(digits[int(one)] for one in str(other))


@settings(max_examples=40)
@given(YEARS, YEARS)
def test_an_arabic_year_stays_arabic(year, other):
    assert years.number(str(year)) == year
    assert years.write(other, str(year)) == str(other)


@pytest.mark.parametrize(
    ("year", "like", "written"),
    [
        (2025, "二〇二四", "二〇二五"),
        (2025, "二O二四", "二〇二五"),
        (2020, "二O一九", "二〇二〇"),
        (2024, "２０２４", "２０２４"),
        (2025, "２０２４", "2025"),
        (2030, "一九九九", "二〇三〇"),
        (2030, "二零二九", "二零三零"),
    ],
)
def test_how_a_year_is_written(year, like, written):
    assert years.write(year, like) == written


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("按照《规划（2021年）》和2024年", ["《规划（2021年）》"]),
        ("《甲《乙2021年》丙》2024年", ["《甲《乙2021年》丙》"]),
        ("2021—2025年、2024年", ["2021—2025年"]),
        ("2021年至2025年", ["2021年至2025年"]),
        ("2021-2025年", ["2021-2025年"]),
        ("2021/2025年", ["2021/2025年"]),
        ("2021→2025年", ["2021→2025年"]),
        ("2021_2025年", ["2021_2025年"]),
        ("2021年度—2025年度", ["2021年度—2025年"]),
        ("2022、2023年，2024年", ["2022、2023年"]),
        ("2024年", []),
        ("12021—2025年", []),
    ],
)
def test_titles_periods_and_rows_stand_for_themselves(text, fixed):
    assert [found[0] for found in years.fixed(text)] == fixed


def test_they_are_found_whatever_the_digits_look_like():
    (found,) = years.fixed("２０２１―２０２５年")
    assert found.span() == (0, 10)
