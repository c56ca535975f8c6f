"""Names of things told in a row and of those something is done for; what is told only in part."""

import pytest

from tests.understanding.names.labelled import labels


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # each of a row keeps what is said of it alone
        ("协调6个部门常驻、11个部门轮驻。", [None, "轮驻部门数"]),
        (
            "参加全县行政执法资格考试，312人参考、296人合格，合格率94.9%。",
            ["行政执法资格考试参考人数", "行政执法资格考试合格人数", "行政执法资格考试合格率"],
        ),
        # a measure behind a mark is of the same thing
        ("县住建局拆除违法建筑19处、2400平方米。", ["拆除违法建筑数", "拆除违法建筑面积"]),
        # for whom something is done, told by what is done
        ("为56名务工人员追回工资143万元。", ["追回工资务工人员人数", None]),
        ("督促12家物业企业公示收费标准36项。", ["公示收费标准物业企业数", None]),
        # what people take part in is the topic of what follows
        (
            "举办业务培训3期，45人参加执法证年审考试，通过43人，通过率95.6%。",
            [None, None, "执法证年审考试通过人数", "执法证年审考试通过率"],
        ),
        # a part has the noun of its whole, also where the whole has only borrowed it
        (
            "排查矛盾纠纷184起，调处179起，其中邻里类52起、其他31起。",
            [None, None, "邻里类矛盾纠纷数", "其他矛盾纠纷数"],
        ),
        # bodies are counted, not what is looked at in them
        ("对9个部门法治建设情况进行评估。", ["评估部门数"]),
        # a bracket of what is counted with a noun stays in the name
        ("全县43个村（社区）调委会。", ["村社区调委会数"]),
        # how long something took is no topic of what follows
        ("平均办案时间26天，调解率38%。", [None, "调解率"]),
    ],
)
def test_each_number_is_named_by_what_is_said_of_it_alone(text, names):
    found = labels(text)

    assert [name for name, said in zip(found, names, strict=True) if said] == [
        said for said in names if said
    ]


@pytest.mark.parametrize(
    "text",
    [
        "全县38名乡镇、部门主要负责人述法。",
        "对11家液化气站、鞭炮经营点检查42家次。",
        "3个村获评省级民主法治示范村，7个村为市级。",
        "仅有2名执法人员通过法律职业资格考试。",
        "去年为81.2%。",
        "在集镇每月6场高频率开展宣传。",
    ],
)
def test_what_a_name_would_tell_only_in_part_is_quoted(text):
    assert "＿" in labels(text)[-1] or "＿" in labels(text)[0]


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("全镇7个司法所共为96名社区矫正对象建档。", "共为"),
        ("全区共发刑事案件132起。", "共发"),
        ("反馈问题21个，已整改19个，剩余2个限期整改。", "限期"),
    ],
)
def test_a_particle_or_a_haste_is_no_part_of_a_name(text, strange):
    assert not [name for name in labels(text) if strange in name and "＿" not in name]


def test_what_a_deed_goes_by_is_no_topic_of_what_follows():
    text = "围绕复议纠错等6个重点内容，采取实地走访等方式，对9个镇实施全覆盖督察。"

    assert "重点内容" not in labels(text)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "2025年蛇年春节前后慰问调解员96名。",
        "2025学年配备法治副校长86名。",
        "2025版清单发布，共310项。",
    ],
)
def test_no_name_keeps_a_year_that_is_over(text):
    assert "2025" not in labels(text)[-1]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("新办执法证21个，年审196个，注销8个。", ["执法证注销数"]),
        ("11个乡镇全年审查各类文件、合同326件。", ["审查文件、合同数"]),
        ("优化综合绩效考核，法治建设所占权重为4%。", ["法治建设权重"]),
        ("排查并点对点反馈问题42个。", ["反馈问题数"]),
        ("三项指标在全省14个县区中均居前列。", ["居前列县区数"]),
    ],
)
def test_the_last_number_is_told_by_its_own_words(text, names):
    assert labels(text)[-1:] == names


def test_an_average_that_its_name_would_lose_is_quoted():
    assert "平均" in labels("7个司法所平均仅有专职工作人员2.4名。")[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("组织行政许可案卷集中评查，抽取案卷36份。", "行政许可案卷抽取数"),
        ("做好食品安全典型案例报送工作，报送案例4个。", "食品安全典型案例报送数"),
        ("开展业务培训，抽取案卷36份。", "抽取案卷数"),
    ],
)
def test_what_the_clause_before_told_in_full_is_named_in_full(text, name):
    assert labels(text)[-1] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("执法人员：612人；持证人员：598人", ["执法人员人数", "持证人员人数"]),
        ("办结率：98.5%，满意率：99%。", ["办结率", "满意率"]),
    ],
)
def test_what_stands_before_a_colon_names_a_number_alone_behind_it(text, names):
    assert labels(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what the last of a row does, all do
        (
            "共有31名民警、17名辅警因公负伤。",
            ["因公负伤民警人数", "因公负伤辅警人数"],
        ),
        ("共排查出各类矛盾纠纷14起，调处13起。", ["排查矛盾纠纷数", "矛盾纠纷调处数"]),
        ("减少办事费用60多亿元人民币。", ["减少办事费用"]),
    ],
)
def test_a_row_shares_its_predicate_and_a_name_has_no_complement(text, names):
    assert labels(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "实施按日连续处罚4件、查封扣押11件。",
        "口头调解6起，尚未办结3起，比去年下降40%。",
    ],
)
def test_a_further_deed_and_a_change_of_what_is_quoted_are_quoted(text):
    assert any("＿" in name for name in labels(text)[-2:])


def test_all_leading_bodies_are_no_number():
    assert labels("建立四套班子成员联系点29个。") == ["四套班子成员联系点数"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("行政诉讼5件，一审胜诉3件，正在审理1件。", "行政诉讼正在审理数"),
        ("立案查处违法案件52件，结案49件，罚没入库38万元，移送公安机关2件。", None),
        ("抽取检查对象96户，发现问题14户，列入异常名录6户，立案查处3户。", None),
    ],
)
def test_neither_another_deed_nor_a_sum_nor_a_list_is_what_was_counted(text, name):
    found = labels(text)[-1]

    assert name is None or found == name
    assert not found.startswith(("一审胜诉", "入库", "异常名录"))


@pytest.mark.parametrize(
    "text",
    [
        "受理案件83件，其中食品安全案件21件，罚没14万元。",
        "6个所未配备法制员。",
    ],
)
def test_a_sum_of_a_part_and_what_lacks_its_thing_are_quoted(text):
    assert "＿" in labels(text)[-1]


def test_what_is_rectified_is_what_was_found():
    assert labels("检查电梯使用单位83家，发现隐患42处，整改39处。")[-1].endswith("隐患整改数")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("受理案件96件，结案88件，同比上升8.5%、9.8%。", 2),
        ("受理案件96件，结案88件，同比上升8.5%、9.8%。", 3),
        ("办理复议案件96件，首次超过诉讼收案14件。", 1),
        ("“两抢”案件发3起破3起。", 0),
    ],
)
def test_what_leaves_open_what_it_is_of_is_quoted(text, number):
    assert "＿" in labels(text)[number]


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("与6个行政机关就工伤认定问题会商。", "就"),
        ("判决驳回原告诉讼请求21件，裁定驳回起诉9件。", "请求裁定"),
        ("裁定准予执行21件，不准予3件，执行到位金额64万元。", "不准予执行"),
        ("对近三年败诉的12起案件逐案梳理。", "逐案"),
        ("设9个派出机构即9个司法所。", "机构即"),
        ("列入清理范围的96件中，继续有效83件，修改8件，废止5件。", "范围继续"),
    ],
)
def test_no_name_has_a_link_or_a_deed_of_another(text, strange):
    assert not [name for name in labels(text) if strange in name and "＿" not in name]


def test_points_that_are_no_change_are_points():
    assert not labels("败诉率低于全省平均3.1个百分点。")[0].endswith("率")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "物业纠纷、劳动争议、消费纠纷调解成功率分别达95.1%、88.4%、92.7%。",
            ["物业纠纷调解成功率", "劳动争议调解成功率", "消费纠纷调解成功率"],
        ),
        (
            "减环节、减材料、减时限幅度分别为67%、59%和72%。",
            ["减环节幅度", "减材料幅度", "减时限幅度"],
        ),
    ],
)
def test_the_rate_of_a_row_is_told_of_each_thing(text, names):
    assert labels(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "城区绿化、违建拆除率分别为98%、97%。",  # no 绿化拆除率
        "各镇、县直部门办结率分别为98%、97%。",
    ],
)
def test_a_thing_of_a_row_that_has_no_rate_of_its_own_is_quoted(text):
    assert "＿" in labels(text)[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "干部职工学法考试参考率、合格率分别为100%、98%。",
            ["干部职工学法考试参考率", "干部职工学法考试合格率"],
        ),
        (
            "规范性文件报备率、及时率、规范率分别为100%、98%、97%。",
            ["规范性文件报备率", "规范性文件及时率", "规范性文件规范率"],
        ),
        ("一审败诉率、二审败诉率分别为5%、3%。", ["一审败诉率", "二审败诉率"]),
        ("特种设备检验率、隐患整改率分别为98%、97%。", ["特种设备检验率", "隐患整改率"]),
        ("群众满意率、知晓率分别为98%、97%。", ["群众满意率", "知晓率"]),
    ],
)
def test_a_bare_rate_of_a_row_is_of_what_the_first_is(text, names):
    assert labels(text) == names
