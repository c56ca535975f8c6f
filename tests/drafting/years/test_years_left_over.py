"""Years of what is left over, of what was set up, and of what others ordered; numbers of rules."""

import pytest

from tests.drafting.drafts import drafted


def text(sentence):
    """The sentence as the next year's draft has it."""
    return drafted(sentence).split("规范行政执法。")[1].split("\n（二）")[0]


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        # what was begun is over in the year after the report's
        ("其余4件正在审理中，预计2026年一季度审结。", "预计【待核：2026年】一季度审结"),
        ("结转2026年继续推进。", "结转【待核：2026年】继续推进"),
        ("3件转2026年续办。", "转【待核：2026年】续办"),
        ("承诺延至2026年上半年兑现。", "延至【待核：2026年】上半年兑现"),
        ("省级试点将在2026年评定。", "将在【待核：2026年】评定"),
        ("需长期整改，计划2026年底完成。", "计划【待核：2026年底】完成"),
        # what was set up the year before is there to stay
        ("2024年部署的整治行动转入常态化。", "【待核：2024年】部署的"),
        ("2024年编制的213项裁量基准得到应用。", "【待核：2024年】编制的"),
        ("2024年清理出的34件全部废止。", "【待核：2024年】清理出的"),
        ("2024年试点的3个乡镇培训干部83人。", "【待核：2024年】试点的"),
        ("在2024年开展收费清理的基础上，检查企业83家。", "在【待核：2024年】开展收费清理的基础上"),
        # what those above ordered for that year
        ("落实国家部署2025年度两批重点事项。", "国家部署【待核：2025年度】"),
        ("作为2025年度全省法治乡镇建设试点县，培训干部83人。", "作为【待核：2025年度】全省"),
        ("完成2025年省政府下达我县的14项任务。", "完成【待核：2025年】省政府下达"),
        # how long things took
        ("平均结案时间31.5日，最快7日办结。", "【待核：结案时间31.5日】，【待核：最快7日】办结"),
        ("平均用时26.5日。", "【待核：平均用时26.5日】"),
        ("平均整改时长5日。", "【待核：时长5日】"),
    ],
)
def test_it_stays_and_is_asked_about(sentence, asked):
    assert asked in text(sentence)


@pytest.mark.parametrize(
    ("sentence", "moved"),
    [
        ("编制2026年度重大行政决策目录，纳入事项6项。", "编制2027年度"),
        ("部署2026年重点任务32项。", "部署2027年"),
        ("2024年受理的83件案件全部办结。", "2025年受理的"),
        ("对2024年底以前印发的83件文件进行清理。", "对2025年底以前印发的"),
        ("比2024年的83件减少9件。", "比2025年的"),
    ],
)
def test_what_comes_each_year_moves(sentence, moved):
    assert moved in text(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "每年至少听取法治汇报1次。",
        "每人每年不少于40学时。",
        "自收到申请之日起20个工作日内答复。",
        "提前3个工作日报备。",
        "实行满分5分评价。",
        "一般案件60日内审结。",
        "对首次进入市场的经营主体加强指导。",
    ],
)
def test_numbers_of_rules_stay_and_are_not_asked(sentence):
    assert text(sentence) == sentence


def test_a_term_that_was_shortened_is_a_figure():
    assert "【待填：" in text("由法定20个工作日压减至8个工作日。")
    assert "【待填：" in text("人均学时不少于60学时。")


def test_a_term_the_county_promised_is_a_figure():
    assert "【待填：" in text("推行限时办结，承诺5个工作日内办结。")
