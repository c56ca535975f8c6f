"""Where last year's report told of two years, the draft knows the earlier value of the two."""

from decimal import Decimal

import pytest

from nianbao.report import flow
from nianbao.report.figures.ledger import Ledger
from tests.drafting.drafts import drafted, turned


@pytest.mark.parametrize(
    ("said", "now"),
    [
        (
            "2024年、2025年行政复议案件分别为83件、97件。",
            "2025年、2026年行政复议案件分别为97件、【待填：行政复议案件数（件；上年97）】件。",
        ),
        (
            "2025年和2024年行政复议案件分别为97件、83件。",
            "2026年和2025年行政复议案件分别为【待填：行政复议案件数（件；上年97）】件、97件。",
        ),
        (
            "上年和本年行政复议案件分别为83件、97件。",
            "上年和本年行政复议案件分别为97件、【待填：行政复议案件数（件；上年97）】件。",
        ),
        (
            "行政复议案件由2024年的83件增加到2025年的97件。",
            "由2025年的97件增加到2026年的【待填：行政复议案件数（件；上年97）】件。",
        ),
        (
            "行政复议案件2024年83件、2025年97件。",
            "行政复议案件2025年97件、2026年【待填：行政复议案件数（件；上年97）】件。",
        ),
        ("2025年办理法律援助案件812件，2024年为756件。", "件，2025年为812件。"),
        ("2025年受理案件83件、审结79件，2024年分别为71件、66件。", "，2025年分别为83件、79件。"),
    ],
)
def test_the_earlier_value_is_known_and_the_later_is_asked_for(said, now):
    assert now in drafted(said)


def test_every_row_of_two_years_has_its_earlier_value():
    said = "2024年和2025年行政诉讼案件分别为210件和186件，败诉率分别为8.1%和6.5%。"
    draft = drafted(said)

    assert "2025年和2026年行政诉讼案件分别为186件和【待填：行政诉讼案件数" in draft
    assert "败诉率分别为6.5%和【待填：" in draft


@pytest.mark.parametrize("year", [2019, 2023, 2025, 2030])
def test_a_report_on_any_year_is_read_so(year):
    said = f"{year - 1}年、{year}年行政复议案件分别为83件、97件。"

    assert f"{year}年、{year + 1}年行政复议案件分别为97件、【待填" in drafted(said, year=year)


def test_rendered_with_its_own_values_last_years_report_comes_back():
    said = "2024年、2025年行政复议案件分别为83件、97件，败诉率分别为8.1%和6.5%。"
    last, _ = turned(said)
    ledger = Ledger.of(2025, last.indicators, last.figures, last.relations)

    assert said in flow.text(flow.rendered(last.report, ledger.values()))


@pytest.mark.parametrize(
    "said",
    [
        "2024、2025年度行政复议案件分别为83件、97件。",
        "2024—2025年行政复议案件分别为83件、97件。",
        "2023年、2024年、2025年行政复议案件分别为71件、83件、97件。",
    ],
)
def test_where_the_years_stay_no_value_moves_to_another_year(said):
    draft = drafted(said)

    assert f"【待核：{said.split('行')[0]}】" in draft
    assert "分别为【待填" in draft


@pytest.mark.parametrize(
    "said",
    [
        "2024年、2025年行政复议、行政应诉案件分别为83件、97件。",
        "2024年、2025年行政复议案件分别为83件、97件、101件。",
        "2023年、2024年和2025年行政复议案件分别为71件、83件、97件。",
    ],
)
def test_where_the_numbers_may_not_be_of_the_years_each_is_asked_for(said):
    told = drafted(said).split("（一）")[1].split("（二）")[0]

    assert told.count("【待填：") == said.count("件、") + 1


@pytest.mark.parametrize(
    "said",
    [
        # a writing that would lose or turn something
        "2024年、2025年参加人数分别为近90人次、近100人次。",
        "2024年、2025年投入资金分别为3亿元、1.3456亿元。",
        "办理案件900余件，2024年为800件。",
        # a part of the year
        "2025年前三季度受理案件97件，2024年全年为83件。",
        "上半年受理案件97件，比2024年的83件增加14件。",
        "截至10月底受理案件97件，比上年的83件增加14件。",
        "到2025年6月底，法律顾问由上年的83名增至97名。",
        # what was planned
        "计划全年办理案件97件，2024年为83件。",
        "力争败诉率由2024年的8.1%降到6.5%。",
        "到2027年，法律顾问由2024年的83名增加到97名。",
        # several years, and other years
        "近年来共办理案件180件，2024年83件。",
        "2023年，案件由上年的83件增加到97件。",
        "2023年受理案件97件，较上年83件增加14件。",
        # several things
        "行政复议、行政应诉案件，2024年、2025年分别为83件、97件。",
        "2024年、2025年“甲”“乙”案件分别为83件、97件。",
        "2024年行政复议、行政应诉案件83件，2025年97件。",
    ],
)
def test_what_may_not_be_last_years_value_is_asked_for(said):
    told = drafted(said).split("（一）")[1].split("（二）")[0]

    for number in ("97件", "97名", "6.5%", "180件", "900件", "100人", "1亿元"):
        assert f"年{number}" not in told
        assert f"的{number}" not in told
        assert f"为{number}" not in told


def test_a_row_behind_two_years_that_tells_parts_is_of_this_year_alone():
    said = "2024年、2025年行政复议案件分别为83件、97件，其中胜诉60件、37件败诉。"

    assert "胜诉37件" not in drafted(said)


@pytest.mark.parametrize(
    "said",
    [
        "2024年行政复议案件83件，2025年97件。",
        "2024年建成调解室83个，2025年97个。",
    ],
)
def test_a_thing_told_between_its_year_and_its_number_is_of_both_years(said):
    told = drafted(said).split("（一）")[1].split("（二）")[0]

    assert "97" in told.split("2026年")[0]
    assert "2026年【待填：" in told


@pytest.mark.parametrize(
    ("said", "value", "now"),
    [
        ("2024年、2025年行政复议案件分别为97件、83件，下降14.4%。", 90, "，增长8.4%"),
        ("办理案件700件，2024年为756件，下降7.4%。", 812, "，增长16.0%"),
        ("行政复议案件由2024年的83件增加到2025年的97件，增长16.9%。", 90, "，下降7.2%"),
    ],
)
def test_the_word_of_a_change_that_is_computed_turns_with_it(said, value, now):
    last, new = turned(said)
    name = next(one.indicator for one in last.mentions if not one.prior and one.unit == "件")
    answered = [
        one.answered(Decimal(value), source="填") if one.indicator == name else one
        for one in new.figures
    ]
    ledger = Ledger.of(2026, last.indicators, [*last.figures, *answered], last.relations)

    assert now in flow.text(flow.rendered(new.report, ledger.values()))


def test_each_change_of_a_row_has_its_own_word():
    draft = drafted("受理案件97件、罚款91万元，同比分别增长16.9%、下降7%。")

    assert "、下降" not in draft.split("（二）")[0]
