"""Last year's facts that are told in words and not in figures are asked about, by their kinds."""

import re

import pytest

from tests.drafting.drafts import drafted


def marked(text):
    return re.findall("【待核：([^】]*)】", drafted(text).split("（二）")[0])


@pytest.mark.parametrize(
    ("deed", "mark"),
    [
        # so many times in a row
        ("行政败诉案件实现六连降。", "六连降"),
        ("平安建设测评喜获3连冠。", "喜获3连冠"),
        # a rank among years
        ("办件量为历史第三高。", "历史第三高"),
        ("信访量创近三年次低。", "近三年次低"),
        ("满意率达有记录以来次高。", "有记录以来次高"),
        ("纠纷量是建县以来第二低。", "建县以来第二低"),
        # multiples and shares in words
        ("普法任务加倍完成。", "加倍完成"),
        ("帮扶资金双倍增长。", "双倍增长"),
        ("投诉件数成倍下降。", "成倍下降"),
        ("检查次数打了对折。", "打了对折"),
        ("涉企检查比上年腰斩。", "腰斩"),
        ("工单十有七八当天答复。", "十有七八"),
        ("违建存量降低两个数量级。", "两个数量级"),
        # full marks
        ("案卷评查拿到满分。", "拿到满分"),
        ("抽测均为满分。", "均为满分"),
        ("两项工作满分通过。", "满分"),
        # a round number passed for the first time
        ("调解量首超千件。", "首超千件"),
        ("受援群众首次突破万人次。", "首次突破万人次"),
        ("罚没款破千万元。", "破千万元"),
        ("办件同比首超83件。", "首"),
        # a year without its 年
        ("2025全年治安平稳。", "2025全年"),
        ("考核中名列第二。", "名列第二"),
    ],
)
def test_it_is_asked_about_whole(deed, mark):
    assert mark in marked(deed)


@pytest.mark.parametrize(
    "deed",
    [
        "对拖欠工资的责令双倍赔偿。",
        "依法加倍支付迟延履行利息。",
        "倍加珍惜荣誉，加倍努力工作。",
        "执行政策不打折扣。",
        "打击假冒商品，严查虚假打折。",
        "评查满分为100分。",
        "按满分制评查案卷。",
        "制定满分的标准和细则。",
        "一连几天下村走访。",
        "加强二连浩特协作。",
        "落实五连环监管机制。",
        "巩固全国次高危行业整治。",
        "第二高级中学开展普法。",
        "依法侦破命案、打破陋习。",
        "首破命案的办案组受到表扬。",
        "保护创新首发经济。",
        "十分满意的群众更多。",
        "获满分的单位占三成。",
        "以满分100分计。",
        "两连增派民警，双倍增派警力。",
        "首超市监所参加评选。",
        "往年第二优先级事项已经清零。",
        "不破万难誓不休。",
        "避开历史次高峰，解决近三年第三高频问题。",
    ],
)
def test_words_that_only_sound_so_are_not(deed):
    wrong = "连|第二高|次高|倍|对折|打折|腰斩|满分|破|首超|数量级|十有|十分"

    assert [one for one in marked(deed) if re.search(wrong, one) and "首发" not in one] == []
