"""The words before a number that make it inexact, and those that only seem to."""

import pytest

from nianbao.standards.figures.quantities import quantities
from nianbao.understanding import passage


@pytest.mark.parametrize(
    ("text", "number", "approx"),
    [
        ("办理时限超过3天", "超过3天", "超过"),
        ("办理时限不超过3天", "3天", ""),
        ("覆盖面超98%", "超98%", "超"),
        ("差错率不超2%", "2%", ""),
        ("化解率大约98%", "大约98%", "大约"),
        ("调解纠纷大概460件", "大概460件", "大概"),
    ],
)
def test_the_whole_word_before_a_number_makes_it_inexact(text, number, approx):
    whole = f"全县{text}。"
    (found,) = passage.read(whole, year=2025, quantities=quantities()).figures

    told = found.number
    assert (whole[told.start : told.stop], told.approx) == (number, approx)
