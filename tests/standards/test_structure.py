"""What stands in `resources/` hangs together: each name it uses is there, each pattern fits."""

import re
from datetime import date

import pytest

from nianbao.report.figures.figure import Period
from nianbao.report.model import ElementKind
from nianbao.report.writing import slots
from nianbao.resource import load
from nianbao.standards import facts, indicators
from nianbao.standards import structure as names
from nianbao.standards.asks import AskRule, asks, by_then, once_a_section
from nianbao.standards.facts import plans
from nianbao.standards.structure import parts, profiles, sections, structure

EVERY = [*parts().values(), *sections().values()]


@pytest.mark.parametrize("standard", EVERY, ids=lambda s: s.id)
def test_a_standard_title_is_known_by_its_own_pattern(standard):
    assert standard.pattern.search(standard.title_in(2026))
    assert not standard.pattern.search("")


@pytest.mark.parametrize("standard", EVERY, ids=lambda s: s.id)
def test_a_standard_title_reads_alike_with_its_years_and_with_slots(standard):
    assert slots.filled(standard.title_source, slots.years(2026)) == standard.title_in(2026)


def test_a_standard_title_names_the_year_and_the_next():
    assert parts()["shortcomings"].title_in(2026) == "2026年度推进法治政府建设存在的不足和原因"
    assert parts()["next_year"].title_in(2026) == "2027年度推进法治政府建设的主要安排"


@pytest.mark.parametrize("row", load("structure")["part"], ids=lambda row: row["id"])
def test_every_part_says_what_its_entries_are(row):
    assert parts()[row["id"]].kind == row["kind"]


def test_the_five_parts_that_the_regulation_names_have_a_short_name():
    required = [one.id for one in parts().values() if one.required]
    assert required == ["achievements", "first_responsible", "shortcomings", "next_year"]
    assert all(parts()[one].short and parts()[one].basis and parts()[one].hints for one in required)
    assert len([one for one in parts().values() if one.short]) == 5


def test_the_nine_systems_are_numbered_once_each():
    systems = [one for one in sections().values() if one.short]
    assert sorted(one.outline_no for one in systems) == list(range(1, 10))
    assert all(one.keywords and one.basis for one in systems)


def test_parts_and_profiles_that_the_program_speaks_of_are_there():
    named = (names.ACHIEVEMENTS, names.FIRST_RESPONSIBLE, names.SHORTCOMINGS, names.NEXT_YEAR)
    told = (names.REGULATION_FIVE, names.OUTLINE_NINE, names.THEME_SECTIONS, names.FLAT_TOPICS)

    assert set(named) <= set(parts())
    assert set(told) <= set(profiles())


@pytest.mark.parametrize("row", load("structure")["profile"], ids=lambda row: row["id"])
def test_a_profile_names_only_what_there_is(row):
    assert {one for one in row["parts"] if not one.endswith("*")} <= set(parts())
    assert set(row["sections"]) <= set(sections())
    assert set(row["elements"]) <= {kind.value for kind in ElementKind} | {"title"}


def test_a_structure_holds_both_in_their_order():
    assert list(structure().parts) == list(parts())
    assert list(structure().sections) == list(sections())


@pytest.mark.parametrize("entry", indicators.catalogue(), ids=lambda entry: entry.id)
def test_an_indicator_has_a_unit_and_its_own_names(entry):
    assert all(entry.units)
    assert isinstance(entry.period, Period)
    assert len({entry.name, *entry.aliases}) == len(entry.aliases) + 1


@pytest.mark.parametrize("row", load("indicators")["indicator"], ids=lambda row: row["id"])
def test_an_indicator_stands_in_a_part_or_section(row):
    assert {row["section"], *row.get("alt_sections", ())} <= {*parts(), *sections()}


@pytest.mark.parametrize("row", load("indicators")["relation"], ids=lambda row: row["id"])
def test_a_relation_names_indicators_that_there_are(row):
    named = {one for one in (row["lhs"], *row["rhs"]) if one.isascii()}

    assert named <= {one.id for one in indicators.catalogue()}


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


@pytest.mark.parametrize(
    ("title", "wanting"),
    [
        ("推动法治政府建设存在的主要问题", True),
        ("我县推动法治政府建设面临的困难", True),
        ("坚持依法行政中存在的薄弱环节", True),
        ("围绕法治政府建设存在的问题", True),
        ("工作推动中的不足", True),
        ("需着力解决的问题", True),
        ("整治成效不足", True),
        ("补齐短板弱项", False),
        ("聚焦突出问题", False),
        ("关爱困难群众", False),
    ],
)
def test_a_title_of_what_is_wanting_is_no_theme_that_deals_with_it(title, wanting):
    assert parts()["shortcomings"].is_named(title) is wanting


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("到2030年，建成示范村20个，创成示范县。", ["到2030年，建成示范村20个，创成示范县"]),
        ("对标2035年远景目标，县公证处挂牌成立。", ["对标2035年远景目标"]),
        ("围绕2035年总目标，2025年完成机构改革。", ["围绕2035年总目标"]),
        ("力争到2027年建成平台，荣获全省奖项。", ["力争到2027年建成平台"]),
        ("规划实施期至2030年，县公证处荣获称号。", []),
    ],
)
def test_what_is_to_be_reached_by_a_year_ends_where_something_else_is_told(text, goals):
    assert [found[0] for found in by_then(text)] == goals


@pytest.mark.parametrize(
    ("text", "prepared"),
    [
        ("编制“十五五”规划", True),
        ("启动“八五”普法", True),
        ("“十五五”规划前期研究", True),
        ("研究贯彻落实“十五五”规划", False),
        ("启动“八五”普法中期评估", False),
        ("制定贯彻落实《法治政府建设实施纲要》的具体措施", False),
        ("“十五五”开局之年", False),
    ],
)
def test_a_plan_that_is_carried_out_is_not_being_prepared(text, prepared):
    assert any(plan.prepared.search(text) for plan in plans()) is prepared
