"""A JSON value becomes what a type says, or is refused; the wire has its own tests."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from nianbao.decoding import decoded


@dataclass(frozen=True)
class Place:
    unit: str
    year: int = 0


def test_an_object_names_the_fields_and_may_leave_out_what_has_a_default():
    assert decoded(Place, {"unit": "甲"}) == Place("甲")
    assert decoded(Place, {"year": 2026, "unit": "甲"}) == decoded(Place, ["甲", 2026])


@pytest.mark.parametrize("value", [{}, {"unit": 1}, {"unit": "甲", "more": 1}, ["甲"], "甲", None])
def test_what_is_not_of_the_type_is_refused(value):
    with pytest.raises(ValueError, match="not a"):
        decoded(Place, value)


def test_a_mapping_is_read_by_its_types():
    places = Mapping[str, Place]
    assert decoded(places, {"甲": {"unit": "乙"}}) == {"甲": Place("乙")}
    with pytest.raises(ValueError, match="not a"):
        decoded(places, [["甲", "乙"]])
