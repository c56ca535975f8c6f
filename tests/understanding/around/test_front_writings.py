"""However the head of the page is written, title, unit, number, signer and addressee are known."""

import re

import pytest

from nianbao.report.document import FilePlace, Paragraph
from tests.understanding import written
from tests.understanding.written import SHORT, elements, read


def title(found):
    return re.sub(r"\{\{.*?\}\}", "2024", "".join("".join(elements(found, "title")).split()))


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

    plain = title(found).replace("２０２４", "2024").replace("⼈⺠", "人民")
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

    assert (title(found), found.report.unit) == (whole, "霞屏县")


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
    assert (title(found), found.report.unit) == (whole, unit)


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
    assert title(read([above, whole, *SHORT])) == whole


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

        assert title(found) == whole
        assert elements(found, kind)[0] == below


NUMBERS = [
    "霞政发〔2025〕3号",
    "霞政发﹝2025﹞3号",
    "霞政发[2025]3号",
    "霞政发［2025］3号",
    "霞政发（2025）3号",
    "霞政发(2025)3号",
    "霞政发〔２０２５〕３号",
    "霞政发〔2025〕第3号",
    "霞政发【2025】3号",
    "霞政发 〔2025〕 3 号",
    "霞政办发〔2025〕12号",
    "霞政报字〔2025〕第12号",
    "霞 政 发〔2025〕3号",
    "霞政发〔二〇二五〕三号",
    "霞政发〔2025〕3－1号",
    "霞政发〔2025〕　号",
    "霞政发〔2025〕×号",
    "霞政发〔2025〕号",
]


@pytest.mark.parametrize("number", NUMBERS)
def test_any_writing_of_a_document_number(number):
    found = read(["霞屏县人民政府文件", "", number, *[written.TITLE], "县人大常委会：", *SHORT])

    assert found.doc_number.replace(" ", "") == number.replace(" ", "").replace(
        "(2025)", "（2025）"
    )
    assert elements(found, "doc_number") == [found.doc_number]


@pytest.mark.parametrize("apart", ["　　　　　　", "          ", "\t", " ", ""])
@pytest.mark.parametrize("signer", ["签发人：张三", "签发人: 张三　李四", "签 发 人：张　三"])
@pytest.mark.parametrize("number", NUMBERS[:3])
def test_number_and_signer_on_one_line_are_two(number, signer, apart):
    found = read([number + apart + signer, written.TITLE, "市人民政府：", *SHORT])

    assert found.doc_number.endswith("号")
    assert [s.startswith("签") for s in elements(found, "signer")] == [True]
    assert title(found) == "霞屏县人民政府关于2024年法治政府建设情况的报告"


@pytest.mark.parametrize("place", [FilePlace.TABLE, FilePlace.TEXT_BOX, FilePlace.BODY])
@pytest.mark.parametrize(
    "head",
    [
        ["霞屏县人民政府文件", "霞政发〔2025〕3号", "签发人：张三"],
        ["霞屏县人民政府", "霞政发〔2025〕3号　　签发人：张三", ""],
        ["中共霞屏县委文件", "签发人：", "张三", "霞政发〔2025〕3号"],
    ],
)
def test_a_letterhead_in_a_table_or_a_box(place, head):
    lines = [*(Paragraph(text=line, place=place) for line in head), written.TITLE, *SHORT]
    found = read(lines)

    assert found.doc_number == "霞政发〔2025〕3号"
    assert "".join(elements(found, "signer")).endswith("张三")
    assert title(found) == written.TITLE
    assert found.report.sections[0].title == "主要举措和成效"


@pytest.mark.parametrize(
    "meeting",
    [
        ["2025年3月17日在霞屏县第十六届人民代表大会", "常务委员会第二十四次会议上"],
        ["（2025年3月17日在县十六届人大常委会第二十四次会议上）"],
        ["——2025年3月17日在霞屏县第十六届人民代表大会常务委员会第二十四次会议上"],
        ["2025年3月17日在霞屏县人大常委会会议上", "霞屏县人民政府副县长　张三"],
        ["2025年3月17日在霞屏县第十六届人大常委会第二十四次会议上", "县司法局局长 李四"],
        [],
    ],
)
@pytest.mark.parametrize(
    "addressee", ["主任、各位副主任、委员：", "主任，各位副主任，各位委员：", "霞屏县人大常委会："]
)
def test_a_report_to_the_standing_committee(meeting, addressee):
    lines = [
        "霞屏县人民政府2024年度法治政府建设情况报告",
        *meeting,
        addressee,
        *SHORT,
        "以上报告，请审议。",
    ]
    found = read(lines)

    assert found.report.profile == "npc_report"
    assert elements(found, "addressee") == [addressee]
    assert [
        element.text for element in found.report.front if element.kind.value == "note"
    ] == meeting
    assert elements(found, "preface")[0].startswith("{{ 年 }}年，霞屏县")
    assert written.as_text(found) == "\n".join(lines)


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["2024年法治政府建设年度报告", *SHORT, "霞屏县人民政府", "2025年2月6日"], "报告.docx"),
        (["2024年法治政府建设年度报告", *SHORT], "霞屏县2024年法治政府建设年度报告.docx"),
        (
            ["2024年法治政府建设年度报告", *SHORT],
            "霞屏县人民政府关于2024年法治政府建设情况的报告（定稿）.doc",
        ),
        (["2024年法治政府建设年度报告", *SHORT, "霞屏县法治建设取得进展。"], "报告.txt"),
        ([*SHORT, "特此报告。", "中共霞屏县委", "霞屏县人民政府", "2025年2月6日"], "1.txt"),
        ([*SHORT, "特此报告。", "霞屏县人民政府办公室", "2025年2月6日"], "1.txt"),
    ],
)
def test_the_unit_is_found_where_the_title_does_not_name_it(lines, name):
    assert read(lines, name=name).report.unit == "霞屏县"


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (["中共霞屏县委全面依法治县委员会办公室"], "霞屏县全面依法治县委员会办公室"),
        (["霞屏县司法局", "霞屏县公安局"], "霞屏县司法局"),
        (["霞屏县司法局、霞屏县公安局"], "霞屏县司法局"),
        (["中共霞屏县委办公室 霞屏县人民政府办公室"], "霞屏县"),
        (["中共霞屏县委办公室、霞屏县人民政府办公室"], "霞屏县"),
        (["中共霞屏县委办公室", "霞屏县人民政府办公室"], "霞屏县"),
    ],
)
def test_the_office_of_the_first_body_is_the_unit(lines, unit):
    assert read([*lines, "关于2024年法治建设工作情况的报告", *SHORT]).report.unit == unit


def test_words_that_end_like_an_area_are_no_unit():
    lines = [
        "2024年法治政府建设年度报告",
        "2024年，全县坚持依法行政。现将有关情况报告如下：",
        "一、主要举措",
        "全县办理案件37件。各乡镇开展排查，辖区平安。社区矫正有序，园区服务提升，城区整治见效。",
        "我县推进示范区建设。各乡镇落实责任，示范县创建有序，全区上下、辖区内外，园区企业满意。",
    ]

    assert read(lines).report.unit == "本单位"


@pytest.mark.parametrize("apart", ["  ", "        ", "　　　"])
@pytest.mark.parametrize("signer", ["签发人：张三", "签发人：张三 李四", "签 发 人：张 三"])
def test_the_signer_may_stand_before_the_number(signer, apart):
    found = read([f"{signer}{apart}霞政〔2025〕3号", written.TITLE, *SHORT])

    assert [one.replace(" ", "") for one in elements(found, "signer")] == [signer.replace(" ", "")]
    assert elements(found, "doc_number") == ["霞政〔2025〕3号"]


@pytest.mark.parametrize(
    "note", ["（送审稿）", "（征求意见稿）", "（讨论稿）", "（草案）", "（公开版）", "(书面报告)"]
)
def test_the_state_of_a_report_below_its_title_belongs_to_it(note):
    found = read([written.TITLE, note, "县人大常委会：", *SHORT])

    assert len(elements(found, "title")) == 2
    assert elements(found, "addressee") == ["县人大常委会："]


@pytest.mark.parametrize(
    "between",
    [
        ["（2025年3月6日在县第十七届人大常委会第二十三次会议上）", "县长 张三"],
        ["在霞屏县第十七届人大常委会第23次会议上", "（2025年3月6日）", "霞屏县人民政府"],
        ["——2025年3月6日在县人大常委会会议上", "霞屏县司法局"],
    ],
)
def test_who_reports_to_a_meeting(between):
    found = read([written.TITLE, *between, "主任、各位副主任、各位委员：", *SHORT])

    assert elements(found, "addressee") == ["主任、各位副主任、各位委员："]
    assert elements(found, "title") == elements(read([written.TITLE, *SHORT]), "title")


@pytest.mark.parametrize(
    ("addressee", "is_one"),
    [
        ("海州市全面依法治市委员会办公室：", True),
        ("中共海州市委、海州市人民政府：", True),
        ("现将霞屏县人民政府2024年法治政府建设情况报告如下：", False),
        ("县政府一年来的工作汇报如下：", False),
    ],
)
def test_whom_a_report_addresses_and_what_announces_it(addressee, is_one):
    found = read([written.TITLE, addressee, *SHORT[1:]])
    assert bool(elements(found, "addressee")) is is_one


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

    assert title(found) == "中共霞屏县水务局党组关于2024年度法治建设工作情况的报告"
    assert found.report.unit == "霞屏县水务局"


@pytest.mark.parametrize("apart", ["　　", "\t", "    "])
def test_whom_it_addresses_may_stand_behind_the_title(apart):
    found = read([f"{written.TITLE}{apart}市人民政府：", *SHORT])

    assert elements(found, "title") == elements(read([written.TITLE, *SHORT]), "title")
    assert elements(found, "addressee") == ["市人民政府："]


def test_a_title_of_two_lines_whose_second_begins_with_a_dash():
    lines = ["厉行法治　护航发展", "——霞屏县2024年法治政府建设年度报告"]
    found = read([*lines, *SHORT])

    assert len(elements(found, "title")) == 2
    assert found.report.unit == "霞屏县"


@pytest.mark.parametrize("day", [[], ["（2025年2月6日）"], ["2025年2月6日"]])
@pytest.mark.parametrize("body", ["霞屏县人民政府", "（霞屏县人民政府）", "霞屏县司法局"])
def test_who_reports_may_stand_below_the_title(body, day):
    found = read(["2024年法治政府建设工作报告", body, *day, *SHORT])

    assert elements(found, "note") == [body]
    assert elements(found, "date") == day
    assert elements(found, "preface")[0].startswith("{{ 年 }}年，霞屏县")


@pytest.mark.parametrize(
    "number", ["霞政发〔25〕8号", "霞政办[25]18号", "霞府（25）8号", "霞法办【25】12 号"]
)
@pytest.mark.parametrize("below", [False, True])
def test_a_document_number_may_have_two_digits_of_its_year(number, below):
    title = "霞屏县2024年法治政府建设年度报告"
    found = read([*([title, number] if below else [number, title]), *SHORT])

    assert "".join(elements(found, "doc_number")).replace(" ", "") == number.replace(" ", "")


@pytest.mark.parametrize("line", ["（25）8号", "霞政发〔5〕8号", "建议〔95〕8号"])
def test_other_two_digits_in_brackets_are_no_year_of_a_document(line):
    found = read([line, "霞屏县2024年法治政府建设年度报告", *SHORT])

    assert elements(found, "doc_number") == []


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
