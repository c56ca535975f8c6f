"""Which years go along when the year turns, and which stay and are asked about."""

import pytest

from nianbao.drafting.years import new_year
from tests.drafting.drafts import BODY, FRAME, drafted, read, text, turned


def test_a_year_moves_where_nothing_happened_once():
    draft = drafted("2025年，全县行政复议案件持续下降。与2024年相比，质效提升。")
    assert "2026年，全县行政复议案件持续下降。与2025年相比" in draft


@pytest.mark.parametrize(
    "said",
    [
        "{}年受理行政复议案件83件。",
        "{}年，在县委领导下，全县受理行政复议案件83件。",
        "{}年，组织矛盾排查，化解纠纷83件。",
        "编制{}年度重大行政决策事项目录。",
        "{}年，云麓县坚持依法行政。",
        "{}年国庆期间，出动人员83人次。",
        "截至{}年底，全县有执法人员83名。",
    ],
)
def test_a_year_moves_where_things_come_back_each_year(said):
    assert said.format(2026).split("83")[0] in drafted(said.format(2025))


@pytest.mark.parametrize(
    "said",
    [
        "2025年，县委、县政府高度重视法治政府建设。",
        "2025年，县长带头讲授法治课。",
        "2025年，全县经济社会发展大局和谐稳定。",
        "2025年，各级行政机关依法履职能力显著增强。",
        "2025年，人民群众法治获得感不断增强。",
    ],
)
def test_a_year_of_what_is_said_every_year_moves(said):
    assert said.replace("2025", "2026") in drafted(said)


@pytest.mark.parametrize(
    "said",
    [
        "2025年，县信访局依法分类处理信访诉求。",
        "2025年，县政府法律顾问参与重大事项论证。",
        "2025年，当好群众“贴心人”。",
        "2025年，县政府坚决扛牢法治建设责任。",
    ],
)
def test_a_year_of_the_work_of_every_day_moves(said):
    assert said.replace("2025", "2026") in drafted(said)


@pytest.mark.parametrize(
    "said",
    [
        "2025年，省下达我县法治建设补助资金300万元",
        "2025年，开展专项督察2轮，反馈问题43个",
        "2025年，许可事项由246项压减至228项",
    ],
)
def test_a_year_moves_over_what_is_spent_or_found_each_year(said):
    assert f"2026年，{said[6:10]}" in drafted(f"{said}。")


def test_a_year_without_an_incident_moves():
    assert "2026年以来，未发生" in drafted("2025年以来，未发生重大行政执法舆情事件。")


def test_the_year_of_a_paper_of_each_year_moves():
    said = "印发2025年法治政府建设工作要点，明确任务38项。"

    assert "印发2026年法治政府建设工作要点，" in drafted(said)


@pytest.mark.parametrize(
    ("said", "now"),
    [
        ("截至2025年12月31日，调解纠纷4210件。", "截至2026年12月31日，"),
        ("2025年1至12月，受理案件415件。", "2026年1至12月，"),
        ("2025年1月—12月，受理案件415件。", "2026年1月—12月，"),
        ("截至12月底，有调解员415名。", "。截至12月底，"),
        ("2025年度，我县把法治政府建设摆在突出位置，常抓不懈。", "2026年度，"),
    ],
)
def test_the_end_of_a_year_and_a_whole_year_move(said, now):
    assert now in drafted(said)


def test_the_year_of_a_plan_moves_though_it_names_something_done_once():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[8] = "（一）强化执法监督。争取2026年底前建成智慧执法平台。"
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert "争取2027年底前建成智慧执法平台" in text(last, new)


@pytest.mark.parametrize("year", range(2018, 2032))
def test_a_report_on_any_year_can_be_turned(year):
    assert f"{year + 1}年法治政府建设年度报告" in drafted("荣获省级表彰。", year=year)


@pytest.mark.parametrize(
    "said",
    [
        "截至2025年12月31日，县行政争议中心正式成立。",
        "对2025年12月31日前制发的文件集中清理。",
        "2025年1至11月，受理案件415件。",
    ],
)
def test_other_dates_stay_and_are_asked_about(said):
    assert "【待核：2025年1" in drafted(said)


@pytest.mark.parametrize(
    "said",
    [
        "对照2025年版市场准入负面清单开展自查",
        "落实《执法监督条例》（2025年修订）",
        "2025年新成立的调委会调解纠纷86件",
        "执行2025年修正的裁量基准",
    ],
)
def test_the_year_of_an_edition_and_of_what_began_in_it_stays(said):
    told = drafted(f"{said}。").split("（一）")[1].split("（二）")[0]

    assert "2026年" not in told
    assert "【待核：" in told


@pytest.mark.parametrize(
    "said",
    [
        "2025年，县政府投资860万元建成法治文化公园",
        "2025年机构改革后，全县执法主体有48个",
        "2025年，投入经费120万元完成执法标识更换",
        "2025年全省“十大法治事件”发布，我县1项入选",
        "2025年，乡镇机构改革后执法人员增至236人",
        "2025年，县级执法队伍由11支整合为6支",
        "2025年省委巡视反馈问题18个全部整改",
        "2025年中央环保督察交办信访件43件全部办结",
        "2025年，全县14个乡镇综合执法办公室全部挂牌",
    ],
)
def test_no_year_moves_over_what_was_reformed_spent_or_found_in_it(said):
    told = drafted(f"{said}。").split("（一）")[1].split("（二）")[0]

    assert "2026年" not in told
    assert "【待核：" in told


def test_a_document_of_that_year_does_not_move():
    assert "落实市政府【待核：2025年】1号文件" in drafted("认真落实市政府2025年1号文件精神。")


@pytest.mark.parametrize(
    "said", ["较2024年提升6.5个百分点", "2025.12.4活动发放资料96份", "25年办结率97%"]
)
def test_no_name_keeps_a_year_that_is_over(said):
    last, _ = turned(f"{said}。")

    assert not [one.name for one in last.indicators if "202" in one.name or "25年" in one.name]
