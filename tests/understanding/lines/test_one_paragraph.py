"""A report in one paragraph has its parts; where they cannot be found, that is said."""

import pytest

from nianbao.report.writing.numbering import to_chinese
from tests.understanding import written
from tests.understanding.written import arabic, chinese, read, sign


def whole(part, section, between, after="。"):
    """The whole report as one paragraph: what stands between its pieces is given."""
    pieces = [written.PREFACE]
    for at, (title, sections) in enumerate(written.PARTS, 1):
        pieces.append(part(at) + title)
        pieces += [f"{section(n)}{name}{after}{text}" for n, (name, text) in enumerate(sections, 1)]
    return between.join(pieces)


@pytest.mark.parametrize("between", [" ", "　", "  ", "\t"])
@pytest.mark.parametrize(
    "part", [chinese("一、"), chinese("一．"), chinese("一."), chinese("第一部分 ")]
)
@pytest.mark.parametrize(
    "section", [chinese("（一）"), chinese("(一)"), arabic("1."), sign("㈠"), sign("⑴")]
)
def test_a_report_in_one_paragraph_has_its_parts(part, section, between):
    text = whole(part, section, between)
    found = read([text])

    assert written.outline(found) == written.OUTLINE
    assert (found.report.unit, found.report.year) == ("霞屏县", 2024)
    assert len(written.as_text(found).replace(" ", "")) >= len("".join(text.split())) - 1


@pytest.mark.parametrize("between", ["", " ", "　　"])
@pytest.mark.parametrize("addressee", ["市委、市政府：", ""])
def test_title_addressee_and_back_are_cut_off_a_single_paragraph(between, addressee):
    back = [written.CLOSING, written.SIGNATURE, written.DATE]
    text = whole(chinese("一、"), chinese("（一）"), between)
    found = read([between.join(filter(None, [written.TITLE, addressee, text, *back]))])

    assert written.elements(found, "title")
    assert written.elements(found, "addressee") == [addressee] * bool(addressee)
    assert written.elements(found, "closing") == [written.CLOSING]
    assert (found.date, written.outline(found)) == ("2025-02-06", written.OUTLINE)


def test_a_paragraph_that_only_speaks_of_the_report_has_no_title():
    first = f"霞屏县2024年法治政府建设情况报告如下，请予审议。{written.PREFACE}" * 3

    assert written.elements(read([first, *written.lines()[2:]]), "title") == []


def test_raw_cuts_no_paragraph():
    text = whole(chinese("一、"), chinese("（一）"), " ")

    assert written.as_text(read([text], raw=True)) == text


def test_parts_as_paragraphs_with_their_sections_inside():
    lines = [written.TITLE, written.PREFACE]
    for at, (title, sections) in enumerate(written.PARTS, 1):
        inside = "".join(
            f"（{to_chinese(n)}）{name}。{text}" for n, (name, text) in enumerate(sections, 1)
        )
        lines.append(f"{to_chinese(at)}、{title} {inside}")

    assert written.outline(read(lines)) == written.OUTLINE


def test_a_text_behind_the_title_of_a_part_is_an_entry():
    text = (
        "2024年，霞屏县深入推进法治政府建设。现将有关情况报告如下。 一、主要举措和成效 "
        "（一）优化服务。办理业务4820件。 二、存在的不足 执法力量薄弱，队伍建设有待加强。 "
        "三、2025年工作安排 （一）加强学习。开展专题学习。（二）强化执法。规范执法行为。"
    )
    found = read([text])

    parts = found.report.sections
    assert [part.title for part in parts] == [
        "主要举措和成效",
        "存在的不足",
        "{{ 下年 }}年工作安排",
    ]
    assert [e.kind.value for e in parts[1].entries] == ["shortcoming"]
    assert [e.kind.value for part in parts[2].sections for e in part.entries] == ["plan", "plan"]


PREFACE = (
    "2024年，霞屏县推进法治政府建设，各项工作取得新的进展，群众满意度稳步提升。"
    "全县上下坚持依法行政，营商环境和社会治理持续改善。"
)


@pytest.mark.parametrize("title", ["一、主要举措和成效。", "一、主要举措和成效 "])
@pytest.mark.parametrize("between", ["", " ", "　"])
def test_a_single_part_is_found(title, between):
    text = "办理案件37件，评查案卷12卷，组织培训3次，全面提升执法水平。依法行政能力进一步增强。"
    found = read([PREFACE + between + title + text])

    assert [section.title for section in found.report.sections] == ["主要举措和成效"]


def test_a_remark_in_a_text_is_no_part():
    text = (
        "落实三项要求。一、按时办结。其余照旧，全县各级各部门依法行政，推动法治政府建设取得成效。"
    )
    found = read([written.TITLE, written.PREFACE, "一、主要举措和成效", text])

    assert len(found.report.sections) == 1


@pytest.mark.parametrize("paragraphs", [1, 30])
def test_where_no_structure_is_found_that_is_said(paragraphs):
    text = (
        "全县各级各部门认真履职尽责，扎实推进法治政府建设，办理各类案件83件，群众满意度进一步提升。"
    )
    lines = [written.TITLE, written.PREFACE, *([text * (60 // paragraphs)] * paragraphs)]
    found = read(lines)

    said = [change for change in found.changes if change.rule == "no_structure"]
    assert [change.open for change in said] == [True]
    assert "没有认出结构" in said[0].reason


def test_a_report_with_its_headings_is_not_asked_about():
    assert not any(c.rule == "no_structure" for c in read(written.lines()).changes)


@pytest.mark.parametrize(
    "section", [chinese("（一）"), chinese("(一)"), sign("㈠"), sign("⑴"), arabic("（1）")]
)
def test_a_title_that_runs_into_the_first_number_below_it_ends_there(section):
    text = whole(chinese("一、"), section, "")

    assert written.outline(read([text])) == written.OUTLINE


@pytest.mark.parametrize("mark", [".", "．", "、"])
def test_numbers_that_run_on_inside_a_paragraph(mark):
    text = f"1{mark}83件复议案件全部审结。2{mark}120卷案卷全部评查。3{mark}35名人员参加培训。"
    found = read([written.TITLE, written.PREFACE, "一、主要举措和成效", text])

    assert [s.number for s in found.report.sections[0].sections] == ["1.", "2.", "3."]
    assert [str(value) for value, _ in written.numbers(found)] == ["83", "120", "35"]
    assert written.as_text(found).endswith(text)
