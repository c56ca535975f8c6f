"""The first screen: a file by button, key, drop or as text; bad ones are answered in place."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.start.start_page import StartPage


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def page(qapp, qtbot, chosen):
    theme.apply(qapp, ThemeName.LIGHT, 100)
    page = StartPage(lambda: chosen.pop() if chosen else None)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page


def drop(page, *paths):
    """Drag files over the page and let go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier
    enter = QDragEnterEvent(QPoint(9, 9), action, data, button, held.NoModifier)
    QApplication.sendEvent(page, enter)
    said = page.report.title.text(), page.workspace.title.text()
    QApplication.sendEvent(page, QDropEvent(QPointF(9, 9), action, data, button, held.NoModifier))
    return said


def test_ctrl_o_chooses_a_report(page, qtbot, chosen):
    chosen.append(Path("去年.docx"))
    with qtbot.waitSignal(page.import_file) as told:
        qtbot.keyClick(page.choose, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [Path("去年.docx")]


def test_choosing_nothing_does_nothing(page, qtbot):
    with qtbot.assertNotEmitted(page.import_file):
        qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["去年.docx", "去年.WPS", "去年.pdf", "网页.mht", "去年.txt"])
def test_a_dropped_report_is_imported(page, qtbot, tmp_path, name):
    with qtbot.waitSignal(page.import_file) as told:
        said = drop(page, tmp_path / name)
    assert told.args == [tmp_path / name]
    assert said == ("松开鼠标，导入这份报告", "打开已有的年报库")
    assert page.report.title.text() == "导入去年报告"


def test_a_dropped_workspace_is_opened(page, qtbot, tmp_path):
    with qtbot.waitSignal(page.open_workspace) as told:
        said = drop(page, tmp_path / "安澜县.nianbao")
    assert told.args == [tmp_path / "安澜县.nianbao"]
    assert said[1] == "松开鼠标，打开这个年报库"


def test_a_bad_drop_is_answered_by_a_sentence_in_the_page(page, qtbot, tmp_path):
    for paths, words in [
        ([tmp_path / "照片.png"], "“照片.png”不是报告文件，没有导入。"),
        ([tmp_path], "是文件夹，没有导入。"),
        ([tmp_path / "a.docx", tmp_path / "b.docx"], "一次只能放一个文件，这里有2个。"),
    ]:
        with qtbot.assertNotEmitted(page.import_file):
            drop(page, *paths)
        assert words in page.failure.text()
        assert page.failure.isVisible()
    drop(page, tmp_path / "去年.docx")
    assert not page.failure.isVisible()


def test_recent_workspaces_open_by_a_click_and_the_rest_are_asked_for(page, qtbot):
    page.show_recent([(Path("a.nianbao"), "安澜县 2025年度", "昨天 17:40")] * 2)
    page.show_recent([(Path("b.nianbao"), "安澜县 2026年度", "今天 9:00")])
    (link,) = (b for b in page.findChildren(QAbstractButton) if b.text() == "安澜县 2026年度")
    with qtbot.waitSignal(page.open_workspace) as told:
        link.click()
    assert told.args == [Path("b.nianbao")]
    with qtbot.waitSignal(page.open_workspace) as told:
        page.other.click()
    assert told.args == [None]


def test_pasted_text_is_imported_by_ctrl_enter_and_esc_gives_up(page, qtbot):
    page.paste_link.click()
    assert not page.choices.isVisible()
    assert not page.paste.use.isEnabled()
    page.paste.field.setPlainText("安澜县2025年法治政府建设年度报告")
    with qtbot.waitSignal(page.import_text) as told:
        qtbot.keyClick(page.paste.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["安澜县2025年法治政府建设年度报告"]
    qtbot.keyClick(page.paste.field, Qt.Key.Key_Escape)
    assert page.choices.isVisible()


def test_the_sample_opens_by_its_card(page, qtbot):
    with qtbot.waitSignal(page.open_sample):
        qtbot.mouseClick(page.sample, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))


def test_it_says_where_the_work_is_kept_and_offers_to_remove_a_sample_that_is_there(page, qtbot):
    page.show_home("程序旁边的“年报助手”文件夹")
    assert any("程序旁边" in label.text() for label in page.findChildren(QLabel))
    assert not page.remove.isVisible()

    page.show_sample(True)
    with qtbot.waitSignal(page.remove_sample):
        page.remove.click()


def test_whatever_takes_the_focus_has_a_name(page):
    page.show_recent([(Path("a.nianbao"), "安澜县 2025年度", "昨天")])
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName() or widget.parent().accessibleName(), widget


LIGHT = {"nianbao.machine", "nianbao.machine.installation", "nianbao.shipped"}
"""How a workspace's name ends: these bring no library along."""


def test_the_first_paint_needs_nothing_but_qt():
    code = "import sys, nianbao.ui.pages.start.start_page; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    ).stdout.split()
    ours = {name for name in loaded if name.startswith("nianbao.")}
    assert not {"jinja2", "lxml", "docx", "sqlite3", "jieba"} & set(loaded)
    assert {name for name in ours if not name.startswith("nianbao.ui")} <= LIGHT
