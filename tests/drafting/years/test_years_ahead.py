"""Years of goals, and years ahead of the report that are told as if they were over, are asked."""

import pytest

from nianbao.drafting.years import new_year
from tests.drafting.drafts import drafted
from tests.understanding import written


def text(sentence):
    """The sentence as the next year's draft has it."""
    lines = [*written.lines()[:4], sentence, *written.lines()[4:]]
    found = written.read(lines)
    made = new_year.start(found.report, found.indicators, found.figures)
    was = [entry for section in found.report.walk() for entry in section.entries]
    now = [entry.text for section in made.report.walk() for entry in section.entries]
    at = next(n for n, entry in enumerate(was) if entry.paragraph == 4)
    return now[at]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("2027年，全县共受理行政复议申请83件。", "2027年"),
        ("2027年全县共受理行政复议申请83件。", "2027年"),
        ("2026年，全县受理行政复议申请83件，审结79件。", "2026年"),
        ("2025年全县受理行政复议申请83件。", "2025年"),
        ("2025年，共评查案卷128卷。", "2025年"),
        ("2026年度查处违法案件32件。", "2026年度"),
        ("2030年新收行政复议申请46件，同比增长12%。", "2030年"),
        ("锚定2024年目标，持续推进法治建设。", "2024年"),
        ("锚定2025年目标，持续推进法治建设。", "2025年"),
        ("瞄准2025年法治政府建设率先突破目标，加快补齐短板。", "2025年"),
        ("2024年元月，县委常委会研究法治工作。", "2024年元月"),
        ("元月15日，县委常委会研究法治工作。", "元月15日"),
        ("贰〇贰肆年，县委常委会研究法治工作。", "贰〇贰肆"),
        ("停车管理办法争取到2025年立法计划。", "2025年"),
        ("司法局被选为2025年全省柔性执法观摩点。", "2025年"),
        ("2025年元旦前夕，分管副县长带队慰问一线执法人员。", "2025年"),
        ("省司法厅已定下2025年全省调解员大赛由我县承办。", "2025年"),
        ("2025年是规划期的最后一年，任务依然很重。", "2025年"),
        ("已申请到2025年省级法治建设专项资金120万元。", "2025年"),
        ("“2023年立规、2024年见效、2025年出彩”三步走稳步实施。", "2025年"),
        ("到2025年，基本形成职责清晰的执法体系，这一任务正在推进。", "2025年"),
    ],
)
def test_it_stays_and_is_asked_about(sentence, year):
    assert f"【待核：{year}】" in text(sentence)


@pytest.mark.parametrize(
    ("sentence", "begins"),
    [
        ("围绕2024年法治建设重点任务，细化措施36项。", "围绕{{ 年 }}年"),
        ("2024年元月至12月，评查案卷128卷。", "{{ 年 }}年元月至12月，"),
        ("到2027年，全县行政复议申请受理量控制在80件以内。", "到2027年，"),
        ("锚定2035年远景目标，办好实事12件。", "锚定2035年"),
        ("计划2025年培训执法人员300人次。", "计划{{ 下年 }}年"),
        ("预计2025年受理申请90件。", "预计{{ 下年 }}年"),
        ("编制2025年度重大行政决策目录，纳入事项6项。", "编制{{ 下年 }}年度"),
        ("部署2025年重点任务32项。", "部署{{ 下年 }}年"),
        ("谋划2025年法治督察选题，征求意见32条。", "谋划{{ 下年 }}年"),
        ("拾起法治护企的接力棒，为企业解难题32件。", "拾起法治护企"),
    ],
)
def test_what_is_planned_or_done_each_year_is_not(sentence, begins):
    assert text(sentence).startswith(begins)


def test_a_year_that_a_plan_of_others_ends_with_stays_in_our_plans():
    said = "2025年是“十四五”规划收官之年，要再加一把劲。"
    lines = [*written.lines()[:-1], said, *written.lines()[-1:]]
    found = written.read(lines)

    assert said in "".join(e.text for s in found.report.walk() for e in s.entries)


def test_what_was_put_somewhere_this_year_is_no_plan():
    said = "2024年，县政府将法治建设纳入考核，受理申请6件。"

    assert text(said).startswith("{{ 年 }}年，县政府将法治建设纳入考核")


@pytest.mark.parametrize("said", ["力争在2026年实现调解室全覆盖", "到2026年底，建成执法平台"])
def test_a_goal_for_the_coming_year_is_asked_about_in_a_measure(said):
    assert "【待核：" in drafted(f"{said}。").split("（二）")[0]


@pytest.mark.parametrize(
    "said",
    [
        "力争到2027年，基本建成覆盖城乡的公共法律服务体系。",
        "到2030年，法治政府建设走在全省前列。",
        "围绕2035年基本建成法治政府总目标，压实责任。",
    ],
)
def test_a_goal_of_a_later_year_is_no_question(said):
    assert said in drafted(said)
