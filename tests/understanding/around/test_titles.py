"""However a title is written and broken into lines, it is whole, and nothing else is in it."""

import pytest

from tests.understanding import written
from tests.understanding.written import SHORT, elements, read


@pytest.mark.parametrize(
    "lines",
    [
        ["霞屏县人民政府关于2024年法治政府建设情况的报告"],
        ["霞屏县人民政府", "关于2024年法治政府建设情况的报告"],
        ["霞屏县人民政府关于", "2024年法治政府建设情况的报告"],
        ["霞屏县人民政府", "关于2024年法治政府建设", "情况的报告"],
        ["霞屏县人民政府关于2024年", "法治政府建设情况的报告"],
        ["霞屏县人民政府", "", "关于2024年法治政府建设情况的报告"],
        ["霞屏县人民政府关于2024年法治政府", "", "建设情况的报告"],
        ["霞屏县人民政府关于", "", "2024年法治政府", "", "建设情况的报告"],
        ["霞屏县人民政府关于2024年法治政府建设情况的报告（书面）"],
        ["霞屏县人民政府", "关于2024年", "法治政府建设", "情况的报告"],
        ["霞 屏 县 人 民 政 府", "关 于 2024 年 法 治 政 府 建 设 情 况 的 报 告"],
        ["霞屏县⼈⺠政府", "关于２０２４年法治政府建设情况的报告"],
        ["霞屏县人民政府", "关于二〇二四年法治政府建设情况的报告"],
        ["霞屏县人民政府", "关于二O二四年法治政府建设情况的报告"],
        ["霞屏县人民政府", "关于二0二四年法治政府建设情况的报告"],
        [
            "霞屏县人民政府关于2024年法治政府建设情况的报告",
            "霞屏县人民政府",
            "关于2024年法治政府建设情况的报告",
        ],
    ],
)
@pytest.mark.parametrize("addressee", ["县人大常委会：", "主任、各位副主任、委员：", "市人民政府:"])
def test_a_title_in_any_number_of_lines(lines, addressee):
    found = read([*lines, addressee, *SHORT])

    plain = written.title(found).replace("２０２４", "2024").replace("⼈⺠", "人民")
    for zero in "〇O0":
        plain = plain.replace(f"二{zero}二四", "2024")
    assert plain.removesuffix("（书面）") == "霞屏县人民政府关于2024年法治政府建设情况的报告"
    assert (found.report.unit, found.report.year) == ("霞屏县", 2024)
    assert elements(found, "addressee") == [addressee.replace(":", "：")]


WHOLE = ("霞屏县人民政府关于2024年度法治政府建设情况的报告", "霞屏县2024年法治政府建设年度报告")


@pytest.mark.parametrize("apart", ["", " ", "　"])
@pytest.mark.parametrize("year", ["2024", "２０２４", "二〇二四"])
@pytest.mark.parametrize("whole", WHOLE)
def test_a_title_broken_at_any_character_of_its_year(whole, year, apart):
    written_so = whole.replace("2024", year)
    start = written_so.index(year)
    for at in range(start, start + len(year) + 2):
        halves = written_so[:at], written_so[at:]
        found = read([*(apart.join(half) for half in halves), "", *SHORT])

        one_line = "".join("".join(line.split()) for line in written.as_text(found).split("\n"))
        assert one_line.startswith(written_so + SHORT[0]), halves
        assert (found.report.unit, found.report.year) == ("霞屏县", 2024), halves


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (
            ["霞屏县人民政府2024年", "法治政府建设年度报告"],
            "霞屏县人民政府2024年法治政府建设年度报告",
        ),
        (["霞屏县2024年法治政府建设", "年度报告"], "霞屏县2024年法治政府建设年度报告"),
        (
            ["中共霞屏县委", "霞屏县人民政府", "关于2024年法治政府建设情况的报告"],
            "中共霞屏县委霞屏县人民政府关于2024年法治政府建设情况的报告",
        ),
        (
            ["霞屏县人民政府", "2024年度法治政府建设工作报告"],
            "霞屏县人民政府2024年度法治政府建设工作报告",
        ),
        (
            ["霞屏县", "2024", "年法治政府建设年度报告"],
            "霞屏县2024年法治政府建设年度报告",
        ),
        (["霞屏县2024年法治工作总结"], "霞屏县2024年法治工作总结"),
    ],
)
def test_other_titles_over_lines(lines, whole):
    found = read([*lines, *SHORT])

    assert (written.title(found), found.report.unit) == (whole, "霞屏县")


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (["霞屏县", "司法局2024年法治政府建设年度报告"], "霞屏县司法局"),
        (["霞屏县", "住房和城乡建设局2024年法治政府建设年度报告"], "霞屏县住房和城乡建设局"),
        (["霞屏县住房和", "城乡建设局2024年法治政府建设年度报告"], "霞屏县住房和城乡建设局"),
        (["霞屏县住房", "和城乡建设局2024年法治政府建设年度报告"], "霞屏县住房和城乡建设局"),
        (["霞屏县人民", "政府2024年法治政府建设年度报告"], "霞屏县"),
        (["霞屏", "县人民政府关于2024年法治政府建设情况的报告"], "霞屏县"),
        (["关于霞屏", "县2024年法治政府建设情况的报告"], "霞屏县"),
        (["霞屏县人民政府关", "于2024年法治政府建设情况的报告"], "霞屏县"),
        (["霞屏县", "石桥镇2024年法治政府建设年度报告"], "石桥镇"),
        (["霞屏县", "石桥镇人民政府", "关于2024年法治政府建设情况的", "报告"], "石桥镇"),
        (["中共霞屏县委", "霞屏县人民政府关于2024年法治政府建设情况的报告"], "霞屏县"),
        (["中共霞屏县委", "县人民政府关于2024年法治政府建设情况的报告"], "霞屏县"),
        (["霞屏县综合执法局（城管局）", "2024年法治政府建设报告"], "霞屏县综合执法局（城管局）"),
        (["霞屏县公安局", "2024年度法治公安建设", "（法治政府建设）情况报告"], "霞屏县公安局"),
        (["霞屏县2024年法治政府建设情况", "报　　告"], "霞屏县"),
        (["霞屏县2024年法治政府建设情况", "的报告"], "霞屏县"),
        (["霞屏县2024年度法治", "政府建设情况", "", "报告"], "霞屏县"),
        (["霞屏县司法局", "2024年法治政府建设情况", "及2025年工作计划"], "霞屏县司法局"),
        (["霞屏县2024年法治政府建设情况的报告", "（书面）"], "霞屏县"),
    ],
)
def test_a_title_that_is_broken_anywhere_is_whole(lines, unit):
    found = read([*lines, *SHORT])

    whole = "".join("".join(lines).split()).replace("2025", "2024")  # as `title` writes years
    assert (written.title(found), found.report.unit) == (whole, unit)


@pytest.mark.parametrize(
    ("above", "whole"),
    [
        ("霞屏县人民政府门户网站", "司法局2024年法治政府建设年度报告"),
        ("霞屏县司法局文件", "司法局2024年法治政府建设年度报告"),
        ("法治霞屏县", "司法局2024年法治政府建设年度报告"),
        ("全县", "司法局2024年法治政府建设年度报告"),
        ("各镇（街道）", "县司法局2024年法治政府建设年度报告"),
        ("霞屏县", "霞屏县司法局2024年法治政府建设年度报告"),
        ("霞屏县人民政府", "霞屏县司法局2024年法治政府建设年度报告"),
        ("青山街道", "霞屏县石桥镇2024年法治政府建设年度报告"),
        ("霞屏县公安局", "司法局2024年法治政府建设年度报告"),
    ],
)
def test_what_the_site_has_above_a_title_is_none_of_it(above, whole):
    assert written.title(read([above, whole, *SHORT])) == whole


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("霞屏县司法局", "note"),
        ("总结", "preface"),
        ("和有关单位一起推进", "preface"),
        ("县长　李某", "note"),
        ("（2025年2月6日）", "date"),
        ("县人大常委会：", "addressee"),
    ],
)
def test_what_stands_below_a_title_is_none_of_it(below, kind):
    for whole in ("霞屏县2024年法治政府建设情况报告", "霞屏县2024年法治政府建设情况"):
        if (below, whole[-2:]) == ("总结", "情况"):
            continue
        found = read([whole, below, *SHORT])

        assert written.title(found) == whole
        assert elements(found, kind)[0] == below


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("2024年霞屏县法治政府建设年度报告", "霞屏县"),
        ("2024年度霞屏县法治政府建设年度报告", "霞屏县"),
        ("二〇二四年霞屏县法治政府建设工作报告", "霞屏县"),
        ("【霞屏县】2024年法治政府建设年度报告", "霞屏县"),
        ("（2024年度）霞屏县司法局法治政府建设年度报告", "霞屏县司法局"),
        ("霞屏县24年法治政府建设年度报告", "霞屏县"),
        ("中共霞屏县水务局党组关于2024年度法治建设工作情况的报告", "霞屏县水务局"),
    ],
)
def test_a_year_or_a_bracket_before_the_name_is_no_part_of_it(title, unit):
    assert read([title, *SHORT]).report.unit == unit


def test_a_party_group_may_stand_above_the_title_it_begins():
    found = read(["中共霞屏县水务局党组", "关于2024年度法治建设工作情况的报告", *SHORT])

    assert written.title(found) == "中共霞屏县水务局党组关于2024年度法治建设工作情况的报告"
    assert found.report.unit == "霞屏县水务局"


def test_a_title_of_two_lines_whose_second_begins_with_a_dash():
    lines = ["厉行法治　护航发展", "——霞屏县2024年法治政府建设年度报告"]
    found = read([*lines, *SHORT])

    assert len(elements(found, "title")) == 2
    assert found.report.unit == "霞屏县"


@pytest.mark.parametrize(
    "title",
    [
        "霞屏县2024年落实《法治政府建设实施纲要（2021—2025年）》情况的报告",
        "霞屏县2024年法治政府建设白皮书",
        "法治霞屏建设2024年度报告",
        "霞屏县2024年法治政府建设年度报告公示",
        "霞屏县法治政府建设年度报告的公告",
        "关于霞屏县2024年度法治政府建设情况报告的公示",
    ],
)
def test_titles_that_do_not_end_as_most_do(title):
    found = read([title, "县人大常委会：", *SHORT])

    assert "".join(written.elements(found, "title")).replace("{{ 年 }}", "2024") == title
    assert elements(found, "addressee") == ["县人大常委会："]


@pytest.mark.parametrize(
    "line", ["霞屏县2024年宣传《法治政府建设实施纲要》", "印发2024年《法治建设要点》的通知"]
)
def test_a_line_that_names_a_paper_on_law_is_no_title(line):
    found = read([line, *SHORT, *(SHORT[2:3] * 9)])

    assert elements(found, "title") == []


@pytest.mark.parametrize("title", [written.TITLE, "霞屏县2024年法治政府建设年度报告"])
@pytest.mark.parametrize("apart", ["", " ", "　　"])
def test_an_addressee_right_behind_the_title_is_one(title, apart):
    found = read([f"{title}{apart}县人大常委会：", *SHORT])

    assert [one.replace("{{ 年 }}", "2024") for one in elements(found, "title")] == [title]
    assert elements(found, "addressee") == ["县人大常委会："]
