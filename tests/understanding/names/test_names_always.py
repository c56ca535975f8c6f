"""Whatever stands together, every number gets a label, of whole words of its text."""

from itertools import product

import pytest

from tests.understanding.names.labelled import labels

THINGS = ["仲裁案件83件", "合同83份", "纠纷83件", "企业83家", "人员83名"]
VERBS = ["受理", "审查", "", "支持小微"]
SUMS = ["标的额", "总金额", "涉案金额", "金额", "涉及金额"]


@pytest.mark.parametrize(("verb", "thing", "amount"), [*product(VERBS, THINGS, SUMS)])
def test_a_sum_beside_what_it_is_of_has_a_label(verb, thing, amount):
    assert len(labels(f"{verb}{thing}、{amount}1200万元。")) == 2


@pytest.mark.parametrize("thing", ["诉求办结83件", "纠纷调解83件", "调解成功83件", "83件诉求"])
@pytest.mark.parametrize("rate", ["办结率", "调解率", "成功率", "满意率"])
@pytest.mark.parametrize("way", ["“接诉即办”“未诉先办”等", "以调解为主的", ""])
def test_a_rate_of_the_same_deed_has_a_label(thing, rate, way):
    assert len(labels(f"{thing}，{way}{rate}98%。")) == 2


@pytest.mark.parametrize("year", ["2024年", "2025年", "2026年", "2026年底", "2026年一季度"])
@pytest.mark.parametrize(
    "said",
    [
        "9件转入{}办理。",
        "3件转{}续办。",
        "结转{}案件83件。",
        "{}受理案件83件。",
        "{}的83件案件办结。",
        "预计{}审结83件。",
        "完成{}任务83项。",
        "对{}印发的83件文件进行清理。",
    ],
)
def test_no_name_holds_a_year(said, year):
    assert not [one for one in labels(said.format(year)) if any(map(str.isdecimal, one))]
