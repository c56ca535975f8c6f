"""What a paste brings along is told and taken away; the report is what it would be without it."""

import pytest

from nianbao.report.document import Document, FilePlace, Paragraph
from nianbao.standards.layout import layout
from nianbao.understanding.lines import pasted
from nianbao.understanding.lines.line import as_read
from tests.growing import LINEAR, steps
from tests.understanding import written
from tests.understanding.lines import columns

REPORT = written.lines()
PLAIN = written.read(REPORT)
TITLE, BODY, END = REPORT[:1], REPORT[1:-3], REPORT[-3:]


def is_the_report(found):
    assert written.numbers(found) == written.numbers(PLAIN)
    assert written.outline(found) == written.outline(PLAIN)
    assert found.report.unit == PLAIN.report.unit
    for kind in ("title", "closing", "signature", "date"):
        assert written.elements(found, kind) == written.elements(PLAIN, kind)


def told(found):
    return [change.before for change in found.changes if change.rule == "furniture"]


@pytest.mark.parametrize("mark", ["> ", ">", "＞ ", ">> ", "> > ", "| ", "│ "])
@pytest.mark.parametrize("width", [0, 21, 30])
def test_the_marks_of_a_quoted_mail_go(mark, width):
    lines = [
        piece
        for one in REPORT
        for piece in (columns.by_word("　　" + one, width) if width else [one])
    ]
    found = written.read([mark + line for line in lines])

    is_the_report(found)
    assert len(told(found)) == len(lines)


@pytest.mark.parametrize("after", [" ", "  ", "\t", ". ", "、", "：", "|"])
@pytest.mark.parametrize("first", [1, 37])
@pytest.mark.parametrize("width", [0, 26])
def test_the_numbers_of_lines_go_and_are_no_figures(after, first, width):
    lines = [
        piece
        for one in REPORT
        for piece in (columns.by_word("　　" + one, width) if width else [one])
    ]
    found = written.read([f"{number}{after}{line}" for number, line in enumerate(lines, first)])

    is_the_report(found)
    assert len(told(found)) == len(lines)


@pytest.mark.parametrize(
    "stamps",
    [
        ["张三 2025/1/9 10:23:45", "李四 2025/1/9 10:25:01"],
        ["张三  10:23", "张三  10:24"],
        ["[2025-01-09 10:23] 张三：", "[2025-01-09 10:24] 张三："],
        ["2025年1月9日 上午10:23", "昨天 18:24"],
        ["2025-01-09 10:23:11", "星期三 9:05"],
        ["张三：", "2025-01-09 10:23:11"],
        ["发件人：张三", "主题：法治报告"],
        ["-----原始邮件-----", "在 2025年1月9日，张三 写道："],
    ],
)
def test_who_wrote_when_goes(stamps):
    first, second = stamps
    if first.endswith(("：", "三")):  # a name, or a head of a mail: beside a stamp
        found = written.read([first, second, *TITLE, *BODY, *END])
    else:
        found = written.read([first, *TITLE, *BODY[:4], second, *BODY[4:], *END])

    is_the_report(found)
    assert all(any(stamp in one for stamp in stamps) for one in told(found))
    assert sum(entry.text in stamps for one in found.report.walk() for entry in one.entries) == 0


def test_stamps_before_lines_go():
    lines = [f"[2025-01-09 10:{number:02}] 张三：{one}" for number, one in enumerate(REPORT)]
    lines = [*lines[:3], "张三 2025-01-09 10:59", *lines[3:], "李四 2025-01-09 11:00"]

    is_the_report(written.read(lines))


@pytest.mark.parametrize(
    "site",
    [
        ["来源：霞屏县司法局  发布日期：2025-02-10 09:30  浏览次数：1234次"],
        ["发布时间：2025-02-10", "字号：[ 大 中 小 ]", "阅读：1,234次"],
        ["【字体：大 中 小】 打印 分享 收藏"],
        ["霞屏县政府网 2025-02-10 阅读 1234 次", "A+ A- 朗读 收听全文 用时12分钟"],
        ["点击数：1234", "索引号：11330000-00/2025-00012", "成文日期：2025-02-06"],
        ["字体：大", "中", "小", "点击：1234", "次"],
        ["点赞 12", "收藏 3", "评论 45"],
    ],
)
def test_what_a_site_writes_below_a_title_is_no_figure(site):
    is_the_report(written.read([*TITLE, *site, *BODY, *END]))


@pytest.mark.parametrize(
    "site",
    [
        ["浏览次数：1234", "上一篇：2023年度报告"],
        ["责任编辑：张三", "您是第123456位访客"],
        ["主办：霞屏县人民政府 电话：0577-12345678", "网站标识码：3303270001"],
    ],
)
def test_what_a_site_writes_below_a_report_is_no_figure(site):
    is_the_report(written.read([*REPORT, *site]))


@pytest.mark.parametrize("page", ["{}", "{}/9", "— {} —", "第{}页", written.TITLE + "  {}"])
def test_pages_that_were_copied_leave_no_numbers(page):
    lines = list(REPORT)
    for number, at in enumerate((3, 6, 9), 1):
        lines.insert(at + number - 1, page.format(number))
    found = written.read(lines)

    is_the_report(found)
    assert len(told(found)) == 3


@pytest.mark.parametrize(
    "lines",
    [
        [f"{number}. 第{number}项工作按期完成。" for number in range(1, 12)],
        [f"（{number}）第{number}项工作按期完成。" for number in range(1, 12)],
        ["> 5的项目有12个。", *["其他项目正常推进。"] * 9],
        ["活动时间：10:23", "地点：县政府", "参加12人。"],
        ["3", "其中一项没有完成。"],
        [written.TITLE, "发文机关", written.TITLE],
        ["| 指标 | 数 |", "| 案件 | 83 |", *["| 办结 | 80 |"] * 9],
    ],
)
def test_what_only_looks_alike_stays(lines):
    document = Document(
        kind="txt", name="报告", paragraphs=tuple(Paragraph(text=line) for line in lines)
    )
    found, changes = pasted.without_margins(as_read(document), layout())

    assert [line.text for line in found] == lines
    assert changes == []


def test_cells_of_a_table_are_not_pages():
    cells = [Paragraph(text=str(number), place=FilePlace.TABLE) for number in (1, 2, 3)]
    document = Document(kind="docx", name="报告", paragraphs=(*cells,))
    assert len(pasted.without_margins(as_read(document), layout())[0]) == 3


def test_nothing_goes_when_raw():
    lines = ["> " + line for line in REPORT]
    found = written.read(lines, raw=True)
    assert written.as_text(found) == "\n".join(lines)


@pytest.mark.parametrize("first", [0, 2, 4])
@pytest.mark.parametrize("rest", [1, 2, 3, 6])
@pytest.mark.parametrize("kept", [False, True], ids=["beside", "within"])
@pytest.mark.parametrize("space", ["　", "  "], ids=["wide", "narrow"])
def test_lines_that_go_on_further_in_are_one_paragraph(first, rest, kept, space):
    for width in (19, 24, 31):
        lines = []
        for one in REPORT:
            head, tail = space * first, space * rest
            pieces = columns.by_word("〇" * first + one, width)
            if kept:  # the column holds the indents too
                narrow = columns.by_word("".join(pieces)[len(pieces[0]) :], width - rest)
                pieces = [pieces[0], *(narrow if narrow != [""] else [])]
            lines += [head + pieces[0][first:], *(tail + piece for piece in pieces[1:])]
        found = written.read(lines)

        assert written.numbers(found) == written.numbers(PLAIN), width
        assert written.outline(found) == written.outline(PLAIN), width


@pytest.mark.parametrize(
    "line",
    [
        "> 受理{}件。",
        "{} 受理83件。",
        "张三 10:{}",
        "{}",
        "[2025-01-09 10:23] 张{}：",
        " " * 9 + "{}",
    ],
)
def test_a_long_paste_is_looked_through_once(line):
    def made(number):
        lines = (Paragraph(text=line.format(at)) for at in range(number))
        return as_read(Document(kind="txt", name="报告", paragraphs=tuple(lines)))

    assert steps(made, lambda lines: pasted.without_margins(lines, layout()), 200) < LINEAR
