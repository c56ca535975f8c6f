"""What is asked about when the year turns: marked where it stands, once, and with a reason."""

import pytest

from nianbao.drafting.years import new_year
from nianbao.report import flow
from nianbao.report.change import ChangeRule
from nianbao.report.figures.ledger import Ledger
from nianbao.report.writing import placeholder
from nianbao.report.writing.placeholder import CHECK
from tests.corpus import REPORTS
from tests.drafting.drafts import BODY, FRAME, drafted, read, text, turned


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
def test_what_is_asked_about_is_marked_and_what_is_marked_is_asked_about(file):
    last = read(*file.read_text(encoding="utf-8").splitlines())
    new = new_year.start(last.report, last.indicators, last.figures)
    year = new.report.year
    ledger = Ledger.of(year, last.indicators, [*last.figures, *new.figures], last.relations)
    read_as = flow.texts(flow.rendered(new.report, ledger.values()))
    asked: dict[str, list[str]] = {}
    for change in new.changes:
        assert type(change.rule) is ChangeRule
        if change.open:
            assert change.reason
            asked.setdefault(change.piece, []).append(change.after)

    marks = {
        piece: [found.text for found in placeholder.find(said) if found.kind is CHECK]
        for piece, said in read_as.items()
    }

    assert asked == {piece: found for piece, found in marks.items() if found}


@pytest.mark.parametrize("file", REPORTS, ids=lambda file: file.stem)
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
        ("2025年末，县解纷中心正式启用，入驻单位9家。", "【待核：2025年末】，【待核：县解纷中心"),
        ("2025年本县通过国家园林县城复审。", "【待核：2025年】本县【待核：通过国家园林县城复审】"),
        ("2025年，机构改革任务全面完成。", "【待核：2025年】，【待核：机构改革"),
        ("做法2025年见诸省报头版。", "做法【待核：2025年】见诸"),
        ("“云上解纷”于2025年上线。", "于【待核：2025年】上线"),
        ("自2025年起，全面实行公示。", "自【待核：2025年】起"),
        ("2025年，县政府迁址办公。", "【待核：2025年】，【待核：县政府迁址办公】"),
        ("2025年是建县70周年。", "【待核：2025年】是建县【待核：70周年】"),
        ("2025年（乙巳年）以来，学法6次。", "2026年（【待核：乙巳年】）以来"),
        ("2025年4号台风“海葵”过境，抢险9次。", "【待核：2025年4号台风“海葵”】"),
        ("败诉率为近六年最低。", "败诉率为【待核：近六年最低】"),
        ("县十六届人大五次会议通过。", "县【待核：十六届人大五次会议】通过"),
        ("宣讲9场。下一步，将办好夜校。", "【待核：下一步，将办好夜校】"),
        ("宣讲9场。2026年，县司法局将扩建接待厅。", "【待核：2026年，县司法局将扩建接待厅】"),
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
        "对矛盾隐患逢二逢八集中会诊，化解96件。",
        "在《云麓晚报》等报刊刊发普法稿件63篇。",
        "热线首次回应率保持稳定，受理诉求96件。",
        "六五世界环境日、一二四宪法日开展宣传活动63场。",
        "法治督察办每半月调度一次，督办事项63件。",
        "驻所律师每周坐班不少于6小时，解答咨询96人次。",
    ],
)
def test_words_that_only_look_like_it_are_not_asked(said):
    _, new = turned(said)
    asked = [change for change in new.changes if change.open and change.rule != "entry_kept"]

    assert asked == []


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("做法以《一张网管到底》为题刊发。", "以【待核：《一张网管到底》为题刊发】。"),
        ("经《云麓晚报》头版推介。", "经【待核：《云麓晚报》头版推介】。"),
        ("普法工作检查取得全省第四名。", "检查【待核：取得全省第四名】。"),
        ("常务副县长 李云", "【待核：常务副县长 李云】"),
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


def test_a_phrase_that_is_known_to_be_right_this_year_is_not_asked():
    said = "全面贯彻党的二十大和二十届历次全会精神。"
    assert said in drafted(said, year=2024)
    assert "【待核：二十届历次全会】" in drafted(said, year=2025)


def test_what_was_done_once_is_explained_once_a_section_and_marked_everywhere():
    first = "成立跨镇调解中心。出台《霁岚县执法监督办法》。建成法治文化公园。"
    last, new = turned(first, "修订《霁岚县应急预案》。")
    asked = [change for change in new.changes if change.rule == "event_of_last_year"]

    assert [change.before for change in asked] == ["成立跨镇调解中心", "修订《霁岚县应急预案》"]
    assert "这一节里还有：出台《霁岚县执法监督办法》；建成法治文化公园。" in asked[0].reason
    assert "【待核：出台《霁岚县执法监督办法》】。【待核：建成法治文化公园】" in text(last, new)


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("县数据局揭牌。", "【待核：县数据局揭牌】。"),
        ("青溪法庭、县商会，综治中心实体化运行。", "，【待核：综治中心实体化运行】。"),
        ("三级“雪亮”系统上线运行，归集数据86万条。", "系统上线运行】，归集"),
        ("“八五”普法中期验收顺利通过。", "【待核：“八五”普法】【待核：中期验收顺利通过】。"),
        ("投资86万元的服务中心竣工。", "元的服务中心【待核：竣工】。"),
    ],
)
def test_a_short_deed_is_marked_with_the_words_that_say_whose_it_is(said, marked):
    assert marked in drafted(said)


def test_what_is_counted_each_year_is_no_event():
    _, new = turned(
        "新建成调解室12个，成立服务队5支，修订应急预案21个。在12个司法所挂牌设点，"
        "制发《执法监督意见书》6份，创成省级示范村3个。"
    )
    rules = ("event_of_last_year", "once_only")
    assert not [change for change in new.changes if change.rule in rules]


def test_what_was_done_once_is_asked_in_the_opening_too_once():
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[1] = "2025年，霁岚县完成机构改革，县综合执法局挂牌成立。现将有关情况报告如下："
    last = read(*lines)
    new = new_year.start(last.report, last.indicators, last.figures)
    (asked,) = [change for change in new.changes if change.rule == "event_of_last_year"]

    assert asked.before == "霁岚县完成机构改革"
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


@pytest.mark.parametrize(
    "said",
    [
        "2025年，霁岚县坚持走中国特色社会主义乡村善治道路，依法行政能力增强。",
        "2025年，霁岚县闯出一条山区县依法治理的新路子。",
        "2025年，霁岚县向全县人民递交了一份法治答卷。",
    ],
)
def test_the_year_of_an_opening_that_any_year_could_have_moves(said):
    lines = [line.format(year=2025, next=2026, first=BODY, second=BODY) for line in FRAME]
    lines[1] = f"{said}现将有关情况报告如下："
    last = read(*lines)
    draft = text(last, new_year.start(last.report, last.indicators, last.figures))

    assert said.replace("2025年", "2026年") in draft


def test_a_mark_holds_no_other_mark():
    draft = drafted("荣获省级以上荣誉12项，首批建成示范点3个，位列全市第2位。")
    assert "【待核：" in draft
    assert not [m for m in draft.split("【")[1:] if "】" not in m]
