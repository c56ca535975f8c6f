"""The words before a number that make it inexact, and those that only seem to."""

import pytest

from nianbao.standards.quantities import quantities
from nianbao.understanding import passage


@pytest.mark.parametrize(
    ("text", "number", "approx"),
    [
        ("办理时限超过3天", "超过3天", "超过"),
        ("办理时限不超过3天", "3天", ""),
        ("覆盖面超98%", "超98%", "超"),
        ("差错率不超2%", "2%", ""),
    ],
)
def test_what_is_not_exceeded_is_no_inexact_number(text, number, approx):
    whole = f"全县{text}。"
    (found,) = passage.read(whole, year=2025, quantities=quantities()).figures

    told = found.number
    assert (whole[told.start : told.stop], told.approx) == (number, approx)
