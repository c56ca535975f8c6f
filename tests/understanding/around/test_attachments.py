"""What the names of attachments count are papers, and pages: no figures of the year."""

import pytest

from nianbao.report.model import ElementKind
from tests.understanding import written

SIGNED = ("霞屏县人民政府", "2025年2月6日")


def read(*above, behind=()):
    return written.read([*written.lines(back=()), *above, *SIGNED, *behind])


def counted(found):
    plain = read()
    return [one.text for one in found.mentions[len(plain.mentions) :]]


def asked(found):
    return [one.text for one in found.numerals if one.kind.value == "asked"]


def texts(found, kind):
    return [one.text for one in found.report.back if one.kind is kind]


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize(
    "lines",
    [
        ("附件：1.行政复议情况统计表（共12张）",),
        ("附件：1.行政复议情况统计表（共12张）", "2.行政处罚案件目录（36件）", "3.典型案例（5个）"),
        ("附件：1.行政复议情况统计表（共12张）　2.行政执法统计表（3份）",),
        ("附件：1.行政复议情况统计表（共12张）；2.典型案例（共3件）",),
        ("附件1：行政复议情况统计表（共12张）", "附件2：典型案例（5个）"),
        ("附件：", "1.行政复议情况统计表（共12张）", "2.案卷评查表（一式3份）"),
        ("附：行政复议情况统计表12张、典型案例5个",),
        ("附件（共3件）：1.统计表 2.案例 3.目录",),
        ("附件：《行政执法案例汇编》1册",),
        ("（附件：1.行政复议情况统计表；共12张）",),
    ],
)
def test_papers_are_no_figures(lines, behind):
    found = read(behind=lines) if behind else read(*lines)

    assert counted(found) == asked(found) == []
    assert len(texts(found, ElementKind.ATTACHMENT)) == len(lines)


@pytest.mark.parametrize(
    "note",
    [
        "（此件公开发布，共5页）",
        "（此件公开发布）　共5页",
        "共5页",
        "（共5页）",
        "（主动公开，5页）",
    ],
)
def test_pages_are_no_figures(note):
    found = read(behind=(note,))

    assert counted(found) == asked(found) == []
    assert texts(found, ElementKind.NOTE) == [note]


def test_the_year_in_the_name_of_an_attachment_moves_or_is_asked_about():
    (name,) = texts(read("附件：2024年行政复议统计表（共12张）"), ElementKind.ATTACHMENT)
    assert name == "附件：{{ 年 }}年行政复议统计表（共12张）"

    found = read("附件：1.统计表", "2.文件目录（2022—2024年，共36件）")
    assert counted(found) == ["36件"]


@pytest.mark.parametrize(
    ("lines", "figures"),
    [
        (("附件：1.统计表", "3.受理行政复议申请（45件）"), ["45件"]),  # no second one
        (("附件：统计表", "1.受理行政复议申请（45件）"), ["45件"]),
        (("附件：", "1.受理行政复议申请45件，办结41件。"), ["45件", "41件"]),
        (("附件", "1.受理行政复议申请（45件）"), ["45件"]),
        (("附：全年受理行政复议申请45件，办结41件。",), ["45件", "41件"]),
    ],
)
def test_what_an_attachment_tells_is_a_figure(lines, figures):
    assert counted(read(behind=lines)) == figures


@pytest.mark.parametrize(
    "line", ["编印普法手册（共300份）", "发布典型案例（36个）", "受理行政复议申请（45件）"]
)
def test_in_the_report_itself_a_count_in_brackets_is_a_figure(line):
    found = written.read([*written.lines(back=()), f"1.{line}", "2.开展执法检查（12次）"])

    assert len(counted(found)) == 2


def test_where_an_attachment_is_referred_to_its_papers_are_no_figure():
    found = written.read([*written.lines(back=()), "情况详见目录（详见附件，共12张），共45件。"])

    assert counted(found) == ["45件"]


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (("附件：1.行政检查87次情况表",), "87次"),
        (("附件：1.统计表", "2.调解员415名花名册"), "415名"),
        (("附件：", "1.行政检查87次情况表"), "87次"),
    ],
)
def test_what_the_name_of_an_attachment_counts_is_told_or_asked_about(lines, number):
    found = read(*lines)

    assert number in counted(found) + asked(found)


@pytest.mark.parametrize(
    "names",
    [
        ("附件：1.行政执法统计表", "2.行政复议统计表"),
        ("附件：1.行政执法统计表", "2.行政复议统计表", "3.典型案例（5个）"),
        ("附件：", "1.行政执法统计表", "2.行政复议统计表"),
        ("附件：1．行政执法统计表", "", "　　　2．行政复议统计表"),
        ("附件：（1）行政执法统计表", "（2）行政复议统计表"),
        ("附件：一、行政执法统计表", "二、行政复议统计表"),
    ],
)
@pytest.mark.parametrize("closing", ["特此报告。", "以上报告，请审议。"])
def test_their_names_may_stand_above_the_closing(names, closing):
    found = read(*names, closing)

    assert texts(found, ElementKind.ATTACHMENT) == [one.strip() for one in names if one]
    assert texts(found, ElementKind.CLOSING) == [closing]
    assert written.outline(found) == written.OUTLINE


@pytest.mark.parametrize(
    "lines",
    [
        ("1.加强执法培训", "2.规范案卷评查"),
        ("详见附件：1.执法统计表。", "1.加强执法培训", "2.规范案卷评查"),
        ("附件：1.行政执法统计表", "3.规范案卷评查"),
        ("附件：1.行政执法统计表", "逐项抓好落实。", "2.规范案卷评查"),
    ],
)
def test_items_of_a_plan_above_the_closing_are_none(lines):
    found = read(*lines, "特此报告。")

    assert texts(found, ElementKind.CLOSING) == ["特此报告。"]
    assert texts(found, ElementKind.ATTACHMENT) == []
    assert lines[-1] in written.as_text(found).splitlines()
    assert len(written.outline(found)) > len(written.OUTLINE)
