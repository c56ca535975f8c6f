"""A number that two lines share, which cannot be joined with certainty, is never read in part."""

import pytest

from nianbao.drafting.years import new_year
from nianbao.report import numeral
from nianbao.report.numeral import NumeralKind
from nianbao.report.writing.fold import folded
from tests.drafting.drafts import BODY, FRAME, read

WRITTEN = [
    "2,461件",
    "37.25万元",
    "4万6千余人次",
    "二百三十五件",
    "百分之七十三点六",
    "百分之64.2",
    "三千余人",
    "叁佰贰拾万元",
    "１８．９％",
    "两万零五十户",
]
KEPT_WHOLE = {NumeralKind.EXCEPTION, NumeralKind.FIGURE}


def turned(*told):
    """Last year's report with these lines below its first section, and the year made of it."""
    lines = [one.format(year=2025, next=2026, first=BODY, second=BODY) for one in FRAME]
    last = read(*lines[:4], *told, *lines[4:])
    return last, new_year.start(last.report, last.indicators, last.figures)


def asked(new):
    return [one.before for one in new.changes if one.open]


def cuts(written):
    """The places in a number with one of its numerals on either side."""
    plain = folded(written)
    start, stop = next(numeral.spans(plain))
    return range(start + 1, stop)


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("before", ["全年帮助群众", "窗口接待来访，其中办成的有"])
def test_halves_are_asked_about_wherever_the_line_ends(written, before):
    for at in cuts(written):
        above, below = before + written[:at], written[at:] + "，群众满意。"
        last, new = turned(above, below)

        assert not last.mentions, (above, below)
        halves = numeral.halves(folded(above), folded(below))
        assert halves, (above, below)
        for text, (start, stop) in zip((above, below), halves, strict=True):
            half = text[start:stop].strip("点.．")
            assert any(half in folded(one) or half in one for one in asked(new)), (half, asked(new))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("群众满意率百分之九十八", "一是窗口延时办理。"),
        ("群众满意率百分之九十八", "百姓办事更加方便。"),
        ("群众满意率百分之九十八", "二、存在的不足"),
        ("群众满意率百分之九十八。", "八成事项网上办理。"),
    ],
)
def test_what_cannot_be_the_rest_leaves_the_number_above_whole(above, below):
    last, _ = turned(above, below)

    assert ("百分之九十八", 98) in [(one.text, one.value) for one in last.mentions]


@pytest.mark.parametrize("between", [[], [""], ["", ""]])
def test_empty_lines_may_stand_between_the_halves(between):
    last, new = turned("全年接待群众4万6", *between, "千余人次，办成事项。")

    assert not last.mentions
    assert {"4万6", "千余人次"} <= set(asked(new))


def test_cells_beside_each_other_are_no_halves():
    assert numeral.halves("三", "三") is not None  # as lines

    last, new = turned("37", "万元")
    assert "万" not in asked(new)
    assert last.report.year == 2025
