"""Chinese numerals and the numbers of headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.writing import numbering


@given(st.integers(0, 9999))
def test_chinese_numerals_there_and_back(number):
    assert numbering.parse_chinese(numbering.to_chinese(number)) == number


@given(level=st.integers(1, 4), ordinal=st.integers(1, 39))
def test_heading_numbers_there_and_back(level, ordinal):
    written = numbering.write_heading_number(level, ordinal)

    found = numbering.parse_heading_number(written + "加强领导")

    assert (found.level, found.ordinal, found.written) == (level, ordinal, written)


@pytest.mark.parametrize(
    "text", ["12.4宪法宣传周", "2025年", "一是加强", "三级", "（试行）", "", "第一、"]
)
def test_what_is_no_heading_number(text):
    assert numbering.parse_heading_number(text) is None
