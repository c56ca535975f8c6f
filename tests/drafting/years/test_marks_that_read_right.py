"""What is marked reads whole and says what is to be done; what comes back is not marked."""

import pytest

from nianbao.drafting.years import new_year
from nianbao.report.model import EntryKind
from tests.drafting.drafts import FRAME, drafted, read, text, turned


def asked(new):
    return {change.before: change.reason for change in new.changes if change.open}


@pytest.mark.parametrize(
    "said",
    [
        "新收行政复议案件86件（2024年为63件）。",
        "评查案卷86份（上年63份）。",
        "受理信访事项86件（去年同期为63件）。",
    ],
)
def test_last_years_number_in_brackets_is_known_when_the_year_turns(said):
    last, _ = turned(said)
    assert [one.operands[0].endswith("@上年") for one in last.relations] == [True]


@pytest.mark.parametrize(
    "said",
    [
        "评查案卷86份（2023年63份）。",
        "评查案卷86份（其中2024年的63份）。",
        "培训干部86人（去年63场）。",
    ],
)
def test_another_number_in_brackets_is_not(said):
    last, _ = turned(said)
    assert not last.relations


@pytest.mark.parametrize(
    ("said", "marked"),
    [
        ("青溪镇便民登记窗口登上全省红榜。", "登记窗口【待核：登上全省红榜】"),
        ("贯彻2025年省委一号文件部署。", "贯彻【待核：2025年】省委"),
        ("在2025年全市政法工作会议上述法。", "在【待核：2025年】全市"),
        ("2024年比2023年多收案86件。", "【待核：2024年】比【待核：2023年】"),
    ],
)
def test_a_mark_holds_whole_words_and_years_move_together(said, marked):
    assert marked in drafted(said)


@pytest.mark.parametrize(
    "said",
    [
        "轻微违规行为首次发生并当场改正的，不予处罚。",
        "首次发现的问题以教育为主。",
        "12月4日，全县开展宪法宣传。",
        "12月4日前后，组织宪法进乡村。",
        "2025年的复议案件中，劳动保障类居多。",
        "2025年年初，召开会议部署年度法治工作。",
        "2025年年底，对各乡镇开展考核。",
        "代表建议均已答复。",
        "督察意见均已反馈。",
    ],
)
def test_what_comes_back_each_year_is_not_marked(said):
    assert "【待核：" not in drafted(said).split("（二）")[0]


def test_what_was_done_at_the_beginning_of_the_year_keeps_it():
    assert "【待核：2025年】年初，" in drafted("2025年年初，县数据中心投用。")


def test_a_feud_of_years_is_no_plan_of_years():
    _, new = turned("化解历时七年的办证难题。")
    assert next(iter(asked(new).values())).startswith("这件事是那一年办结的")


def drafted_with(*lines):
    frame = [
        line.format(year=2025, next=2026, first="开展培训。", second="化解纠纷。") for line in FRAME
    ]
    last = read(*frame[:5], *lines)
    return last, new_year.start(last.report, last.indicators, last.figures)


def test_under_a_title_of_both_the_text_says_where_the_plans_begin():
    last, _ = drafted_with("二、存在的短板和改进方向", "文书说理不透。今后将加强培训。")
    kinds = [entry.kind for entry in last.report.sections[-1].entries]

    assert kinds == [EntryKind.SHORTCOMING, EntryKind.PLAN]


def test_the_points_of_a_plan_are_asked_one_by_one_however_they_are_counted():
    last, new = drafted_with("二、2026年安排", "第一，建好队伍。第二，用好清单。第三，管好案卷。")
    assert text(last, new).count("【待核：上年的安排，请改写】") == 3


def test_a_question_reads_with_the_years_of_its_text():
    _, new = drafted_with("二、2026年安排", "2026年，培训调解员86名。")
    assert "2026年，培训调解员□名。" in asked(new)


def test_the_year_of_a_fault_moves_and_the_fault_is_marked_once():
    last, new = drafted_with("二、存在的不足", "2025年，法治建设还存在不少短板。")
    assert "二、存在的不足\n【待核：上年的不足，请改写】2026年，法治建设" in text(last, new)
