"""Whole stories in the real window: what a user does from the first file to the last."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from nianbao import readers
from nianbao.report.figures.standing import Standing
from nianbao.ui.pages.newyear.newyear_page import NewYearPage
from nianbao.ui.pages.review.review_page import ReviewPage
from nianbao.ui.shell import page_ids
from nianbao.ui.shell.report.desk_page import DeskPage
from nianbao.ui.shell.settings import Recent
from tests.actions.desks import lines, named
from tests.processes import KILL, KILLED
from tests.stories.deeds import arrived, go_the_way

CTRL = Qt.KeyboardModifier.ControlModifier


def field(widget):
    return next(one for one in widget.findChildren(QLineEdit) if one.isVisible())


def test_from_last_years_file_to_this_years_word_file(open_window, home, last_year, qtbot):
    out = home / "今年.docx"
    window = open_window(document=lambda *_: out)
    desk_page = go_the_way(window, last_year, qtbot)
    desk = window.desk
    assert (desk.unit, desk.year) == ("青岚县", 2026)

    filed = named(desk, "复议申请新收")
    desk_page.form.show_section(desk.report.sections[0].sections[1].id)
    window.commands.run("next_open")
    fields = desk_page.form.form.findChildren
    qtbot.waitUntil(lambda: any(one.isVisible() for one in fields(QLineEdit)))
    QTest.keyClicks(field(desk_page.form.form), "112")
    QTest.keyClick(field(desk_page.form.form), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: desk.ledger.standing(filed) is Standing.FILLED)
    QTest.keyClicks(field(desk_page.form.form), "14")
    QTest.keyClick(field(desk_page.form.form), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.ledger.known(named(desk, "纠错率")) is not None)

    window.commands.run("export")
    qtbot.waitUntil(out.exists)
    text = readers.read(readers.load(out), out.name).text

    assert "新收行政复议申请112件，其中纠错14件，纠错率12.50%" in text
    assert "【待填：" in text  # what nobody has reported yet is marked, not carried over
    assert "110宗" not in text
    qtbot.waitUntil(lambda: "已导出" in desk_page.export_bar.said.text())


def test_what_was_exported_is_told_as_long_as_that_year_is_shown(
    open_window, home, last_year, qtbot
):
    window = open_window(document=lambda *_: home / "今年.docx")
    desk_page = go_the_way(window, last_year, qtbot)
    window.commands.run("export")
    qtbot.waitUntil(desk_page.export_bar.isVisible)
    desk_page.refresh()
    assert desk_page.export_bar.isVisible()

    desk_page.show_year(window.desk.unit, 2025)

    assert not desk_page.export_bar.isVisible()


def test_a_misread_figure_is_corrected_once_and_for_all(open_window, home, last_year, qtbot):
    window = open_window()
    window.setup.import_file(last_year)
    review = arrived(window, ReviewPage, qtbot)
    outline = review.outline.model()
    rows = range(outline.rowCount())
    review.outline.setCurrentIndex(
        next(outline.index(row) for row in rows if "化解矛盾" in outline.index(row).data())
    )
    review.table.set_current(0)
    QTest.keyClick(review.table, Qt.Key.Key_R)
    typing = review.table.findChildren(QLineEdit)[-1]
    typing.setText("全县复议收案数")
    with qtbot.waitSignal(review.table.rows.edited):
        QTest.keyClick(typing, Qt.Key.Key_Return)
    qtbot.wait(1)
    QTest.keyClick(review, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(arrived(window, NewYearPage, qtbot), Qt.Key.Key_Return, CTRL)
    arrived(window, DeskPage, qtbot)

    older = home / "2024年报告.txt"
    older.write_text("\n".join(lines(2024, filed=70)), encoding="utf-8")
    window.setup.import_file(older)
    QTest.keyClick(arrived(window, ReviewPage, qtbot), Qt.Key.Key_Return, CTRL)
    arrived(window, DeskPage, qtbot)

    figures = window.desk.store.figures(window.desk.unit)
    values = {one.year: one.value for one in figures if one.indicator == "全县复议收案数"}
    assert values == {2024: 70, 2025: 83, 2026: None}


def test_a_new_year_is_taken_back_whole_and_done_again(open_window, last_year, qtbot):
    asked = []

    def decide(_, question):
        asked.append(question.text)
        return question.answers[0]

    window = open_window(decide=decide)
    go_the_way(window, last_year, qtbot)

    assert window.commands["undo"].words() == "撤销：建立2026年度"
    window.commands.run("undo")
    assert window.desk.years() == [2025]
    window.commands.run("redo")
    assert window.desk.years() == [2026, 2025]
    window.commands.run("undo")
    window.commands.run("undo")

    assert [text.partition("：青岚县")[2][:6] for text in asked] == [
        "2026年度",
        "2026年度",
        "2025年度",
    ]
    assert window.stack.currentWidget() is window.start  # nothing is left: as at the beginning
    window.commands.run("redo")
    assert window.desk.years() == [2025]
    assert window.stack.currentWidget() is window.desk_page


TYPES_AND_DIES = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from nianbao.ui.shell.application import Frame

app = QApplication([])
frame = Frame(Path(sys.argv[1]), Path(sys.argv[2]))
frame.show()
frame.fill()
page = frame.content.desk_page
section = page.desk.report.sections[0].sections[0]
page.go_to(section.entries[0].id)
text = page.form.form._cards[section.entries[0].id].text
text.set_caret(6)
QTest.keyClicks(text, "XYZ")

def look():
    if "XYZ" in page.desk.report.sections[0].sections[0].entries[0].text:
        QTimer.singleShot(1500, lambda: os.kill(os.getpid(), int(sys.argv[3])))
    else:
        QTimer.singleShot(50, look)

look()
app.exec()
"""


def test_killed_in_the_middle_it_opens_where_the_clerk_was(open_window, home, last_year, qtbot):
    window = open_window()
    go_the_way(window, last_year, qtbot)
    place = window.desk.place
    window.window().close()

    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", TYPES_AND_DIES, home / "window.json", place, str(int(KILL))]
    done = subprocess.run(command, env=env, check=False, capture_output=True)
    assert done.returncode == KILLED, done.stderr

    window = open_window()
    desk_page = arrived(window, DeskPage, qtbot)
    piece, caret = desk_page.form.form.caret()
    entry = window.desk.report.sections[0].sections[0].entries[0]
    assert "XYZ" in entry.text
    assert (piece, caret) == (entry.id, 9)
    assert window.commands["undo"].words().startswith("撤销：改“")


def drop(widget, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    widget.dropEvent(event)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("坏的.docx", b"PK\x03\x04 not a zip"),
        ("空的.txt", b""),
        ("照片.docx", b"\x89PNG\r\n\x1a\n" + bytes(200)),
    ],
)
def test_a_bad_file_is_answered_with_a_sentence(open_window, home, qtbot, name, content):
    window = open_window()
    bad = home / name
    bad.write_bytes(content)

    drop(window.start, bad)

    qtbot.waitUntil(lambda: window.start.failure.text() != "")
    assert name in window.start.failure.text()
    assert window.stack.currentWidget() is window.start
    assert bad.read_bytes() == content


def test_a_report_dropped_on_the_form_is_imported_too(open_window, home, last_year, qtbot):
    window = open_window()
    go_the_way(window, last_year, qtbot)
    older = home / "2024年报告.txt"
    older.write_text("\n".join(lines(2024, filed=70)), encoding="utf-8")

    drop(window, home)
    assert "文件夹" in window.messages.texts()[0]
    drop(window, older)

    assert arrived(window, ReviewPage, qtbot)._review.year == 2024


def test_a_much_older_report_begins_no_new_year(open_window, home, last_year, qtbot):
    window = open_window()
    go_the_way(window, last_year, qtbot)
    older = home / "2020年报告.txt"
    older.write_text("\n".join(lines(2020)), encoding="utf-8")

    window.setup.import_file(older)
    QTest.keyClick(arrived(window, ReviewPage, qtbot), Qt.Key.Key_Return, CTRL)

    arrived(window, DeskPage, qtbot)
    assert window.desk.years() == [2026, 2025, 2020]


def test_a_report_without_a_year_is_asked_about(open_window, home, qtbot):
    window = open_window(year=lambda *_: 2025)
    report = home / "报告.txt"
    text = "\n".join(lines(2025)).replace("2025年", "全年").replace("2026年", "下年")
    report.write_text(text, encoding="utf-8")

    window.setup.import_file(report)

    assert arrived(window, ReviewPage, qtbot)._review.year == 2025


def test_every_page_opens_by_its_key_and_says_everything_in_chinese(open_window, last_year, qtbot):
    from tests.ui.walking import faults

    window = open_window()
    go_the_way(window, last_year, qtbot)
    for place in (*page_ids.WORDS, page_ids.SEARCH, page_ids.VERSIONS, page_ids.HISTORY):
        window.go(place)
        qtbot.wait(30)
        assert window.desk_page.place == place
        assert faults(window) == [], place


def test_zoom_and_themes_keep_the_place(open_window, last_year, qtbot):
    window = open_window()
    desk_page = go_the_way(window, last_year, qtbot)
    entry = window.desk.report.sections[0].sections[1].entries[0].id
    desk_page.go_to(entry)
    before = desk_page.where()

    for key in ("bigger", "dark", "contrast", "light", "normal"):
        window.commands.run(key)
        assert window.desk_page.where().section == before.section


def test_the_same_workspace_opens_where_it_was_left(open_window, last_year, qtbot):
    window = open_window()
    desk_page = go_the_way(window, last_year, qtbot)
    section = window.desk.report.sections[0].sections[1].id
    desk_page.form.show_section(section)
    desk_page.form.side.show_tab("来源")
    desk_page.form.columns.set_widths((300, 700, 366))
    window.commands.run("beside")
    columns = desk_page.form.columns.widths
    window.window().close()

    again = open_window()
    form = arrived(again, DeskPage, qtbot).form
    assert form.form.section == section
    assert (form.side.tab, form.right_column.currentIndex()) == ("来源", 1)
    assert form.columns.widths[::2] == columns[::2] == (300, 366)  # the middle takes what is left
    assert again.settings.recent[0].title == "青岚县 2026年度"


def test_a_workspace_that_is_gone_is_told_and_forgotten(open_window, home, last_year, qtbot):
    window = open_window()
    go_the_way(window, last_year, qtbot)
    place = window.desk.place
    window.window().close()
    place.rename(Path(f"{place}.moved"))

    again = open_window()
    again.start.open_workspace.emit(place)

    assert place.name in again.start.failure.text()
    assert again.settings.recent == ()


def test_a_workspace_whose_folder_is_gone_is_told_and_stays_known(open_window, home):
    stick = str(home / "拔了的U盘" / "青岚县.nianbao")
    window = open_window()
    window.remember(window.settings.opened(Recent.now(stick, "青岚县", 2026)))

    window.start.open_workspace.emit(Path(stick))

    assert "U盘没有插上" in window.start.failure.text()
    assert [one.path for one in window.settings.recent] == [stick]


def test_a_workspace_that_cannot_be_looked_at_leaves_the_start_page(open_window, home):
    unreadable = str(home / ("长" * 300))  # as a share that is cut off: to ask for it is an error
    window = open_window()
    window.remember(window.settings.opened(Recent.now(unreadable, "青岚县", 2026)))
    window.window().close()

    again = open_window()

    assert again.start.isVisible()
    assert not again.messages.isVisible()
    assert [one.path for one in again.settings.recent] == [unreadable]

    again.start.open_workspace.emit(Path(unreadable))

    assert "长长" in again.start.failure.text()


def test_documents_on_a_share_that_is_cut_off_do_not_keep_the_window_shut(
    open_window, home, cut_off, qtbot
):
    cut_off(home / "年报助手")

    window = open_window()

    assert window.start.isVisible()
    assert not window.messages.isVisible()
    window.take([home / "年报助手" / "2025年报告.docx"])
    qtbot.waitUntil(lambda: "2025年报告.docx" in window.start.failure.text())
    window.start.open_sample.emit()
    QTest.keyClick(arrived(window, ReviewPage, qtbot), Qt.Key.Key_Return, CTRL)
    assert "不能在" in window.messages.texts()[0]


def test_a_share_that_is_cut_off_keeps_nobody_in_the_window(begun, open_over, qtbot, cut_off):
    window = begun()
    place = window.desk.place
    cut_off(place)

    window.desk_page.go(page_ids.LEDGER)
    qtbot.wait(600)
    assert window.messages.texts() == []
    assert window.window().close()
    assert window.settings.recent[0].path == str(place)


def test_the_preview_beside_follows_the_entry_in_hand(open_window, last_year, qtbot):
    window = open_window()
    desk_page = go_the_way(window, last_year, qtbot)
    window.commands.run("beside")
    view = desk_page.form.right_column.currentWidget().view
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0)
    assert view.verticalScrollBar().value() == 0

    desk_page.go_to(window.desk.report.sections[-1].sections[-1].entries[-1].id)

    assert view.verticalScrollBar().value() > 0
