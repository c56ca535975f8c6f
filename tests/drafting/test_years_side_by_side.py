"""Where last year's report told of two years, the draft knows the earlier value of the two."""

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
