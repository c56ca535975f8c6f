"""One key leads through everything that is open, to the end of the report."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nianbao.actions import editing, settling
from nianbao.checks.open_items import OpenKind
from nianbao.ui.kit.card_note import CardNote
from nianbao.ui.pages.form.text.chip_field import ChipField
from nianbao.views.open_items import open_items
from tests.actions import desks
from tests.actions.desks import entry


@pytest.fixture(autouse=True)
def _with_an_entry_without_numbers(monkeypatch):
    """Have an entry that nothing asks about: somebody must decide on it all the same."""
    plain = desks.lines

    def lines(year, **given):
        found = plain(year, **given)
        return [*found[:6], "（五）加强法治宣传。组织开展宪法宣传。" + desks.BODY, *found[6:]]

    monkeypatch.setattr(desks, "lines", lines)


@pytest.fixture
def window(_with_an_entry_without_numbers, window):
    window.desk_page.form.show_section("")
    return window


def until(window, kind, most=40):
    """Press F7 until something of a kind is current."""
    form = window.desk_page.form
    for _ in range(most):
        window.commands.run("next_open")
        QApplication.processEvents()
        if form.walk.last is not None and form.walk.last.kind is kind:
            return form.walk.last
    raise AssertionError(f"F7 never came to {kind}")


def test_a_reminder_goes_and_leaves_the_text(window):
    piece = entry(window.desk, "继续开展")
    settling.confirm(window.desk, piece, 0)
    text = _text(window, piece)
    assert text == "继续开展执法案卷评查，规范行政执法行为。"


def test_what_is_confirmed_reads_as_kept_and_not_as_numbers_changed(window, qtbot):
    piece = until(window, OpenKind.CHECK).piece
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), CardNote))
    assert window.desk_page.form.form._cards[piece]._state.text() == "未动"

    QTest.keyClick(QApplication.focusWidget(), "1")
    window.desk_page.go_to(piece)  # the walk has gone on

    assert window.desk_page.form.form._cards[piece]._state.text() == "√ 保留"


def seen(widget, page):
    """Whether the middle of a widget is in what is seen of the page."""
    at = widget.mapTo(page.viewport(), widget.rect().center())
    return page.viewport().rect().contains(at)


def test_f7_comes_to_all_that_is_open_each_in_sight_and_ready(window, qtbot):
    form = window.desk_page.form
    items = open_items(window.desk)
    met = []
    for _ in items.items:
        window.commands.run("next_open")
        qtbot.wait(1)
        met.append(form.walk.last)
        focus = QApplication.focusWidget()
        if isinstance(focus, ChipField | CardNote) and form.form.isAncestorOf(focus):
            assert seen(focus, form.form)
        window.go("form")

    assert set(met) == set(items.items)


def test_a_figure_is_answered_where_f7_leads(window, qtbot):
    item = until(window, OpenKind.PENDING)
    qtbot.wait(1)
    field = QApplication.focusWidget()
    assert isinstance(field, ChipField)
    QTest.keyClicks(field, "7")
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert window.desk.ledger.known(item.figure) == 7


def test_a_refusal_is_no_longer_told_once_a_number_is_taken(window, qtbot):
    item = until(window, OpenKind.PENDING)
    qtbot.wait(1)
    QTest.keyClicks(QApplication.focusWidget(), "-5")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert any("-5" in said for said in window.messages.texts())
    QTest.keyClicks(QApplication.focusWidget(), "7")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert window.desk.ledger.known(item.figure) == 7
    assert window.messages.texts() == []


def test_what_is_to_be_checked_is_answered_by_one_key_with_its_reason(window, qtbot):
    piece = entry(window.desk, "开展执法案卷评查，评查")
    source = next(
        e.text for s in window.desk.report.walk() for e in s.entries if e.id == piece
    ).replace("开展执法", "【待核：3月】开展执法")
    editing.write(window.desk, piece, source)
    until(window, OpenKind.CHECK)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), CardNote))
    note = QApplication.focusWidget()
    assert note.note.text == "待核：“3月”"
    assert note.note.reason

    QTest.keyClick(note, "1")

    assert "】" not in _text(window, piece)
    assert "3月开展执法" in _text(window, piece)
    assert window.desk.steps()[0].name == "保留“3月”"


def test_an_entry_nobody_decided_on_is_kept_by_one_key_and_the_next_thing_comes(window, qtbot):
    item = until(window, OpenKind.UNDECIDED)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), CardNote))
    QTest.keyClick(QApplication.focusWidget(), "1")

    assert item not in open_items(window.desk).items
    assert window.desk_page.form.walk.last != item


def test_at_the_end_it_says_that_the_report_can_be_final(window, qtbot, monkeypatch):
    from nianbao.checks.open_items import OpenItems
    from nianbao.ui.pages.form import form_page
    from nianbao.views.overview import overview

    nothing = replace(overview(window.desk), open_items=OpenItems(()))
    monkeypatch.setattr(form_page, "overview", lambda _desk: nothing)
    form = window.desk_page.form
    form.refresh()
    window.commands.run("next_open")

    assert form.next_bar._done.isVisible()
    assert not form.next_bar.button.isVisible()
    assert any("可以定稿" in said for said in window.messages.texts())


def test_a_part_that_is_missing_is_asked_about_where_it_is_shown_and_the_way_goes_on(window, qtbot):
    form = window.desk_page.form
    missing = [one for one in form._open_items.items if not one.piece and not one.promise]
    assert missing  # nothing is written of 第一责任人

    for item in missing:
        while form.walk.last != item:
            window.commands.run("next_open")
        note = QApplication.focusWidget()
        assert isinstance(note, CardNote)
        assert window.desk_page.page("coverage").isAncestorOf(note)
        assert note.note.text
        assert "到文中改" not in [one.word for one in note.note.answers]
        QTest.keyClick(note, "3")
        assert item not in form._open_items.items
    assert form.walk.last not in missing


def test_one_kind_alone_can_be_walked(window, qtbot):
    form = window.desk_page.form
    QTest.mouseClick(form.next_bar._buttons[OpenKind.UNDECIDED], Qt.MouseButton.LeftButton)
    assert form.walk.last.kind is OpenKind.UNDECIDED
    count = open_items(window.desk).count(OpenKind.UNDECIDED)
    assert form.next_bar._buttons[OpenKind.UNDECIDED].text() == f"未定 1 / {count}"


def _text(window, piece):
    return next(e.text for s in window.desk.report.walk() for e in s.entries if e.id == piece)


def test_what_the_caret_stands_in_is_asked_in_place_and_the_text_keeps_its_keys(window, qtbot):
    piece = entry(window.desk, "开展执法案卷评查，评查")
    source = next(
        e.text for s in window.desk.report.walk() for e in s.entries if e.id == piece
    ).replace("开展执法", "【待核：3月】开展执法")
    editing.write(window.desk, piece, source)
    window.desk_page.go_to(piece)
    card = window.desk_page.form.form._cards[piece]
    qtbot.waitUntil(lambda: piece in [i.piece for i in window.desk_page.form._open_items.items])
    at = card.text.toPlainText().index("3月")
    card.text.set_caret(at)

    assert card.note.note.text == "待核：“3月”"
    assert card.text.hasFocus()
    QTest.keyClicks(card.text, "1")  # is written
    assert "13月" in card.text.toPlainText()
    QTest.keyClick(card.text, Qt.Key.Key_Backspace)
    card.text.flush_text()
    card.text.set_caret(len(card.text.toPlainText()))
    assert card.note.note is None
    card.text.set_caret(at)
    QTest.keyClick(card.text, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)

    assert "】" not in _text(window, piece)
    assert "3月开展执法" in _text(window, piece)
