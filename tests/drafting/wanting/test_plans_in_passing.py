"""What is still to come is asked about wherever it is said, what only looks like it is not."""

import pytest

from tests.drafting.drafts import drafted

PLANS = [
    "在试点见效的基础上，我们将把做法带到全部街道。",
    "在此基础上，将进一步延伸服务链条。",
    "面对新任务，我县将迎难而上。",
    "展望新的征程，我们将步履不停。",
    "案多人少的局面未变，今后将招录辅助人员。",
    "短板仍在，下阶段要配强力量。",
    "打算用两年时间更新执法装备。",
    "准备于年底启动选址。",
    "争取年底前实现村村有法律顾问。",
    "到年底，将建成法治长廊。",
    "平台二期正在论证，投用后将方便群众。",
    "对尚未覆盖的小区，将分批布设终端。",
]
NO_PLANS = [
    "在全面走访的基础上，将诉求分类建账。",
    "在听取意见的基础上，将草案提请审议。",
    "在查清事实的基础上，依法作出处理。",
    "将学法列入党委会议程。",
    "我们将心比心，耐心接访。",
    "计划生育领域执法规范。",
    "力争小事不出村、大事不出镇。",
    "争取群众理解支持。",
    "确保案结事了人和。",
    "要求各乡镇年底前完成自评。",
    "督促企业月底前完成整改。",
    "明确执法人员要主动亮证。",
    "当事人逾期不履行的，将依法强制执行。",
    "告知不整改将承担的后果。",
    "对重大决策，将风险评估作为前置程序。",
    "面对新情况，我们坚持依法处置。",
    "提出今后一个时期的目标任务。",
    "会议研究了下一步工作。",
    "建立计划、实施、检查的闭环。",
    "执法中要做到三亮明。",
    "每年制定培训计划。",
    "把普法融入执法全过程。",
]


@pytest.mark.parametrize("said", PLANS)
def test_a_plan_is_asked_about_in_the_middle_of_a_text(said):
    assert "【待核：" in drafted(said).split("（二）")[0]


@pytest.mark.parametrize("said", NO_PLANS)
def test_what_is_done_in_that_way_is_no_plan(said):
    assert "【待核：" not in drafted(said).split("（二）")[0]
