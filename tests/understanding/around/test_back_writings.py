"""However signature, date and what follows are written, they are the same signature and date."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nianbao.report.document import FilePlace, Paragraph
from tests.understanding import written
from tests.understanding.written import elements, read

DATES = [
    "2025年2月6日",
    "2025年02月06日",
    "2025 年 2 月 6 日",
    "２０２５年２月６日",
    "2025.2.6",
    "2025．2．6",
    "2025-02-06",
    "2025/2/6",
    "2025—2—6",
    "2025.02.06",
    "二〇二五年二月六日",
    "二○二五年二月六日",
    "二O二五年二月六日",
    "二0二五年二月六日",
    "二◯二五年二月六日",
    "二零二五年二月六日",
    "2025年2⽉6⽇",
    "（2025年2月6日）",
    "2025年2月6号",
    "　　2025年2月6日",
]
BODIES = [
    ["霞屏县人民政府"],
    ["霞屏县人民政府（盖章）"],
    ["霞屏县人民政府(公章)"],
    ["霞屏县人民政府", "（盖章）"],
    ["报告单位：霞屏县人民政府"],
    ["霞屏县人民政府办公室"],
    ["霞屏经济开发区管委会"],
    ["霞屏县防汛抗旱指挥部"],
    ["霞屏县司法局"],
    ["霞屏县云岭镇人民政府"],
    ["中共霞屏县委全面依法治县委员会办公室"],
    ["霞屏县法治政府建设领导小组"],
    ["霞 屏 县 人 民 政 府"],
    ["霞屏⼈⺠政府"],
    ["霞屏县综合行政执法大队"],
    ["中共霞屏县委", "霞屏县人民政府"],
    ["中共霞屏县委员会", "霞屏县人民政府"],
    ["中共霞屏县委　　霞屏县人民政府"],
    ["霞屏县人民政府　霞屏县司法局", "霞屏县财政局　霞屏县审计局"],
    ["霞屏县司法局", "霞屏县公安局", "霞屏县财政局", "霞屏县民政局"],
    ["霞屏县司法局 霞屏县公安局 霞屏县财政局"],
    ["霞屏县城市管理综合执法站"],
    ["霞屏县应急指挥中心"],
]
CLOSINGS = [
    "以上报告，请审议。",
    "特此报告。",
    "特此报告",
    "专此报告。",
    "以上报告，请予审议。",
    "以上报告当否，请批示。",
    "以上报告如有不妥，请指正。",
    "以上情况，特此报告。",
    "妥否，请批示。",
    "请予审议。",
    None,
]
AFTER = [
    [],
    ["（此件主动公开）"],
    ["（此件公开发布）", "抄送：县委办公室，县政协办公室。"],
    ["（联系人：张三，联系电话：0000-1234567）"],
    ["附件", "霞屏县2024年行政复议统计表"],
    ["附件1", "霞屏县2024年行政复议统计表", "附件2", "重大决策目录"],
    ["附件：1.统计表", "2.目录"],
    ["— 6 —"],
    ["-6-"],
    ["第6页 共6页"],
    ["6"],
    ["抄送：市司法局。", "霞屏县人民政府办公室　2025年2月7日印发"],
    ["霞屏县人民政府办公室", "2025年2月7日印发"],
    ["（此件主动公开）", "", "附件：统计表", "抄送：市司法局。", "— 6 —"],
    [
        "主题词：法治 报告",
        "抄送：县委办公室。",
        "霞屏县人民政府办公室 2025年2月7日印发",
        "共印30份",
    ],
    ["联系人：李四　电话：1234567"],
    ["抄 送：县委办公室，县人大常委会办公室，县政协办公室，县监委，县法院，县检察院。"],
]


def seen(bodies):
    """Bodies as they are taken: letters set apart and radicals are made plain."""
    return [
        body.replace("⼈", "人").replace("⺠", "民") if " 屏" not in body else "霞屏县人民政府"
        for body in bodies
    ]


@given(
    bodies=st.sampled_from(BODIES),
    date=st.sampled_from(DATES),
    closing=st.sampled_from(CLOSINGS),
    after=st.sampled_from(AFTER),
    blank=st.booleans(),
)
@settings(max_examples=250, deadline=None)
def test_any_form_gives_the_same_signature_and_date(bodies, date, closing, after, blank):
    back = [*([closing] if closing else []), *bodies, date, *after]
    back = [one for line in back for one in ("", line)] if blank else back
    found = read([*written.TITLED, *back])

    assert found.date == "2025-02-06"
    assert [t.strip() for t in elements(found, "signature")] == [
        b.strip().replace("(公章)", "（公章）") for b in seen(bodies)
    ]
    assert elements(found, "closing") == ([closing] if closing else [])
    assert found.report.sections[-1].sections[-1].entries[-1].text.endswith("更加规范。")


@pytest.mark.parametrize("apart", ["　　", "  ", "\t", ""])
@pytest.mark.parametrize("date", ["2025年2月6日", "2025.2.6", "二O二五年二月六日"])
def test_a_signature_and_its_date_on_one_line_are_two(apart, date):
    found = read([*written.TITLED, "特此报告。", f"霞屏县人民政府{apart}{date}"])

    assert (elements(found, "signature"), found.date) == (["霞屏县人民政府"], "2025-02-06")
    assert [c.reason != "" for c in found.changes if c.rule == "line_split"] == [True]


def test_all_of_it_on_one_line():
    found = read([*written.TITLED, "特此报告。　　霞屏县人民政府　　2025年2月6日"])

    assert elements(found, "closing") == ["特此报告。"]
    assert (elements(found, "signature"), found.date) == (["霞屏县人民政府"], "2025-02-06")


def test_raw_cuts_no_line():
    lines = [*written.TITLED, "特此报告。", "霞屏县人民政府　　2025年2月6日"]

    assert written.as_text(read(lines, raw=True)) == "\n".join(lines)


def test_imprint_in_a_table_is_one_line_where_it_is_one_row():
    cells = ["抄送：县委办公室，县政协办公室。", "霞屏县人民政府办公室", "2025年2月7日印发"]
    back = [*written.BACK, *(Paragraph(text=cell, place=FilePlace.TABLE) for cell in cells)]
    found = read([*written.TITLED, *back])

    assert elements(found, "imprint") == [cells[0], "霞屏县人民政府办公室　　2025年2月7日印发"]
    assert (elements(found, "signature"), found.date) == (["霞屏县人民政府"], "2025-02-06")
    assert not any(change.rule == "table_flattened" for change in found.changes)


def test_a_signature_without_a_date_stands_below_the_closing():
    found = read([*written.TITLED, "特此报告。", "中共霞屏县委", "霞屏县人民政府"])

    assert elements(found, "signature") == ["中共霞屏县委", "霞屏县人民政府"]


@pytest.mark.parametrize("closing", ["", "特此报告。"])
def test_signature_and_date_at_the_end_of_a_paragraph_are_taken_off(closing):
    text = written.lines(back=())
    text[-1] += f"{closing}{written.SIGNATURE}　　2025年2月6日"
    found = written.read(text)

    assert written.elements(found, "signature") == [written.SIGNATURE]
    assert written.elements(found, "closing") == ([closing] if closing else [])
    assert found.date == "2025-02-06"


def test_a_signature_without_date_and_closing_is_no_plan():
    found = written.read([*written.lines(back=()), "霞屏县人民政府"])

    assert written.elements(found, "signature") == ["霞屏县人民政府"]


def test_thanks_to_the_committee_are_a_closing():
    thanks = "主任、各位副主任、各位委员，我们将再接再厉。谢谢大家！"
    found = written.read([*written.lines(back=()), thanks])

    assert written.elements(found, "closing") == [thanks]


def test_a_year_and_month_is_a_date_too():
    assert read([*written.TITLED, "特此报告。", "霞屏县人民政府", "2025年2月"]).date == "2025-02"


@pytest.mark.parametrize(
    "date",
    [
        *("2025年2月   日", "二〇二五年二月  日", "2025年2月6日星期四", "2025年2月6日 10:00"),
        *("二〇二五年二月六日（正月初九）", "2025年2月6日于霞屏", "日期：2025年2月6日"),
        *("报告日期：2025年2月6日", "填报日期：2025.2.6"),
    ],
)
def test_a_date_with_a_label_a_blank_day_or_something_behind_it(date):
    found = written.read(written.lines(back=(*written.BACK[:2], date)))

    assert len(written.elements(found, "date")) == 1
    assert written.elements(found, "signature") == [written.SIGNATURE]
    assert written.elements(found, "closing") == [written.CLOSING]


@pytest.mark.parametrize(
    "body",
    [
        *(
            "（盖章）霞屏县人民政府",
            "单位（盖章）：霞屏县人民政府",
            "填报单位（盖章）：霞屏县司法局",
        ),
        *("报告单位：霞屏县人民政府", "县长：张三", "霞屏县人民政府县长 张三", "报告人：张三"),
        "霞屏县人民政府（联系人：张三，1234567）",
        *("霞屏县司法局局长 张三", "霞屏县医疗保障局党组", "霞屏县人民政府："),
    ],
)
def test_who_signs_with_a_seal_a_label_or_as_a_person(body):
    found = written.read(written.lines(back=(written.CLOSING, body, written.DATE)))

    assert written.elements(found, "signature") == [body]
    assert written.elements(found, "date") == [written.DATE]
    assert written.elements(found, "closing") == [written.CLOSING]


@pytest.mark.parametrize(
    "closing",
    [
        *("现将报告呈上，请审阅。", "此报告", "汇报完毕，请审议。", "汇报完了，谢谢大家！", "此致"),
        *("以上是全县2024年法治政府建设情况，请审阅。", "特此上报。", "专此呈报", "报告完毕。"),
    ],
)
def test_other_words_that_close_a_report(closing):
    found = written.read(written.lines(back=(closing, written.SIGNATURE, written.DATE)))

    assert len(written.elements(found, "closing")) == 1
    assert written.elements(found, "signature") == [written.SIGNATURE]
    assert written.outline(found) == written.OUTLINE


@pytest.mark.parametrize(
    "below",
    [
        *("公开方式：主动公开", "信息公开选项：主动公开", "公开属性：依申请公开", "主动公开"),
        *(
            "是否公开：是",
            "（起草单位：县司法局，审核：张三）",
            "拟稿人：张三",
            "发：各乡镇人民政府",
        ),
        *("报：市人民政府", "霞屏县司法局办公室        2025.2.6印", "联系人：张三"),
    ],
)
def test_what_an_office_notes_below_the_date_hides_no_signature(below):
    found = written.read(written.lines(back=(*written.BACK, below)))

    assert written.elements(found, "signature") == [written.SIGNATURE]
    assert written.elements(found, "date") == [written.DATE]
    assert written.elements(found, "note") + written.elements(found, "imprint") == [below]
    assert written.outline(found) == written.OUTLINE


@pytest.mark.parametrize("text", ["以上数据截至2024年12月。", "公开透明：全年公开信息83条。"])
def test_a_sentence_of_the_text_is_none_of_these(text):
    found = written.read(written.lines(back=(text, *written.BACK)))

    assert text not in written.elements(found, "closing") + written.elements(found, "note")
    assert written.elements(found, "closing") == [written.CLOSING]


def test_a_body_of_any_name_signs_between_closing_and_what_signs():
    bodies = ["中共霞屏县委全面依法治县", "委员会办公室"]
    found = read([*written.TITLED, "特此报告。", *bodies, "2025年2月6日"])

    assert elements(found, "signature") == bodies
    assert elements(found, "closing") == ["特此报告。"]


def test_who_signs_may_stand_behind_the_closing():
    found = read([*written.TITLED, "特此报告。　　　　　霞屏县人民政府", "2025年2月6日"])

    assert elements(found, "signature") == ["霞屏县人民政府"]
    assert elements(found, "closing") == ["特此报告。"]


def test_a_telephone_below_who_is_to_be_called_stays():
    called = ["联系人：张三", "联系电话：0000-1234567"]

    assert elements(read([*written.TITLED, *written.BACK, *called]), "note") == called


def test_whom_to_call_above_who_signs_is_no_body():
    called = "（联系人：张三；联系电话：0000-1234567）"
    found = read([*written.TITLED, "特此报告。", called, "霞屏县人民政府", "2025年2月6日"])

    assert elements(found, "signature") == ["霞屏县人民政府"]
    assert elements(found, "note") == [called]


@pytest.mark.parametrize(
    ("line", "signature"),
    [
        ("霞屏县人民政府（2025年2月6日）", "霞屏县人民政府"),
        ("霞屏县人民政府(2025年2月6日)", "霞屏县人民政府"),
    ],
)
@pytest.mark.parametrize("closing", [(), (written.CLOSING,)])
def test_the_day_may_stand_in_brackets_behind_who_signs(line, signature, closing):
    found = read([*written.lines(back=()), *closing, line])

    assert (elements(found, "signature"), found.date) == ([signature], "2025-02-06")


@pytest.mark.parametrize("signature", ["签章：霞屏县人民政府", "霞屏县人民政府 县长：张某某"])
def test_who_signs_may_have_a_label_or_a_person(signature):
    found = read([*written.lines(back=()), written.CLOSING, signature, written.DATE])

    assert (elements(found, "signature"), found.date) == ([signature], "2025-02-06")
    assert elements(found, "closing") == [written.CLOSING]
