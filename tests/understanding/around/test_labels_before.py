"""Labels of forms and chats before title and text are no part of either."""

import pytest

from nianbao.report.writing import slots
from tests.understanding import written

TITLE = "霞屏县2024年法治政府建设年度报告"
REST = written.lines(front=())


def title(found):
    return slots.render(["".join(written.elements(found, "title"))], slots.years(2024))[0]


def preface(found):
    return written.elements(found, "preface")


PLAIN = preface(written.read(written.lines()))


@pytest.mark.parametrize(
    "label",
    [
        *(
            "标题：{}",
            "题目：{}",
            "标  题：{}",
            "标　题：{}",
            "【标题】{}",
            "[标题]{}",
            "（标题）{}",
        ),
        *("标题:{}", "文件标题：{}", "报告题目：{}", "名  称：{}", "信息名称：{}", "标题　{}"),
        *("標题：{}", "題目：{}", "**标题：**{}", "**标题**：{}", "# 标题：{}", "标题——{}"),
        *(
            "大标题：{}",
            "标题1：{}",
            "标题\t{}",
            "标题|{}",
            "标题｜{}",
            "标  题 ：  {}",
            "<标题>{}",
        ),
        *("「标题」{}", "〖标题〗{}", "Title: {}", "主 题：{}"),
    ],
)
def test_a_title_is_read_without_its_label(label):
    found = written.read([label.format(TITLE), *REST])

    assert title(found) == TITLE
    assert preface(found) == PLAIN
    assert any(change.before == label.format(TITLE) for change in found.changes)


@pytest.mark.parametrize(
    "front",
    [
        ["标题：霞屏县人民政府关于", "2024年法治政府建设情况的报告"],
        ["标题：霞屏县人民政府", "关于2024年法治政府建设情况的报告"],
    ],
)
def test_a_title_of_two_lines_loses_its_label_too(front):
    assert title(written.read([*front, *REST])) == written.TITLE


@pytest.mark.parametrize("text", ["正文：", "正 文：", "【正文】", "报告正文:"])
@pytest.mark.parametrize("alone", [True, False])
def test_the_text_has_no_label_either(text, alone):
    rest = [text, *REST] if alone else [text + REST[0], *REST[1:]]
    found = written.read([TITLE, *rest])

    assert (title(found), preface(found)) == (TITLE, PLAIN)


def test_a_label_before_the_title_of_a_page_that_has_its_own_belongs_to_the_page():
    found = written.read(["索引号：X001", f"标题：{TITLE}", "来源：县司法局", TITLE, *REST])

    assert (title(found), preface(found)) == (TITLE, PLAIN)


@pytest.mark.parametrize("line", ["标题党得到整治。", "题目虽小，意义重大。", "主题：法治为民"])
def test_a_word_that_looks_like_a_label_stays(line):
    found = written.read([TITLE, REST[0], line, *REST[1:]])

    assert line in preface(found)


def test_raw_keeps_the_label():
    lines = [f"标题：{TITLE}", *REST]

    assert written.as_text(written.read(lines, raw=True)) == "\n".join(lines)
