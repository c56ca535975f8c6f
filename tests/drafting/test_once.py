"""What happened once in another writing: ranks, press, visits, merits, disasters, openings."""

import pytest

from tests.drafting.test_asking import drafted

ONCE = [
    "位居全国百强",
    "跻身全省十强县",
    "县长批示肯定",
    "县公安局荣立集体二等功",
    "《法治日报》头版报道我县经验",
    "省级综合改革试点落户我县",
    "省司法厅在我县召开观摩会",
    "承办全市法治技能竞赛",
    "市委书记到我县调研法治工作",
    "“8·3”山洪灾害处置有序",
    "新政务大厅投入使用",
    "启用新版审批系统",
    "试点项目通过市级评审",
]
EVERY_YEAR = [
    "办理竣工联合验收手续",
    "依法批示办理意见",
    "组织法治技能竞赛",
    "在我县各乡镇开展宣传",
    "推广使用电子证照",
    "自觉接受人大监督",
]


@pytest.mark.parametrize("deed", ONCE)
def test_what_happened_once_is_marked_in_whatever_words(deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize("deed", EVERY_YEAR)
def test_what_is_done_every_year_is_no_question(deed):
    assert "【待核：" not in drafted(f"{deed}。").split("（二）")[0]


def test_a_year_of_general_words_on_being_watched_moves():
    assert "2026年，区政府自觉接受人大监督" in drafted("2025年，区政府自觉接受人大监督。")
