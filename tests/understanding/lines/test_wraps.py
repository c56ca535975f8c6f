"""Lines that a column cut become the paragraphs they were; whole paragraphs stay as they are."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nianbao.report.document import Document, Paragraph
from nianbao.report.writing.numbering import to_chinese
from nianbao.standards.layout import layout
from nianbao.understanding.lines.line import as_read
from nianbao.understanding.lines.wrapping import wraps
from tests.corpus import REPORTS
from tests.understanding import written
from tests.understanding.lines import columns
from tests.understanding.lines.columns import CUTS, PARAGRAPHS

RUN_IN = [written.TITLE, "县人大常委会：", *written.lines()[1:]]
OWN_LINE = [written.TITLE, "县人大常委会：", written.PREFACE]
for at, (part, sections) in enumerate(written.PARTS, 1):
    OWN_LINE.append(f"{to_chinese(at)}、{part}")
    for number, (name, text) in enumerate(sections, 1):
        OWN_LINE += [f"（{to_chinese(number)}）{name}", text]
OWN_LINE += written.BACK
NARROW, WIDE = 15, 40


def joined(lines):
    """The lines with text after joining, and every joint."""
    paragraphs = tuple(Paragraph(text=line) for line in lines)
    document = Document(kind="txt", name="报告.txt", paragraphs=paragraphs)
    found, changes = wraps.joined(as_read(document), layout())
    return [line.bare for line in found if line.bare], changes


@pytest.mark.parametrize("style", PARAGRAPHS)
@pytest.mark.parametrize("cutter", CUTS)
@pytest.mark.parametrize("paragraphs", [RUN_IN, OWN_LINE], ids=["run in", "own line"])
def test_every_width_gives_the_paragraphs_back(paragraphs, cutter, style):
    for most in range(NARROW, WIDE + 1):
        lines = columns.cut(paragraphs, cutter, most, style, (written.TITLE, *written.BACK))

        found, changes = joined(lines)

        assert found == paragraphs, most
        assert len(changes) == sum(bool(line) for line in lines) - len(paragraphs)


@pytest.mark.parametrize("paragraphs", [RUN_IN, OWN_LINE], ids=["run in", "own line"])
def test_indents_that_a_page_lost_are_allowed_for(paragraphs):
    tried = [(cutter, most) for cutter in CUTS for most in range(NARROW, WIDE + 1)]
    whole = (written.TITLE, *written.BACK)

    right = [
        joined(columns.cut(paragraphs, cutter, most, columns.LOST, whole))[0] == paragraphs
        for cutter, most in tried
    ]

    assert sum(right) >= 0.85 * len(tried)  # where a sentence ends a line nothing tells


FRONTS = [
    ["霞屏县人民政府文件", "霞政〔2025〕7号　　　　签发人：李三", written.TITLE],
    ["签发人：李三  霞政〔2025〕7号", "霞屏县人民政府2024年", "法治政府建设年度报告"],
    ["霞政〔2025〕第7号", "霞 屏 县 2024 年 法 治 政 府 建 设 年 度 报 告", "县人大常委会："],
]
BACKS = [
    written.BACK,
    ("中共霞屏县委", "霞屏县人民政府", written.DATE),
    ("霞屏县司法局　霞屏县财政局", "霞屏县公安局　霞屏县民政局", written.DATE),
]


@pytest.mark.parametrize("front", FRONTS, ids=range(len(FRONTS)))
@pytest.mark.parametrize("back", BACKS, ids=range(len(BACKS)))
def test_whatever_stands_above_and_below_keeps_its_lines_where_the_text_was_cut(front, back):
    text = written.lines(back=(), front=())
    for most in range(22, WIDE, 3):
        lines = [*front, *columns.cut(text, columns.by_count, most, "plain"), *back]

        assert joined(lines)[0] == [*front, *text, *back], most


FULL = [
    written.TITLE,
    written.PREFACE,
    "一、主要举措和成效",
    "（一）坚持统筹推进，法治建设更有力",
    "把合法性审查嵌入公文办理流程，未经审查的一律不上会，全年审查文件96份，提出意见245条。",
    "（二）严格规范执法，执法行为更规范",
    "深化综合行政执法改革，派驻执法人员104名，评查案卷128卷，合格率94.53%，群众更满意。",
    "（三）做实普法宣传，法治意识更增强",
    "利用赶集、庙会开展宣传86场次，参与群众6.5万人次，发放资料3.2万份，解答咨询1046人次。",
]


@pytest.mark.parametrize("cutter", CUTS)
def test_headings_that_fill_their_lines_end_there(cutter):
    assert joined(columns.cut(FULL, cutter, 17, "plain"))[0] == FULL


@pytest.mark.parametrize("cutter", CUTS)
@pytest.mark.parametrize("paragraphs", [RUN_IN, OWN_LINE], ids=["run in", "own line"])
def test_no_number_is_cut_where_indents_are_lost(paragraphs, cutter):
    numbers = written.numbers(written.read(paragraphs))
    for most in range(NARROW, WIDE + 1, 5):
        lines = columns.cut(paragraphs, cutter, most, columns.LOST, (written.TITLE, *written.BACK))

        assert written.numbers(written.read(lines)) == numbers, most


CLAUSES = st.sampled_from(
    [
        "全县受理案件{}件",
        "同比增长{}%",
        "组织培训{}人次",
        "推动工作落实",
        "兑现资金{}万元",
        "覆盖{}个乡镇",
    ]
)
NUMBERS = st.integers(1, 99_999).map(str) | st.decimals(1, 99, places=2).map(str)
SENTENCES = st.lists(
    st.builds(lambda clause, number: clause.format(number), CLAUSES, NUMBERS),
    min_size=2,
    max_size=5,
).map(lambda clauses: "，".join(clauses) + "。")
TEXTS = st.lists(SENTENCES, min_size=2, max_size=4).map("".join)


@given(
    texts=st.lists(TEXTS, min_size=4, max_size=9),
    cutter=st.sampled_from(CUTS),
    most=st.integers(NARROW, WIDE),
)
@settings(max_examples=80, deadline=None)
def test_no_number_is_lost_at_a_line_end(texts, cutter, most):
    paragraphs = [f"（{to_chinese(at)}）规范执法。{text}" for at, text in enumerate(texts, 1)]
    paragraphs = ["一、主要举措和成效", *paragraphs]

    found, _ = joined(columns.cut(paragraphs, cutter, most, "plain"))

    assert found == paragraphs


def test_a_number_with_its_sign_may_stand_out():
    texts = ["全县受理案件1件，全县受理案件1件。"] * 3 + ["全县受理案件1件，同比增长1%。"]
    paragraphs = [f"（{to_chinese(at)}）规范执法。{text}" for at, text in enumerate(texts, 1)]
    paragraphs = ["一、主要举措和成效", *paragraphs]

    assert joined(columns.cut(paragraphs, columns.hanging, 21, "plain"))[0] == paragraphs


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_whole_paragraphs_stay_as_they_are(file):
    lines = file.read_text(encoding="utf-8").split("\n")

    assert joined(lines)[1] == []


@given(lines=st.lists(TEXTS | st.sampled_from(["一、主要举措", "规范执法", "", "共计83件"])))
@example(lines=["全县受理案件83件", "培训120人次"])
@settings(max_examples=80, deadline=None)
def test_paragraphs_without_a_stop_are_no_cut_lines(lines):
    assert joined(lines)[1] == []


def test_joining_is_listed_and_off_when_raw():
    lines = columns.cut(RUN_IN, columns.by_count, 23, "plain")

    normal, raw = written.read(lines), written.read(lines, raw=True)

    assert written.as_text(normal) == "\n".join(RUN_IN)
    assert written.as_text(raw) == "\n".join(lines)
    joints = [change for change in normal.changes if change.rule == "wrapped"]
    assert len(joints) == len(lines) - len(RUN_IN)
    assert all("⏎" in change.before and change.reason for change in joints)
