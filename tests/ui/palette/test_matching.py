"""What is typed into the palette means a name by its characters, its pinyin or its initials."""

import pytest

from nianbao.ui.pages.palette import pinyin
from nianbao.ui.pages.palette.matching import rank


@pytest.mark.parametrize(
    "query",
    ["导出", "word", "出W", "dcw", "dchu", "daochu", "daochuword", "DCWORD", "dcword", "chuw"],
)
def test_export_is_found(query):
    assert rank(query, "导出Word") is not None


@pytest.mark.parametrize("query", ["dwc", "dcx", "导入", "daoru", "od", "出导", "dc导"])
def test_export_is_not_meant(query):
    assert rank(query, "导出Word") is None


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("zhongzuo", "重做"),
        ("cz", "重做"),
        ("xzzf", "行政执法"),
        ("hangzheng", "行政执法"),
        ("jcl", "行政复议纠错率"),
        ("jiucuolv", "行政复议纠错率"),
        ("2026", "2026年度"),
        ("26nd", "26年度"),
        ("（三）xz", "（三）行政执法"),
    ],
)
def test_every_reading_of_a_character_counts(query, name):
    # A mix of characters and letters is two words to the one who types it.
    assert rank(query.replace("）", "） "), name) is not None


def test_words_that_are_apart_may_stand_anywhere():
    assert rank("率 fy", "行政复议纠错率") is not None
    assert rank("率 xx", "行政复议纠错率") is None


def test_characters_come_before_sounds_and_the_beginning_before_the_middle():
    ranks = [
        rank("台账", "台账"),
        rank("台账", "打开台账"),
        rank("tz", "台账"),
        rank("tz", "打开台账"),
    ]

    assert ranks == sorted(set(ranks))


def test_a_character_has_all_its_readings():
    assert {"chong", "zhong"} <= set(pinyin.readings("重"))
    assert {"hang", "xing"} <= set(pinyin.readings("行"))
    assert "lv" in pinyin.readings("率")
