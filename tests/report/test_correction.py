"""Corrections are found again by the words around a number, whatever the numbers are that year."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.report.correction import Correction, CorrectionKind, applying, context, said

WORDS = st.text("检查企业罚款件，、。", max_size=15)
NUMBERS = st.integers(0, 10**7).map("{:,}".format) | st.decimals(0, 1000, places=2).map(str)


def test_the_words_around_a_number_are_those_on_either_side():
    text = "全年共检查企业1,234家次，罚款12.5万元，同比增长3%。"
    start = text.index("12.5")
    assert context(text, start, start + 4) == "年共检查企业#家次，罚款□万元，同比增"
    assert context("12件。", 0, 2) == "□件。"


@settings(max_examples=50)
@given(st.lists(WORDS, min_size=2, max_size=6), st.data())
def test_they_are_alike_from_year_to_year_whatever_the_numbers_are(words, data):
    place = data.draw(st.integers(0, len(words) - 2))
    found = set()
    for _ in range(2):
        numbers = [data.draw(NUMBERS) for _ in words[1:]]
        text, spans = words[0], []
        for number, after in zip(numbers, words[1:], strict=True):
            spans.append((len(text), len(text) + len(number)))
            text += number + (after or "，")
        found.add(context(text, *spans[place]))
    assert len(found) == 1


def rule(kind, label="", place="", found_as="新收数", unit="件"):
    return Correction(kind=kind, found_as=found_as, unit=unit, context=place, label=label)


RENAME = rule(CorrectionKind.RENAME, "收案数")
SPLIT = rule(CorrectionKind.SPLIT, "另收数", "甲□乙")
REJECT = rule(CorrectionKind.REJECT, place="丙□丁")
ACCEPT = rule(CorrectionKind.ACCEPT, "新的", "甲□乙")
UNIT = rule(CorrectionKind.UNIT, "人次", "甲□乙", unit="")
VALUE = rule(CorrectionKind.VALUE, "98.62", "甲□乙", found_as="98.07", unit="")
EVERY = [ACCEPT, UNIT, VALUE, SPLIT, RENAME, REJECT]


@pytest.mark.parametrize(
    ("found_as", "unit", "place", "fits"),
    [
        ("新收数", "件", "甲□乙", SPLIT),  # what was said of this very place
        ("新收数", "件", "丙□丁", REJECT),
        ("新收数", "件", "戊□己", RENAME),
        ("新收数", "件", "", RENAME),
        ("新收数", "人", "甲□乙", None),
        ("别的数", "件", "甲□乙", None),
    ],
)
def test_what_was_said_of_the_place_goes_before_what_was_said_of_the_name(
    found_as, unit, place, fits
):
    assert applying(EVERY, found_as, unit, place) is fits
    assert applying(EVERY[::-1], found_as, unit, place) is fits


@pytest.mark.parametrize("kind", [CorrectionKind.ACCEPT, CorrectionKind.UNIT, CorrectionKind.VALUE])
def test_what_is_said_of_something_else_than_the_name_names_nothing(kind):
    assert applying([rule(kind, "别的", "甲□乙")], "新收数", "件", "甲□乙") is None


@pytest.mark.parametrize(
    ("kind", "found_as", "place", "told"),
    [
        (CorrectionKind.UNIT, "新收数", "甲□乙", "人次"),
        (CorrectionKind.UNIT, "新收数", "丙□丁", None),
        (CorrectionKind.UNIT, "98.07", "甲□乙", None),
        (CorrectionKind.VALUE, "98.07", "甲□乙", "98.62"),
        (CorrectionKind.VALUE, "新收数", "甲□乙", None),
    ],
)
def test_what_was_said_of_a_unit_or_a_value(kind, found_as, place, told):
    assert said(EVERY, kind, found_as, place) == told


def test_of_two_rules_on_the_same_one_holds():
    unit, other = UNIT, replace(UNIT, label="家次")
    assert unit.place == other.place != VALUE.place
    names = (CorrectionKind.RENAME, CorrectionKind.SPLIT, CorrectionKind.REJECT)
    assert len({rule(kind, "名", "甲□乙").place for kind in names}) == 1
    assert UNIT.place != replace(UNIT, kind=CorrectionKind.RENAME).place
    assert RENAME.place != replace(RENAME, context="甲□乙").place
    assert RENAME.place != replace(RENAME, unit="人").place
