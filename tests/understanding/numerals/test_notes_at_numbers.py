"""The mark of a note at a number is no part of the number, of its unit or of its name."""

from decimal import Decimal

import pytest

from nianbao.report import flow
from nianbao.report.figures.ledger import Ledger
from tests.understanding import written

MARKS = [
    *(
        "¹",
        "¹²",
        "¹,²",
        "¹⁻³",
        "[1]",
        "［1］",
        "[12]",
        "[1][2]",
        "[¹]",
        "〔1〕",
        "【1】",
        "[注1]",
        "[^1]",
    ),
    *(
        "①",
        "②",
        "⑴",
        "㈠",
        "❶",
        "（注）",
        "（注1）",
        "注¹",
        "（¹）",
        "[a]",
        "*",
        "**",
        "※",
        "†",
        " ¹ ",
    ),
]


def read(text):
    return written.read([*written.lines(back=()), text])


def told(found):
    return {one.label: (one.value, one.unit) for one in found.mentions}


def asked(found):
    return [one.text for one in found.numerals if one.kind.value == "asked"]


def printed(found):
    ledger = Ledger.of(found.report.year, found.indicators, found.figures, found.relations)
    return flow.text(flow.rendered(found.report, ledger.values()))


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("number", ["83", "八十三", "1,083"])
def test_a_mark_between_a_number_and_its_unit_changes_neither(number, mark):
    text = "全年受理信访事项{}件，办结信访事项41件，办结率为49.4{}%。"
    plain, noted = read(text.format(number, "")), read(text.format(number + mark, mark))

    assert told(noted) == told(plain)
    assert asked(noted) == asked(plain) == []
    assert printed(noted).endswith(text.format(number + mark, mark))


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_behind_the_unit_is_in_no_name(mark):
    text = "全年受理信访事项83件{}，办结41件。"

    assert told(read(text.format(mark))) == told(read(text.format("")))


@pytest.mark.parametrize("mark", ["[1]", "①", "¹"])
def test_a_quoted_clause_has_no_gap_where_a_mark_stood(mark):
    text = "（一）规范执法。办理83{0}件，办结41{0}件。"

    assert told(read(text.format(mark))) == told(read(text.format("")))


def test_a_change_keeps_its_mark_when_it_turns():
    found = read("全年受理信访事项83件，比上年下降12[1]%。")
    ledger = Ledger.of(found.report.year, found.indicators, found.figures, found.relations)
    (name,) = [one.indicator for one in found.mentions if one.unit == "%" and one.value == 12]
    values = {**ledger.values(), name: Decimal(15)}

    assert flow.text(flow.rendered(found.report, values)).endswith("比上年增长15[1]%。")


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        ("年产粮食10⁶吨。", ["10⁶吨"]),
        ("年减排3×10⁴吨。", ["3×10⁴吨"]),
        ("全年受理信访事项83（1）件。", ["83（1）"]),
        ("全年受理信访事项45（12）件。", ["45（12）"]),
        ("全年受理信访事项45[1]、47[2]起。", ["45", "1"]),
        ("2025[1]年受理信访事项。", ["2025", "1"]),
        ("全年罚没36.5[1]万元。", ["36.5", "1"]),
        ("全县治理面积1200m²。", ["1200m²"]),
        ("印发〔2025〕12号文件。", []),
    ],
)
def test_what_may_be_another_number_is_asked_about(text, open_):
    assert asked(read(text)) == open_
