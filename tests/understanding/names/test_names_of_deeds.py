"""A number that only says what was done is named by what it was done to, as its sentence tells."""

import pytest

from nianbao.standards.figures.quantities import quantities
from nianbao.understanding import passage


def labels(text):
    return [one.label for one in passage.read(text, year=2024, quantities=quantities()).figures]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("清理规范性文件84件，其中继续有效62件。", "继续有效规范性文件数"),
        ("清理规范性文件84件，其中继续有效62件、修改9件。", "规范性文件修改数"),
        ("废止规范性文件84件，宣布失效6件。", "宣布失效规范性文件数"),
        ("新建政务新媒体12个，注销关闭4个。", "政务新媒体注销关闭数"),
        ("各类调解委员会调解矛盾纠纷912件，调解成功904件。", "矛盾纠纷调解成功数"),
        ("受理仲裁案件369件，调解结案238件，裁决97件。", "仲裁案件裁决数"),
        ("审结行政复议案件287件，纠错21件。", "行政复议纠错数"),
        ("新办食品经营许可284件，换证516件。", "食品经营许可换证数"),
        ("各级调解组织调解矛盾纠纷912件，成功率98%。", "矛盾纠纷调解成功率"),
        ("受理矛盾纠纷912件，成功率98%。", "矛盾纠纷成功率"),
        ("查处农业违法案件76件，向公安机关移送3件。", "移送公安机关数"),
        ("发现问题120个，向属地乡镇交办45个。", "交办属地乡镇数"),
        ("15个项目因此省去了单独编报方案的费用。", "项目数"),
        ("新增省级示范社区6个，总数达13个。", "省级示范社区总数"),
    ],
)
def test_what_was_done_to_what_the_sentence_counts(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("安装用电监控的企业96家。", ["安装用电监控企业数"]),
        ("组织247人参加行政执法资格考试。", None),
        ("开展案卷评查，抽取14家单位案卷98件。", None),
        ("人民调解组织调解矛盾纠纷912件。", ["调解矛盾纠纷数"]),
        ("全县司法所仅有工作人员19人。", ["工作人员人数"]),
        ("制止侵占公路路产41起。", ["侵占公路路产制止数"]),
        ("超限率控制在0.8%以内。", ["超限率"]),
    ],
)
def test_what_is_counted_keeps_the_words_that_tell_which(text, names):
    found = labels(text)

    if names:
        assert found == names
    elif "参加" in text:
        assert "考试" in found[0]
    else:
        assert "单位" in found[0]
        assert "案卷" in found[1]


def test_a_few_behind_a_number_leave_its_name_in_doubt():
    assert "＿" in labels("仍有9个乡镇司法所只有1名工作人员。")[0]
