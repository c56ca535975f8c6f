"""What is said to have risen has risen."""

from decimal import Decimal

import pytest

from nianbao import checks
from nianbao.report.figures.figure import Figure, Indicator
from nianbao.report.figures.ledger import Ledger
from tests.checks.contexts import YEAR, context, entry, report, section


def found(text, then, now, unit="件"):
    indicators = [
        Indicator(name="甲", label="上年数", unit="件"),
        Indicator(name="乙", label="今年数", unit=unit),
    ]
    values = {"甲": then, "乙": now}
    figures = [
        Figure(indicator=name, year=YEAR).answered(Decimal(value), source="填")
        for name, value in values.items()
        if value is not None
    ]
    made = context(report(section("s", entry("e", text))), Ledger.of(YEAR, indicators, figures, []))
    return [one for one in checks.run(made) if one.rule == "N18"]


@pytest.mark.parametrize(
    ("text", "then", "now"),
    [
        ("案件由2025年的{{ 甲 }}件增加到2026年的{{ 乙 }}件。", 97, 90),
        ("案件由上年的{{ 甲 }}件下降到{{ 乙 }}件。", 83, 90),
        ("败诉率从{{ 甲 }}%降至{{ 乙 }}%。", "6.5", "7.5"),
        ("案件由{{ 甲 }}件提升为{{ 乙 }}件。", 90, 90),
    ],
)
def test_what_did_not_go_as_it_is_said_is_found_where_it_stands(text, then, now):
    (one,) = found(text, then, now)

    assert one.piece == "e"
    assert one.text.startswith(("由", "从"))
    assert "前后两个数不是这样" in one.message


@pytest.mark.parametrize(
    ("text", "then", "now", "unit"),
    [
        ("案件由2025年的{{ 甲 }}件增加到2026年的{{ 乙 }}件。", 83, 97, "件"),
        ("案件由上年的{{ 甲 }}件下降到{{ 乙 }}件。", 83, 70, "件"),
        ("案件由上年的{{ 甲 }}件下降到{{ 乙 }}件。", 83, None, "件"),  # not filled yet
        ("时间由{{ 甲 }}件压缩到{{ 乙 }}分钟。", 1, 30, "分钟"),  # 1天 and 30分钟
        ("受理{{ 甲 }}件，增加到{{ 乙 }}件。", 97, 90, "件"),  # not from one to the other
    ],
)
def test_what_went_so_or_cannot_be_compared_is_no_finding(text, then, now, unit):
    assert found(text, then, now, unit) == []
