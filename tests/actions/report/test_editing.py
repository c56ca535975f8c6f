"""What the drafter does: one named action each, seen in the report, taken back whole."""

from contextlib import closing
from decimal import Decimal

import pytest

from nianbao.actions import editing
from nianbao.checks.open_items import OpenKind
from nianbao.errors import InputError
from nianbao.report.figures.figure import FigureState
from nianbao.report.figures.standing import Standing
from nianbao.report.model import EntryState
from nianbao.views.form import outline, sheet
from tests.actions import desks
from tests.actions.desks import entry, named


def name_of_last(desk):
    return desk.steps()[0].name


def card(desk, piece):
    page = sheet.sheet(desk, sheet.page_of(desk.report, piece))
    return next(one for one in page.cards if one.piece == piece)


def node(desk, piece):
    wanted = sheet.page_of(desk.report, piece)
    for part in outline.outline(desk):
        for one in (part, *part.children):
            if one.section == wanted:
                return one
    raise LookupError(piece)


def test_a_number_that_is_typed_is_in_grid_and_text_at_once(desk):
    name = named(desk, "复议申请新收")

    editing.answer(desk, name, "112")

    row = sheet.row(desk.ledger, name)
    assert (row.last, row.now, row.change, row.standing) == ("83", "112", "+34.9%", Standing.FILLED)
    assert "112" in name_of_last(desk)
    assert desk.undo() == f"填“{row.label}”：112"
    assert sheet.row(desk.ledger, name).standing is Standing.PENDING


@pytest.mark.parametrize("typed", ["若干", "-3", "12 34"])
def test_what_is_no_number_is_refused_in_a_sentence_and_nothing_is_written(desk, typed):
    name = named(desk, "复议申请新收")
    before = desk.store.history()

    with pytest.raises(InputError) as refused:
        editing.answer(desk, name, typed)

    assert typed in refused.value.what
    assert desk.store.history() == before


def test_a_column_with_one_bad_line_writes_nothing(desk):
    names = [row.name for row in sheet.sheet(desk, node_with_rows(desk)).rows]

    with pytest.raises(InputError):
        editing.answer_all(desk, [(names[0], "5"), (names[1], "若干")])

    assert all(
        figure.state is FigureState.PENDING for figure in desk.store.figures(desk.unit, 2026)
    )


def node_with_rows(desk):
    return sheet.page_of(desk.report, entry(desk, "其中纠错"))


def test_nothing_and_not_applicable_are_answers_too(desk):
    name = named(desk, "复议申请新收")
    editing.answer(desk, name, "不适用")
    assert desk.ledger.standing(name) is Standing.NOT_APPLICABLE

    editing.answer(desk, name, "")
    assert desk.ledger.standing(name) is Standing.PENDING


def test_last_years_stock_holds_only_when_somebody_says_so(desk):
    name = named(desk, "法律明白人")
    assert desk.ledger.standing(name) is Standing.CARRIED
    assert desk.ledger.known(name) is None

    editing.confirm(desk, [name])

    assert desk.ledger.known(name) == Decimal(1236)
    assert "已确认" in desk.ledger.figures[name].source


def test_a_formula_gives_way_to_a_hand_and_comes_back(desk):
    rate = named(desk, "纠错率")
    editing.answer(desk, named(desk, "复议申请新收"), "100")
    editing.answer(desk, named(desk, "纠错数"), "20")
    assert (desk.ledger.standing(rate), desk.ledger.known(rate)) == (Standing.FORMULA, 20)

    editing.answer(desk, rate, "21")
    assert desk.ledger.standing(rate) is Standing.MANUAL

    editing.use_formula(desk, rate)
    assert (desk.ledger.standing(rate), desk.ledger.known(rate)) == (Standing.FORMULA, 20)


def test_an_entry_goes_from_untouched_to_figures_only_to_rewritten(desk):
    piece = entry(desk, "执法案卷评查")
    assert card(desk, piece).state is EntryState.UNTOUCHED

    editing.answer(desk, named(desk, "案卷"), "120")
    assert card(desk, piece).state is EntryState.FIGURES_ONLY

    editing.write(desk, piece, card(desk, piece).source + "全部整改到位。")
    assert card(desk, piece).state is EntryState.REWRITTEN

    editing.as_last_year(desk, piece)
    assert card(desk, piece).state is EntryState.FIGURES_ONLY


def counts(desk, piece):
    return node(desk, piece).counts


def test_progress_counts_what_is_open_and_not_ticks(desk):
    piece = entry(desk, "执法案卷评查")
    assert (counts(desk, piece)[OpenKind.PENDING], counts(desk, piece)[OpenKind.UNDECIDED]) == (
        1,
        0,
    )

    editing.answer(desk, named(desk, "案卷"), "120")

    assert node(desk, piece).open == 0
    assert node(desk, piece).progress is outline.Progress.DONE


def test_an_entry_without_numbers_is_open_until_somebody_decides(tmp_path, monkeypatch):
    lines = desks.lines(2025)
    lines.insert(6, f"（五）加强学法。领导干部带头学法。{desks.BODY}")
    monkeypatch.setattr(desks, "lines", lambda *_, **__: lines)
    with closing(desks.desk(tmp_path)) as desk:
        _decide(desk, entry(desk, "带头学法"))


def _decide(desk, piece):
    assert counts(desk, piece)[OpenKind.UNDECIDED] == 1

    editing.keep(desk, piece)
    assert counts(desk, piece)[OpenKind.UNDECIDED] == 0
    assert card(desk, piece).kept

    editing.reconsider(desk, piece)
    assert counts(desk, piece)[OpenKind.UNDECIDED] == 1


def test_what_is_dropped_stands_below_and_comes_back_where_it_was(desk):
    piece = entry(desk, "执法案卷评查")
    page = sheet.page_of(desk.report, piece)
    before = [one.piece for one in sheet.sheet(desk, page).cards]

    editing.drop(desk, piece)
    assert piece in [one.piece for one in sheet.sheet(desk, page).dropped]
    assert piece not in [one.piece for one in sheet.sheet(desk, page).cards]

    editing.restore(desk, piece)
    assert [one.piece for one in sheet.sheet(desk, page).cards] == before


def test_a_new_entry_is_new_and_can_be_moved_merged_and_split(desk):
    piece = entry(desk, "执法案卷评查")
    home = next(s.id for s in desk.report.walk() if any(e.id == piece for e in s.entries))
    new = editing.add(desk, home, source="新设执法监督联系点。")
    assert card(desk, new).state is EntryState.NEW

    editing.move(desk, new, -1)
    cards = sheet.sheet(desk, home).cards
    assert [one.piece for one in cards][:2] == [new, piece]

    editing.merge(desk, new)
    assert card(desk, new).source.startswith("新设执法监督联系点。")

    second = editing.split(desk, new, "新设执法监督联系点。", card(desk, new).source[11:])
    assert [one.piece for one in sheet.sheet(desk, home).cards] == [new, second]
    for _ in range(4):
        desk.undo()
    assert [one.piece for one in sheet.sheet(desk, home).cards] == [piece]


def test_a_new_entry_that_stood_first_comes_back_first(desk):
    piece = entry(desk, "执法案卷评查")
    home = sheet.page_of(desk.report, piece)
    new = editing.add(desk, home, source="其一。")
    editing.move(desk, new, -1)

    editing.drop(desk, new)
    editing.restore(desk, new)

    assert [one.piece for one in sheet.sheet(desk, home).cards] == [new, piece]


def test_a_new_entry_that_was_dropped_comes_back_where_it_was(desk):
    piece = entry(desk, "执法案卷评查")
    home = sheet.page_of(desk.report, piece)
    last = editing.add(desk, home, source="其二。")
    new = editing.add(desk, home, after=piece, source="其一。")

    editing.drop(desk, new)
    assert [one.piece for one in sheet.sheet(desk, home).cards] == [piece, last]
    editing.restore(desk, new)

    assert [one.piece for one in sheet.sheet(desk, home).cards] == [piece, new, last]
    assert card(desk, new).source == "其一。"


def test_either_half_of_a_split_entry_keeps_its_text_of_last_year(desk):
    piece = entry(desk, "执法案卷评查")
    first, mark, second = card(desk, piece).source.partition("{{")
    new = editing.split(desk, piece, first, mark + second)
    assert [card(desk, one).state for one in (piece, new)] == [EntryState.UNTOUCHED] * 2

    editing.write(desk, new, "全部重写。")
    editing.as_last_year(desk, new)

    assert card(desk, new).source == mark + second


def test_the_last_entry_has_nothing_to_be_merged_with(desk):
    with pytest.raises(InputError, match="后面没有"):
        editing.merge(desk, entry(desk, "执法案卷评查"))


def test_an_unchanged_text_is_no_action(desk):
    piece = entry(desk, "执法案卷评查")
    before = desk.store.history()

    editing.write(desk, piece, card(desk, piece).source)

    assert desk.store.history() == before


def test_braces_that_are_typed_stay_braces(desk):
    from nianbao.report.figures.printed import written
    from nianbao.report.writing import slots

    piece = entry(desk, "执法案卷评查")
    editing.write(desk, piece, slots.escape("{{ 年 }}与{%x%}") + "。")

    assert written(card(desk, piece).source, desk.ledger).text == "{{ 年 }}与{%x%}。"
