"""What a site or a chat writes above and below a report is told to be none of it."""

import pytest

from tests.understanding import written

REPORT = written.lines()
PLAIN = written.read(REPORT)


@pytest.mark.parametrize(
    "tail",
    [
        ["责任编辑：办公室", "关联稿件：政策解读"],
        ["您访问的链接即将离开“霞屏县人民政府网”门户网站 是否继续？", "扫一扫"],
        ["用微信扫描二维码 分享至好友和朋友圈"],
        ["【我要纠错】 【返回顶部】", "您可能还感兴趣的：", "霞屏县2021年法治政府建设年度报告"],
        ["上一页1 2 3下一页 共3页"],
        ["往期推荐", "霞屏县召开依法治县会议"],
        ["来源｜县司法局", "编辑｜张明", "点击下方名片关注我们"],
    ],
)
def test_what_a_site_writes_below_the_date_is_no_attachment(tail):
    found = written.read([*REPORT, *tail])

    assert written.elements(found, "attachment") == []
    assert written.numbers(found) == written.numbers(PLAIN)
    gone = [change.before for change in found.changes if change.rule.value == "furniture"]
    assert gone == tail


@pytest.mark.parametrize(
    "line",
    [
        "原创 司法局 霞屏司法2025年01月22日10:23江苏",
        "霞屏司法 2025-01-22 10:23",
    ],
)
def test_nor_is_what_a_chat_writes_below_the_title_a_preface(line):
    found = written.read([REPORT[0], line, *REPORT[1:]])

    assert written.as_text(found) == written.as_text(PLAIN)
    assert [one.before for one in found.changes if one.rule.value == "furniture"] == [line]


@pytest.mark.parametrize(
    "line",
    [
        "（2025年1月8日9:30在县人大常委会第三次会议上）",
        "2025年1月8日9:30，县政府召开会议部署工作。",
    ],
)
def test_the_hour_of_a_meeting_stays(line):
    found = written.read([REPORT[0], line, *REPORT[1:]])

    assert line in written.as_text(found)


@pytest.mark.parametrize(
    "notes",
    [
        ["[1]含上年结转12件。", "[2]不含撤回的申请。"],
        ["①含上年结转12件。"],
        ["1. 含上年结转12件。"],
        ["（1）含上年结转12件。"],
        ["注释：", "[1] 含上年结转12件。"],
        ["说明：1.含上年结转12件。", "2.不含撤回的申请。"],
    ],
)
def test_notes_with_numbers_below_the_date_leave_it_the_date(notes):
    found = written.read([*written.lines(back=()), written.SIGNATURE, written.DATE, *notes])

    assert (written.elements(found, "signature"), found.date) == ([written.SIGNATURE], "2025-02-06")
    assert written.outline(found) == written.OUTLINE
    assert written.as_text(found).endswith("\n".join(notes))


def test_a_day_within_the_text_does_not_end_it():
    lines = written.lines(back=())
    day = ["县司法局", "2024年2月6日"]
    found = written.read([*lines[:5], *day, "1.开展检查12次。", *lines[5:], *written.BACK])

    assert (written.elements(found, "date"), found.date) == ([written.DATE], "2025-02-06")
