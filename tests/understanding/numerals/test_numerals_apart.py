"""Chinese numerals with spaces in them, capitals alone, times in two units, and names of places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.numeral import NumeralKind
from nianbao.standards.figures.quantities import quantities
from nianbao.understanding import passage
from tests.understanding.accounts import understood

SPACED = st.sampled_from([" ", "  ", "\u3000", "\u00a0"])


def read(text):
    return passage.read(text, year=2024, quantities=quantities())


def told(text, kind):
    return [one.text for one in read(text).numerals if one.kind is kind]


@given(
    numeral=st.sampled_from(["二十三", "一百零三", "三十", "一千二百", "九十五", "两万"]),
    data=st.data(),
)
def test_a_chinese_numeral_with_spaces_in_it_is_read_or_asked_as_a_whole(numeral, data):
    cuts = data.draw(st.sets(st.integers(1, len(numeral) - 1), min_size=1))
    gap = data.draw(SPACED)
    spaced = "".join(gap + char if at in cuts else char for at, char in enumerate(numeral))
    found = read(f"全年立案{spaced}件，结案九件。")

    whole = [f.number.value for f in found.figures if f.number.start == 4]
    asked = [one for one in found.numerals if one.kind is NumeralKind.ASKED and one.start == 4]
    assert whole or asked
    assert not [f for f in found.figures if 4 < f.number.start < 4 + len(spaced)]
    if asked:
        assert asked[0].stop >= 4 + len(spaced)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("案件下降八 成。", "八 成"),
        ("百 分 之 九 十 五的案件办结。", "百 分 之 九 十 五"),
        ("三 分 之 二是纠纷。", "三 分 之 二"),
        ("罚款十 万 元。", "十 万 元"),
        ("撤案伍起。", "伍起"),
        ("罚款柒千元。", "柒千元"),
        ("移送拾起。", "拾起"),
        ("平均接听时长12分36秒。", "12分36秒"),
        ("平均审理35天12小时。", "35天12小时"),
        ("共用时1年2个月。", "1年2个月"),
        ("出动73人·次。", "73人·次"),
        ("听证室由一间扩为三间。", "一间"),
        ("受理案件8\t3件。", "8\t3件"),
        ("在六户镇设点。", "六户"),
        ("到五家村开会。", "五家"),
    ],
)
def test_what_is_written_in_pieces_is_asked_about_as_a_whole(text, quoted):
    assert quoted in told(text, NumeralKind.ASKED)


@pytest.mark.parametrize(
    "text",
    ["队伍起到作用。", "从大陆起飞。", "收拾起行装。", "依法制定一 、二 级目录。"],
)
def test_words_that_only_look_so_are_not_asked_about(text):
    assert told(text, NumeralKind.ASKED) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("在七台河市开展交流。", "七台"),
        ("到五家渠市学习。", "五家"),
        ("与三台县签约。", "三台"),
        ("登五台山考察。", "五台"),
    ],
)
def test_a_name_of_a_place_is_no_figure(text, name):
    found = read(text)
    assert not found.figures
    assert [(one.text, one.reason) for one in found.numerals] == [(name, "地名")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("走访五户村民。", "户"),
        ("联系五户镇属企业。", "户"),
        ("检查三家县直单位。", "家"),
        ("检查五家渠道商。", "家"),
        ("购置三台河道监测船。", "台"),
        ("购置五台山地救援车。", "台"),
        ("购置三台县里统一采购的设备。", "台"),
        ("检查三家村卫生室。", "家"),
        ("上线36件事联办。", "件"),
        ("产粮4.2亿斤。", "斤"),
        ("年均浓度28微克/立方米。", "微克/立方米"),
        ("拆除违建410㎡。", "㎡"),
    ],
)
def test_what_is_counted_or_measured_so_is_a_figure(text, unit):
    assert [figure.number.unit for figure in read(text).figures] == [unit]


def test_a_number_beside_a_sign_that_nobody_knows_is_no_figure():
    assert not read("受理案件□3件。").figures


def test_numbers_of_a_row_of_a_table_are_each_their_own():
    assert [f.number.writing for f in read("行政许可\t83件\t97件").figures] == ["83", "97"]


@pytest.mark.parametrize("text", ["推行三件事同办。", "落实三个一批。", "实施5个一工程。"])
def test_a_saying_without_quotes_is_no_figure(text):
    assert not read(text).figures


@pytest.mark.parametrize("joint", ["、", "和"])
@pytest.mark.parametrize("unit", ["件", "人次", "%", "亩"])
def test_a_row_has_the_unit_that_stands_at_its_end(unit, joint):
    found = read(f"新收、审结、上诉分别为83、79{joint}12{unit}。")

    assert [(str(f.number.value), f.number.unit) for f in found.figures] == [
        ("83", unit), ("79", unit), ("12", unit)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("投入、拨付分别为12.3、4.5万元。", ["12.3"]),  # 万 of both, or of one?
        ("走访83、79户。", ["83"]),
        ("分别到会，其中12、15件。", ["12"]),
    ],
)
def test_elsewhere_a_number_without_its_unit_is_asked_about(text, asked):
    assert told(text, NumeralKind.ASKED) == asked


@pytest.mark.parametrize("number", ["1.", "（1）", "①"])
@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("信访总量1 540件次，同比下降。", 1540),
        ("化解矛盾纠纷8 236件。", 8236),
        ("持证执法人员2 140名，其中公安多。", 2140),
    ],
)
def test_a_space_inside_a_number_ends_no_title_of_an_item(number, said, value):
    title = "青岭县2025年法治政府建设年度报告"
    lines = [title, "一、主要举措", "（一）规范行政执法", "各项工作有序推进。" * 12]

    found = understood([*lines, f"{number}{said}"])

    assert [figure.value for figure in found.figures] == [value]
