"""Editions, firsts, ends, judgements and plans of one time, in words of their own, are asked."""

import pytest

from tests.drafting.drafts import drafted


@pytest.mark.parametrize(
    "deed",
    [
        "法治宣传进乡村活动迈入第五个年头",
        "推出第三季“法官说法”节目",
        "普法直播走过第四年",
        "办结镇街赋权以来的头一起强制案件",
        "签出头一份企业合规承诺书，在全市尚属先例",
        "某安置项目因风险评估未通过予以终止",
        "两项决策暂缓实施",
        "手写票据停止使用",
        "法院判决驳回原告全部请求",
        "招投标管理办法三易其稿后定稿印发",
        "做法获市长批示",
        "养犬管理规定预计明年出台",
        "案号为（2024）浙0125行初8号的案件宣判",
        "贯彻执行青政发〔2024〕3、5、8号文件",
    ],
)
def test_what_holds_for_one_time_only_is_asked_about(deed):
    assert "【待核：" in drafted(f"{deed}。").split("（二）")[0]


@pytest.mark.parametrize(
    "deed",
    [
        "判决驳回原告诉讼请求21件",
        "每季度开展一次抽查",
        "对停止使用的印章及时销毁",
        "健全案件终止办理制度",
        "依法驳回不符合条件的申请83件",
        "履行了听证、论证和集体审议程序",
        "锻造敢管善管的执法队伍",
        "法治镇村建设走深走实",
        "把学法情况写入述法报告",
        "邀请代表参加“庭后评案”",
        "为邻里解开心结，双方握手言和",
    ],
)
def test_what_goes_on_is_no_question(deed):
    assert "【待核：" not in drafted(f"{deed}。").split("（二）")[0]
