"""The ledger over all years: what it shows, what is typed and pasted into it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.actions.ledger_desk import CLOSED, CORRECTED, FILED, HALLS, RATE, UNIT, desk_in
from tests.growing import LINEAR, steps

from nianbao.actions import editing
from nianbao.actions.figures import ledger
from nianbao.errors import InputError
from nianbao.report.figures.figure import Figure, Indicator
from nianbao.report.figures.standing import Standing
from nianbao.views.ledger import figure_uses, pasting, tables


@pytest.fixture
def desk(tmp_path):
    desk = desk_in(tmp_path)
    yield desk
    desk.close()


def row(desk, name):
    return next(row for row in tables.rows(desk) if row.name == name)


def test_a_row_has_the_values_of_all_years_and_how_the_year_in_hand_stands(desk):
    filed = row(desk, FILED)

    assert filed.values == {2022: 41, 2023: 52, 2024: 60, 2025: 83}
    assert filed.series == ((2022, 41), (2023, 52), (2024, 60), (2025, 83), (2026, None))
    assert (filed.standing, filed.change, filed.change_value) == (Standing.PENDING, "", None)
    assert filed.carried is None


def test_a_stock_shows_last_years_value_as_one_to_confirm_but_does_not_have_it(desk):
    halls = row(desk, HALLS)

    assert (halls.standing, halls.carried) == (Standing.CARRIED, 12)
    assert 2026 not in halls.values


def test_a_formula_is_computed_for_every_year_and_says_what_of(desk):
    editing.answer_all(desk, [(CLOSED, "104"), (CORRECTED, "13")])

    rate = row(desk, RATE)

    assert rate.values[2026] == Decimal("12.50")
    assert rate.standing is Standing.FORMULA
    assert (rate.formula, rate.short_formula) == (f"{CORRECTED}÷{CLOSED}", "纠错数÷审结数")
    assert rate.change == "-1.25个百分点"
    assert row(desk, CLOSED).feeds == row(desk, CORRECTED).feeds == (RATE,)


@pytest.mark.parametrize(
    ("typed", "change", "big"),
    [
        ("112", "+34.9%", True),
        ("83", "持平", False),
        ("107", "+28.9%", False),
        ("50", "-39.8%", True),
    ],
)
def test_a_big_change_stands_out(desk, typed, change, big):
    editing.answer(desk, FILED, typed)

    assert (row(desk, FILED).change, row(desk, FILED).big_change) == (change, big)


def test_a_few_more_of_very_few_is_no_big_change(desk):
    with desk.act("改旧数") as action:
        old = Figure(indicator=FILED, year=2025).answered(Decimal(9), source="手填")
        desk.store.save_figures(action, UNIT, [old])
    editing.answer(desk, FILED, "14")

    assert row(desk, FILED).change == "+55.6%"
    assert not row(desk, FILED).big_change


def test_where_a_figure_stands_is_told_in_reading_order_with_its_sentence(desk):
    editing.answer(desk, FILED, "112")

    first, second = figure_uses.passages(desk, FILED)

    assert row(desk, FILED).uses == (first.use, second.use)
    assert row(desk, FILED).places == "2处：导语、（一）化解矛盾纠纷"
    assert (first.before, first.number, first.after) == ("全年新收行政复议申请", "112", "件。")
    assert second.use.place == "（一）化解矛盾纠纷 第1条"
    assert second.use.piece in {e.id for s in desk.report.walk() for e in s.entries}
    assert second.after.startswith("件，审结【待报】件")
    assert second.after == second.after.rstrip("…") + "…"  # cut as all else is that is too long


def test_a_figure_that_this_year_does_not_ask_for_is_not_pending(desk):
    with desk.act("旧指标") as action:
        desk.store.save_indicators(action, UNIT, [Indicator(name="旧数", label="旧数", unit="件")])
        old = Figure(indicator="旧数", year=2020).answered(Decimal(3), source="旧报告")
        desk.store.save_figures(action, UNIT, [old])

    assert row(desk, "旧数").standing is None
    assert tables.years(desk) == [2020, 2022, 2023, 2024, 2025, 2026]


def test_not_applicable_is_said_in_its_year(desk):
    editing.answer(desk, FILED, "不适用")

    assert row(desk, FILED).value_text(2026) == "不适用"
    assert row(desk, FILED).value_text(2021) == ""


def test_the_way_of_a_figure_is_told_newest_first(desk):
    editing.answer(desk, FILED, "110")
    editing.answer(desk, FILED, "1112", source="电话记录")

    last, before, first = tables.history(desk, FILED, 2026)

    assert (last.what, last.value, last.before) == ("电话记录", "1,112", "110")
    assert (before.what, before.value, before.before) == ("手填", "110", "待报")
    assert (first.what, first.value, first.before) == ("建立2026年度", "待报", "")
    assert last.when.startswith("今天 ")


def test_describing_an_indicator_is_one_action(desk):
    ledger.describe(desk, FILED, definition="全年新收的申请。", department="司法局")

    assert (row(desk, FILED).definition, row(desk, FILED).department) == (
        "全年新收的申请。",
        "司法局",
    )
    assert desk.undo() == f"改“{FILED}”的口径和部门"
    assert row(desk, FILED).definition == ""


def test_describing_an_indicator_as_it_is_leaves_nothing_to_undo(desk):
    before = desk.store.history()

    ledger.describe(desk, FILED, definition=" ")

    assert desk.store.history() == before


@pytest.mark.parametrize(
    ("value", "shown"),
    [("1610", "1,610"), ("12.50", "12.50"), ("128000000", "1.28亿"), ("-3", "-3"), ("0", "0")],
)
def test_digits_can_be_compared_at_a_glance(value, shown):
    assert tables.digits(Decimal(value)) == shown


def test_years_are_shown_five_by_five_beginning_with_those_around_the_year_in_hand():
    every = list(range(2016, 2028))

    assert tables.spans(every, 2026) == [
        tuple(range(2022, 2027)),
        tuple(range(2017, 2022)),
        (2016,),
        (2027,),
    ]


def test_a_column_fills_the_rows_downwards_and_an_empty_cell_leaves_its_row(desk):
    names = [FILED, CLOSED, CORRECTED]

    found = pasting.pasted(desk, "1,112\r\n\r\n13\r\n", names)

    assert found.answers == ((FILED, "1,112"), (CORRECTED, "13"))


def test_two_columns_fill_by_name(desk):
    found = pasting.pasted(desk, f"指标\t本年\n{CORRECTED}\t13\n{HALLS}\t\n{FILED}\t112", [])

    assert found.answers == ((CORRECTED, "13"), (FILED, "112"))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "许多\n若干\n-3",
            f"有3行没有填：第1行：“{FILED}”填的“许多”不是数字；"
            f"第2行：“{CLOSED}”填的“若干”不是数字；第3行：“{CORRECTED}”填的“-3”小于0。",
        ),
        ("1\n2\n3\n4", "复制了4行，从选中的这一行往下只有3行。"),
        ("1\t2\t3", "复制的内容有3列，不知道用哪一列。"),
        (
            "甲数\t1\n乙数\t2",
            "有2行没有填：第1行：没有“甲数”这个指标；第2行：没有“乙数”这个指标。",
        ),
        (
            f"{FILED}\t1\n{FILED}\t2",
            f"有1行没有填：第2行：“{FILED}”填了两个不同的值，两个都没有填。",
        ),
        (" \n", "剪贴板里没有数。"),
    ],
)
def test_what_cannot_be_pasted_is_refused_with_its_lines(desk, text, sentence):
    with pytest.raises(InputError) as refused:
        pasting.pasted(desk, text, [FILED, CLOSED, CORRECTED])

    assert refused.value.what == sentence


def _of_thirty_years(desk, number):
    """Fill thirty years of so many indicators; reading them is the desk's work, done here."""
    names = [f"指标{n}" for n in range(number)]
    with desk.act("三十年") as action:
        made = [Indicator(name=name, label=name, unit="件") for name in names]
        desk.store.save_indicators(action, UNIT, made)
        desk.store.save_figures(
            action,
            UNIT,
            (
                Figure(indicator=name, year=year).answered(Decimal(n), source="")
                for year in range(1997, 2027)
                for n, name in enumerate(names)
            ),
        )
    assert len(desk.figures) > 30 * number
    return desk


def test_four_times_the_figures_of_thirty_years_are_four_times_the_work(tmp_path):
    desks = []

    def filled(number):
        folder = tmp_path / str(len(desks))
        folder.mkdir()
        desks.append(desk_in(folder))
        return _of_thirty_years(desks[-1], number)

    assert steps(filled, tables.rows, 40) < LINEAR
    assert len(tables.rows(desks[1])) > 160
    assert replace(tables.rows(desks[1])[-1], label="").values[1997] == 159
    for desk in desks:
        desk.close()
