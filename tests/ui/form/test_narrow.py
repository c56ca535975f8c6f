"""The form in a small window and at 200 per cent: nothing is cut off, everything is reached."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.actions.desks import desk as make_desk

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.shell import page_ids
from nianbao.ui.shell.settings import Settings, SettingsFile
from nianbao.ui.shell.window import Window

SIZES = [
    (1280, 720, 100),
    (1024, 640, 100),
    (1366, 768, 100),
    (1366, 768, 125),
    (1366, 768, 150),
    (1366, 768, 200),
]


@pytest.fixture
def window(tmp_path, qtbot):
    make_desk(tmp_path).close()
    file = SettingsFile(tmp_path / "window.json")
    made = None

    def opened(width, height, zoom):
        nonlocal made
        file.save(Settings(zoom=zoom))
        theme.apply(QApplication.instance(), ThemeName.LIGHT, zoom)
        made = Window(file)
        qtbot.addWidget(made)
        made.resize(width, height)
        made.open(tmp_path / "w.nianbao")
        made.show()
        section = made.desk.report.sections[0].sections[1]
        made.desk_page.go_to(section.entries[0].id)
        qtbot.wait(20)
        return made

    yield opened
    made.close()
    theme.apply(QApplication.instance(), ThemeName.LIGHT, 100)


@pytest.mark.parametrize(("width", "height", "zoom"), SIZES)
def test_nothing_of_the_form_is_cut_off(window, qtbot, width, height, zoom):
    page = window(width, height, zoom)
    form = page.desk_page.form

    assert page.width() == width
    for beside in (False, True):
        if beside:
            form.columns.unfold(form.right_column)
            qtbot.wait(1)
        assert form.form.widget().width() <= form.form.viewport().width()
        cut = [
            made.text()
            for made in page.findChildren(QAbstractButton)
            if made.isVisible() and made.text() and made.width() < made.sizeHint().width()
        ]
        assert cut == []


@pytest.mark.parametrize(("width", "height", "zoom"), [(1366, 768, 100), (1024, 570, 150)])
def test_messages_leave_the_text_that_is_written_in_sight(window, qtbot, width, height, zoom):
    page = window(width, height, zoom)
    page.window().activateWindow()
    form = page.desk_page.form.form
    text = list(form._cards.values())[-1].text
    text.setFocus()
    text.set_caret(len(text.toPlainText()))
    qtbot.wait(20)

    for said in ("磁盘已满，这一步没有存入。" * 3, "有3处年份没有把握。", "备份没有做成。"):
        page.messages.error(said)
    qtbot.wait(20)

    caret = text.cursorRect()
    seen = form.viewport().rect()
    assert seen.contains(text.viewport().mapTo(form.viewport(), caret.center()))
    top = page.messages.mapTo(page, page.messages.rect().topLeft()).y()
    assert form.viewport().mapTo(page, seen.bottomLeft()).y() < top
    assert page.height() == height


def test_the_outer_columns_fold_away_and_come_back_over_the_text(window, qtbot):
    page = window(1366, 768, 200)
    form = page.desk_page.form
    assert not form.outline.isVisible()
    assert not form.side.isVisible()
    wide = form.form.width()

    page.commands.run("references")
    assert form.side.isVisible()
    assert form.form.width() == wide  # nothing moves below it
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not form.side.isVisible()

    page.commands.run("outline")
    assert QApplication.focusWidget() is form.outline
    QTest.keyClick(form.outline, Qt.Key.Key_Down)
    assert not form.outline.isVisible()  # a section was chosen

    page.commands.run("references")
    QTest.mouseClick(form.form.viewport(), Qt.MouseButton.LeftButton)
    assert not form.side.isVisible()

    page.resize(2732, 1000)
    qtbot.wait(1)
    assert form.outline.isVisible()
    assert form.side.isVisible()


def test_the_strip_says_what_lies_behind_it(window, qtbot):
    page = window(1366, 768, 200)
    strip = page.desk_page.form.columns.strips[1]
    assert "去年原文" in strip.accessibleName()
    page.commands.run("beside")
    assert "预览" in strip.accessibleName()
    page.commands.run("beside")
    assert "去年原文" in strip.accessibleName()


@pytest.mark.parametrize(
    ("place", "name"),
    [
        (page_ids.LEDGER, "台账"),
        (page_ids.PROMISES, "上年安排对照"),
        (page_ids.COVERAGE, "五项必备和九个体系"),
        (page_ids.VERSIONS, "版本名称"),
        (page_ids.HISTORY, "操作记录"),
    ],
)
def test_a_page_is_worked_by_keys_at_once_and_the_caret_comes_back(window, qtbot, place, name):
    page = window(1366, 768, 100)
    page.window().activateWindow()
    form = page.desk_page.form.form
    section = page.desk.report.sections[0].sections[1]
    text = form._cards[section.entries[0].id].text
    text.setFocus()
    text.set_caret(5)

    page.go(place)
    assert QApplication.focusWidget().accessibleName() == name
    page.go(page_ids.FORM)

    assert QApplication.focusWidget() is text
    assert text.caret() == 5
