"""What stands in `resources/` hangs together: each name it uses is there, each pattern fits."""

import re
from datetime import date

import pytest

from nianbao.report.figures.figure import Period
from nianbao.report.model import ElementKind
from nianbao.resource import load
from nianbao.standards import facts, indicators
from nianbao.standards.asks import AskRule, asks, once_a_section, plans
from nianbao.standards.structure import parts, profiles, sections, structure

PLACEHOLDER = {"y": 2026, "y1": 2027}


@pytest.mark.parametrize("standard", [*parts().values(), *sections().values()], ids=lambda s: s.id)
def test_a_standard_title_is_known_by_its_own_pattern(standard):
    title = standard.title.format(**PLACEHOLDER)
    assert standard.pattern.search(title)
    assert not standard.pattern.search("")


def test_the_five_parts_that_the_regulation_names_have_a_short_name():
    required = [one.id for one in parts().values() if one.required]
    assert required == ["achievements", "first_responsible", "shortcomings", "next_year"]
    assert all(parts()[one].short and parts()[one].basis and parts()[one].hints for one in required)
    assert len([one for one in parts().values() if one.short]) == 5


def test_the_nine_systems_are_numbered_once_each():
    systems = [one for one in sections().values() if one.short]
    assert sorted(one.outline_no for one in systems) == list(range(1, 10))
    assert all(one.keywords and one.basis for one in systems)


@pytest.mark.parametrize("profile", profiles().values(), ids=lambda p: p.id)
def test_a_profile_names_only_what_there_is(profile):
    assert {one for one in profile.parts if not one.endswith("*")} <= set(parts())
    assert set(profile.sections) <= set(sections())
    assert set(profile.elements) <= {kind.value for kind in ElementKind} | {"title"}


def test_a_structure_holds_both_in_their_order():
    assert list(structure().parts) == list(parts())
    assert list(structure().sections) == list(sections())


@pytest.mark.parametrize("entry", indicators.catalogue(), ids=lambda entry: entry.id)
def test_an_indicator_has_a_section_a_unit_and_its_own_names(entry):
    known = {row["id"] for row in load("indicators")["section"]}
    assert entry.section in known
    assert all(entry.units)
    assert isinstance(entry.period, Period)
    assert len({entry.name, *entry.aliases}) == len(entry.aliases) + 1


def test_indicators_are_listed_once():
    ids = [entry.id for entry in indicators.catalogue()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("entry", indicators.catalogue(), ids=lambda entry: entry.id)
def test_an_indicator_is_found_by_its_name(entry):
    unit = sorted(entry.units)[0]
    found = indicators.match(f"全年{entry.name}", unit)
    if len(entry.name) >= 4:  # a shorter name fits too much
        assert found is not None
        assert (
            entry.name in (found.name, *found.aliases)
            or found.name in entry.name
            or any(len(alias) >= len(entry.name) for alias in (found.name, *found.aliases))
        )
    assert indicators.match(f"全年{entry.name}", "光年") is None


def test_the_deadline_is_in_the_year_after():
    assert facts.deadline(2026) == date(2027, *load("facts")["deadline"]["report"])


@pytest.mark.parametrize("year", range(2023, 2031))
def test_whatever_is_asked_about_says_why(year):
    for ask in (*asks(year), *once_a_section()):
        assert isinstance(ask.rule, AskRule)
        assert ask.reason.endswith("。")
        assert not ask.pattern.search("")


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.name)
def test_a_plan_is_asked_about_from_the_year_in_which_it_ends(plan):
    named = re.compile("|".join(re.escape(reason) for reason in [plan.reason(plan.to)]))
    before = {ask.reason for ask in asks(plan.to - 1)}
    assert not any(named.fullmatch(reason) for reason in before)
    assert plan.reason(plan.to) in {ask.reason for ask in asks(plan.to)}
    assert plan.reason(plan.to + 1) in {ask.reason for ask in asks(plan.to + 1)}
