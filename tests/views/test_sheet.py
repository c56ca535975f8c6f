"""A page of the form: what its cards are called."""

import pytest

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
