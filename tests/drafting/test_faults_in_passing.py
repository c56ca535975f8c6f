"""What is not as it should be is asked about in whatever sentence it is said, what is mended is not."""

import pytest

from tests.drafting.drafts import drafted

FAULTS = [
    "处罚决定书的制作水平参差不齐。",
    "复议渠道的知晓率偏低。",
    "乡镇法制员一人多岗。",
    "跨县执法的堵点尚未理顺。",
    "老旧小区物业纠纷化解时间较长。",
    "几件积案始终没有化解。",
    "我们还意识到，年轻执法员流失严重。",
    "“一刀切”式执法时有反弹。",
    "装备经费捉襟见肘。",
    "对直播带货的监管手段不多。",
    "涉外法律人才“引不来、用不好”。",
    "少数村干部“遇事不找法”。",
    "部门之间的“信息孤岛”仍未破除。",
    "普法渠道单一。",
    "村（社区）法律顾问的作用未充分发挥。",
    "个别案件引用法条错误。",
]
MENDED = [
    "针对文书水平参差不齐，组织集中评析。",
    "着力解决知晓率偏低、参与度不够的问题。",
    "坚决杜绝执法走过场。",
    "确保检查不走过场、整改不打折扣。",
    "破解涉外法律人才“引不来、用不好”难题。",
    "没有出现程序不当的情形。",
    "对年龄偏大的调解员实行轮换。",
    "个别案件引用法条错误，均已纠正。",
    "对持证率偏低的单位安排补考。",
    "消除“信息孤岛”尚未打通的障碍。",
    "扎实整治“一刀切”、选择性执法时有发生的问题。",
    "变“不愿管”为“主动管”。",
    "推行“不打烊”自助服务。",
    "严格落实“三个不得”，执法人员不敢越红线。",
    "打通“数据烟囱”，共享信息。",
    "改变过去办法不多、手段单一的状况。",
    "纠正程序瑕疵。",
    "让群众办事不出村。",
    "对久拖未能了结的旧案逐件包联。",
    "少数争议较大的案件一律听证。",
    "部分事项当天办结。",
    "防止重审批轻监管。",
    "通报部分单位评查质量不高的情况。",
]


@pytest.mark.parametrize("said", FAULTS)
def test_a_fault_is_asked_about_in_any_part(said):
    assert "【待核：" in drafted(said).split("（二）")[0]


@pytest.mark.parametrize("said", MENDED)
def test_what_is_done_about_a_fault_is_no_fault(said):
    assert "【待核：" not in drafted(said).split("（二）")[0]
