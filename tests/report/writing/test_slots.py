"""Text with slots: nothing of the text is lost, nothing in it is run."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.errors import InputError
from nianbao.report.writing import slots

TEXTS = st.text(
    st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from(list("{}%#'\"\\|年")),
    max_size=40,
)


@given(texts=st.lists(TEXTS, min_size=1, max_size=5))
def test_text_comes_back_as_it_was(texts):
    assert slots.render([slots.escape(text) for text in texts], {}) == texts


@pytest.mark.parametrize(
    "text", ["{{ 7*7 }}", "{% for x in y %}", "{# 注 #}", "{{{", "a}}b", "{", "{{ 年 }}"]
)
def test_what_looks_like_a_template_is_only_text(text):
    assert slots.render([slots.escape(text)], {"年": "2025"}) == [text]


@given(before=TEXTS, after=TEXTS)
def test_parsing_gives_the_pieces_back(before, after):
    slot = slots.Slot(name="发放资料数", like="12万余")

    parts = list(slots.parse(slots.escape(before) + slot.source + slots.escape(after)))

    assert parts == [part for part in (before, slot, after) if part]


def test_a_figure_is_written_as_the_text_wrote_it():
    source = slots.figure_slot("资料", "12万余", Decimal(120000)).source

    assert source == '{{ 资料|如("12万余") }}'
    assert slots.render([source], {"资料": Decimal(135400)}) == ["13万余"]
    assert slots.render([source], {"资料": "【待填：资料】"}) == ["【待填：资料】"]


def test_a_number_in_plain_digits_needs_no_sample():
    assert slots.figure_slot("复议数", "83", Decimal(83)).source == "{{ 复议数 }}"


def test_a_slot_without_a_value_is_never_blank():
    with pytest.raises(InputError, match="没有"):
        slots.render(["{{ 没有 }}"], {})


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'a'.ljust(2000000000) }}",
        "{{ 7*7 }}",
        "{% for a in range(9999) %}{% endfor %}",
        "{{ 数.__class__ }}",
        "{{ 数|upper }}",
        "{# x #}",
    ],
)
def test_whatever_is_no_slot_is_text_and_runs_nothing(source):
    assert slots.render([source], {"数": Decimal(1)}) == [source]


def test_the_years_move_with_the_report():
    source = "{{ 上年 }}年、{{ 年 }}年、{{ 下年 }}年"

    assert slots.render([source], slots.years(2026)) == ["2025年、2026年、2027年"]


@given(text=st.text(max_size=20))
def test_any_label_makes_a_name_that_works(text):
    name = slots.valid_name(text)

    assert slots.render([f"{{{{ {name} }}}}"], {name: Decimal(1)}) == ["1"]
    assert list(slots.slots(f"{{{{ {name} }}}}")) == [slots.Slot(name=name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("行政复议新收数", "行政复议新收数"),
        ("执法人员（含辅助）数", "执法人员含辅助数"),
        ("“一件事” 办件数", "一件事办件数"),
        ("a_b", "a_b"),
        ("12345热线", "数_12345热线"),
        ("面积㎡", "面积"),
        ("·", "数"),
        ("", "数"),
        ("年", "年数"),
        ("上年", "上年数"),
        ("self", "self数"),
        ("none", "none数"),
        ("class", "class数"),
        ("年度", "年度"),
    ],
)
def test_a_name_keeps_what_it_can_of_its_label(text, name):
    assert slots.valid_name(text) == name


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ((), "收案"),
        (("别的",), "收案"),
        (("收案",), "收案2"),
        (("收案", "收案2"), "收案3"),
        (("收案", "收案3"), "收案2"),
        (("收案2",), "收案"),
    ],
)
def test_a_name_that_is_taken_gets_a_number(taken, free):
    assert slots.free_name("收案", taken) == free


def test_other_names_change_nothing_but_the_names():
    source = (
        '收{ {{ 甲 }}、{{ 乙|如("12万余", "125000") }}、{{ 丙|较上年("增长2%", "增长", "下降") }}'
    )
    source = source.replace("收{", slots.escape("收{"))
    there = slots.renamed(source, {"甲": "子", "乙": "丑", "丙": "寅", "没有": "卯"})
    assert [slot.name for slot in slots.slots(there)] == ["子", "丑", "寅"]
    assert slots.renamed(there, {"子": "甲", "丑": "乙", "寅": "丙"}) == source
    assert slots.renamed(source, {}) == source


def test_blanking_shows_whether_only_numbers_changed():
    assert slots.blanked("新收{{ 甲 }}件") == slots.blanked('新收{{ 乙|如("近5") }}件') == "新收□件"


def test_what_a_user_reads_of_a_source_has_dots_for_what_is_filled_in():
    assert slots.readable(' 新收{{ 甲 }}件{{ "{" }} ') == "新收…件{"


SLOTS = st.sampled_from(
    [
        "{{ 甲 }}",
        '{{ 甲|如("12万余") }}',
        '{{ 乙|较上年("增长22%", "增长", "下降") }}',
        "{{ 丙 }}",
        "{{ 年 }}",
        '{{ 上年|如("二〇二四") }}',
    ]
)


@given(parts=st.lists(st.one_of(TEXTS.map(slots.escape), SLOTS), max_size=6))
def test_what_is_filled_in_at_every_key_is_what_the_template_gives(parts):
    source = "".join(parts)
    values = {
        "甲": Decimal(135400),
        "乙": Decimal("-8.15"),
        "丙": "【待填：丙】",
        **slots.years(2026),
    }

    assert slots.filled(source, values) == slots.render([source], values)[0]


@given(
    writing=st.sampled_from(["98.07", "12万余", "三", "1千2", "约550"]),
    worth=st.decimals(0, 10**6, places=2),
    other=st.decimals(0, 10**6, places=2),
)
def test_a_sample_that_is_worth_something_else_comes_back_for_that_only(writing, worth, other):
    source = slots.figure_slot("数", writing, worth).source

    assert slots.render([source], {"数": worth}) == [writing]
    (slot,) = slots.slots(source)
    assert slot.source == source
    if other != worth:
        read = slots.as_read(source)
        assert slots.render([source], {"数": other}) == slots.render([read], {"数": other})


def test_in_another_year_the_same_value_is_written_as_it_is():
    source = slots.figure_slot("率", "98.07", Decimal("98.62")).source

    assert slots.render([slots.as_read(source)], {"率": Decimal("98.62")}) == ["98.62"]


def test_a_change_told_otherwise_keeps_its_words():
    source = '{{ 幅度|较上年("下降12%", "增长", "下降", "-15") }}'
    (slot,) = slots.slots(source)

    assert slot.source == source
    assert slots.render([source], {"幅度": Decimal(-15)}) == ["下降12%"]
    assert slots.render([source], {"幅度": Decimal(8)}) == ["增长8%"]
