"""Names that an official would put in a table."""

import os
import re
import subprocess
import sys
from functools import cache
from itertools import accumulate

import pytest

from nianbao.standards import words
from nianbao.standards.figures.quantities import quantities
from nianbao.understanding.induce import Inducer, TextPlace
from nianbao.understanding.names import labels
from nianbao.understanding.names.choice import scoring, spans
from nianbao.understanding.names.parsing import wording
from nianbao.understanding.numerals import numbers
from tests.corpus import FOLDER

NAMED = [
    ("2025年，全县新收行政复议申请83件。", ["行政复议申请新收数"]),
    (
        "全年受理政府信息公开申请15件，办结15件，办结率100%。",
        ["政府信息公开申请受理数", "政府信息公开办结数", "政府信息公开办结率"],
    ),
    (
        "承办人大代表建议63件、政协提案94件，合计157件。",
        ["人大代表建议承办数", "承办政协提案数", "人大代表建议承办政协提案合计数"],
    ),
    ("组织开展行政执法考试1次。", ["行政执法考试次数"]),
    ("行政机关负责人出庭应诉率为100%。", ["行政机关负责人出庭应诉率"]),
    ("减免公证费用2万余元。", ["减免公证费用"]),
    (
        "对7个乡镇和12个部门开展法治督察，反馈问题46个。",
        ["法治督察乡镇数", "法治督察部门数", "反馈问题数"],
    ),
    ("97.5%的事项实现“最多跑一次”。", ["最多跑一次事项占比"]),
    ("制发《行政执法监督意见书》4份。", ["行政执法监督意见书制发数"]),
    ("“12345”热线受理诉求6.27万件。", ["12345热线受理诉求数"]),
    ("创建国家级民主法治示范村2个、自治区级9个。", [None, "自治区级民主法治示范村数"]),
    ("入企检查次数由上年的4210次下降到2630次。", ["上年入企检查次数", "入企检查次数"]),
    ("乡镇赋权事项由98项调减为54项。", ["原乡镇赋权事项数", "乡镇赋权事项数"]),
    ("开展联合抽查41批次，发现问题7个。", ["联合抽查批次", "联合抽查发现问题数"]),
    ("短视频播放量突破50万次。", ["短视频播放量"]),
    ("全县执法人员持证上岗率98%。", ["执法人员持证上岗率"]),
    ("实现行政执法人员100%持证上岗。", ["行政执法人员持证上岗率"]),
    ("清理2024年底前行政规范性文件93件。", ["行政规范性文件清理数"]),
    ("值班律师提供法律帮助643人次。", ["值班律师法律帮助人次"]),
    (
        "全县13个乡镇便民服务中心、126个村便民服务站规范运行，可办事项分别达到98项、32项。",
        [None, "村便民服务站数", "乡镇便民服务中心可办事项数", "村便民服务站可办事项数"],
    ),
    (
        "办理代表建议84件、政协提案97件，满意率分别为99%、98%。",
        ["办理代表建议数", "办理政协提案数", "代表建议满意率", "政协提案满意率"],
    ),
    ("满意和基本满意率分别为98.8%、99%。", ["满意率", "基本满意率"]),
    ("上线“企业迁移登记”等21件“一件事”。", ["上线一件事数"]),
    ("减少环节64个、材料211份。", ["减少环节数", "减少材料数"]),
    ("全年开展合法性审核97次且通过率99%。", ["合法性审核次数", "合法性审核通过率"]),
    ("对2家问题突出的单位进行约谈。", ["约谈问题突出单位家数"]),
    ("将12个乡镇划分为3个片区。", [None, "划分片区数"]),
    (
        "受理复议申请426件，是诉讼案件的2.6倍，审结398件。",
        [None, None, "复议申请审结数"],
    ),
    ("化解纠纷3670起，开展反诈宣传230场。", ["化解纠纷数", "反诈宣传场次"]),
    ("网上可办率99%，平均跑动次数0.12次。", ["网上可办率", "平均跑动次数"]),
    (
        "办理法律援助934件、公证1.1万件、司法鉴定2780件。",
        ["办理法律援助数", "办理公证数", "办理司法鉴定数"],
    ),
]
NAMED += [
    # what is counted
    ("1486项政务服务事项网上可办率99%。", ["政务服务事项数", "政务服务网上可办率"]),
    ("217名拟提拔干部参加法律考试。", ["参加法律考试拟提拔干部人数"]),
    ("拆除违建31处4600平方米。", ["拆除违建数", "拆除违建面积"]),
    ("解决办公经费、人员编制等问题7个。", ["解决问题数"]),
    ("平均压减环节62%、材料48%。", [None, "压减材料幅度"]),
    # a part has the noun of its whole
    (
        "受理援助案件516件，其中农民工203件、未成年人48件。",
        ["受理援助案件数", "农民工援助案件数", "未成年人案件数"],
    ),
    ("建成省级民主法治示范村3个、市级11个。", [None, "市级民主法治示范村数"]),
    # a list shares its head, and no item of it is the topic of what follows
    ("城管领域查处违停80起、占道经营16起，立案21起。", [None, "占道经营数", "城管领域立案数"]),
    # what is only done is done with what was told
    ("新收复议案件83件，纠错率9%；审结75件。", [None, None, "复议案件审结数"]),
    ("调解纠纷376件，成功371件。", ["调解纠纷数", "调解纠纷成功数"]),
]
BROKEN = [
    "将6个乡镇（街道）、27个部门（单位）纳入范围。",
    "印发《工作要点（2024年）》等7个文件，明确6个方面28项任务。",
    "“跨省通办”窗口办理业务346件，发放“一业一证”综合许可证78张。",
    "83件，5次；12万余份。100%、7%（3名），共9人",
]


@cache
def said(text):
    return [named.name for named in labels.names(text, numbers.find(text, quantities()))]


@pytest.mark.parametrize(("text", "expected"), NAMED, ids=[text[:12] for text, _ in NAMED])
def test_a_number_is_named_from_its_clause_and_what_that_speaks_of(text, expected):
    found = said(text)

    assert len(found) == len(expected)
    for name, wanted in zip(found, expected, strict=True):
        assert wanted is None or name == wanted


def test_a_general_name_does_not_take_what_another_sentence_was_about():
    text = "新收行政复议申请83件，纠错率13.25%。发放资料12万余份。"

    assert said(text)[-1] == "发放资料数"


def test_no_name_is_longer_than_a_table_bears():
    text = (
        "编制公布重大行政决策事项目录，纳入目录事项4项，"
        "其中“城乡供水一体化特许经营方案”征集意见建议176条。"
    )

    assert max(map(len, said(text))) <= 26


def test_every_number_has_a_name():
    text = "83件，5次；12万余份。100%、7%（3名），共9人"

    assert all(said(text))


@pytest.mark.parametrize(
    "text",
    [
        "在政务网站上线96个“一件事”集成服务，督促收回土地使用权出让金280余万元。",
        "罚没款98.6万元，对初次违法行为不予处罚31起。",
        "将12项事项下放乡镇，让利企业600万元，从业人员持证率95%。",
        "受理及时率99%，办件和解率31%，对外公开信息56条。",
    ],
)
def test_no_name_begins_inside_a_word(text):
    halves = ("线", "没", "款", "金", "放", "利", "业", "时", "解", "公开", "条")

    assert [name for name in said(text) if name.startswith(halves)] == []


@pytest.mark.parametrize("later", [text for text, _ in NAMED])
def test_a_name_takes_nothing_from_another_sentence(later):
    for earlier, _ in NAMED[::4]:
        assert said(earlier + later)[len(said(earlier)) :] == said(later)


@pytest.mark.parametrize("text", [text for text, _ in NAMED] + BROKEN)
def test_a_name_is_made_of_whole_words_of_its_text(text):
    plain = re.sub("[（）]", "", text)  # 乡镇（街道） are counted together
    edges = set(accumulate(map(len, words.cut(plain)), initial=0))

    for word in filter(lambda word: len(word) > 1, spoken(text)):
        places = [found.start() for found in re.finditer(re.escape(word), plain)]
        assert any({at, at + len(word)} <= edges for at in places), word


def spoken(text):
    """The words of the names of a text, but those that stand for a sum or for last year."""
    chosen = []

    def choose(scene):
        chosen.append(scoring.choose(scene))
        return chosen[-1]

    labels.names(text, numbers.find(text, quantities()), choose)
    found = {word for one in chosen for word in one.best.span.words}
    found |= {
        word
        for one in chosen
        for word in one.best.context.words
        if not one.best.context.source.endswith("short")
    }
    return found - {wording.LAST_YEAR, spans.IN_ALL}


@pytest.mark.parametrize(
    "text", ["公证员21名，比上年末的18名增加3名。", "调解纠纷300件，比上年的280件多20件。"]
)
def test_what_changed_since_last_year_is_named_neither_last_year_nor_many(text):
    assert [name for name in said(text)[2:] if name.startswith("上年") or name == "多数"] == []


def test_what_is_counted_is_the_last_word_of_its_name():
    text = "印发《霜岭区乡镇（街道）网格联合执法方案》，将全区9个乡镇（街道）划分为4个网格。"

    assert said(text)[-1].endswith("网格数")


def test_what_no_name_fits_is_quoted_with_a_blank():
    text = "在政务网站上线96个“一件事”集成服务，其中本级30个、下级12个。"

    assert [quotes[0] for quotes in quoted(text)] == [
        "在政务网站上线＿个‘一件事’集成服务",
        "在政务网站上线…个‘一件事’集成服务，其中本级＿个",
        "其中本级…个、下级＿个",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "属于主动公开的83条，予以公开的9条。",
            ["属于主动公开的＿条", "属于主动公开的…条，予以公开的＿条"],
        ),
        ("全县仍有3个乡镇未配备专职人员。", ["全县仍有＿个乡镇未配备专职人员"]),
        ("把供热管网改造等5项列入年度目录。", ["把供热管网改造等＿项列入年度目录"]),
    ],
)
def test_a_doubtful_name_gives_way_to_the_quotation(text, expected):
    found = labels.names(text, numbers.find(text, quantities()))

    assert [named.label for named in found] == expected


@pytest.mark.parametrize("text", [text for text, _ in NAMED] + BROKEN)
def test_a_quotation_has_one_blank_no_other_number_and_no_half_bracket(text):
    for quotes in quoted(text):
        for quote in quotes:
            assert quote.count("＿") == 1
            assert not re.search(r"\d{2}", re.sub("20[0-9]{2}年|12345", "", quote))
            assert all(quote.count(a) == quote.count(b) for a, b in ("（）", "《》", "‘’"))


def test_a_quotation_is_cut_between_words():
    text = "组织全县各级国家机关和人民团体的工作人员2860名参加网上统一学法用法考试并取得良好成绩"

    [(quote, *_)] = quoted(text)

    before, _, after = quote.partition("＿名")
    assert before in (
        "各级国家机关和人民团体的工作人员",
        "组织全县各级国家机关和人民团体的工作人员",
    )
    assert after in ("参加网上统一学法用法考试", "参加网上统一学法用法考试并取得良好成绩")


def test_figures_of_one_name_are_told_apart_by_what_differs():
    found = labelled("县法院受理案件83件。县检察院受理案件57件。")

    assert len(set(found)) == 2
    assert "法院" in found[0] or "检察院" in found[1]


def test_what_is_there_by_now_is_told_apart_from_what_is_new():
    found = labelled("新增持证人员57名，累计达918名。")

    assert found == ["新增持证人员人数", "持证人员累计人数"]


def test_the_same_words_twice_stay_one_name_for_a_person_to_see():
    assert labelled("化解纠纷83件。化解纠纷57件。")[0] == "化解纠纷数"


def labelled(text):
    inducer = Inducer(year=2024, quantities=quantities())
    inducer.source(text, TextPlace(piece="p", section="", paragraph=0))
    return [mention.label for mention in inducer.mentions]


def quoted(text):
    return [named.quotes for named in labels.names(text, numbers.find(text, quantities()))]


def test_names_are_the_same_on_every_run():
    """Sets of words have no order: what is chosen among them must not depend on it."""
    code = (
        "from nianbao import apart; from tests import at_hand; apart.run = at_hand.run;"
        "from nianbao.desk.incoming import reading; from pathlib import Path; import sys;"
        "print([m.label for m in reading.open_source(Path(sys.argv[1])).understood().mentions])"
    )
    report = str(FOLDER / "云栖县2024.txt")

    said = {
        subprocess.run(
            [sys.executable, "-c", code, report],
            cwd=FOLDER.parents[1],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(said) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24小时自助服务区8个。", "自助服务区数"),
        ("1号文件宣讲36场。", "文件宣讲场次"),
        ("修订章程第5条、第8款共6条。", "修订章程数"),
        ("2.0版系统上线12个。", "系统上线数"),
        ("12345热线办理工单89件。", "12345热线办理工单数"),
    ],
)
def test_no_name_begins_with_what_belongs_to_a_number(text, expected):
    assert said(text)[0] == expected
