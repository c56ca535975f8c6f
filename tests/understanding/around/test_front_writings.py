"""However the head of the page is written, title, unit, number, signer and addressee are known."""

import pytest

from nianbao.report.document import FilePlace, Paragraph
from tests.understanding import written
from tests.understanding.written import SHORT, elements, read

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
    assert written.title(found) == "霞屏县人民政府关于2024年法治政府建设情况的报告"


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
    assert written.title(found) == written.TITLE
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


@pytest.mark.parametrize("apart", ["　　", "\t", "    "])
def test_whom_it_addresses_may_stand_behind_the_title(apart):
    found = read([f"{written.TITLE}{apart}市人民政府：", *SHORT])

    assert elements(found, "title") == elements(read([written.TITLE, *SHORT]), "title")
    assert elements(found, "addressee") == ["市人民政府："]


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
