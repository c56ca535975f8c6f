"""Long titles are broken at the borders of words, never in a name, into a good shape."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.rendering.setting import titles
from nianbao.rendering.setting.measure import width

ROOM = 20  # characters of 22 pt on a line of 156 mm


@pytest.mark.parametrize(
    "wanted",
    [
        "安澜县2025年法治政府建设年度报告",
        "安澜县人民政府|关于2025年法治政府建设情况的报告",
        "安澜县人民政府办公室|关于2025年法治政府建设情况的报告",
        "景澜市安澜县市场监督管理局|2025年度法治政府建设情况报告",
        "中共安澜县委全面依法治县委员会办公室|关于2025年度法治政府建设情况的报告",
    ],
)
def test_titles_as_offices_break_them(wanted):
    title = wanted.replace("|", "")

    assert titles.lines(title, ROOM) == wanted.split("|")


@pytest.mark.parametrize(
    "title",
    [
        "青岚回族自治州景澜市安澜区人民政府关于2025年度法治政府建设工作情况和2026年工作安排的报告",
        "安澜县关于贯彻落实《法治政府建设实施纲要（2021—2025年）》暨2025年法治政府建设情况的报告",
        "景澜市安澜县人民政府关于印发《安澜县2025年法治政府建设年度报告》的通知",
    ],
)
def test_longer_titles_keep_names_years_and_brackets_whole(title):
    found = titles.lines(title, ROOM)

    assert "".join(found) == title
    assert all(width(line) <= ROOM for line in found)
    assert not [line for line in found if line[0] in "的年》）、，" or line[-1] in "《（"]
    assert not [line for line in found if line.count("《") != line.count("》")]
    widths = [width(line) for line in found]
    assert not any(a > b < c for a, b, c in zip(widths, widths[1:], widths[2:], strict=False))


@pytest.mark.parametrize("title", ["", "字" * 300, "A" * 90, "（" * 50, "的" * 45])
def test_what_cannot_be_broken_well_is_left_to_word(title):
    assert "".join(titles.lines(title, ROOM)) == title


@given(st.text(max_size=130))
@settings(max_examples=200, deadline=None)
def test_lines_give_the_title_back(title):
    assert "".join(titles.lines(title, ROOM)) == title
