"""Titles without a number are headings where their place or their words say so."""

import pytest

from tests.understanding import written
from tests.understanding.written import PART, arabic, titles

TITLED = [
    piece
    for part, sections in written.PARTS
    for piece in (part, *(one for section in sections for one in section))
]


@pytest.mark.parametrize("part", [lambda _: "", PART, arabic("1.")])
@pytest.mark.parametrize(("before", "behind"), [("", ""), ("", "："), ("● ", ""), ("　　", "")])
def test_short_lines_above_paragraphs_again_and_again_are_headings(part, before, behind):
    ordinals = {title: at for at, (title, _) in enumerate(written.PARTS, 1)}
    body = [part(ordinals[one]) + one if one in ordinals else one for one in TITLED]
    titled = [name for _, sections in written.PARTS for name, _ in sections]
    body = [before + one + behind if one in titled else one for one in body]
    found = written.read([written.TITLE, written.PREFACE, *body, *written.BACK])

    assert titles(found) == [(level, title) for level, _, title in written.OUTLINE]
    assert written.as_text(found).count("\n") == len(body) + len(written.BACK) + 1


@pytest.mark.parametrize(
    "body",
    [
        ["全年办理案件37件。", "执法力量薄弱", "人员变动较大，培训不够。"],
        ["评查案卷", "培训人员", "化解纠纷", "走访企业，听取意见，推动问题解决。"],
        ["一是办理案件37件；", "二是评查案卷128卷。"],
        ["主要做法如下：", "办理案件，评查案卷。", "取得的成效有：", "案件数量下降明显。"],
    ],
)
def test_a_short_line_that_stands_there_once_is_no_heading(body):
    lines = [written.TITLE, written.PREFACE, "一、主要举措和成效", *body]

    assert titles(written.read(lines)) == [(1, "主要举措和成效")]


def test_the_first_part_has_a_title_of_its_own_words_without_a_number():
    titled = [line[2:] if line[1] == "、" else line for line in written.lines()]
    titled[2] = "厉行法治有实效"
    found = written.read(titled)

    assert titles(found)[:2] == [(1, "厉行法治有实效"), (2, "化解矛盾纠纷")]
    assert [level for level, _ in titles(found)] == [level for level, _, _ in written.OUTLINE]


def test_the_plan_has_a_part_behind_shortcomings_that_have_a_number():
    lines = [*written.lines()[:9], "下一步工作打算", "加强培训和监督。", *written.BACK]
    found = written.read(lines)

    assert titles(found)[-1] == (1, "下一步工作打算")
    assert found.report.sections[-1].key == "next_year"


@pytest.mark.parametrize("part", ["二、存在的不足和下一步打算", "二、存在的不足及2025年工作安排"])
def test_it_has_none_in_a_part_that_tells_both(part):
    lines = [*written.lines()[:6], part, "存在的不足", "力量薄弱。", "下一步打算", "加强培训。"]

    assert [title for level, title in titles(written.read(lines)) if level == 1][2:] == []


def test_it_has_none_where_a_later_part_tells_it():
    lines = written.lines()
    lines[9:9] = ["改进措施", "开展培训，加强监督。"]

    assert [level for level, _ in titles(written.read(lines))].count(1) == len(written.PARTS)


def test_a_last_part_is_no_plan_because_it_is_the_last():
    lines = [
        written.TITLE,
        written.PREFACE,
        "一、扛牢主体责任，夯实法治根基",
        "召开会议4次。",
        "二、依法履行职能，维护安全稳定",
        "破获案件120起。",
        "下一步，霞屏县将进一步规范执法，争取2025年底前建成平台。",
    ]
    found = written.read(lines)

    assert [s.key for s in found.report.sections] == ["achievements", "achievements"]
    kinds = [e.kind.value for s in found.report.sections for e in s.entries]
    assert kinds == ["measure", "measure", "plan"]
