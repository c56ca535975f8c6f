"""What a name may take from the numbers beside its own, and what stays theirs."""

import pytest

from tests.understanding.names.labelled import labels


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what came in is what is answered, not what was dealt with before it
        (
            "办理政协提案104件，收到政府信息公开申请91件，已答复90件。",
            ["办理政协提案数", "政府信息公开申请收到数", "政府信息公开答复数"],
        ),
        # the good ones among the files are not all of them
        (
            "评查案卷280卷，评出优秀案卷36卷，反馈问题97个，合格率97.5%。",
            [None, "优秀案卷数", None, "案卷合格率"],
        ),
        # some of the cases are no topic of what is done with all
        (
            "一审行政诉讼案件66件，以县政府为被告的13件，已审结57件。",
            [None, None, "一审行政诉讼审结数"],
        ),
        # between two numbers stands what the second tells
        ("全县发生火灾事故3起死亡2人。", ["火灾事故数", "火灾事故死亡人数"]),
        (
            "县行政复议委员会召开案审会3次研究疑难案件10件。",
            ["县行政复议委员会案审会次数", "研究疑难案件数"],
        ),
        ("“两抢”案件发3起破3起。", ["‘两抢’案件发＿起破…起", "‘两抢’案件发…起破＿起"]),
        # both parts together are what a rate is of
        (
            "组织部门主要负责人述法，其中现场述法8人，书面述法92人，述法率100%。",
            ["现场述法人数", "书面述法人数", "书面述法…人，述法率＿%"],
        ),
        # a part with a subject of its own has its own object
        (
            "办理行政强制17件，其中公安局查处案件12件。",
            [None, "公安局查处案件数"],
        ),
        ("乡镇综合行政执法大队开展联合执法203次。", ["综合行政执法大队联合执法次数"]),
        # what is left out is no topic
        (
            "截至12月底，除2项需跨年度推进的以外，已完成44项。",
            [None, "除…项需跨年度推进的以外，已完成＿项"],
        ),
        # a name that would be quoted without its field lends nothing
        (
            "人社领域作出行政处理决定12件、行政处罚决定9件，罚款18.5万元。",
            [None, None, "人社行政处罚罚款金额"],
        ),
        # a part goes back no further than its own sentence tells
        (
            "涉公安类83件，占两类受理总数的77%。年内审结176件，其中维持58件。",
            [None, None, None, "年内审结…件，其中维持＿件"],
        ),
        # a sum behind a number is of it alone
        ("检查企业83家，兑现奖励17笔合计3.4万元。", [None, None, "兑现奖励合计金额"]),
        # a name that holds 和 is one
        (
            "其中交通运输局、文化和旅游局分别查处案件83件、97件。",
            ["交通运输局查处案件数", "文化和旅游局查处案件数"],
        ),
        # a deed before another one
        (
            "收到行政复议申请83件，受理前调解撤回7件，审结41件，维持9件。",
            [None, "受理前调解撤回数", "行政复议审结数", "行政复议维持数"],
        ),
        # what was not done is not what a rate is of
        ("办理许可82件，不予许可3件，提前办结率99.2%。", [None, None, "许可提前办结率"]),
        ("累计解除帮教对象12人。", ["解除帮教对象人数"]),
        # what is filed is no sample
        ("检测样品640批次，合格率99.1%，立案9起。", [None, "样品合格率", None]),
        # a measure of each of a row
        (
            "事故起数、死亡人数同比分别减少1起、2人。",
            ["事故起数减少数", "事故死亡人数减少人数"],
        ),
    ],
)
def test_a_name_takes_what_is_its_own(text, names):
    found = labels(text)

    assert [name for name, said in zip(found, names, strict=True) if said] == [
        said for said in names if said
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # left out of what is told
        ("截至12月底，除2项需跨年度推进的以外，已完成44项。", "除＿项需跨年度推进的以外"),
        # money for what follows, not of what was told
        (
            "县财政安排专项经费685万元；投入236万元对5个司法所用房进行改造。",
            "投入＿元对…个司法所用房进行改造",
        ),
        ("镇街法制审查员中具有资格的仅17名。", "镇街法制审查员中具有资格的仅＿名"),
        # what stands before a bracket with a limit in it
        ("查办大要案（罚没20万元以上）22件。", "查办大要案（罚没…元以上）＿件"),
    ],
)
def test_what_tells_too_little_is_quoted_with_what_tells_more(text, name):
    assert name in labels(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("建成乡镇救援所12个。", "乡镇救援所数"),
        ("基层法律服务所3家。", "基层法律服务所家数"),
        ("其中重点帮教对象29人。", "重点帮教对象人数"),
        ("即办件占比72.4%。", "即办件占比"),
        ("由县司法局举办培训6期，参训97人次。", "县司法局培训期数"),
        ("全县12个司法所核定编制38名。", "司法所数"),
    ],
)
def test_no_name_ends_inside_what_is_counted(text, name):
    assert labels(text)[0] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("对83个乡镇和部门开展法治督察。", "法治督察乡镇和部门数"),
        ("对83个镇街、县直单位开展实地督察。", "实地督察镇街、县直单位数"),
        ("对83个乡镇和区直部门开展督察。", "督察乡镇和区直部门数"),
        ("13个乡镇和22个部门完成述法。", "完成述法部门数"),
        ("建成区、镇、村三级矛盾调解中心83个。", "区镇村三级矛盾调解中心数"),
        ("聘任县、乡、村三级河湖长83名。", "县乡村三级河湖长聘任人数"),
    ],
)
def test_places_counted_together_are_named_together(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    "text", ["83个乡镇和部门负责人述法。", "38名街道和部门主要负责人进行述法。"]
)
def test_who_leads_places_counted_together_is_quoted(text):
    assert "＿" in labels(text)[0]
