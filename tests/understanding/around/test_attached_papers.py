"""Attachments stand between the text and who signs, or below, and are no text."""

import pytest

from tests.understanding import written
from tests.understanding.written import elements, read


def test_attachments_with_headings_and_their_own_date_stay_attachments():
    attached = [
        "附件",
        "霞屏县决策目录",
        "一、总则",
        "为规范决策，制定本目录。",
        "霞屏县司法局",
        "2025年1月3日",
    ]
    found = read([*written.TITLED, *written.BACK, *attached])

    assert (elements(found, "signature"), found.date) == (["霞屏县人民政府"], "2025-02-06")
    assert [s.title for s in found.report.sections] == ["主要举措和成效", "{{ 下年 }}年工作安排"]
    assert written.as_text(found) == "\n".join([*written.TITLED, *written.BACK, *attached])


def test_who_filled_it_in_stands_between_the_closing_and_who_signs():
    found = read([*written.TITLED, "特此报告。", "填报人：李四", "霞屏县人民政府", "2025年2月6日"])

    assert elements(found, "note") == ["填报人：李四"]
    assert elements(found, "closing") == ["特此报告。"]
    assert elements(found, "signature") == ["霞屏县人民政府"]


def test_to_whom_it_was_sent_up_is_of_the_imprint():
    found = read([*written.TITLED, *written.BACK, "报送：市政府办公室。"])

    assert elements(found, "imprint") == ["报送：市政府办公室。"]


@pytest.mark.parametrize("marks", [("1．", "2．"), ("一、", "二、"), ("一．", "二．")])
def test_attachments_of_any_number_stand_above_who_signs(marks):
    names = [f"附件：{marks[0]}行政复议统计表", f"　　　{marks[1]}重大决策目录"]
    found = read([*written.TITLED, "特此报告。", *names, "霞屏县人民政府", "2025年2月6日"])

    assert elements(found, "attachment") == [name.strip() for name in names]
    assert elements(found, "closing") == ["特此报告。"]


@pytest.mark.parametrize("end", ["END", "— END —", "（完）", "发自我的手机", "来自我的iPhone"])
def test_what_ends_a_page_or_a_mail_is_no_attachment(end):
    found = read([*written.TITLED, *written.BACK, end])

    assert elements(found, "attachment") == []
    assert elements(found, "signature") == [written.SIGNATURE]


@pytest.mark.parametrize(
    "names",
    [
        ["附件：（1）行政复议统计表", "（2）重大决策目录"],
        ["附件：", "（一）行政复议统计表", "（二）重大决策目录"],
        ["附件：①行政复议统计表", "②重大决策目录"],
        ["附件　霞屏县行政复议统计表"],
    ],
)
def test_attachments_stand_there_with_any_sign(names):
    found = read([*written.TITLED, "特此报告。", *names, "霞屏县人民政府", "2025年2月6日"])

    assert elements(found, "attachment") == names
    assert elements(found, "closing") == ["特此报告。"]


@pytest.mark.parametrize("closing", [(), (written.CLOSING,)])
@pytest.mark.parametrize(
    "attached",
    [
        ("附件1", "行政执法数据统计表"),
        ("附件1：", "行政执法数据统计表", "附件2：", "重大行政决策目录"),
        ("附件", "行政执法数据统计表"),
        ("附 件 1", "行政执法数据统计表"),
        ("附表1 行政执法数据统计表",),
        ("附表：行政执法数据统计表",),
    ],
)
def test_attachments_above_who_signs_need_no_closing(attached, closing):
    found = read([*written.lines(back=()), *closing, *attached, written.SIGNATURE, written.DATE])

    close = ["".join(text.split()) for text in elements(found, "attachment") if text]
    assert close == ["".join(text.split()) for text in attached]
    assert elements(found, "closing") == list(closing)


@pytest.mark.parametrize(
    "last", ["行政执法数据统计表", "附件要求的数据已报。", "附表1 列明的执法数据，均已报送"]
)
def test_a_last_line_of_text_is_no_attachment(last):
    found = read([*written.lines(back=()), last, written.SIGNATURE, written.DATE])

    assert elements(found, "attachment") == []
