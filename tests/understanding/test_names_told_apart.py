"""Names of things that only a clause, a kind or a place tells from the rest."""

import pytest

from tests.understanding.labelled import labels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "收到复议申请620件，以县政府为被申请人的60件，占9.7%。",
            ["县政府为被申请人复议申请数", "县政府为被申请人复议申请占比"],
        ),
        (
            "以县政府为被申请人的60件、县政府部门为被申请人的42件，分别占1%和6.8%。",
            [
                "县政府为被申请人件数",
                "县政府部门为被申请人件数",
                "县政府为被申请人占比",
                "县政府部门为被申请人占比",
            ],
        ),
        ("办理建议93件，已经解决的54件。", ["已经解决建议数"]),
        ("受理来电10件，群众表示满意的7件。", ["群众表示满意来电数"]),
        ("受理案件83件，其中涉企的12件，涉农的30件。", ["涉企案件数", "涉农案件数"]),
        ("受理复议申请83件，连同上年结转的9件。", ["上年结转复议申请数"]),
        ("当事人和解或撤回起诉的33件。", ["当事人和解或撤回起诉件数"]),
    ],
)
def test_the_clause_before_de_names_what_it_tells_apart(text, expected):
    assert labels(text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    "text",
    [
        "立案83件，今年的60件。",  # any year's
        "涉及供热、供水、供电、供气、公交、物业以及停车收费等民生事项的60件。",  # too long
        "属于主动公开的83条。",  # 条 of what?
    ],
)
def test_a_clause_that_tells_too_little_or_too_much_is_quoted(text):
    assert "＿" in labels(text)[-1]


def test_what_is_only_some_of_the_things_lends_nothing():
    assert labels("收到行政复议申请83件，以乡镇为被申请人的3件，审结80件。")[-1] == "行政复议审结数"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("对督察反馈的21个问题建立台账、销号管理。", "督察反馈问题数"),
        ("对未履行生效判决的8家单位发出督办函8份。", "未履行生效判决单位家数"),
        ("对群众反映强烈的12个问题挂牌督办。", "群众反映强烈问题数"),
    ],
)
def test_what_something_is_done_with_is_told_by_the_clause_before_it(text, expected):
    assert labels(text)[0] == expected


def test_a_clause_that_says_only_where_tells_nothing_apart():
    assert "中" not in labels("将评查中发现的35个问题点对点反馈。")[0].partition("＿")[0][:2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "从工单性质看，求决类83件，咨询类97件，其他9件。",
            ["求决类工单数", "咨询类工单数", "其他工单数"],
        ),
        ("按案件类型分，行政处罚83件，占40%。", ["行政处罚案件数", "行政处罚案件占比"]),
        ("从纠纷类型看，婚姻家庭83件，邻里纠纷97件。", ["婚姻家庭纠纷数", "邻里纠纷数"]),
    ],
)
def test_kinds_are_of_what_is_sorted(text, expected):
    assert labels(text) == expected


@pytest.mark.parametrize("text", ["从办理时效看，按期回复83件。", "从办理结果看，满意83件。"])
def test_what_is_looked_at_is_no_topic(text):
    assert not labels(text)[0].startswith(("办理时效", "办理结果"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到线索145条，纳入问题清单23条。", "纳入问题清单数"),
        ("新增经营主体83户，其中企业30户。", "新增企业户数"),
        ("推动社会保障、户籍管理等65个高频事项下沉到乡镇。", "高频事项数"),
        ("将社会保障、户籍管理等65个高频事项下沉到乡镇。", "下沉高频事项数"),
        ("涉及农民工讨薪436件、金额862万元。", "涉及农民工讨薪金额"),
        ("压减办理时限65%、跑动次数78%。", "压减跑动次数幅度"),
        ("培育法律明白人3120名，村均不少于8名。", "村均人数"),
        ("完成新一轮执法证件换发134张。", "执法证件换发数"),
        ("行政不作为类490件。", "行政不作为类数"),
        ("督促纠正不规范执法行为17起。", "督促纠正不规范执法行为数"),
        ("先后4次召开专题会。", "召开专题会次数"),
        ("对其中24人依法作出行政处罚。", "行政处罚人数"),
    ],
)
def test_small_words_say_what_is_counted(text, expected):
    assert labels(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新收案件126件，上年为82件，增加44件。", ["上年新收案件数", "案件增加数"]),
        ("受理案件120件（上年98件），审结110件（上年90件）。", ["案件审结数", "上年案件审结数"]),
        ("群众满意率98%，去年为97%，提高1个百分点。", ["上年群众满意率", "群众满意率提高百分点数"]),
    ],
)
def test_last_years_value_is_that_of_the_number_before_it_and_lends_nothing(text, expected):
    assert labels(text)[-2:] == expected


def test_a_part_names_nothing_beyond_its_sentence():
    text = "新收案件126件。其中处罚类89件，占71%。审结114件，未审结2件。"
    assert not [name for name in labels(text)[3:] if "处罚" in name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("依托6处固定治超站及17套不停车检测系统。", ["固定治超站数", "不停车检测系统数"]),
        (
            "户政、出入境、车驾管业务量依次为6.3万笔、1.1万笔、8.9万笔。",
            ["户政业务量", "出入境业务量", "车驾管业务量"],
        ),
        ("办理退税643万元，享受加计扣除的企业87户。", ["享受加计扣除企业户数"]),
        ("通过公示平台公开执法信息83条。", ["公开执法信息数"]),
        ("建档管理被监督单位83家。", ["建档管理被监督单位家数"]),
        ("力争专业人员占比由63%提高到75%。", ["专业人员占比"]),
        ("核发许可证83件，联合验收通过率98%。", ["验收通过率"]),
        ("为65岁及以上老年人免费体检3万人，体检率74%。", ["老年人免费体检率"]),
        ("受理举报426件，为126名农民工追讨工资186万元，办结率100%。", ["举报办结率"]),
        ("新建智慧司法所4个，改造提升3个。", ["智慧司法所改造提升数"]),
        ("新增经营主体132户，同比增长12.5%。", ["新增经营主体增长幅度"]),
        ("现有在矫人员140人。", ["在矫人员人数"]),
        ("受理依申请公开72件，被复议2件。", ["依申请公开被复议数"]),
        ("衔接帮教186人，落实安置182人，安置率97.8%。", ["安置率"]),
        ("签约项目36个，总投资128亿元，开工率83.3%。", ["项目开工率"]),
        ("受理复议申请186件，加上年结转12件。", ["复议上年结转数"]),
        ("会同消防、市场监管等部门联合检查养老机构189家次。", ["联合检查养老机构家次"]),
        ("受理诉求86件，平均接通时长11秒，办结率99%。", ["诉求办结率"]),
        ("受理申请94件，维持原处理意见71件。", ["原处理意见维持数"]),
        ("行政机关败诉率8.6%，较去年回落3.2个百分点。", ["行政机关败诉率回落百分点数"]),
        ("取缔非法社会组织5家。", ["取缔非法社会组织家数"]),
        ("法制审核39件，退回补正5件，召开听证会2场。", ["听证会场次"]),
        ("专职仲裁员仅7人。", ["专职仲裁员人数"]),
        ("承诺时限压缩比例达87.6%。", ["承诺时限压缩比例"]),
        ("近三年查办涉企案卷3618卷。", ["查办涉企案卷数"]),
        ("登记信访2165件，登记件次降14%。", ["信访登记件次降幅"]),
        ("经评估论证，已按程序收回执法事项35项。", ["收回执法事项数"]),
        ("行政复议案件持续走高，收案412宗。", ["行政复议收案数"]),
    ],
)
def test_no_word_of_another_thing_is_in_a_name(text, expected):
    assert labels(text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("在9个司法所设立复议受理点，立案88件，办结80件，维持33件。", "司法所办结"),
        ("建成法治广场2处，开展“法治大集”“送法进田间”等活动33场次。", "广场活动"),
        ("受理“全国欠薪线索反映平台”转办线索130条，立案查处29件。", "平台立案"),
        ("新收申请417件，首次超过同期诉讼案件的198件。", "诉讼案件申请"),
        ("直接纠错29件，经和解后撤回申请的137件。", "申请直接纠错"),
        ("分区域看，事故最多的区发生6起、死亡9人。", "区发生"),
        ("对违反规划的行为立案处罚2起。", "行为立案"),
        ("紧扣规划收官节点，开展活动83场，参与群众31万人次。", "节点"),
        ("将19个执法领域的检查事项进行整合。", "检查事项"),
        ("办结83件，另有71件系逾期后回复。", "系逾期"),
        ("应出庭184件，实际出庭183件，未出庭的1件已通报。", "出庭出庭"),
        ("监管人员平均不足4人。", "不足人数"),
    ],
)
def test_what_belongs_to_another_number_is_in_no_name(text, strange):
    assert not [name for name in labels(text) if strange in name and "＿" not in name]


@pytest.mark.parametrize("text", ["每个行政村培育示范户不少于3户。", "每千人拥有企业32户。"])
def test_what_is_counted_in_each_place_says_so(text):
    assert "每" in labels(text)[0]
