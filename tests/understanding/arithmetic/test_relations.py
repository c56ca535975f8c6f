"""Arithmetic in the text: found where it holds, reported where it should and does not."""

import time

import pytest

from nianbao.understanding.arithmetic import relations
from tests.understanding import written
from tests.understanding.arithmetic.sums import found, understood

SECONDS = 6.0  # it takes a tenth of that; what grows with the square takes minutes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("败诉率由8.1%降至5.8%，降幅2.3%。", []),
        ("办理事项由20项压减至12项，剩余8项。", []),
        ("信访投诉由120件降至60件，满意率50%。", []),
        ("信访投诉从120件回落到60件，其中60件初访。", []),
        ("材料由60份减少到40份，其中表格25份、证明15份。", [("sum", "40", ["25", "15"])]),
        (
            "信访投诉由上年的120件降至90件，下降25%。",
            [("change", "25", ["90", "120"])],
        ),
    ],
)
def test_what_a_value_was_before_is_no_part_of_it(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "排查矛盾纠纷11726件，化解11702件，化解率99.8%。",
            [("ratio", "99.8", ["11702", "11726"])],
        ),
        ("新收申请83件。其中纠错11件，纠错率13.25%。", [("ratio", "13.25", ["11", "83"])]),
        ("受理1661件，调处成功1661件，成功率100%。", [("ratio", "100", ["1661", "1661"])]),
        (
            "录入案件6288件，其中检查5757件，处罚526件，强制5件。",
            [("sum", "6288", ["5757", "526", "5"])],
        ),
        (
            "办理事项10720件。从类别看，检查类9415件，处罚类1268件，强制类37件。",
            [("sum", "10720", ["9415", "1268", "37"])],
        ),
        ("承办建议63件、提案94件，合计157件。", [("sum", "157", ["63", "94"])]),
        ("资料157件，承办建议6件、提案51件，合计57件。", [("sum", "57", ["6", "51"])]),
        (
            "新收67件，其中本级59件、其他8件。按类型分为土地1件、房屋3件、治安9件、社保2件、市监13件、交通1件、其他38件。",
            [("sum", "67", ["59", "8"]), ("sum", "67", ["1", "3", "9", "2", "13", "1", "38"])],
        ),
        ("新收申请96件，比上年的75件增长28%。", [("change", "28", ["96", "75"])]),
        ("现有律师21名，比上年末的18名增加3名。", [("difference", "3", ["21", "18"])]),
        ("培训3期、讲座1场、督查2次。", []),
        ("培训班3次，座谈1次，督查2次。", []),
        ("走访企业24家，受理申请83件，满意率86.7%。", []),
        ("办理建议9件，提案9件，满意率100%。", []),
        (
            "调解纠纷600起，成功588起，成功率98%，涉及金额720万元，履行率98%。",
            [("ratio", "98", ["588", "600"])],
        ),
        ("办复人大建议26件、政协提案26件，办复率100%。", []),
        ("受理复议申请7件，办结信访事项7件，办结率100%。", []),
        ("评查案卷20卷，制发意见书20份，合格率100%。", []),
        ("受理信访事项36件，全部办结。接访36件，及时受理率100%。", []),
        ("新收复议申请203件，办结187件，直接纠错16件。", []),
        ("受理复议申请132件，审结119件，其中纠错13件。", []),
        ("开展涉及生态保护的文件清理，废止28件、修改20件、失效8件。", []),
        ("收到申请83件，答复79件，结转下年度办理4件。", [("sum", "83", ["79", "4"])]),
        ("受理公证申请45件，办结45件，办结率为100%。", [("ratio", "100", ["45", "45"])]),
        (  # the rate's name is in doubt and quoted
            "行政机关负责人出庭应诉45件，应出庭50件，出庭率90%。",
            [("ratio", "90", ["45", "50"])],
        ),
    ],
)
def test_relations_are_found_and_chance_is_not(text, expected):
    assert found(text) == expected


def test_a_rate_that_its_counts_do_not_give_is_reported_and_not_repaired():
    result = understood("排查矛盾纠纷11726件，化解11702件，化解率99.9%。")

    assert result.arithmetic == ()
    doubts = [change for change in result.changes if change.rule == "rate_disagrees"]
    assert [(doubt.before, doubt.after, doubt.open) for doubt in doubts] == [
        ("99.9%", "99.9%", True)
    ]
    assert "应为99.8%" in doubts[0].reason


def test_one_name_with_two_values_is_reported():
    result = understood("召开专题会议8次。", "全年召开专题会议9次。")

    assert [change.rule for change in result.changes if change.open] == ["same_name"]
    assert [one.label for one in result.indicators] == ["专题会议次数", "全年召开专题会议＿次"]


def test_one_fact_in_two_places_is_one_figure():
    result = understood("报备规范性文件6件。", "按时报备规范性文件6件。")

    assert len(result.mentions) == 2
    assert len(result.figures) == 1


def test_last_years_value_in_the_text_comes_from_the_ledger():
    relations = understood("新收申请96件，比上年的75件增长28%。").relations

    now, then = relations[0].operands
    assert (relations[1].result, relations[1].operands, relations[1].confirmed) == (
        then,
        (f"{now}@上年",),
        True,
    )


def test_a_change_without_its_base_is_proposed_and_waits_for_a_person():
    relations = understood("新收申请96件，同比增长28%。").relations

    assert [(r.kind.value, r.confirmed, r.operands[1].endswith("@上年")) for r in relations] == [
        ("change", False, True)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "开展执法检查83次，查处违法行为11件，查处率13.25%。",
        "培训执法人员83人，评查案卷11宗，优秀率13.25%。",
    ],
)
def test_a_rate_is_never_made_of_two_different_units(text):
    assert found(text) == []


@pytest.mark.timed
def test_a_paragraph_of_thousands_of_numbers_is_searched_once():
    said = "受理案件83件，其中审结80件、中止3件，培训650人次，评查案卷128卷，合格121卷。"
    mentions = written.read([*written.lines(back=()), said]).mentions[-6:]
    begin = time.process_time()

    found, _ = relations.find(mentions * 3000)

    assert len(found) == 3000
    assert time.process_time() - begin < SECONDS


@pytest.mark.parametrize(
    ("text", "confirmed"),
    [
        ("评查案卷128卷，合格121卷，合格率94.53%。", True),
        ("评查案卷128卷，合格128卷，合格率100%。", False),  # says nothing of next year
    ],
)
def test_a_rate_of_a_hundred_waits_for_a_person(text, confirmed):
    assert [one.relation.confirmed for one in understood(text).arithmetic] == [confirmed]
