"""What a name takes over from the words before its clause, and what it must not."""

import pytest

from nianbao.standards.quantities import quantities
from nianbao.understanding import passage
from tests.understanding.labelled import labels


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "抽检食用油83批次，检出不合格9批次。",
            ["抽检食用油批次", "食用油检出不合格批次"],
        ),
        (
            "幼儿园年检83所、合格71所，基本合格12所。",
            ["幼儿园年检数", "幼儿园合格数", "幼儿园基本合格数"],
        ),
        ("检查培训机构83家次，发现违规9家。", ["检查培训机构家次", "培训机构发现违规家数"]),
        (
            "抽取7家单位的案卷83卷，评定优秀9卷、合格74卷。",
            ["案卷评定优秀卷数", "案卷合格卷数"],
        ),
    ],
)
def test_how_things_turned_out_is_said_of_the_things(text, expected):
    assert labels(text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("为83名农民工追回工资97万元。", "农民工追回工资金额"),
        ("帮助83名残疾人挽回损失97万元。", "残疾人挽回损失金额"),
        ("轮训执法人员83人次，人均参训63学时。", "执法人员人均参训学时"),
        ("办理法律援助案件83件，其中妇女案件9件。", "妇女法律援助案件数"),
        ("设置党政机构83个，其中党委机构9个。", "党委机构数"),  # not 党委党政机构
    ],
)
def test_people_and_cases_before_say_whose_it_is(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "收到行政复议申请83件，受理71件，其中撤销和变更的6件，申请人自愿撤回的15件。",
            ["行政复议撤销和变更件数", "行政复议申请人自愿撤回件数"],
        ),
        ("受理行政复议案件83件，审结71件，经复议后起诉的9件。", ["经复议后起诉件数"]),
        ("“拎包入驻”的孵化项目有七个。", ["拎包入驻孵化项目数"]),
        ("受援人中少数民族群众占57.3%。", ["受援人中少数民族群众占比"]),
        (
            "办理的案件中简易案件占61%，普通案件占39%。",
            ["办理案件中简易案件占比", "办理案件中普通案件占比"],
        ),
        ("办理公证7415件，其中涉台公证1308件，占全部公证的17.6%。", ["涉台公证占比"]),
        ("审结复议案件83件，调解结案42件，占审结案件的51%。", ["调解结案占比"]),
    ],
)
def test_which_of_the_things_is_in_the_name(text, expected):
    assert labels(text)[-len(expected) :] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("服务质量没有放松：仲裁结案率97.8%。", "仲裁结案率"),
        ("立案83件，其余是焚烧秸秆，罚款97万元。", "罚款金额"),
        (
            "承接下放的行政执法事项61项，执法队持证83人（今年新考下来的5人）。"
            "全年出动97人次巡查，当场整改率78.7%。",
            "当场整改率",
        ),
        ("司法局会同检察院评查案卷83卷。", "司法局评查案卷数"),
        ("围绕涉企执法、裁判履行等重点开展法治督察两轮，发现问题63个。", "法治督察发现问题数"),
        ("行政处罚立案83起罚没款97万元。", "罚没款金额"),
        ("调解纠纷83件，其中邻里纠纷9件。", "邻里纠纷数"),
        ("检查学校83所、医院9所，不合格3所。", "不合格数"),  # of which nobody knows
        ("抽检肥料83个，不合格3个，农药26个。", "农药数"),
        ("县公安局配合法院执行案件83件。", "配合法院执行案件数"),
        ("考核乡镇83个，优秀9个。", "考核乡镇优秀数"),
    ],
)
def test_what_is_of_something_else_is_not_carried_over(text, expected):
    assert labels(text)[-1] == expected


def test_words_of_things_listed_in_doubt_are_not_lent_further():
    text = (
        "对重大行政决策、招商协议、政府合同及涉法事务共审查83件，较上年增加9件，提出审查意见97条。"
    )
    assert all("＿" in label for label in labels(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("热线按时办结率99.6%，办理结果满意率95.1%。", "热线办理结果满意率"),
        ("宣讲会开了八十三场。", "宣讲会场次"),
        ("受理投诉83件，比上年减少9件。", "投诉减少数"),
        ("查处违法行为83起，比上年少了9起。", "违法行为减少数"),
        ("县财政安排普法经费83万元，比上年多9万元。", "县财政安排普法经费增加金额"),
        ("信访83批，同比降了17.0%。", "信访降幅"),
        ("事故83起、死亡9人，分别比上年少5起、3人。", "事故减少人数"),
        ("对83个村开展考核，优秀20个，良好30个。", "考核良好数"),
        ("罚款一共83万元。", "罚款金额"),
        ("依法依规发放担保贷款83万元。", "发放担保贷款金额"),
        ("养老保险、工伤保险参保人数分别为83万人、97万人。", "工伤保险参保人数"),
        ("对拟出台的83份政策措施开展公平竞争审查。", "公平竞争审查政策措施数"),
    ],
)
def test_a_name_says_it_once_and_in_order(text, expected):
    assert labels(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "组织律师做“法治体检”，走了83家。",
        "律师上门服务，走了83家企业。",
        "执法人员少了21名。",
        "平均办理天数83天，比法定时限少18天。",
        "罚款比上年多12万元，下降5%。",
        "办理公证83件，占总量的5.9%，比上年多1.2个百分点。",
        "罚款少了12万元。",
        "申请材料比以前少了6份。",
        "市监局联合公安局、卫健局检查诊所83家。",
        "集中轮训乡镇和县直部门行政执法人员83人次。",  # so many are not 执法人员
        "普法宣传比上年多开展20场。",
        "提升素质，取得高级资格的民警比例提高到16.4%。",
    ],
)
def test_what_one_sign_or_half_a_clause_tells_is_quoted(text):
    assert "＿" in labels(text)[-1]


def test_the_first_of_a_row_has_the_measure_of_the_last():
    text = "养老保险、工伤保险参保人数分别为83万人、97万人。"
    assert labels(text)[0] == "养老保险参保人数"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全局持有行政执法证的人员83名。", "全局持有行政执法证人员人数"),
        ("拆除违建83平方米，较上年增加9平方米。", "拆除违建增加面积"),
        ("群众对法治建设的满意度得分为83.47分。", "群众对法治建设满意度得分"),
        ("法治建设群众满意度评分为83.6分。", "法治建设群众满意度评分"),
        ("收到来信来访、网上信访83件，同比减少9件。", "来信来访网上信访减少数"),
        ("据此下达整改通知书83份。", "下达整改通知书数"),
        ("15户居民喝上了安全水。", "喝上安全水居民户数"),
        ("以市局为被告的行政诉讼案件83件。", "市局为被告行政诉讼案件数"),
        ("以县政府为被告的一审行政诉讼案件83件，败诉6件。", "一审行政诉讼败诉数"),
        ("调解纠纷226件，说成了的有219件，成功率96.9%。", "调解纠纷成功率"),
        ("冬春救助资金83万元，惠及困难群众97人，人均496元。", "冬春救助资金人均金额"),
        ("参训执法人员83人，人均参训时长62学时。", "执法人员人均参训时长"),
        ("立案查处环境违法案件83件，罚款金额9万元。", "环境违法罚款金额"),
        ("83名党政主要负责人完成年度书面述法。", "年度书面述法党政主要负责人数"),
        ("83名执法人员完成资格审验。", "资格审验执法人员人数"),
        ("修订县级专项预案83个。", "修订专项预案数"),
        ("年内新建、改造司法所83个。", "新建改造司法所数"),
        ("审批环境影响报告书（表）83个。", "审批环境影响报告书表数"),
        (
            "常务会议审议事项14项，县政府党组理论学习中心组开展集体学法6次。",
            "理论学习中心组集体学法次数",
        ),
        ("县委、县政府专题研究法治建设议题83项。", "县委县政府专题研究法治建设议题数"),
        ("村集体由此增加收入83万元。", "村集体增加收入金额"),
    ],
)
def test_what_a_clause_tells_of_the_things_stays(text, expected):
    assert labels(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "实行告知承诺，占用道路等许可由法定时限压缩至平均83天。",
        "审查县政府拟签订的合同、协议和拟出台的措施83件。",
        "重大合同先过法律顾问这一关，经其审核的有67件。",
        "初次违法、及时改正的，不罚，这样处理的9件。",
        "实在劝不听的才立案处罚，全年立案6起。",
    ],
)
def test_of_which_the_name_says_nothing_is_quoted(text):
    assert "＿" in labels(text)[-1]


@pytest.mark.parametrize("said", ["减少9件", "减少了9件", "少9件", "少了9件"])
def test_the_word_of_a_change_is_whole_behind_last_years_value(said):
    found = passage.read(f"应诉案件83件，比上年的92件{said}。", year=2025, quantities=quantities())

    last = found.figures[-1].number
    text = f"应诉案件83件，比上年的92件{said}。"
    assert text[last.word_start : last.start] == said.partition("9")[0]
