"""What is asked about, cell by cell: where it stands, and for what reason."""

import pytest

from nianbao.drafting.cells import FIGURE, YEAR, cells, is_figure, read, source_of
from nianbao.drafting.years import asking, done_once, stretches
from nianbao.drafting.years.stretches import Asked
from nianbao.report.change import Change
from nianbao.report.model import EntryKind
from nianbao.report.writing.slots import Slot
from nianbao.standards.asks import AskRule

YEAR_2026 = 2026


def asked(source, kind=EntryKind.MEASURE, refused=()):
    return asking.asked(cells(source), YEAR_2026, kind, refused)


def test_a_source_is_its_cells():
    source = '收{{ 甲 }}件，{{ 年 }}年{{ 乙|如("12万余") }}'
    found = cells(source)
    assert found == [
        "收",
        Slot(name="甲"),
        *"件，",
        Slot(name="年"),
        "年",
        Slot(name="乙", like="12万余"),
    ]
    assert source_of(found) == source
    assert read(found) == f"收{FIGURE}件，{YEAR}年{FIGURE}"
    assert [is_figure(cell) for cell in found] == [0, 1, 0, 0, 0, 0, 1]


@pytest.mark.parametrize(
    ("source", "rule", "text"),
    [
        ("自7月1日起施行。", AskRule.NUMBER, "7月1日"),
        ("{{ 年 }}年5月30日召开。", AskRule.NUMBER, "5月30日"),
        ("文件共计99。", AskRule.NUMBER, "99"),
        ("依据2021年的办法。", AskRule.YEAR, "2021年"),
        ("依据二〇二一年的办法。", AskRule.YEAR, "二〇二一年"),
        ("落实《规划（2021年）》。", AskRule.YEAR, "《规划（2021年）》"),
        ("落实《规划（2021—2025年）》。", AskRule.PERIOD, "《规划（2021—2025年）》"),
        ("首次编制目录。", AskRule.ONCE, "首次"),
    ],
)
def test_each_place_is_asked_about_once_where_it_stands(source, rule, text):
    (found,) = asked(source)
    start = read(cells(source)).index(text)
    assert (found.rule, found.text) == (rule, text)
    assert (found.start, found.stop) == (start, start + len(text))
    assert found.reason


@pytest.mark.parametrize(
    "source",
    [
        "",
        "规范执法。",
        "收{{ 甲 }}件。",
        "{{ 年 }}年规范执法。",
        "落实《规划（2021—2030年）》。",
        "【待核：7月1日】施行，【待填：件数】。",
    ],
)
def test_what_needs_no_question_has_none(source):
    assert asked(source) == []


@pytest.mark.parametrize(
    ("year", "reason"),
    [
        (2025, "规划期到2025年为止，这一年是最后一年，提法请核对。"),
        (2026, "规划期到2025年为止，请换成接续的文件或删去。"),
    ],
)
def test_a_period_that_ends_this_year_is_told_from_one_that_has_ended(year, reason):
    (found,) = asking.asked(cells("落实《规划（2021—2025年）》。"), year, None)
    assert found.reason == reason
    assert asking.asked(cells("落实《规划（2021—2025年）》。"), 2024, None) == []


def test_last_years_own_year_has_a_reason_of_its_own():
    (last,) = asked("2025年的办法。")
    (older,) = asked("2021年的办法。")
    assert last.reason == "像是去年只办一回的事，年份没有改；今年还写就注明年份，不写就删去。"
    assert older.reason == "往年的年份没有改，请核对。"
    (titled,) = asked("《办法（2021年）》。")
    assert titled.reason == "文件名里的年份没有改，请核对是不是去年的文件、今年还要不要引用。"


def test_places_that_touch_are_one_question_with_the_weightiest_reason():
    (found,) = asked("首次2021年7月1日施行。")
    assert found.text == "首次2021年7月1日"
    rules = list(AskRule)
    assert found.rule is min((AskRule.ONCE, AskRule.NUMBER), key=rules.index)


def test_what_was_refused_is_not_asked_about_again():
    source = "文件共计99。"
    at = source.index("99")
    assert asked(source, refused=[at]) == asked(source, refused=[at + 1]) == []
    assert len(asked(source, refused=[at + 2])) == 1


@pytest.mark.parametrize("kind", [EntryKind.PLAN, EntryKind.SHORTCOMING])
def test_what_is_to_be_rewritten_anyway_is_not_asked_about_for_being_the_first(kind):
    assert asked("首次编制目录。", kind) == []
    assert len(asked("自7月1日起施行。", kind)) == 1
    assert done_once.events(cells("挂牌成立中心。"), kind) == []


def test_a_question_holds_no_figure():
    (found,) = stretches.joined(  # the longest stretch beside it is asked about
        [Asked(start=0, stop=7, text="", rule=AskRule.ONCE, reason="甲")], "首次收□件案子"
    )
    cut = stretches.without_figures(found, cells("首次收{{ 甲 }}件案子"), "首次收□件案子")
    assert (cut.start, cut.stop, cut.text) == (0, 3, "首次收")
    only = Asked(start=0, stop=1, text="□", rule=AskRule.ONCE, reason="甲")
    assert stretches.without_figures(only, cells("{{ 甲 }}"), "□") is None


def test_an_event_is_asked_about_once_a_section_unless_it_is_counted():
    (found,) = done_once.events(cells("7月1日起挂牌成立中心，收{{ 甲 }}件。"), EntryKind.MEASURE)
    assert found.start > 1
    assert found.rule is AskRule.EVENT
    assert done_once.events(cells("在{{ 甲 }}个镇挂牌成立中心。"), EntryKind.MEASURE) == []
    assert done_once.events(cells("【待核：挂牌成立中心】。"), EntryKind.MEASURE) == []
    dated = Asked(start=0, stop=found.start, text="", rule=AskRule.NUMBER, reason="")
    before = Asked(start=0, stop=found.start - 1, text="", rule=AskRule.NUMBER, reason="")
    assert done_once.is_covered(found, [dated])
    assert not done_once.is_covered(found, [before])
    assert stretches.in_order([dated, found][::-1]) == [dated, found]


def test_what_is_settled_is_no_longer_open():
    def change(after, *, open_=True, piece="e1"):
        return Change(rule="once_only", before="甲", after=after, piece=piece, open=open_)

    changes = [
        change("【待核：首次】"),
        change("【待核：7月】"),
        change("文字"),
        change("【待核：首次】", open_=False),
        change("【待核：首次】", piece="e2"),
    ]
    found = asking.still_open(changes, {"e1": "【待核：首次】编制", "e2": "首次编制"})
    assert [one.open for one in found] == [True, False, True, False, False]
    assert [one.after for one in found] == [one.after for one in changes]


@pytest.mark.parametrize("said", ["挂牌成立调解中心。", "建成启用新的服务大厅。"])
def test_an_event_of_two_writings_is_quoted_whole(said):
    (found,) = done_once.events(cells(said), EntryKind.MEASURE)

    assert found.text == said[found.start : found.stop]
