"""A figure says where it comes from, what it was, and where else it stands."""

import pytest
from tests.actions import desks

from nianbao.actions import editing
from nianbao.machine import clock
from nianbao.report.figures.standing import Standing
from nianbao.views.ledger import figure_uses, provenance


@pytest.fixture
def desk(tmp_path):
    made = desks.desk(tmp_path, before=2)
    yield made
    made.close()


def of(desk, word):
    return provenance.provenance(desk, desks.named(desk, word))


def test_an_open_figure_says_what_it_was_and_where_it_stands(desk):
    found = of(desk, "新收数")

    assert (found.standing, found.value, found.last, found.last_year) == (
        Standing.PENDING,
        "",
        "83",
        2025,
    )
    places = [use.place for use in found.uses]
    assert places == ["（二）依法化解矛盾纠纷 第1条", "（一）执法监督力度不够 第1条"]
    assert found.uses == tuple(one.use for one in figure_uses.passages(desk, found.name))
    assert {use.piece for use in found.uses} == {
        desks.entry(desk, "纠错率"),
        desks.entry(desk, "个别执法案卷"),
    }


def test_an_answer_says_who_gave_it_and_by_which_action(desk):
    name = desks.named(desk, "新收数")
    editing.answer(desk, name, "112", source="司法局报送表")

    found = provenance.provenance(desk, name)

    assert (found.value, found.source, found.change) == ("112", "司法局报送表", "+34.9%")
    assert "112" in found.touched


def test_a_change_of_another_year_says_the_year(desk, monkeypatch):
    name = desks.named(desk, "新收数")
    monkeypatch.setattr(clock, "now", lambda: "2024-01-05T06:02:00+00:00")
    editing.answer(desk, name, "112")

    assert provenance.provenance(desk, name).touched.startswith("2024年1月5日 ")


def test_a_formula_shows_the_values_it_is_computed_from(desk):
    rate = desks.named(desk, "纠错率")
    editing.answer_all(desk, [(desks.named(desk, "纠错数"), "13")])

    found = provenance.provenance(desk, rate)

    assert found.formula
    assert [operand.value for operand in found.operands] == ["13", ""]

    editing.answer_all(desk, [(desks.named(desk, "新收数"), "104"), (rate, "11")])
    found = provenance.provenance(desk, rate)
    assert (found.standing, found.value, found.computed) == (Standing.MANUAL, "11", "12.50")
    assert found.restorable


def test_every_year_shows_its_value_in_its_own_sentence(desk):
    name = desks.named(desk, "新收数")
    years = provenance.over_years(desk, name)

    assert [(one.year, one.value) for one in years] == [
        (2026, "待报"),
        (2025, "83"),
        (2024, "84"),
        (2023, "85"),
    ]
    for one in years[1:]:
        assert one.sentence[one.start : one.start + one.length] == one.value
    assert "行政复议申请【待报】件" in years[0].sentence


def test_what_is_no_indicator_has_no_provenance(desk):
    assert provenance.provenance(desk, "没有这个") is None
    assert provenance.over_years(desk, "没有这个") == []
