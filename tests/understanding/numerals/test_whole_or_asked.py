"""What stands between two digits may make one number of them: then the whole is asked about."""

import pytest

from tests.understanding.accounts import accounted, read


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("培训骨干15（4）名。", "15（4）"),
        ("办结投诉举报76（58）件。", "76（58）"),
        ("办结投诉举报76 ( 58 ) 件。", "76 ( 58 )"),
        ("15（4）", "15（4）"),
        ("7\t9份", "7\t9份"),
        ("印发通知7\t9份", "7\t9份"),
        ("立案76²5件。", "76²5件"),
        ("存储2⁴⁰字节。", "2⁴⁰"),
    ],
)
def test_no_part_of_it_is_a_figure(text, whole):
    found = read(text)

    assert found.figures == ()
    assert [one.text for one in found.numerals if one.kind.value == "asked"] == [whole]
    accounted(text, found.numerals)


@pytest.mark.parametrize("text", ["立案76²件，办结5件。", "（4）培训骨干15名。"])
def test_numbers_of_items_and_notes_behind_a_unit_are_none(text):
    assert [one for one in read(text).numerals if one.kind.value == "asked"] == []
