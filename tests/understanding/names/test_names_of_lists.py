"""Names of several things counted together, of documents by their titles, of what is most."""

import pytest

from tests.understanding.names.labelled import labels


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("全年审查重大决策、规范性文件和合同83件。", "审查重大决策、规范性文件、合同数"),
        ("评查行政处罚、行政许可案卷97卷。", "评查行政处罚、行政许可案卷数"),
        ("发放宣传资料及纪念品9700份。", "宣传资料、纪念品发放数"),
        # what sums the list up belongs to its last thing
        ("查办专利、商标等案件83件。", "专利、商标等案件查办数"),
        ("协调解决用水、用电等问题83个。", "协调解决用水、用电等问题数"),
        ("集中轮训乡镇和县直部门执法人员83人次。", "集中轮训乡镇、县直部门执法人员人次"),
        # what is told of them afterwards
        ("评查行政处罚、行政许可案卷97卷，优秀率83%。", "行政处罚、行政许可案卷优秀率"),
        ("收到来信来访、网上信访83件，同比减少9件。", "来信来访、网上信访减少数"),
    ],
)
def test_a_list_is_named_whole_with_its_marks(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "县农业局联合公安局、供销社检查门店83家。",  # who
        "监督检查医疗机构、中小学校、公共场所、集中供水单位和宾馆饭店83户次。",  # too long
        "监督检查医疗机构、中小学校、公共场所、集中供水单位和宾馆饭店83户次，覆盖率97%。",
    ],
)
def test_what_is_no_list_of_things_or_too_long_is_quoted(text):
    assert "＿" in labels(text)[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("审查文件、合同83件，其中合同9件。", "审查合同数"),
        ("受理投诉、举报83件，其中投诉60件。", "投诉数"),
        ("审查政府合同、协议83件，其中合同60件、协议23件。", "审查协议数"),
    ],
)
def test_one_thing_of_a_list_is_not_called_like_all_of_it(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("区司法局制发《执法监督意见书》83份。", ["执法监督意见书制发数"]),
        ("编印《案例汇编》《办事指南》97册。", ["案例汇编、办事指南编印册数"]),
        (
            "制发《监督意见书》《监督决定书》分别为83份和9份。",
            ["监督意见书制发数", "监督决定书数"],
        ),
        ("收到《检察建议书》83份，回复79份。", ["检察建议书收到数", "检察建议书回复数"]),
    ],
)
def test_documents_are_named_by_all_their_titles(text, names):
    assert labels(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("按类型看，邻里纠纷最多，83件。", "邻里纠纷数"),
        ("邻里纠纷83件，婚姻家庭纠纷次之，有9件。", "婚姻家庭纠纷数"),
        ("调解纠纷83件，其中数量最多的是物业纠纷，31件。", "调解物业纠纷数"),
        ("各类纠纷调解83件，其中数量最多的是物业纠纷，31件。", "物业纠纷调解数"),
        ("婚姻家庭、山林水利居多，分别占31%、22%。", "山林水利占比"),
    ],
)
def test_what_is_most_of_all_is_what_the_number_behind_it_counts(text, name):
    assert labels(text)[-1] == name


def test_two_things_that_are_most_of_all_have_no_number_in_common():
    assert "＿" in labels("婚姻家庭、山林水利居多，83件。")[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("对现行有效的83件行政规范性文件进行清理。", "清理现行有效行政规范性文件数"),
        ("对拟出台的政策措施开展公平竞争审查83件。", "公平竞争审查数"),
        ("拆除违法建设83处、面积9700平方米。", "拆除违法建设面积"),
        ("拆除违法建设83处，面积9700平方米。", "拆除违法建设面积"),
        ("供应土地83宗，面积97公顷。", "供应土地面积"),
        ("新建法治长廊830米。", "新建法治长廊长度"),
        ("接听咨询电话1.83万通。", "接听咨询电话数"),
    ],
)
def test_what_tells_of_the_things_is_kept(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "立案查处83起，其中安全生产领域9起。",  # 9 cases, no 领域
        "出版物、网络文化领域分别有7件、5件。",
        "行政拘留83人，这个数比上年是降的，降了9%。",
    ],
)
def test_what_names_no_thing_or_only_points_back_is_quoted(text):
    assert "＿" in labels(text)[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # what is most of all is only a part: it lends its name to nothing behind it
        ("行政应诉案件83件，其中工伤认定最多，31件，败诉9件。", "行政应诉败诉数"),
        ("行政复议案件83件，治安处罚类最多，31件。", "治安处罚类行政复议案件数"),
        # titles and states of things, each once
        ("学习宣传《宪法》《民法典》83次。", "宪法、民法典学习宣传次数"),
        ("审查已到期的83份合同。", "已到期合同数"),
        ("登记在册的83家企业中，检查61家。", "登记在册企业检查家数"),
        # who sent it did not receive it
        ("收到上级交办案件83件。", "上级交办案件收到数"),
        ("接到公安机关移送线索83条，办结79条。", "公安机关移送线索办结数"),
        ("县医调委接到医疗纠纷83起，调解成功79起。", "医疗纠纷调解成功数"),
        # all of a list goes on
        ("公证、司法鉴定、仲裁业务8300件，增长12%。", "公证、司法鉴定、仲裁业务增长幅度"),
        ("排查图斑83个、面积970亩，整改率98%。", "排查图斑整改率"),
        # what a measure is called is not said twice
        ("河道长830米。", "河道长度"),
        ("服务半径9公里。", "服务半径"),
        ("巡逻队累计行程8300公里。", "巡逻队行程"),
        ("完成养护工程126公里。", "养护工程里程"),
    ],
)
def test_a_name_says_of_each_thing_what_is_its_own(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "罚款金额最高，83万元。",  # no kind of things, but how much
        "单日接待量最高，83人。",
        "处罚案件占比最大，为64%。",
        "近年来最多，83件。",
        "抽调法制骨干、执法能手评查案卷83卷。",
        "因政策调整导致的纠纷进行调解83件。",
    ],
)
def test_a_measure_that_is_highest_and_who_acts_are_quoted(text):
    assert "＿" in labels(text)[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("协调解决企业反映问题83个。", "企业反映问题解决数"),
        ("加强备案监督，对乡镇报送的文件提出修改意见83条。", "修改意见数"),
        ("提请市人大常委会审议地方性法规草案9部。", "地方性法规草案提请数"),
        ("查办各类违法案件83件，罚没金额97万元。", "违法案件罚没金额"),
        ("重大行政处罚决定法制审核率保持100%。", "重大行政处罚决定法制审核率"),
        ("处置批而未供土地83亩、闲置土地9亩。", "处置闲置土地面积"),
        (
            "化解矛盾纠纷83件，调处成功率98%，其中婚姻家庭纠纷占31%。",
            "矛盾纠纷婚姻家庭纠纷占比",
        ),
        (
            "支持人民法院审理行政案件，一审案件83件，败诉率同比下降2.4个百分点。",
            "败诉率下降幅度",
        ),
    ],
)
def test_a_name_says_who_did_what_with_which_things(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        "全市83个行政执法主体公布了裁量权基准。",
        "组织83名党政主要负责人现场述法。",
        "罚没款9万元，移送纪检监察机关追责问责3人。",
        "立案查处食品药品、特种设备等领域违法案件83件。",
    ],
)
def test_those_who_did_something_and_parts_of_a_list_are_no_whole(text):
    assert "＿" in labels(text)[-1]
