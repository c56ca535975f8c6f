"""Figures and the arithmetic between them, as records."""

from decimal import Decimal

import pytest

from nianbao.report.figures.figure import (
    Figure,
    FigureState,
    Relation,
    RelationKind,
)


@pytest.mark.parametrize("state", [FigureState.PENDING, FigureState.NOT_APPLICABLE])
def test_only_a_known_figure_has_a_value_and_it_has_one(state):
    with pytest.raises(ValueError, match="甲 2026: 3 is"):
        Figure(indicator="甲", year=2026, value=Decimal(3), state=state)
    with pytest.raises(ValueError, match="甲 2026: None is known"):
        Figure(indicator="甲", year=2026, state=FigureState.KNOWN)
    assert Figure(indicator="甲", year=2026, state=state).value is None


def test_an_answer_is_known_and_says_where_it_came_from():
    pending = Figure(indicator="甲", year=2026, as_of="2026-06-30")
    assert pending.answered(Decimal(0), source="表") == Figure(
        indicator="甲",
        year=2026,
        value=Decimal(0),
        state=FigureState.KNOWN,
        as_of="2026-06-30",
        source="表",
    )


def test_a_relation_follows_the_names_of_its_indicators_in_both_years():
    found = Relation(
        kind=RelationKind.CHANGE, result="幅度", operands=("件数", "件数@上年"), decimals=1
    )
    renamed = found.with_names({"件数": "收案", "幅度": "增幅", "别的": "其他"})
    assert (renamed.result, renamed.operands) == ("增幅", ("收案", "收案@上年"))
    assert renamed.with_names({"收案": "件数", "增幅": "幅度"}) == found
    assert found.with_names({"件": "别的"}) == found
    assert found.key == ("change", "幅度", ("件数", "件数@上年"))
