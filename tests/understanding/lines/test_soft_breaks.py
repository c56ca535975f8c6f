"""A soft break (Shift+Enter) in a title, a heading or a sentence: one where the words say so."""

import pytest

from nianbao.report import flow
from nianbao.report.document import Document, Paragraph
from nianbao.report.figures.ledger import Ledger
from nianbao.report.model import ElementKind
from nianbao.understanding.understand import understand
from nianbao.views import contract
from tests.understanding import written

TEXT = "全年评查行政执法案卷128卷，合格121卷，合格率94.53%。"


def soft(first, *rest, **hints):
    """Return the paragraphs of one that soft breaks cut."""
    return [
        Paragraph(text=first, **hints),
        *(Paragraph(text=line, soft=True, **hints) for line in rest),
    ]


def read(*pieces, raw=False, front=(written.TITLE,)):
    """Understand a report in which these stand between the preface and its own parts."""
    found = []
    for piece in (*front, written.PREFACE, *pieces, *written.lines()[8:]):
        found += [Paragraph(text=piece)] if isinstance(piece, str) else piece
    return understand(Document(kind="docx", name="x", paragraphs=tuple(found)), stem="t", raw=raw)


def headings(found):
    return [section.title for section in found.report.walk()]


def printed(found):
    ledger = Ledger.of(found.report.year, found.indicators, found.figures, found.relations)
    return flow.text(flow.rendered(found.report, ledger.values()))


def doubted(found):
    return [one for one in found.changes if one.rule == "title_in_doubt"]


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("一、法治政府建设", "工作情况"), "法治政府建设工作情况"),
        (("一、法治政府建设", "　　工作情况"), "法治政府建设工作情况"),
        (("一、主要", "举措和成效"), "主要举措和成效"),
        (("一、主要举措", "和成效"), "主要举措和成效"),
        (("一、主要举措和", "成效"), "主要举措和成效"),
        (("（一）加强行政", "执法监督"), "加强行政执法监督"),
        (("1.行政执法", "监督情况"), "行政执法监督情况"),
    ],
)
def test_a_heading_whose_words_go_on_behind_the_break_is_one(lines, title):
    for pieces in ([soft(*lines), TEXT], [soft(*lines, TEXT)]):
        found = read(*pieces)

        assert title in headings(found)
        assert any(one.rule == "wrapped" for one in found.changes)
        assert not doubted(found)


def test_a_heading_goes_on_behind_the_break_and_its_text_behind_it():
    found = read(soft("（一）加强行政", f"执法监督。{TEXT}"))

    (section,) = [one for one in found.report.walk() if one.title == "加强行政执法监督"]
    assert section.run_in
    assert section.entries[0].text.startswith("全年评查")


@pytest.mark.parametrize("hints", [{"level": 1}, {"centred": True}])
def test_two_phrases_that_the_file_calls_a_heading_are_one_with_a_space(hints):
    found = read(soft("一、聚焦主责主业", "优化法治环境", **hints), TEXT)

    assert "聚焦主责主业 优化法治环境" in headings(found)


@pytest.mark.parametrize(
    ("lines", "level"),
    [
        (("（一）坚持源头预防和多元化解", "筑牢平安稳定根基"), None),
        (("一、主要举措和成效", "法治宣传"), None),
        (("一、主要举措和成效", "法治宣传"), 1),
        (("（一）规范行政执法", f"健全工作机制。{TEXT}"), None),
        (("（一）规范行政执法", "健全机制", TEXT), None),
        (("（一）规范行政执法", "及时化解矛盾纠纷"), None),
        (("（一）规范行政执法", "与时俱进推动改革"), None),
        (("（一）建设平安青岚", "和谐邻里促进调解"), None),
        (("（一）鼓励社会参与", "落实便民举措"), None),
    ],
)
def test_what_may_be_either_stays_apart_and_is_asked_about_once(lines, level):
    found = read(soft(*lines, level=level), TEXT)

    (question,) = doubted(found)
    assert question.open
    assert lines[0] in question.reason
    assert not any(one.rule == "wrapped" for one in found.changes)


@pytest.mark.parametrize(
    "lines",
    [
        ("（一）规范行政执法", TEXT),
        ("（一）规范行政执法。", TEXT),
        ("（一）坚持源头预防，多元化解", TEXT),
        ("（一）规范行政执法", "情况通报全县2次，整改问题6个。"),
        ("（一）推进依法行政", "（二）加强执法监督"),
        ("一、主要举措和成效", "（一）加强执法监督"),
        ("（一）规范行政执法。全县办理的案件如下：", "行政处罚，83件", "行政许可，20件"),
        ("一是个别干部能力不足。", "二是基层力量薄弱。"),
        ("一是个别干部依法行政的能力不足，有待提高", "二是基层执法力量薄弱，人员不稳。"),
    ],
)
def test_lines_that_are_two_stay_two(lines):
    found = read(soft(*lines))
    apart = read(*lines)

    assert headings(found) == headings(apart)
    assert printed(found) == printed(apart)
    assert not doubted(found)


def test_a_sentence_goes_on_behind_the_break():
    found = read(
        soft("（一）规范行政执法。全县各执法单位办理行政处罚案件", "120件，罚没金额36.5万元。")
    )

    assert "行政处罚案件120件，" in printed(found)


def test_a_number_that_the_break_cuts_is_asked_about():
    found = read(
        soft("（一）规范行政执法。全县各执法单位办理行政处罚案件1", "20件，罚没36.5万元。")
    )

    asked = [one.text for one in found.numerals if one.kind.value == "asked"]
    assert asked == ["1", "20件"]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (("霞屏县2024年法治政府", "建设年度报告"), 1),
        (("霞屏县20", "24年法治政府建设年度报告"), 1),
        (("霞屏县", "2024年法治政府", "建设年度报告"), 1),
        (("霞屏县人民政府", "关于2024年法治政府建设情况的报告"), 2),
        (("霞屏县2024年法治政府建设年度报告", "（送审稿）"), 2),
    ],
)
def test_the_title_is_one_but_for_lines_of_its_own(lines, titles):
    found = read("一、主要举措和成效", TEXT, front=(soft(*lines),))

    kinds = [one.kind for one in found.report.front if one.kind is ElementKind.TITLE]
    assert len(kinds) == titles
    assert not [one for one in found.numerals if one.kind.value == "asked"]


def test_text_as_read_is_not_touched():
    found = read(soft("一、法治政府建设", "工作情况"), TEXT, raw=True)

    assert "工作情况" not in headings(found)
    assert not [one for one in found.changes if one.rule == "wrapped"]


def in_lines(text, most):
    """A paragraph that soft breaks cut at a width."""
    return soft(*(text[at : at + most] for at in range(0, len(text), most)))


LONG = (
    "全年开展行政执法案卷评查，随机抽取行政处罚案卷，评查案卷{}卷，培训执法人员650人次，印发通报。"
)


@pytest.mark.parametrize("most", [22, 24, 26, 28, 30])
@pytest.mark.parametrize("number", ["316", "1286"])
def test_a_number_that_a_width_cut_is_one(most, number):
    text = LONG.format("□")
    ahead = most - 1 - text.index("□") % most  # so that it stands across the end of a line
    filled = "，" + "健全工作机制压实工作责任" * 5
    text = (filled[-ahead:] if ahead else "") + LONG.format(number)
    whole = read(text, *[LONG.format(85)] * 3)
    found = read(in_lines(text, most), *[in_lines(LONG.format(85), most)] * 3)

    assert number in printed(found)
    assert written.numbers(found) == written.numbers(whole)


@pytest.mark.parametrize(
    "rest", ["6件当场办结，满意率保持高位。", "6月底前全部办结，满意率保持高位。"]
)
def test_a_break_that_no_width_made_leaves_numbers_apart(rest):
    lines = ("全年办理各类行政复议案件并当场答复群众31", rest)
    found = read(soft(*lines), soft("全年开展培训十分扎实，", "成效明显。"), TEXT)

    assert "\n".join(lines) in printed(found)


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (("霞屏县人民政府", written.TITLE.removeprefix("霞屏县人民政府")), [written.TITLE]),
        (("霞政发〔2025〕8号", written.TITLE), ["霞政发〔2025〕8号", written.TITLE]),
        (("霞屏县人民政府文件", written.TITLE), ["霞屏县人民政府文件", written.TITLE]),
        ((written.TITLE, "（2025年2月6日）"), [written.TITLE, "（2025年2月6日）"]),
    ],
)
def test_who_reports_and_the_title_below_are_one_in_a_centred_paragraph(lines, whole):
    paragraphs = tuple(soft(*lines, centred=True))
    document = Document(kind="docx", name="x", paragraphs=paragraphs)
    found = read(soft(*lines, centred=True), front=())

    assert contract.text(document) == "\n".join(whole)
    assert written.TITLE in printed(found).split("\n")
