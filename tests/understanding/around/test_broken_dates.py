"""A date below who signs is one date over two lines too, and what is none stays two lines."""

import pytest

from tests.understanding import written
from tests.understanding.written import CLOSING, SIGNATURE, elements

TEXT = written.lines(back=())


@pytest.mark.parametrize("apart", [(), ("",)])
@pytest.mark.parametrize("closing", [(), (CLOSING,)])
@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("2025年", "2月6日"),
        ("2025年2月", "6日"),
        ("2025年2", "月6日"),
        ("2025", "年2月6日"),
        ("二〇二五年", "二月六日"),
        ("２０２５年", "２月６日"),
        ("2025 年 2 月", "6 号"),
    ],
)
def test_a_date_over_two_lines_is_one(above, below, closing, apart):
    found = written.read([*TEXT, *closing, SIGNATURE, *apart, above, below])

    (date,) = elements(found, "date")
    assert "".join(date.split()) == "".join((above + below).split())
    assert found.date == "2025-02-06"
    assert elements(found, "signature") == [SIGNATURE]
    assert [change.rule.value for change in found.changes].count("line_joined") == 1


@pytest.mark.parametrize("closing", [(), (CLOSING,)])
@pytest.mark.parametrize(
    "parts",
    [
        ("2025年", "2月6日"),
        ("2025年2", "月6日"),
        ("2025年2月6", "日"),
        ("202", "5年2月6日"),
        ("2025年", "2月", "6日"),
        ("2025年", "", "2月", "", "6日"),
        ("2025.", "2.6"),
        ("2025-02", "-06"),
        ("（2025年", "2月6日）"),
    ],
)
@pytest.mark.parametrize(
    "person",
    [
        ("县长：张明",),
        ("霞屏县人民政府县长 张明",),
        (SIGNATURE, "（公章）"),
        (SIGNATURE, "县长  张明"),
        ("法定代表人：张明",),
        ("张明",),
        ("张 明",),
    ],
)
def test_so_is_one_below_a_person(person, parts, closing):
    found = written.read([*TEXT, *closing, *person, *parts])

    assert [len(elements(found, kind)) for kind in ("signature", "date")] == [len(person), 1]
    assert found.date == "2025-02-06"
    assert written.as_text(found).startswith("\n".join(TEXT))


def test_a_person_signs_above_a_whole_date():
    found = written.read([*TEXT, CLOSING, "张明", "2025年2月6日"])

    assert (elements(found, "signature"), found.date) == (["张明"], "2025-02-06")


def test_a_date_that_begins_behind_who_signs_ends_below():
    found = written.read([*TEXT, CLOSING, SIGNATURE + "2025年", "2月6日"])

    assert (elements(found, "signature"), found.date) == ([SIGNATURE], "2025-02-06")
    assert elements(found, "closing") == [CLOSING]


@pytest.mark.parametrize(
    "back",
    [
        (SIGNATURE, "2025年2月6日", "2月7日"),
        ("张明", "2025年2月6日", "2月7日"),
        ("其他工作", "2025年", "2月6日召开会议"),
        (SIGNATURE, "2025年2月6日", "2025年2月7日"),
        ("霞屏县司法局", "2025年", "2月6日召开会议"),
        ("工作剪影如下", "2025年", "2月6日"),
    ],
)
def test_whole_dates_and_text_are_not_joined(back):
    found = written.read([*TEXT, *back])

    assert "line_joined" not in [change.rule.value for change in found.changes]
