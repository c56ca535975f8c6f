"""1.1 and 1.5 at the head of a line: the number of a heading or an item, or one of the text."""

import pytest

from nianbao.report.numeral import NumeralKind
from nianbao.report.writing import numbering
from tests.understanding import written
from tests.understanding.written import PART, arabic, chinese


def dotted(part, apart):
    """Lines in which the sections of part 2 are 2.1, 2.2."""
    for at, (title, sections) in enumerate(written.PARTS, 1):
        yield part(at) + title
        yield from (f"{at}.{n}{apart}{name}。{text}" for n, (name, text) in enumerate(sections, 1))


@pytest.mark.parametrize(
    "part", [arabic("1."), arabic("1、"), arabic("1　"), PART, chinese("第一部分 ")]
)
@pytest.mark.parametrize("apart", ["", " ", "　", "、"])
def test_typed_numbers_of_two_numerals_stand_below_their_first(part, apart):
    body = [written.TITLE, written.PREFACE, *dotted(part, apart), *written.BACK]
    found = written.read(body)

    assert written.outline(found) == written.OUTLINE
    assert len(written.numbers(found)) == len(written.numbers(written.read(written.lines())))


def test_typed_numbers_of_three_numerals_stand_below_those_of_two():
    lines = [written.TITLE, written.PREFACE, "1 主要举措和成效", "1.1 规范行政执法"]
    lines += ["1.1.1 评查案卷", "评查案卷128卷。", "1.1.2 培训人员", "培训650人次。"]
    lines += [
        "1.2 化解矛盾纠纷",
        "排查矛盾2380起。",
        "2 存在的不足",
        "2.1 力量薄弱",
        "人员变动较大。",
    ]

    assert [level for level, _, _ in written.outline(written.read(lines))] == [1, 2, 3, 3, 2, 1, 2]


def asked(found):
    return {one.text for one in found.numerals if one.kind is NumeralKind.ASKED}


def test_a_decimal_at_the_head_of_a_line_is_no_number_of_a_heading():
    text = "1.1亿元资金用于执法装备，1.2万人受益。"
    found = written.read(
        [written.TITLE, written.PREFACE, "一、主要举措和成效", text, "1.2万人学法。"]
    )

    assert [str(m.value) for m in found.mentions] == ["110000000", "12000", "12000"]


def test_decimals_that_may_be_items_of_a_list_are_asked_about():
    texts = ["1.5万人次参加宣讲。", "2.3亿元投入法治保障。"]
    found = written.read([written.TITLE, written.PREFACE, "一、主要举措和成效", *texts])

    assert found.mentions == ()
    assert asked(found) == {"1.5万人次", "2.3亿元"}


def test_a_decimal_at_the_head_of_a_line_stays_a_decimal():
    lines = [
        written.TITLE,
        written.PREFACE,
        "一、主要举措和成效",
        "发放补贴和奖励资金共计：",
        "1.83亿元，惠及企业35家。",
        "二、存在的不足",
        "执法力量薄弱。",
    ]

    assert (183000000, "元") in written.numbers(written.read(lines))


@pytest.mark.parametrize("mark", [".", "．", "、", " "])
@pytest.mark.parametrize(
    "texts",
    [
        ("2024年，全县受理案件83件。", "2024年，评查案卷120卷。"),
        ("120卷案卷全部评查。", "35名执法人员全部参加培训。", "8个乡镇完成整改。"),
        ("规范执法。", "120卷案卷全部评查。", "加强监督。"),
    ],
)
def test_a_list_number_does_not_run_on_into_the_text(mark, texts):
    lines = [
        written.TITLE,
        written.PREFACE,
        "一、主要举措和成效",
        "（一）规范执法",
        *(f"{number}{mark}{text}" for number, text in enumerate(texts, 1)),
        "二、存在的不足",
        "执法力量薄弱。",
    ]
    found = written.read(lines)

    below = found.report.sections[0].sections[0].sections
    assert [section.number for section in below] == [f"{n}." for n in range(1, len(texts) + 1)]
    assert {value for value, _ in written.numbers(found)} <= {83, 120, 35, 8}


@pytest.mark.parametrize("form", ["①", "⑴", "（1）", "❶"])
def test_signs_that_count_inside_of_a_sentence_head_nothing(form):
    second = numbering.with_ordinal(form, 2)
    text = f"{form}调解纠纷316起，{second}培训骨干85名，满意率98.5%。"
    lines = written.lines()
    lines[3] = lines[3].replace("。", "。" + text, 1)
    found = written.read(lines)

    assert written.outline(found) == written.OUTLINE
    assert text in written.as_text(found)


@pytest.mark.parametrize("form", ["①", "⑴", "（1）"])
def test_signs_before_sentences_of_one_paragraph_head_them(form):
    second = numbering.with_ordinal(form, 2)
    lines = written.lines()
    lines[3] = lines[3].replace(
        "。", f"。{form}前端化解。调解纠纷。{second}后端稳控。培训骨干。", 1
    )
    titles = [title for _, title in written.titles(written.read(lines))]

    assert {"前端化解", "后端稳控"} <= set(titles)
