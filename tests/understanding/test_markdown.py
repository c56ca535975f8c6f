"""What an AI chat writes in Markdown is the report it shows there."""

import re

import pytest

from tests.understanding import written
from tests.understanding.written import read

PLAIN = written.lines(back=())


def marked(heading="## ", section="{number}**{title}。**{text}", title="# "):
    """The report as a chat writes it."""
    lines = []
    for line in PLAIN:
        if line == written.TITLE:
            lines += [f"{title}{line}", "", "---", ""]
        elif re.match("[一二三]、", line):
            lines += ["", heading + line, ""]
        elif found := re.match(r"(（[一二三]）)(.*?)。(.*)", line):
            shown = section.format(number=found[1], title=found[2], text=found[3])
            lines += [*re.sub(r"(\d[\d.]*)(?=件|份)", r"**\1**", shown).split("\n"), ""]
        else:
            lines += [line, ""]
    return lines


@pytest.mark.parametrize("heading", ["## ", "### ", "# ", "##", "**"])
@pytest.mark.parametrize(
    "section",
    [
        "{number}**{title}。**{text}",
        "**{number}{title}。**{text}",
        "### {number}{title}\n{text}",
        "- {number}{title}。{text}",
        "* **{number}{title}**：{text}",
        "> {number}{title}。{text}",
        "📌 {number}{title}。{text}",
    ],
)
def test_markdown_gives_the_outline_of_the_plain_text(heading, section):
    lines = marked(heading, section)
    if heading == "**":
        lines = [
            line + "**" if line.startswith("**") and "、" in line[:6] else line for line in lines
        ]
    found = read(lines)

    assert written.outline(found) == written.OUTLINE
    assert written.numbers(found) == written.numbers(read(PLAIN))
    assert not re.search(r"[#*>`]|---", written.as_text(found))
    assert (found.report.unit, found.report.year) == ("霞屏县", 2024)


def test_headings_that_only_markdown_numbers_are_headings():
    lines = ["# " + written.TITLE, written.PREFACE]
    for part, sections in written.PARTS:
        lines += [f"## {part}", *(one for name, text in sections for one in (f"### {name}", text))]

    outline = written.outline(read(lines))

    assert [(level, title) for level, _, title in outline] == [
        (level, title) for level, _, title in written.OUTLINE
    ]


def test_taking_marks_away_is_listed_and_off_when_raw():
    lines = marked()
    normal, raw = read(lines), read(lines, raw=True)

    assert {c.reason for c in normal.changes if c.rule == "markdown"} == {
        "去掉Markdown记号（# ** - 等）。"
    }
    assert written.as_text(raw) == "\n".join(lines)


@pytest.mark.parametrize(
    "line",
    [
        "受理案件83件*，办结80件。",
        "# 号文件1份",
        "“1+4”机制、A_B_C类事项",
        "压降率为5*3=15的要求",
        "2023—2025年",
        "- 6 -",
    ],
)
def test_a_single_mark_in_a_report_is_just_that(line):
    document = written.read([*PLAIN, line])

    assert not any(change.rule == "markdown" for change in document.changes)


def test_tables_and_rules_of_markdown_lose_only_their_marks():
    table = ["| 指标 | 上年 | 今年 |", "|---|:--:|---:|", "| 案件（件） | 83 | 235 |"]
    found = written.read([*marked(), *table])

    assert written.as_text(found).endswith("指标\t上年\t今年\n案件（件）\t83\t235")
    asked = [one.text for one in found.numerals if one.kind.value == "asked"]
    assert asked == ["83\t235"]
    assert "table_flattened" in {change.rule for change in found.changes}


TALK = [
    ("好的，以下是根据您的要求起草的报告：", "希望以上内容对您有帮助，如需修改请随时告诉我。"),
    ("当然可以！下面是年度报告的正文：", "如果您需要补充某一部分，请告诉我。"),
    ("以下为润色后的版本：", "（全文约1860字）"),
    ("没问题，报告如下", "需要我再生成一份演讲稿吗？"),
]


@pytest.mark.parametrize(("before", "behind"), TALK)
def test_what_a_chat_says_around_the_report_is_no_part_of_it(before, behind):
    back = [written.SIGNATURE, written.DATE]
    plain = read([*PLAIN, *back])

    found = read([before, "", "---", "", *marked(), *back, "", "---", behind])

    assert written.as_text(found) == written.as_text(plain)
    assert {before, behind} <= {c.before for c in found.changes if c.rule == "furniture"}


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("- [ ] 培训执法人员650人次。", "培训执法人员650人次。"),
        ("\\- 培训执法人员650人次。", "培训执法人员650人次。"),
        ("培训*执法人员*650人次[^1]。", "培训执法人员650人次。"),
        ("<u>培训</u>执法人员650人次。&nbsp;", "培训执法人员650人次。"),
    ],
)
def test_smaller_marks_go_too(line, shown):
    found = written.as_text(read([*marked(), line]))

    assert found.splitlines()[-1].replace(" ", "") == shown


@pytest.mark.parametrize("title", ["# ", "#", "＃ ", "# 📘 ", "## ", "**", "** "])
@pytest.mark.parametrize(
    ("before", "behind"),
    [("", ""), ("__", "__"), ("*", "*"), ("`", "`"), ("<b>", "</b>"), ("~~", "~~")],
)
def test_a_title_behind_a_mark_shows_that_all_of_it_is_markdown(title, before, behind):
    close = title[::-1] if title.startswith("**") else ""
    lines = [line.replace("1046件", f"{before}1046件{behind}", 1) for line in PLAIN[1:]]
    found = read([f"{title}{written.TITLE}{close}", *lines])
    plain = read(PLAIN)

    if not (close and before in ("", "<b>")):  # a title in ** alone is only bold
        assert written.as_text(found).replace(" ", "") == written.as_text(plain).replace(" ", "")
    assert written.numbers(found) == written.numbers(plain)


def test_signature_and_date_in_tags_and_a_note_below_them():
    tagged = [f'<div align="right">{line}</div>' for line in (written.SIGNATURE, written.DATE)]
    found = read([*marked(), written.CLOSING, "", *tagged, "", "[^1]: 数据来自霞屏县司法局"])

    assert written.elements(found, "signature") == [written.SIGNATURE]
    assert found.date == "2025-02-06"


@pytest.mark.parametrize("between", ["", "   执法记录完整。"])
def test_items_that_all_say_one_are_counted_as_they_are_shown(between):
    lines = ["# " + written.TITLE, written.PREFACE]
    for part, sections in written.PARTS:
        lines += ["## " + part]
        lines += [one for name, text in sections for one in (f"1. **{name}**：{text}", between)]
    found = read(lines)

    assert written.outline(found) == tuple(
        (level, ordinal if level > 1 else 0, title) for level, ordinal, title in written.OUTLINE
    )
