"""Look-alikes are one writing each for reading, and every place stays where it was."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.writing.fold import folded
from nianbao.report.writing.text import corrected
from nianbao.resource import load

TWINS = [
    ("受理１，２３４件，纠错率９２．７２％", "受理1,234件，纠错率92.72%"),
    ("共计𝟏𝟐件，另有٣件", "共计12件，另有3件"),
    ("ＡＢｃ系统", "ABc系统"),
    (
        "二O二五年、二О二五年、二◯二五年、二○二五年、二０二五年、二0二五年",
        "二〇二五年、" * 5 + "二〇二五年",
    ),
    ("二OO九年，二〇二O年", "二〇〇九年，二〇二〇年"),
    ("评查2O4卷、1〇5卷", "评查204卷、105卷"),
    ("⻘禾县⼈⺠政府⼯作，⾏政", "青禾县人民政府工作，行政"),
    ("⼾籍、⻋⾞、⾭⻘", "户籍、车车、青青"),
    ("\uf9f4\uf9dd", "林利"),
    ("2021年―2025年", "2021年—2025年"),
    ("2021年─2025年", "2021年—2025年"),
    ("2021年━2025年", "2021年—2025年"),
    ("2021–2025年", "2021—2025年"),
    ("2021年一2025年", "2021年—2025年"),
    ("2021〜2025年", "2021~2025年"),
    ("2021～2025年", "2021~2025年"),
    ("2021‐2025年、−3%、－3%", "2021-2025年、-3%、-3%"),
    ("青政发﹝2025﹞3号，［附］", "青政发〔2025〕3号，[附]"),
    ("﹙一﹚规范﹐执法﹔", "（一）规范，执法；"),
    ("甲\u00a0乙\u2009丙\u3000丁\u200b戊\ufeff己\t庚", "甲 乙 丙 丁 戊 己 庚"),
]


@pytest.mark.parametrize(("text", "plain"), TWINS, ids=[plain for _, plain in TWINS])
def test_look_alikes_are_read_alike(text, plain):
    assert folded(text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "O2O模式，OA系统",
        "（一）规范执法，依法行政；第一：",
        "(一)规范,执法",
        "○○县",
        "①②⑴㈠㎡",
        "分别为12，345，67件",
        "2024，123件",
        "2024年一件",
        "“互联网+监管”",
    ],
)
def test_what_is_none_is_left(text):
    assert folded(text) == text


@given(text=st.text())
def test_every_place_stays_where_it_was(text):
    once = folded(text)

    assert len(once) == len(text)
    assert folded(once) == once


@given(text=st.text(alphabet=st.characters(categories=["Nd", "Zs", "Pd"])))
def test_no_digit_and_no_space_of_any_width_is_left(text):
    for char in folded(text):
        assert char.isascii() or unicodedata.category(char) == "Pd"


def test_the_table_says_of_each_character_once_what_it_is_read_as():
    table = load("look_alikes")
    same = [(char, one) for one, alike in table["same"] for char in alike]
    rows = [zip(*pair, strict=True) for pair in (table["numerals"], *table["radicals"])]
    said = [*same, *(pair for row in rows for pair in row)]

    assert len({char for char, _ in said}) == len(said) > 100
    assert [(char, folded(char)) for char, one in said if folded(char) != one] == []
    assert [one for _, one in said if folded(one) != one] == []


def test_radicals_become_characters_and_it_is_said():
    text, log = corrected("⻘禾县⼈⺠政府")

    assert text == "青禾县人民政府"
    assert [(one.rule, one.before, one.after) for one in log] == [
        ("lookalike", "⻘禾县⼈⺠", "青禾县⼈⺠"),
        ("lookalike", "⻘禾县⼈⺠政府", "⻘禾县人民政府"),
    ]


@pytest.mark.parametrize("dash", "-–—―─━‐〜～~－")
def test_every_line_between_years_becomes_one(dash):
    assert corrected(f"规划（２０２１年{dash}2025年）")[0] == "规划（２０２１年—2025年）"


@pytest.mark.parametrize("text", ["合格率98.5%.投诉12件", "办案12件.《条例》施行", "（试点）.全县"])
def test_a_point_between_words_is_a_full_stop(text):
    assert folded(text) == "。".join(text.rsplit(".", 1))


@pytest.mark.parametrize("text", ["一.规范执法", "1.规范执法", "增长5.8%", "v2.平台", "12件.35"])
def test_a_point_of_a_number_stays(text):
    assert folded(text) == text
