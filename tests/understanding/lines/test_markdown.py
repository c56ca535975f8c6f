"""What an AI chat writes in Markdown is the report it shows there."""

import re

import pytest

from tests.understanding import written
from tests.understanding.written import read

PLAIN = written.lines(back=())
_HALF = str.maketrans("“”，", '"",')


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
    [("", ""), ("__", "__"), ("*", "*"), ("`", "`"), ("<b>", "</b>"), ("==", "==")],
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


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("培训执法人员~~580~~650人次。", "培训执法人员650人次。"),
        ("培训执法人员**~~580~~650**人次。", "培训执法人员650人次。"),
        ("培训执法人员6~~4~~50人次。", "培训执法人员650人次。"),
        ("培训~~执法骨干和**辅警**~~执法人员650人次。", "培训执法人员650人次。"),
        ("培训执法人员<del>580</del>650人次。", "培训执法人员650人次。"),
        ("| 培训 | ~~580~~650人次 |", "培训\t650人次"),
    ],
)
def test_struck_text_is_left_out_and_told(line, shown):
    for around in (marked(), PLAIN):
        found = read([*around, line])

        assert written.as_text(found).splitlines()[-1] == shown
        told = [one for one in found.changes if one.rule == "struck_text"]
        assert [one.before for one in told] == [line]
        assert "没有读入" in told[0].reason


@pytest.mark.parametrize(
    "line",
    [
        "每次会商5~~20家、走访8~~30户。",
        "落实2020~~2022年计划、2023~~2025年规划。",
        "自3月1日~~3月9日、4月2日~~4月8日集中整治。",
        "占比由7%~~9%、10%~~12%两档组成。",
        "培训~~执法人员。",
        "培训\\~~执法\\~~人员。",
        "增速~~ 放缓 ~~明显。",
    ],
)
def test_what_is_no_strike_stays(line):
    found = read([*marked(), line])

    assert [one for one in found.changes if one.rule == "struck_text"] == []
    assert "".join(re.findall(r"[\d\u4e00-\u9fff]", written.as_text(found).splitlines()[-1])) == (
        "".join(re.findall(r"[\d\u4e00-\u9fff]", line))
    )


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (r"合格率94\.53\%，培训650人次。", "合格率94.53%，培训650人次。"),
        (r"合格率94\.53%\。", r"合格率94.53%\。"),
        (r"1\. 培训执法人员\*650人次\*。", "1. 培训执法人员*650人次*。"),
        (r"培训\=\=650人次\=\=、\$5\$、\"甲\"", '培训==650人次==、$5$、"甲"'),
        ("培训==执法人员==650人次。", "培训执法人员650人次。"),
        ("甲==乙，丙===丁，戊= =己", "甲==乙，丙===丁，戊= =己"),
    ],
)
def test_escapes_and_highlights_are_what_they_show(line, shown):
    found = read([*marked(), line])

    last = written.as_text(found).splitlines()[-1]
    assert last.translate(_HALF).replace(" ", "") == shown.translate(_HALF).replace(" ", "")


def test_escapes_alone_tell_markdown_and_a_path_does_not():
    escaped = [line.replace(".", "\\.").replace("%", "\\%") for line in PLAIN]
    path = [*PLAIN, "材料存放在D:\\(归档)\\[执法]，另存E:\\(备份)。"]

    assert written.numbers(read(escaped)) == written.numbers(read(PLAIN))
    assert [one for one in read(path).changes if one.rule == "markdown"] == []
