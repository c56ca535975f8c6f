"""The outline of a report, in every form the genre has it."""

import pytest

from nianbao.report import flow
from nianbao.report.document import Document, FilePlace, Paragraph
from nianbao.report.writing import slots
from nianbao.understanding.understand import understand

BODY = (
    "深入学习贯彻习近平法治思想，全县法治政府建设取得新成效，行政执法更加规范，群众满意度明显提高。"
)


def document(*lines, **hints):
    paragraphs = tuple(Paragraph(text=line, **hints) for line in lines)
    return Document(kind="txt", name="报告.txt", paragraphs=paragraphs)


def read(*lines, raw=False):
    return understand(document(*lines), stem="t", raw=raw)


def outline(found):
    return [
        (section.level, section.number, section.title, section.run_in)
        for section in found.report.walk()
    ]


def keys(found):
    return [section.key for section in found.report.sections]


def text_of(found):
    values = {figure.indicator: figure.value for figure in found.figures}
    return flow.text(flow.rendered(found.report, values | slots.years(found.report.year)))


TITLE = "青岚县2025年法治政府建设年度报告"
PREFACE = f"2025年，青岚县{BODY}现将有关情况报告如下："


def test_headings_on_their_own_line_and_run_in():
    found = read(
        TITLE,
        PREFACE,
        "一、主要举措和成效",
        "（一）坚持党的领导",
        f"1.加强理论学习。{BODY}",
        f"2.压实工作责任。{BODY}",
        f"（二）规范行政执法。{BODY}",
        "二、存在的不足和原因",
        BODY,
        "三、2026年主要安排",
        f"（一）提升执法水平。{BODY}",
    )

    assert outline(found) == [
        (1, "一、", "主要举措和成效", False),
        (2, "（一）", "坚持党的领导", False),
        (3, "1.", "加强理论学习", True),
        (3, "2.", "压实工作责任", True),
        (2, "（二）", "规范行政执法", True),
        (1, "二、", "存在的不足和原因", False),
        (1, "三、", "{{ 下年 }}年主要安排", False),
        (2, "（一）", "提升执法水平", True),
    ]
    assert keys(found) == ["achievements", "shortcomings", "next_year"]


def test_a_second_level_that_begins_at_1_is_the_second_level():
    found = read(
        TITLE,
        PREFACE,
        "一、党政主要负责人履行推进法治建设第一责任人职责情况",
        f"1.加强组织领导。{BODY}",
        f"2.带头学法用法。{BODY}",
        "二、主要举措和成效",
        "（一）规范行政执法",
        f"1.严格执法程序。{BODY}",
        "三、下一步工作打算",
        f"1.强化执法监督。{BODY}",
    )

    assert [(level, number) for level, number, _, _ in outline(found)] == [
        (1, "一、"),
        (2, "1."),
        (2, "2."),
        (1, "二、"),
        (2, "（一）"),
        (3, "1."),
        (1, "三、"),
        (2, "1."),
    ]
    assert keys(found) == ["first_responsible", "achievements", "next_year"]


@pytest.mark.parametrize("lost", ["）规范行政执法。", ")规范行政执法。", "（）规范行政执法。"])
def test_a_lost_numeral_is_inferred_and_marked(lost):
    found = read(
        TITLE,
        PREFACE,
        "一、主要举措和成效",
        f"（一）坚持党的领导。{BODY}",
        lost + BODY,
        f"）化解矛盾纠纷。{BODY}",
        f"（四）强化权力监督。{BODY}",
        "、存在的不足和原因",
        BODY,
    )

    assert [(s.number, s.number_inferred) for s in found.report.walk()] == [
        ("一、", False),
        ("（一）", False),
        ("（二）", True),
        ("（三）", True),
        ("（四）", False),
        ("二、", True),
    ]
    assert "（二）规范行政执法。" in text_of(found)
    assert sum(change.rule == "lost_numeral" for change in found.changes) == 3


def test_raw_keeps_a_lost_numeral_lost():
    lines = (
        TITLE,
        PREFACE,
        "一、主要举措和成效",
        f"（一）坚持领导。{BODY}",
        f"  ）规范执法。{BODY}",
        "",
    )
    found = read(*lines, raw=True)

    assert text_of(found) == "\n".join(lines)
    assert [s.number for s in found.report.walk()] == ["一、", "（一）", "（二）"]


def test_half_a_bracket_is_made_whole():
    found = read(
        TITLE, PREFACE, "一、主要举措和成效", f"一)纵深推进改革。{BODY}", f"二)规范执法。{BODY}"
    )

    assert [s.number for s in found.report.walk()] == ["一、", "（一）", "（二）"]
    assert "\n（一）纵深推进改革。" in text_of(found)


def test_several_headings_in_one_paragraph():
    found = read(
        TITLE,
        PREFACE,
        "一、主要举措和成效",
        f"（一）坚持党的领导。1.加强学习。{BODY}2.压实责任。{BODY}",
        f"（二）规范执法。{BODY}",
    )

    assert [(level, number) for level, number, _, _ in outline(found)] == [
        (1, "一、"),
        (2, "（一）"),
        (3, "1."),
        (3, "2."),
        (2, "（二）"),
    ]
    assert f"（一）坚持党的领导。1.加强学习。{BODY}2.压实责任。{BODY}" in text_of(found)


def test_level_one_headings_may_run_in():
    found = read(
        TITLE,
        PREFACE,
        f"一、加强组织领导。一是{BODY}二是{BODY}",
        f"二、规范执法行为。{BODY}",
        f"三、存在的问题。{BODY}",
        f"四、下一步工作计划。{BODY}",
    )

    assert [s.run_in for s in found.report.sections] == [True] * 4
    assert keys(found) == ["achievements", "achievements", "shortcomings", "next_year"]
    assert found.report.profile == "flat_topics"


def test_a_report_without_headings_is_still_a_report():
    found = read(TITLE, PREFACE, BODY * 3, BODY * 3)

    assert text_of(found) == "\n".join([TITLE, PREFACE, BODY * 3, BODY * 3])


def test_a_title_over_two_lines_is_one_title():
    found = read(
        "青岚县人民政府",
        "关于2025年度法治政府建设情况的报告",
        "县人大常委会：",
        PREFACE,
        "一、主要举措和成效",
        BODY * 4,
    )

    assert [element.kind.value for element in found.report.front] == [
        "title",
        "title",
        "addressee",
        "preface",
    ]
    assert found.report.unit == "青岚县"
    assert found.report.profile == "npc_report"


def test_the_back_of_the_page_is_told_apart():
    found = read(
        "青政发〔2026〕7号",
        "青岚县人民政府关于2025年法治政府建设情况的报告",
        "市人民政府：",
        PREFACE,
        "一、主要举措和成效",
        BODY * 4,
        "特此报告。",
        "青岚县人民政府",
        "2026年1月20日",
        "（此件公开发布）",
        "抄送：市司法局。",
        "青岚县人民政府办公室 2026年1月21日印发",
    )

    assert [element.kind.value for element in found.report.back] == [
        "closing",
        "signature",
        "date",
        "note",
        "imprint",
        "imprint",
    ]
    assert (found.doc_number, found.date) == ("青政发〔2026〕7号", "2026-01-20")


def test_repeated_site_lines_are_cut_and_listed():
    found = read(
        "当前位置：首页 > 公开",
        "索 引 号：000014349/2026-00012",
        TITLE,
        "发布时间：2026-02-01 来源：县司法局",
        PREFACE,
        "一、主要举措和成效",
        BODY * 4,
        "扫一扫在手机打开",
        "相关解读",
        "主办：青岚县人民政府办公室",
    )

    assert found.cut == (
        "当前位置：首页 > 公开",
        "索 引 号：000014349/2026-00012",
        "发布时间：2026-02-01 来源：县司法局",
        "扫一扫在手机打开",
        "相关解读",
        "主办：青岚县人民政府办公室",
    )
    assert text_of(found).startswith(TITLE + "\n" + PREFACE)
    assert text_of(found).endswith(BODY)


def test_entries_are_cut_at_lead_sentences_ordinals_and_labels():
    found = read(
        TITLE,
        PREFACE,
        "一、主要举措和成效",
        f"（一）规范行政执法。{BODY}强化府院联动机制。{BODY}{BODY}狠抓“关键少数”。{BODY}",
        f"（二）完善制度体系。一是健全制度。{BODY}二是抓好清理，{BODY}三是强化监督。{BODY}",
        "二、存在的不足和原因",
        BODY,
        f"问题原因：{BODY}",
    )

    titles = [[entry.title for entry in section.entries] for section in found.report.walk()]
    assert titles[1] == ["", "强化府院联动机制", "狠抓“关键少数”"]
    assert titles[2] == ["健全制度", "抓好清理", "强化监督"]
    assert titles[3] == ["", "问题原因"]


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("青岚县2025年法治政府建设年度报告", "青岚县"),
        ("关于青岚县2025年度法治政府建设情况的报告", "青岚县"),
        ("景澜市青岚区人民政府关于2025年法治政府建设情况的报告", "青岚区"),
        ("中共青岚县委 青岚县人民政府关于2025年法治政府建设情况的报告", "青岚县"),
        ("青岚县司法局2025年法治政府建设工作总结", "青岚县司法局"),
        ("青岚县云屏镇人民政府2025年法治政府建设年度报告", "云屏镇"),
    ],
)
def test_the_reporting_body_is_told_from_the_title(title, unit):
    assert read(title, PREFACE, "一、主要举措和成效", BODY * 4).report.unit == unit


def test_attachments_stand_before_the_signature():
    found = read(
        TITLE,
        PREFACE,
        "一、主要举措和成效",
        BODY * 4,
        "附件：1.青岚县统计表",
        "2.青岚县决策目录",
        "青岚县人民政府",
        "2026年1月20日",
    )

    assert [element.kind.value for element in found.report.back] == [
        "attachment",
        "attachment",
        "signature",
        "date",
    ]


def test_parts_may_be_counted_as_parts():
    found = read(
        TITLE,
        PREFACE,
        "第一部分 主要举措和成效",
        f"一、规范执法。{BODY}",
        "第二部分 存在的不足",
        BODY * 3,
    )

    assert [(s.level, s.key) for s in found.report.sections] == [
        (1, "achievements"),
        (1, "shortcomings"),
    ]


def test_a_table_is_said_to_be_lost():
    lines = [
        *(Paragraph(text=t) for t in (TITLE, PREFACE, "一、主要举措和成效", BODY * 3)),
        Paragraph(text="案件数", place=FilePlace.TABLE),
    ]
    found = understand(Document(kind="docx", name="x", paragraphs=tuple(lines)), stem="t")

    assert [change.rule for change in found.changes if change.open] == ["table_flattened"]
