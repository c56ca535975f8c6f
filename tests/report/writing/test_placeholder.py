"""Placeholders are written and read back in one place; none is overlooked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nianbao.report.writing import placeholder
from nianbao.report.writing.placeholder import (
    CHECK,
    FILL,
    NOT_APPLICABLE,
    Placeholder,
    PlaceholderKind,
)

# Everything that the grammar itself is made of, and a little more.
LABEL = st.text("数件a1 （）【】［］[]〔〕“”；：，。、待填核\n", max_size=12)
PLACEHOLDERS = st.builds(
    Placeholder, kind=st.sampled_from(PlaceholderKind), label=LABEL, note=LABEL
)


@given(PLACEHOLDERS)
def test_what_is_written_is_read_back(wanted):
    assert placeholder.parse(str(wanted)) == wanted


@given(st.lists(PLACEHOLDERS, max_size=4), st.text("，。、县a1", max_size=6))
def test_each_is_found_where_it_stands(wanted, between):
    text = between + "".join(f"{one}{between}" for one in wanted)

    found = list(placeholder.find(text))

    assert [place.placeholder for place in found] == wanted
    assert [text[place.start : place.stop] for place in found] == [str(one) for one in wanted]
    assert [text[place.begin : place.end] for place in found] == [one.inside for one in found]
    assert placeholder.replaced(text, lambda _: "") == between * (len(wanted) + 1)
    assert placeholder.replaced(text, lambda place: place.text) == text
    assert placeholder.is_open(text) is bool(wanted)


@given(LABEL.filter(lambda text: not set(text) & set("【】［］[]\n")))
def test_a_label_without_those_brackets_is_kept_as_it_is(label):
    assert Placeholder(kind=FILL, label=label).label == label.strip() or "  " in label


@pytest.mark.parametrize(
    ("label", "note", "written"),
    [
        ("行政复议新收数", "件，司法局；上年83", "【待填：行政复议新收数（件，司法局；上年83）】"),
        ("执法人员（含辅助）", "名", "【待填：执法人员（含辅助）（名）】"),
        ("执法人员（含辅助）", "", "【待填：“执法人员（含辅助）”】"),
        ("依据【附件】的件数", "", "【待填：依据【附件】的件数】"),
        ("附件】的件数", "", "【待填：附件〕的件数】"),
        ("结案数", "件（宗）", "【待填：结案数（件（宗））】"),
        ("结案数", "件（宗", "【待填：结案数（件〔宗）】"),
        ("成文日期", "上年2025年1月20日", "【待填：成文日期（上年2025年1月20日）】"),
    ],
)
def test_how_one_is_written(label, note, written):
    assert str(Placeholder(kind=FILL, label=label, note=note)) == written


@pytest.mark.parametrize(
    ("text", "kind", "inside"),
    [
        ("全年【待填】件", FILL, ""),
        ("全年【待填：】件", FILL, ""),
        ("全年［待填:件数］件", FILL, "件数"),
        ("全年[待核: 3月]起", CHECK, "3月"),
        ("全年【 待 填 ：件数】件", FILL, "件数"),
        ("全年【待填写数】件", FILL, "写数"),
        ("【不适用】", NOT_APPLICABLE, ""),
    ],
)
def test_what_people_type_counts_too(text, kind, inside):
    (found,) = placeholder.find(text)
    assert (found.kind, found.inside) == (kind, inside)
    assert text[found.begin : found.end] == inside


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("【待填：件数，全年如此。\n第二段】", "【待填：件数，全年如此。"),
        ("【待核：（见【附件）】，全年如此。", "【待核：（见【附件）】"),
        ("【待填", "【待填"),
    ],
)
def test_one_that_lost_its_end_still_counts(text, taken):
    (found,) = placeholder.find(text)
    assert found.text == taken
    assert text[found.begin : found.end] == found.inside


@pytest.mark.parametrize("text", ["", "待填", "不适用本办法", "【附件】", "【不适用本办法的】"])
def test_other_text_is_none(text):
    assert list(placeholder.find(text)) == []
    assert not placeholder.is_open(text)


def test_of_those_inside_each_other_the_outermost_counts():
    (found,) = placeholder.find("【待核：去年新收【待填：件数】件】，")
    assert found.inside == "去年新收【待填：件数】件"


@pytest.mark.parametrize("kind", PlaceholderKind)
def test_what_was_set_in_a_placeholder_is_taken_out_of_it_as_it_was(kind):
    assert kind.around(" 3月】起")[kind.inner] == " 3月】起"


def test_what_is_to_be_filled_in_is_found_by_a_pattern_too():
    text = f"电话：{Placeholder(kind=FILL, label='电话')}，{CHECK.around('3月')}【待填】"
    assert re.findall(placeholder.FILL_PATTERN, text) == ["【待填：电话】", "【待填】"]


@pytest.mark.parametrize(("note", "last"), [("上年3月", "3月"), ("3月", "3月"), ("", "")])
def test_a_note_says_what_stood_there_last_year(note, last):
    assert Placeholder(kind=FILL, label="日期", note=note).last == last


def test_what_was_to_be_checked_reads_as_before():
    text = "【待核：3月】召开，收【待填：件数】件"
    assert placeholder.unmarked(text) == "3月召开，收【待填：件数】件"


@pytest.mark.parametrize(
    ("text", "before"),
    [
        (f"{placeholder.REWRITE_PLAN}明年抓好培训。", "明年抓好培训。"),
        (f"{placeholder.REWRITE_SHORTCOMING}人手不足。", "人手不足。"),
        (f"{placeholder.REWRITE}甲。", "甲。"),
        ("收【待填：件数】件", "收【待填：件数】件"),
        ("【不适用：罚没收入】", "【不适用：罚没收入】"),
    ],
)
def test_a_reminder_was_never_part_of_the_text(text, before):
    assert placeholder.unmarked(text) == before


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("全年 新收\n【待填：件数】件。", 6),
        ("【待核：3月】召开", 4),
        (f"{placeholder.REWRITE}甲。", 2),
        ("", 0),
    ],
)
def test_only_the_reports_own_characters_count(text, characters):
    assert placeholder.length(text) == characters
