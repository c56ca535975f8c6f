"""A period that ends by the report's year is asked about, however it is written."""

import pytest

from tests.drafting.drafts import text, turned

ENDED = [
    "推进为期三年的执法提升行动",
    "开展历时两年的档案清理",
    "推进历时两年的信访积案化解行动",
    "深入实施八五普法",
    "“八·五”普法开局以来成效明显",
    "第八个五年普法规划落地",
    "“十四·五”规划目标实现",
    "第十四个五年规划有序推进",
    "“一规划二纲要”全面落实",
    "对照法治社会建设纲要自查",
    "对照法治政府建设纲要自查",
    "落实《法治中国建设规划（2020-2025）》",
    "落实规划（2021－2025年）",
    "落实二〇二一至二〇二五年规划",
    "落实2021年至2025年规划",
    "推进3年行动计划",
    "推进河道清零两年行动",
    "推进三年滚动规划",
    "推进“法治霁岚”建设三年规划",
    "对照“两纲要一规划”自查",
    "开展中央八项规定精神学习教育",
]
PREPARED = ["谋划“九五”普法", "编制“十五五”规划", "做好“九五”普法启动工作"]
TERMS = ["县第十七届人大", "县十八届人大常委会", "十届县政协", "本届政府", "上届县委班子"]
GOING_ON = [
    "面向2035年远景目标谋划法治建设",
    "落实《改革纲要（2023—2027年）》",
    "实施“九五”普法",
    "落实“十五五”规划",
    "推进清欠三年行动（2025—2027年）",
    "从事执法三年以上",
    "第二轮土地承包到期延包",
]


def rules(said, year=2025):
    return {one.rule for one in turned(f"{said}。", year=year)[1].changes if one.open}


@pytest.mark.parametrize("said", ENDED)
def test_every_writing_of_a_period_that_has_ended_is_asked(said):
    assert "period_ended" in rules(said)


@pytest.mark.parametrize("said", TERMS)
def test_a_term_of_office_is_asked(said):
    assert "phrase_to_check" in rules(said)


@pytest.mark.parametrize("said", GOING_ON)
def test_a_period_that_goes_on_is_no_question(said):
    assert rules(said) == {"entry_kept"}


@pytest.mark.parametrize("said", PREPARED)
def test_words_on_preparing_a_plan_are_asked_once_it_has_begun(said):
    assert "once_only" in rules(said)
    assert rules(said, year=2024) == {"entry_kept"}


@pytest.mark.parametrize(
    ("said", "year"),
    [
        ("扎实开展党纪学习教育", 2024),
        ("开展学习贯彻习近平新时代中国特色社会主义思想主题教育", 2023),
    ],
)
def test_a_campaign_of_study_is_asked_when_it_is_over(said, year):
    assert "period_ended" in rules(said, year=year)


def test_what_goes_on_of_a_campaign_of_study_is_no_question():
    assert rules("推动党史学习教育常态化长效化") == {"entry_kept"}


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("以“八五”普法为抓手。", "以【待核：“八五”普法】为抓手"),
        ("圆满收官十四五时期目标。", "圆满收官【待核：十四五时期】目标"),
        ("纳入“十四五”规划。", "纳入【待核：“十四五”规划】"),
        ("落实“一规划两纲要”。", "落实【待核：“一规划两纲要”】"),
        ("深化提升行政执法质量三年行动。", "深化【待核：提升行政执法质量三年行动】"),
        ("深化安全生产治本攻坚三年行动。", "深化安全生产治本攻坚【待核：三年行动】"),
        ("落实实施方案（2021-2025年）要求。", "【待核：2021—2025年】"),
    ],
)
def test_a_period_that_has_ended_is_asked_in_every_writing(said, marked):
    last, new = turned(said)
    assert marked in text(last, new)
    assert [change.rule for change in new.changes if change.rule == "period_ended"]


def test_what_follows_a_plan_is_said_where_it_is_known():
    _, new = turned("纳入“十四五”规划，实施“八五”普法。")
    reasons = "".join(change.reason for change in new.changes if change.rule == "period_ended")

    assert "接续的是“十五五”规划（2026—2030年）" in reasons
    assert "接续的是“九五”普法规划（2026—2030年）" in reasons


def test_a_period_in_its_last_year_is_asked_and_one_that_goes_on_is_not():
    _, ending = turned("实施“八五”普法。", year=2024)
    _, going = turned("实施“八五”普法，落实《改革纲要（2023—2027年）》。", year=2022)

    assert "这一年是最后一年" in next(c.reason for c in ending.changes if c.rule == "period_ended")
    assert not [c for c in going.changes if c.open and c.rule != "entry_kept"]


@pytest.mark.parametrize(
    "said",
    [
        "最近三年（2022—2024年）受理复议申请210件",
        "近两年（2024—2025年），投诉量持续减少",
        "2021—2025年累计修订预案36件",
        "2022—2025年，共排查隐患960处",
        "2023年至2025年逐年压减检查频次",
        "过去三年（2023—2025年）",
    ],
)
def test_years_that_are_looked_back_on_are_no_plan(said):
    asked = [one for one in turned(f"{said}。")[1].changes if one.open]

    assert any("202" in one.before for one in asked)
    assert "period_ended" not in {one.rule for one in asked}


@pytest.mark.parametrize(
    "said",
    [
        "落实普法规划（2021—2025年）",
        "按照2023—2025年行动方案印发清单",
        "对照工作方案（2022—2024年）累计销号",
        "2023—2025年三年行动收尾",
    ],
)
def test_years_of_a_plan_are_its_period_though_something_was_counted(said):
    assert "period_ended" in rules(said)


@pytest.mark.parametrize("said", ["了结历时六年的采石场纠纷", "历时四年之久的信访积案就此化解"])
def test_a_case_that_took_years_is_no_plan(said):
    (asked,) = [one for one in turned(f"{said}。")[1].changes if one.open and "历时" in one.before]

    assert asked.rule == "once_only"
    assert "规划" not in asked.reason
    assert "行动" not in asked.reason
