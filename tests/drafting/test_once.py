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
    "春节前夕完成危房腾退",
    "“五一”前启用新的受理大厅",
    "汛期前，各乡镇完成隐患清零",
    "四月，县政府部署自查",
    "六月份开展互查",
    "遭遇五十年一遇洪水",
    "投诉量为六年来最低",
    "本月起推行容缺受理",
    "虎年春节慰问调解员",
]
EVERY_YEAR = [
    "办理竣工联合验收手续",
    "依法批示办理意见",
    "组织法治技能竞赛",
    "在我县各乡镇开展宣传",
    "推广使用电子证照",
    "自觉接受人大监督",
    "年初部署、年中检查、年底考核",
    "春节前走访困难群众",
    "上半年、下半年各考核一遍",
]


@pytest.mark.parametrize("deed", ONCE)
def test_what_happened_once_is_marked_in_whatever_words(deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize("deed", EVERY_YEAR)
def test_what_is_done_every_year_is_no_question(deed):
    assert "【待核：" not in drafted(f"{deed}。").split("（二）")[0]


def test_a_year_of_general_words_on_being_watched_moves():
    assert "2026年，区政府自觉接受人大监督" in drafted("2025年，区政府自觉接受人大监督。")


@pytest.mark.parametrize(
    "deed",
    [
        "2025年启动的专项行动化解争议43件",
        "2025年建成的调解中心接待群众260人次",
        "2025年蛇年春节前后慰问调解员96名",
    ],
)
def test_a_year_of_what_was_begun_or_named_in_it_stays(deed):
    assert "【待核：2025年" in drafted(f"{deed}。")
