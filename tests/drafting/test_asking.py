"""What is asked about when the year turns: marked where it stands, once, and with a reason."""

from pathlib import Path

import pytest

from nianbao.drafting import new_year
from nianbao.report import flow
from nianbao.report.document import Document, Paragraph
from nianbao.report.figures.ledger import Ledger
from nianbao.report.writing import placeholder
from nianbao.report.writing.placeholder import CHECK
from nianbao.understanding.understand import understand

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))
FRAME = (
    "霁岚县{year}年法治政府建设年度报告",
    "{year}年，霁岚县扎实推进法治政府建设。现将有关情况报告如下：",
    "一、主要举措和成效",
    "（一）规范行政执法。{first}",
    "（二）化解矛盾纠纷。{second}",
    "二、存在的不足和原因",
    "一是个别干部能力不足。二是基层力量薄弱。",
    "三、{next}年主要安排",
    "（一）强化执法监督。持续提升执法水平。",
)
BODY = "健全工作机制，压实工作责任，推动各项任务落地见效。"


def read(*lines):
    paragraphs = tuple(Paragraph(text=line) for line in lines)
    return understand(Document(kind="txt", name="x", paragraphs=paragraphs), stem="t")


def turned(first, second=BODY, *, year=2025):
    """Return the turned year and its text, for a report that says these two things."""
    said = {"year": year, "next": year + 1, "first": first, "second": second}
    last = read(*(line.format(**said) for line in FRAME))
    return last, new_year.start(last.report, last.indicators, last.figures)


def text(last, new):
    year = new.report.year
    ledger = Ledger.of(year, last.indicators, [*last.figures, *new.figures], last.relations)
    return flow.text(flow.rendered(new.report, ledger.values()))


def drafted(first, second=BODY, *, year=2025):
    return text(*turned(first, second, year=year))


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_what_is_asked_about_is_marked_and_what_is_marked_is_asked_about(file):
    last = read(*file.read_text(encoding="utf-8").splitlines())
    new = new_year.start(last.report, last.indicators, last.figures)
    year = new.report.year
    ledger = Ledger.of(year, last.indicators, [*last.figures, *new.figures], last.relations)
    read_as = flow.texts(flow.rendered(new.report, ledger.values()))
    asked: dict[str, list[str]] = {}
    for change in new.changes:
        assert type(change.rule) is str
        if change.open:
            assert change.reason
            asked.setdefault(change.piece, []).append(change.after)

    marks = {
        piece: [found.text for found in placeholder.find(said) if found.kind is CHECK]
        for piece, said in read_as.items()
    }

    assert asked == {piece: found for piece, found in marks.items() if found}


@pytest.mark.parametrize("file", CORPUS, ids=lambda file: file.stem)
def test_without_its_marks_a_text_reads_as_last_years(file):
    last = read(*file.read_text(encoding="utf-8").splitlines())
    new = new_year.start(last.report, last.indicators, last.figures)

    before = flow.text(list(flow.lines(last.report)))
    after = flow.text(list(flow.lines(new.report)))

    kept = [line for line in placeholder.unmarked(after).split("\n") if "待填" not in line]
    assert set(kept) <= set(before.split("\n"))


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        (
            "云麓镇获评2025年度全省平安建设先进乡镇。",
            "云麓镇【待核：获评2025年度全省平安建设先进乡镇】",
        ),
        ("县司法局荣获2025年度集体三等功。", "县司法局【待核：荣获2025年度集体三等功】"),
        ("两份案卷获得2025年度全市“优秀案卷”。", "【待核：获得2025年度全市“优秀案卷”】"),
        (
            "2025年，云麓镇被评为全省示范乡镇。",
            "【待核：2025年】，云麓镇【待核：被评为全省示范乡镇】",
        ),
        ("云麓镇被省司法厅授牌。", "被省司法厅【待核：授牌】"),
        ("调解室入选全国典型案例。", "调解室【待核：入选全国典型案例】"),
        ("项目获批省级试点。", "项目【待核：获批省级试点】"),
        ("发出全市首张歇业备案通知书。", "发出【待核：全市首张】歇业备案通知书"),
        ("编印全省首本执法口袋书。", "编印【待核：全省首本】执法口袋书"),
        ("举办首届法治文化节。", "举办【待核：首届】法治文化节"),
        ("办结首例跨省案件。", "办结【待核：首例】跨省案件"),
        ("考核排名全省第一。", "考核【待核：排名全省第一】"),
        ("满意度连续四年提升。", "满意度【待核：连续四年】提升"),
        ("县十八届人大常委会第二十一次会议听取报告。", "第二十一次会议】听取报告"),
        ("2025年9月18日成立仲裁分中心。", "【待核：2025年9月18日】成立仲裁分中心"),
        ("2024年被授予示范称号的5个村持续巩固。", "【待核：2024年】被授予示范称号的"),
        ("2025年荣获市级以上表彰12项。", "【待核：2025年】荣获市级以上表彰"),
        ("2025年成立调解中心。", "【待核：2025年】成立调解中心"),
        ("印发《霁岚县2025年法治建设要点》。", "印发【待核：《霁岚县2025年法治建设要点》】"),
        ("做法在全省范围内推广。", "做法【待核：在全省范围内推广】"),
        ("2025年，云麓司法所被评定为规范化所。", "【待核：2025年】，云麓司法所【待核：被评定为"),
        ("县信访局荣膺2025年度先进。", "【待核：荣膺2025年度先进】"),
        ("2025年末，县解纷中心正式启用，入驻单位9家。", "【待核：2025年末】，县解纷中心"),
        ("2025年本县通过国家园林县城复审。", "【待核：2025年】本县【待核：通过国家园林县城复审】"),
        ("2025年，机构改革任务全面完成。", "【待核：2025年】，机构改革"),
        ("做法2025年见诸省报头版。", "做法【待核：2025年】见诸"),
        ("“云上解纷”于2025年上线。", "于【待核：2025年】上线"),
        ("自2025年起，全面实行公示。", "自【待核：2025年】起"),
        ("2025年，县政府迁址办公。", "【待核：2025年】，县政府【待核：迁址办公】"),
        ("2025年是建县70周年。", "【待核：2025年】是建县【待核：70周年】"),
        ("2025年（乙巳年）以来，学法6次。", "2026年（【待核：乙巳年】）以来"),
        ("2025年4号台风“海葵”过境，抢险9次。", "【待核：2025年4号台风“海葵”】"),
        ("败诉率为近六年最低。", "败诉率为【待核：近六年最低】"),
        ("县十六届人大五次会议通过。", "县【待核：十六届人大五次会议】通过"),
        ("宣讲9场。下一步，将办好夜校。", "【待核：下一步，将办好夜校】"),
        ("宣讲9场。2026年，县司法局将扩建接待厅。", "【待核：2027年，县司法局将扩建接待厅】"),
        ("办法自2025.9.1起施行，受理信访96件。", "办法自【待核：2025.9.1】起"),
        ("办法自2025-09-01起施行，受理信访96件。", "办法自【待核：2025-09-01】起"),
        ("办法自2025/9/1起施行，受理信访96件。", "办法自【待核：2025/9/1】起"),
        ("九月三日，县委听取汇报。", "【待核：九月三日】，县委"),
        ("自9月1号起施行，受理信访96件。", "自【待核：9月1号】起"),
        ("办法自25年9月1日起施行，受理信访96件。", "办法自【待核：25年9月1日】起"),
        ("2025年1—10月，受理信访96件。", "【待核：2025年1—10月】，受理信访"),
    ],
)
def test_what_happened_once_stays_as_it_was_and_is_asked(said, marked):
    assert marked in drafted(said)


@pytest.mark.parametrize(
    "said",
    [
        "锚定法治建设率先突破目标，压实首要责任。",
        "对首次轻微违法行为不予处罚，落实首违不罚清单。",
        "第一时间响应诉求，健全首席法律顾问制度。",
        "压实第一责任人责任，坚持第一议题制度。",
        "群众获得感明显增强，实行首问负责制。",
        "凡是合法承诺，不因政府换届而违约毁约。",
        "对重大隐患挂牌督办，未经审核一律不得出台。",
        "认真贯彻重新修订的操作规程要求。",
        "完善文件制定程序，提高文件印发质量。",
        "全年检查频次较去年明显减少。",
        "在3月15日、6月26日等重要节点开展宣传。",
        "办结率由去年的96%升至97%。",
    ],
)
def test_words_that_only_look_like_it_are_not_asked(said):
    _, new = turned(said)
    asked = [change for change in new.changes if change.open and change.rule != "entry_kept"]

    assert asked == []


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("以“八五”普法为抓手。", "以【待核：“八五”普法】为抓手"),
        ("圆满收官十四五时期目标。", "圆满收官【待核：十四五时期】目标"),
        ("纳入“十四五”规划。", "纳入【待核：“十四五”规划】"),
        ("落实“一规划两纲要”。", "落实【待核：“一规划两纲要”】"),
        ("深化提升行政执法质量三年行动。", "深化【待核：提升行政执法质量三年行动】"),
        ("深化安全生产治本攻坚三年行动。", "深化安全生产治本攻坚【待核：三年行动】"),
        ("落实实施方案（2021-2025年）要求。", "【待核：2021—2025年】"),
    ],
)
def test_a_period_that_has_ended_is_asked_in_every_writing(said, marked):
    last, new = turned(said)
    assert marked in text(last, new)
    assert [change.rule for change in new.changes if change.rule == "period_ended"]


def test_what_follows_a_plan_is_said_where_it_is_known():
    _, new = turned("纳入“十四五”规划，实施“八五”普法。")
    reasons = "".join(change.reason for change in new.changes if change.rule == "period_ended")

    assert "接续的是“十五五”规划（2026—2030年）" in reasons
    assert "接续的是“九五”普法规划（2026—2030年）" in reasons


def test_a_period_in_its_last_year_is_asked_and_one_that_goes_on_is_not():
    _, ending = turned("实施“八五”普法。", year=2024)
    _, going = turned("实施“八五”普法，落实《改革纲要（2023—2027年）》。", year=2022)

    assert "这一年是最后一年" in next(c.reason for c in ending.changes if c.rule == "period_ended")
    assert not [c for c in going.changes if c.open and c.rule != "entry_kept"]


def test_a_phrase_that_is_known_to_be_right_this_year_is_not_asked():
    said = "全面贯彻党的二十大和二十届历次全会精神。"
    assert said in drafted(said, year=2024)
    assert "【待核：二十届历次全会】" in drafted(said, year=2025)


def test_what_was_done_once_is_asked_once_a_section_and_says_what_else():
    first = "成立跨镇调解中心。出台《霁岚县执法监督办法》。建成法治文化公园。"
    last, new = turned(first, "修订《霁岚县应急预案》。")
    asked = [change for change in new.changes if change.rule == "event_of_last_year"]

    assert [change.before for change in asked] == ["成立跨镇调解中心", "修订《霁岚县应急预案》"]
    assert "这一节里还有：出台《霁岚县执法监督办法》；建成法治文化公园。" in asked[0].reason
    assert "建成法治文化公园" in text(last, new)


def test_what_is_counted_each_year_is_no_event():
    _, new = turned(
        "新建成调解室12个，成立服务队5支，修订应急预案21个。在12个司法所挂牌设点，"
        "制发《执法监督意见书》6份，创成省级示范村3个。"
    )
    rules = ("event_of_last_year", "once_only")
    assert not [change for change in new.changes if change.rule in rules]


def test_a_year_moves_where_nothing_happened_once():
    draft = drafted("2025年，全县行政复议案件持续下降。与2024年相比，质效提升。")
    assert "2026年，全县行政复议案件持续下降。与2025年相比" in draft


@pytest.mark.parametrize(
    ("shortcomings", "plans"),
    [
        ("问题与短板", "2026年重点任务"),
        ("面临的困难和挑战", "今后努力方向"),
        ("主要短板弱项", "明年工作重点"),
        ("需要改进的地方", "改进措施和努力方向"),
        ("差距和不足", "下阶段工作举措"),
        ("问题与不足", "工作设想"),
        ("需进一步加强的工作", "未来展望"),
        ("自查发现的问题", "改进提升措施"),
        ("亟待解决的问题", "对策措施"),
        ("法治建设中的问题短板", "2026年目标任务"),
    ],
)
def test_shortcomings_and_plans_are_asked_under_any_title(shortcomings, plans):
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[5:] = [f"二、{shortcomings}", "（一）差距大。人手少。", f"三、{plans}", "（一）练内功。"]
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert text(last, new).count("【待核：上年的") == 2


@pytest.mark.parametrize(
    ("shortcomings", "plans"),
    [("工作中的薄弱环节", "对策措施"), ("执法短板", "工作建议"), ("主要弱项", "整改举措")],
)
def test_shortcomings_and_plans_are_asked_under_a_title_inside_a_part(shortcomings, plans):
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME[:4]]
    lines += [f"（二）{shortcomings}", "学法用法深度不够。", f"（三）{plans}", "深化学法用法。"]
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert text(last, new).count("【待核：上年的") == 2


@pytest.mark.parametrize(
    "theme",
    [
        "补齐短板弱项，提升执法质效",
        "紧盯薄弱环节，加强执法监督",
        "强化改进措施，优化营商环境",
        "关爱困难群众，提升法律服务水平",
    ],
)
def test_a_theme_that_deals_with_what_was_wanting_is_none_of_it(theme):
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME[:4]]
    last = read(*lines, f"二、{theme}", "化解纠纷86件。", "三、狠抓落实，压实责任", BODY)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert "【待核：" not in text(last, new)


def ended(*last_lines):
    """Return the turned text of a report without such parts that ends with these lines."""
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME[:4]]
    last = read(*lines, "二、压实责任，强化监督", "召开会议7次。", *last_lines)
    return text(last, new_year.start(last.report, last.indicators, last.figures))


@pytest.mark.parametrize(
    "said",
    [
        "展望未来，霁岚县将持续深化改革。",
        "站在新的起点上，霁岚县将奋发有为。",
        "新征程上，我们将勇毅前行。",
        "我们将以此为契机，提升依法行政水平。",
        "霁岚县将坚持问题导向，改进工作。",
        "在下一步工作中，霁岚县将查漏补缺。",
        "在今后的工作中，县政府将一抓到底。",
        "打算：更新执法设备。",
        "不足：执法设备老化。",
        "在肯定成绩的同时，我们也清醒地看到，基层能力与新要求还不相适应。",
        "虽然取得一定成效，但对照先进地区，仍有不小差距。",
        "总的看，普法取得新成绩，但也存在形式单一等不足。",
        "回顾一年工作，我们清醒看到，还有不少薄弱环节。",
        "面向“十五五”，霁岚县将接续奋斗。",
        "对此，霁岚县将加强保障。",
    ],
)
def test_a_last_paragraph_that_says_what_is_wanting_or_planned_is_asked(said):
    assert ended(said).count("【待核：上年的") == 1


@pytest.mark.parametrize(
    "said",
    [
        "霁岚县将优化营商环境作为头号工程，常抓不懈。",
        "我县将法治建设纳入发展规划。",
        "虽然人少事多，但执法人员克服困难，按期办结案件。",
        "在取得改革成效的同时，注重总结经验。",
        "我们也看到，群众满意度持续提升。",
        "在下一步整改中逐项销号。",
        "存在问题的单位均已整改到位。",
        "困难群众法律援助：有求必应。",
        "面对新形势，县政府主动作为。",
        "为此，我县将普法纳入考核。",
    ],
)
def test_a_last_paragraph_that_only_sounds_so_is_not(said):
    assert "【待核：" not in ended(said)


def test_what_was_done_once_is_asked_in_the_opening_too_once():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[1] = "2025年，霁岚县完成机构改革，县综合执法局挂牌成立。现将有关情况报告如下："
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)
    (asked,) = [change for change in new.changes if change.rule == "event_of_last_year"]

    assert asked.before == "完成机构改革"
    assert "挂牌成立" in asked.reason


def test_an_opening_that_says_where_a_county_lies_is_no_question():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[1] = "霁岚县地处江北，河湖交错，素有“鱼米之乡”美誉。现将有关情况报告如下："
    last = read(*lines)

    assert (
        "【待核："
        not in text(last, new_year.start(last.report, last.indicators, last.figures)).partition(
            "一、"
        )[0]
    )


def test_the_lines_of_a_list_are_what_the_text_before_them_says():
    draft = ended(
        "工作中还存在以下问题：",
        "1.力量薄弱",
        "2.形式单一",
        "下一步重点做好：",
        "1.补力量",
        "2.换形式",
    )

    assert draft.count("【待核：上年的不足，请改写】") == 2
    assert draft.count("【待核：上年的安排，请改写】") == 2


@pytest.mark.parametrize(
    "said",
    [
        "{}年受理行政复议案件83件。",
        "{}年，在县委领导下，全县受理行政复议案件83件。",
        "{}年，组织矛盾排查，化解纠纷83件。",
        "编制{}年度重大行政决策事项目录。",
        "{}年，云麓县坚持依法行政。",
        "{}年国庆期间，出动人员83人次。",
        "截至{}年底，全县有执法人员83名。",
    ],
)
def test_a_year_moves_where_things_come_back_each_year(said):
    assert said.format(2026).split("83")[0] in drafted(said.format(2025))


def test_what_a_paragraph_says_of_the_year_ahead_is_a_plan_and_nothing_else_there_is():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME[:5]]
    lines += ["二、强化监督，规范权力运行", "办理建议86件。", "2026年，霁岚县将继续加强队伍建设。"]
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert "\n办理建议【待填：" in text(last, new)
    assert "【待核：上年的安排，请改写】2027年，霁岚县将继续" in text(last, new)


def test_shortcomings_are_asked_that_stand_in_a_measure_or_lead_to_plans():
    draft = drafted("全年培训9次，但仍存在人手不足、形式单一等问题。")
    assert "但【待核：仍存在人手不足、形式单一等问题】" in draft

    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[6] = "全县仍存在一些不足：人手较少；形式单一。下一年，重点做好以下工作："
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)
    assert "【待核：上年的不足，请改写】全县仍存在" in text(last, new)


def test_a_document_of_that_year_does_not_move():
    assert "落实市政府【待核：2025年】1号文件" in drafted("认真落实市政府2025年1号文件精神。")


def test_the_year_of_a_plan_moves_though_it_names_something_done_once():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[8] = "（一）强化执法监督。争取2026年底前建成智慧执法平台。"
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)

    assert "争取2027年底前建成智慧执法平台" in text(last, new)


def test_a_mark_holds_no_other_mark():
    draft = drafted("荣获省级以上荣誉12项，首批建成示范点3个，位列全市第2位。")
    assert "【待核：" in draft
    assert not [m for m in draft.split("【")[1:] if "】" not in m]


def test_a_lead_in_is_not_asked_about():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[6] = "存在的不足主要表现在："
    last = read(*lines, "（一）监督力度不够。", "（二）队伍建设滞后。")
    new = new_year.start(last.report, last.indicators, last.figures)

    assert "存在的不足主要表现在：" in text(last, new).split("\n")


@pytest.mark.parametrize("year", range(2018, 2032))
def test_a_report_on_any_year_can_be_turned(year):
    assert f"{year + 1}年法治政府建设年度报告" in drafted("荣获省级表彰。", year=year)


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("县司法局成为全市唯一一家参评单位。", "【待核：全市唯一一家】参评单位"),
        ("做法填补全省空白。", "做法【待核：填补全省空白】"),
        ("在全省会议上作经验介绍。", "【待核：在全省会议上作经验介绍】"),
        ("承办全市执法现场会，参会90人。", "【待核：承办全市执法现场会】，参会"),
        ("市长作出肯定性批示。", "市长【待核：作出肯定性批示】"),
        ("侦破“5·27”系列盗窃案。", "侦破【待核：“5·27”系列盗窃案】"),
        ("开展第12个国家宪法日活动。", "开展【待核：第12个】国家宪法日活动"),
        ("新一届党工委研究法治工作6次。", "【待核：新一届】党工委"),
        ("贯彻新《行政复议法》。", "贯彻【待核：新】《行政复议法》"),
        ("近日，印发通知。", "【待核：近日】，印发通知"),
        ("受理上个月移交的线索26条。", "受理【待核：上个月】移交的线索"),
    ],
)
def test_what_is_right_in_one_year_only_is_asked(said, marked):
    assert marked in drafted(said)


@pytest.mark.parametrize(
    "said",
    [
        "明确唯一标识编码。",
        "附近日常巡查有序开展。",
        "每年12月前办结。",
        "全新《操作规程》上墙。",
        "30日前完成整改。",
    ],
)
def test_what_only_looks_like_that_is_not_asked(said):
    marked = {found.text for found in placeholder.find(drafted(said)) if found.kind is CHECK}

    assert not {"唯一", "近日", "日前", "新"} & marked


@pytest.mark.parametrize(
    "said", ["较2024年提升6.5个百分点", "2025.12.4活动发放资料96份", "25年办结率97%"]
)
def test_no_name_keeps_a_year_that_is_over(said):
    last, _ = turned(f"{said}。")

    assert not [one.name for one in last.indicators if "202" in one.name or "25年" in one.name]
