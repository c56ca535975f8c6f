"""A text as it prints: its numbers where they stand, one word for what is missing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Indicator,
    Period,
    Relation,
    RelationKind,
)
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.printed import PrintedNumber, PrintedText, rounded, written

INDICATORS = [
    Indicator(name="甲", label="新收数", unit="件"),
    Indicator(name="乙", label="审结数", unit="件"),
    Indicator(name="丙", label="律师数", unit="名", period=Period.STOCK),
    Indicator(name="率", label="审结率", unit="%", period=Period.RATE),
]
FIGURES = [
    Figure(indicator="甲", year=2026).answered(Decimal(135400), source="填"),
    Figure(indicator="丙", year=2025).answered(Decimal(80), source="填"),
]
RATE = Relation(kind=RelationKind.RATIO, result="率", operands=("乙", "甲"), confirmed=True)
LEDGER = Ledger.of(2026, INDICATORS, FIGURES, [RATE])


def test_numbers_are_found_where_they_stand():
    source = '{{ 年 }}年收{{ 甲|如("12万余") }}件，结{{ 乙 }}件，另{{ 甲 }}件'
    pending = "【待填：审结数（件）】"
    assert written(source, LEDGER) == PrintedText(
        text=f"2026年收13万余件，结{pending}件，另135400件",
        numbers=(
            PrintedNumber(start=6, length=4, name="甲"),
            PrintedNumber(start=13, length=len(pending), name="乙"),
            PrintedNumber(start=16 + len(pending), length=6, name="甲"),
        ),
    )


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("甲", "135400"),
        ("乙", "【待报】"),
        ("丙", "【沿用待确认】"),
        ("率", "【待算】"),
        ("丁", "…"),
    ],
)
def test_in_short_one_word_stands_for_what_is_missing(name, short):
    found = written(f"有{{{{ {name} }}}}件", LEDGER, short=True)
    assert found.text == f"有{short}件"
    assert found.numbers == (PrintedNumber(start=1, length=len(short), name=name),)


def test_what_does_not_apply_is_said_in_short_too():
    gone = Figure(indicator="乙", year=2026, state=FigureState.NOT_APPLICABLE)
    book = replace(LEDGER, figures={**LEDGER.figures, "乙": gone})
    assert written("{{ 乙 }}", book, short=True).text == "【不适用】"
    assert written("{{ 乙 }}", book).text == "【不适用：审结数】"


@pytest.mark.parametrize("source", ["", "没有数。", "{ 甲 }}"])
def test_a_text_without_slots_prints_as_it_is(source):
    assert written(source, LEDGER) == PrintedText(text=source)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('{{ 甲|如("12.1亿") }}', []),  # 0.001354亿 is written 13.54万
        ('{{ 甲|如("12万余") }}', []),  # 余 says so itself
        ('{{ 甲|如("12万") }}', []),  # 13.54万
        ("{{ 甲 }}", []),
        ("{{ 乙 }}{{ 年 }}", []),
        ('{{ 丁|如("1.2亿") }}', [("丁", "1.4亿")]),
        ('{{ 降|较上年("增长5.6%", "增长", "下降") }}', [("降", "下降7.5%")]),
        ('{{ 降|较上年("增长5.678%", "增长", "下降") }}', []),
    ],
)
def test_what_prints_less_exactly_is_told(source, said):
    given = Figure(indicator="丁", year=2026).answered(Decimal(135712345), source="填")
    fell = Figure(indicator="降", year=2026).answered(Decimal("-7.456"), source="填")
    more = [
        Indicator(name="丁", label="罚款金额", unit="元"),
        Indicator(name="降", label="罚款增长幅度", unit="%", period=Period.CHANGE),
    ]
    ledger = Ledger.of(2026, [*INDICATORS, *more], [*FIGURES, given, fell], [RATE])
    assert list(rounded(source, ledger)) == said
