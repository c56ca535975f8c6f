"""Names that an official would put in a table."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from nianbao.standards.quantities import quantities
from nianbao.understanding import labels, numbers

CORPUS = Path(__file__).parents[1] / "corpus"
NAMED = [
    (
        "2025年，全县新收行政复议申请83件，其中纠错案件11件，纠错率13.25%。",
        ["行政复议申请新收数", "行政复议申请纠错案件数", "行政复议申请纠错率"],
    ),
    (
        "全年受理政府信息公开申请15件，办结15件，办结率100%。",
        ["政府信息公开申请受理数", "政府信息公开申请办结数", "政府信息公开申请办结率"],
    ),
    ("推动13项“一件事”落地，完成12个乡镇清单编制。", ["一件事数", "完成乡镇清单数"]),
    ("审查政府合同129份，提出法律意见400条。", ["审查政府合同数", "政府合同法律意见提出数"]),
    (
        "承办人大代表建议63件、政协提案94件，合计157件。",
        ["人大代表建议承办数", "政协提案数", "人大代表建议承办政协提案合计数"],
    ),
    ("受理信访总量1200批1356人次。", ["信访受理批次", "信访受理人次"]),
    ("组织开展行政执法考试1次。", ["行政执法考试次数"]),
    ("行政机关负责人出庭应诉率为100%。", ["行政机关负责人出庭应诉率"]),
    ("减免公证费用2万余元。", ["公证费用减免金额"]),
    (
        "对7个乡镇和12个部门开展法治督察，反馈问题46个。",
        ["法治督察乡镇数", "法治督察部门数", "法治督察问题反馈数"],
    ),
    ("落实公平竞争审查制度，审查涉企政策38份。", ["公平竞争审查涉企政策数"]),
    ("97.5%的事项实现“最多跑一次”。", ["最多跑一次事项占比"]),
    ("制发《行政执法监督意见书》4份。", ["行政执法监督意见书制发数"]),
    ("调解纠纷4365件，调解成功4322件，成功率99.01%。", [None, None, "纠纷调解成功率"]),
    ("“12345”热线受理诉求6.27万件。", ["12345热线受理诉求数"]),
    ("创建国家级民主法治示范村2个、自治区级9个。", [None, "自治区级民主法治示范村创建数"]),
    ("入企检查次数由上年的4210次下降到2630次。", ["上年入企检查次数", "入企检查次数"]),
    ("乡镇赋权事项由98项调减为54项。", ["原乡镇赋权事项数", "乡镇赋权事项数"]),
    ("事故起数、死亡人数分别下降20%和33.3%。", ["事故起数下降幅度", "死亡人数下降幅度"]),
    ("开展联合抽查41批次，发现问题7个。", ["联合抽查批次", "联合抽查问题发现数"]),
    ("围绕4个方面，对乡镇开展法治督察。", ["法治督察方面数"]),
    ("评查行政处罚案卷150宗，通报典型问题18个。", [None, "行政处罚案卷典型问题通报数"]),
    ("短视频播放量突破50万次。", ["短视频播放量"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[text[:12] for text, _ in NAMED])
def test_a_number_is_named_from_its_clause_and_what_that_speaks_of(text, expected):
    found = labels.names(text, numbers.find(text, quantities()))

    assert len(found) == len(expected)
    for name, wanted in zip(found, expected, strict=True):
        assert wanted is None or name == wanted


def test_a_general_name_does_not_take_what_another_sentence_was_about():
    text = "新收行政复议申请83件，纠错率13.25%。发放资料12万余份。"

    found = labels.names(text, numbers.find(text, quantities()))

    assert found[-1] == "资料发放数"


def test_no_name_is_longer_than_a_table_bears():
    text = (
        "编制公布重大行政决策事项目录，纳入目录事项4项，"
        "其中“城乡供水一体化特许经营方案”征集意见建议176条。"
    )

    found = labels.names(text, numbers.find(text, quantities()))

    assert max(map(len, found)) <= 24


def test_every_number_has_a_name():
    text = "83件，5次；12万余份。100%、7%（3名），共9人"

    assert all(labels.names(text, numbers.find(text, quantities())))


def test_names_are_the_same_on_every_run():
    """Sets of words have no order: what is chosen among them must not depend on it."""
    code = (
        "from nianbao.desk import reading; from pathlib import Path; import sys;"
        "print([m.label for m in reading.open_source(Path(sys.argv[1])).understood().mentions])"
    )
    report = str(CORPUS / "云栖县2024.txt")

    said = {
        subprocess.run(
            [sys.executable, "-c", code, report],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(said) == 1
