"""What stands in a slot: a value, what a formula gives, or what says that something is missing."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from nianbao.report.figures.figure import (
    CLEARED,
    Figure,
    FigureState,
    Indicator,
    Period,
    Relation,
    RelationKind,
)
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.standing import Standing
from nianbao.report.writing import placeholder
from tests.checks.contexts import NAMES, ledgers

YEAR = 2026


def known(name, value, year=YEAR):
    return Figure(indicator=name, year=year).answered(Decimal(value), source="填")


def gone(name):
    return Figure(indicator=name, year=YEAR, state=FigureState.NOT_APPLICABLE)


def rate(confirmed=True):
    return Relation(
        kind=RelationKind.RATIO,
        result="率",
        operands=("分子", "分母"),
        decimals=2,
        confirmed=confirmed,
    )


RATE = (rate(),)


def ledger(*figures, relations=RATE, period=Period.FLOW):
    indicators = [
        Indicator(name="分子", label="纠错数", unit="件", department="司法局", period=period),
        Indicator(name="分母", label="新收数", unit="件"),
        Indicator(name="率", label="纠错率", unit="%", period=Period.RATE),
    ]
    return Ledger.of(YEAR, indicators, figures, relations)


def test_a_ledger_goes_around_other_years():
    before = known("分子", 9, YEAR - 1)
    book = ledger(known("分子", 11), before)
    last = book.around(YEAR - 1)
    assert (last.year, last.known("分子"), last.prior) == (YEAR - 1, Decimal(9), {})
    assert last.indicators is book.indicators
    assert last.around(YEAR) == book
    assert book.around(YEAR + 1).prior == book.figures


def test_a_formula_gives_its_value_once_its_numbers_are_there():
    assert ledger(known("分子", 11)).value("率") == "【待填：纠错率（%，由公式计算）】"
    assert ledger(known("分子", 11), known("分母", 83)).value("率") == Decimal("13.25")


def test_what_does_not_apply_is_never_computed():
    book = ledger(known("分子", 11), known("分母", 83), gone("率"))
    assert book.value("率") == "【不适用：纠错率】"
    assert book.known("率") is None
    assert book.standing("率") is Standing.NOT_APPLICABLE
    assert book.missing("率") == ("率",)


def test_a_formula_over_what_does_not_apply_gives_nothing():
    book = ledger(known("分子", 11), gone("分母"))
    assert book.known("率") is None
    assert book.missing("率") == ("率",)


def test_a_relation_that_nobody_confirmed_computes_nothing():
    book = ledger(known("分子", 11), known("分母", 83), relations=[rate(confirmed=False)])
    assert book.known("率") is None
    assert book.standing("率") is Standing.PENDING


@pytest.mark.parametrize(
    ("value", "standing"), [("13.25", Standing.FORMULA), ("13.3", Standing.MANUAL)]
)
def test_a_value_by_hand_goes_before_the_formula(value, standing):
    book = ledger(known("分子", 11), known("分母", 83), known("率", value))
    assert book.value("率") == Decimal(value)
    assert book.standing("率") is standing


def test_last_years_value_stands_beside_and_never_in_its_place():
    book = ledger(known("分子", 120000, YEAR - 1))
    assert book.value("分子") == "【待填：纠错数（件，司法局；上年12万）】"
    stock = ledger(known("分子", 83, YEAR - 1), period=Period.STOCK)
    assert stock.value("分子") == "【待填：纠错数（件，司法局；上年83，待确认）】"
    assert (stock.standing("分子"), stock.known("分子")) == (Standing.CARRIED, None)


def test_a_fall_of_last_year_is_told_by_its_word():
    book = ledger(known("率", "-25.0", YEAR - 1), relations=[])
    assert book.value("率") == "【待填：纠错率（%；上年下降25.0）】"
    counted = ledger(known("分子", "-3", YEAR - 1))
    assert counted.value("分子") == "【待填：纠错数（件，司法局；上年减少3）】"


def test_zero_is_an_answer():
    assert ledger(known("分子", 0)).value("分子") == Decimal(0)


def test_a_circle_and_a_division_by_zero_say_what_is_wrong():
    divided = ledger(known("分子", 1), known("分母", 0))
    assert divided.value("率") == "【待填：纠错率（%，公式除以0，算不出来）】"
    ring = Relation(kind=RelationKind.SUM, result="分子", operands=("率", "分母"), confirmed=True)
    circular = ledger(known("分母", 1), relations=[rate(), ring])
    assert circular.value("率") == "【待填：纠错率（%，公式互相引用，算不出来）】"


def test_every_name_has_a_value_and_the_years_have_theirs():
    book = ledger(known("分子", 11), known("分母", 83), known("分子", 9, YEAR - 2))
    assert book.values() == {
        "年": "2026",
        "上年": "2025",
        "下年": "2027",
        "分子": Decimal(11),
        "分母": Decimal(83),
        "率": Decimal("13.25"),
    }


def test_a_formula_may_ask_for_last_year():
    moved = Relation(
        kind=RelationKind.DIFFERENCE, result="率", operands=("分子", "分子@上年"), confirmed=True
    )
    assert ledger(known("分子", 11), known("分子", 9, YEAR - 1), relations=[moved]).known("率") == 2
    without = ledger(known("分子", 11), relations=[moved])
    assert without.known("率") is None
    assert without.missing("率") == ("率",)  # nobody can say last year's now


def test_what_a_formula_waits_for_is_asked_in_its_place():
    assert ledger().missing("率") == ("分子", "分母")
    assert ledger(known("分母", 83)).missing("率") == ("分子",)
    assert ledger(known("分子", 1), known("分母", 0)).missing("率") == ("率",)
    assert ledger(known("分子", 11), known("分母", 83)).missing("率") == ()
    assert ledger().missing("分子") == ("分子",)


def test_a_stock_that_was_cleared_is_asked_for_afresh():
    cleared = Figure(indicator="分子", year=YEAR, source=CLEARED)
    book = ledger(cleared, known("分子", 83, YEAR - 1), period=Period.STOCK)
    assert book.standing("分子") is Standing.PENDING
    assert book.value("分子") == "【待填：纠错数（件，司法局；上年83）】"


def test_how_a_figure_stands():
    flow = ledger(known("分子", 83, YEAR - 1), known("分母", 1))
    assert [flow.standing(name) for name in ("分子", "分母", "率")] == [
        Standing.PENDING,
        Standing.FILLED,
        Standing.FORMULA,
    ]
    assert ledger(gone("分子"), period=Period.STOCK).standing("分子") is Standing.NOT_APPLICABLE
    assert ledger(period=Period.STOCK).standing("分子") is Standing.PENDING


def test_a_bare_indicator_has_only_its_name_and_last_year():
    book = Ledger.of(YEAR, [Indicator(name="甲", label="批次", unit="")], [], [])
    assert book.value("甲") == "【待填：批次】"
    book = Ledger.of(
        YEAR, [Indicator(name="甲", label="批次", unit="")], [known("甲", 3, YEAR - 1)], []
    )
    assert book.value("甲") == "【待填：批次（上年3）】"


@given(ledgers())
def test_every_slot_has_something_to_print(book):
    for name in NAMES:
        value = book.value(name)
        assert isinstance(value, Decimal) is (book.known(name) is not None)
        assert isinstance(value, Decimal) or placeholder.parse(value) is not None


@given(ledgers())
def test_a_figure_has_a_value_exactly_when_nothing_is_missing(book):
    for name in NAMES:
        missing = book.missing(name)
        assert (book.known(name) is None) is bool(missing)
        assert all(book.known(one) is None for one in missing)
        assert all(
            book.standing(one) is not Standing.NOT_APPLICABLE or one == name for one in missing
        )


@given(ledgers())
def test_no_formula_overrules_what_does_not_apply(book):
    for name in NAMES:
        figures = dict(book.figures) | {name: gone(name)}
        assert replace(book, figures=figures).known(name) is None
