"""A page of the form: what its cards are called."""

import pytest
from tests.actions.desks import named, told

from nianbao.actions import editing
from nianbao.report.pieces import pieces
from nianbao.views.form import sheet
from nianbao.views.form.sheet import Card


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("新收{{ 甲 }}件。", "新收…件。"),
        ("一二三四五六七八九十一二三四", "一二三四五六七八九十一二三四"),
        ("一二三四五六七八九十一二三四五", "一二三四五六七八九十一二三…"),
        ("", "新条目"),
    ],
)
def test_a_card_without_a_lead_sentence_is_called_as_its_text_begins(source, name):
    assert Card(piece="e", title="", source=source).name == name


def test_a_row_says_how_the_text_writes_a_value_that_it_rounds(tmp_path):
    desk = told(tmp_path, "罚款1.2亿元。")
    name = named(desk, "罚款")
    editing.answer(desk, name, "1.357亿", sure=True)
    sources = [piece.source for piece in pieces(desk.report)]
    rounded = {row.name: row.rounded for row in sheet.rows(desk, sources) if row.rounded}
    editing.answer(desk, name, "1.36亿", sure=True)
    exact = {row.name: row.rounded for row in sheet.rows(desk, sources) if row.rounded}
    desk.close()

    assert rounded == {name: "1.4亿"}
    assert exact == {}
