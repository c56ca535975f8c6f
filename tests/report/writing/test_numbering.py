"""Chinese numerals and the numbers of headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.writing import numbering


@given(st.integers(0, 9999))
def test_chinese_numerals_there_and_back(number):
    assert numbering.parse_chinese(numbering.to_chinese(number)) == number


@given(level=st.integers(1, 4), ordinal=st.integers(1, 39))
def test_heading_numbers_there_and_back(level, ordinal):
    written = numbering.write_heading_number(level, ordinal)

    found = numbering.parse_heading_number(written + "加强领导")

    assert (found.level, found.ordinal, found.written) == (level, ordinal, written)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (19, "十九"),
        (20, "二十"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (1010, "一千零一十"),
        (1200, "一千二百"),
        (9999, "九千九百九十九"),
    ],
)
def test_a_number_in_chinese_numerals(number, written):
    assert numbering.to_chinese(number) == written
    assert numbering.parse_chinese(written) == number


@pytest.mark.parametrize("number", [-1, 10_000])
def test_what_is_too_large_is_not_written(number):
    with pytest.raises(ValueError, match=str(number)):
        numbering.to_chinese(number)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两百", 200),
        ("廿三", 23),
        ("卅", 30),
        ("二〇二四", 2024),
        ("一九四九", 1949),
        ("一〇五", 105),
        ("一零五", 105),
        ("〇〇〇〇〇〇〇五", 5),
        ("〇〇〇〇〇〇〇〇五", None),
        ("叁佰伍拾", 350),
        ("百", 100),
        ("十百", None),
        ("一百百", None),
        ("一千百", None),
        ("一千一百十五", 1115),
        ("二百五", None),
        ("二百零五", 205),
        ("二千零五十", 2050),
        ("二三", None),
        ("一二三四", None),
        ("两三百", None),
        ("十二三", None),
        ("", None),
        ("三件", None),
    ],
)
def test_what_chinese_numerals_are_worth(text, number):
    assert numbering.parse_chinese(text) == number


@pytest.mark.parametrize(
    ("line", "level", "ordinal", "written"),
    [
        ("一、加强", 1, 1, "一、"),
        ("十二 、加强", 1, 12, "十二 、"),
        ("一.加强", 1, 1, "一."),
        ("贰、加强", 1, 2, "贰、"),
        ("第三部分：加强", 1, 3, "第三部分："),
        ("第三章加强", 1, 3, "第三章"),
        ("Ⅳ.加强", 1, 4, "Ⅳ."),
        ("（ 三 ）加强", 2, 3, "（ 三 ）"),
        ("(三)、加强", 2, 3, "(三)、"),
        ("㈢加强", 2, 3, "㈢"),
        ("㊂加强", 2, 3, "㊂"),
        ("3.加强", 3, 3, "3."),
        ("3．加强", 3, 3, "3．"),
        ("3、加强", 3, 3, "3、"),
        ("3.2024年", 3, 3, "3."),
        ("⒊加强", 3, 3, "⒊"),
        ("（3）加强", 4, 3, "（3）"),
        ("⑶加强", 4, 3, "⑶"),
        ("③加强", 5, 3, "③"),
        ("❸加强", 5, 3, "❸"),
        ("  ● ★️ （三）加强", 2, 3, "（三）"),
    ],
)
def test_every_writing_of_a_headings_number_is_known(line, level, ordinal, written):
    found = numbering.parse_heading_number(line)
    assert found == numbering.HeadingNumber(level=level, ordinal=ordinal, written=written)
    assert numbering.parse_list_number(line.partition("加强")[0]) == found


@pytest.mark.parametrize(
    ("number", "ordinal", "depth"),
    [("1", 1, 1), (" 12 ", 12, 1), ("1.2", 2, 2), ("1.2.13.", 13, 3), ("1.2.3.4", 4, 4)],
)
def test_what_word_numbered_is_a_number_with_its_depth(number, ordinal, depth):
    assert numbering.parse_list_number(number) == numbering.HeadingNumber(
        level=3, ordinal=ordinal, written=number.strip(), depth=depth
    )


@pytest.mark.parametrize("number", ["1.2.3.4.5", "1.2加强", "123", "甲", ""])
def test_what_word_did_not_number(number):
    assert numbering.parse_list_number(number) is None


def test_below_the_fourth_level_there_are_signs_as_far_as_they_go():
    assert numbering.write_heading_number(5, 1) == "①"
    assert numbering.write_heading_number(5, 20) == "⑳"
    assert numbering.write_heading_number(5, 21) == "21."
    assert [numbering.write_heading_number(level, 3) for level in (1, 2, 3, 4)] == [
        "三、",
        "（三）",
        "3.",
        "（3）",
    ]


@pytest.mark.parametrize(
    "text",
    ["12.4宪法宣传周", "2025年", "一是加强", "一二、三季度", "三级", "（试行）", "", "第一、加强"],
)
def test_what_is_no_heading_number(text):
    assert numbering.parse_heading_number(text) is None


@pytest.mark.parametrize(
    ("number", "third", "last"),
    [
        ("一、", "三、", "二十一、"),
        (" 二 、", " 三 、", " 二十一 、"),
        ("第二章 ", "第三章 ", "第二十一章 "),
        ("贰、", "叁、", "贰拾壹、"),
        ("（２）", "（３）", "（２１）"),
        ("㈡", "㈢", "（二十一）"),
        ("①", "③", "21."),
        ("19. ", "3. ", "21. "),
        ("没有编号", "没有编号", "没有编号"),
        ("", "", ""),
    ],
)
def test_a_number_counts_on_in_the_writing_it_has(number, third, last):
    assert (numbering.with_ordinal(number, 3), numbering.with_ordinal(number, 21)) == (third, last)


@given(st.sampled_from(["一、", "第一部分：", "（一）", "㈠", "1.", "１．", "（1）", "①", "壹、"]))
def test_counting_on_and_back_is_as_it_was(number):
    for ordinal in range(1, 40):
        found = numbering.parse_heading_number(numbering.with_ordinal(number, ordinal))
        assert found is not None
        assert found.ordinal == ordinal
        if ordinal <= 10:  # there are no signs for all of them
            counted = numbering.with_ordinal(number, ordinal)
            assert numbering.with_ordinal(counted, 1) == number


def test_roman_letters_go_on_as_roman_letters():
    assert numbering.with_ordinal("III、", 4) == "IV、"
    assert numbering.with_ordinal("IX.", 10) == "X."
