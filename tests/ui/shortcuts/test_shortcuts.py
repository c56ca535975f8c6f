"""The page of shortcuts: every key is there, on the screen and on one sheet of paper."""

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QLabel
from tests.ui import walking

from nianbao.ui.kit import theme
from nianbao.ui.kit.commands import Command, Commands
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.shortcuts import FIXED, ShortcutsPage, groups
from nianbao.ui.pages.shortcuts.paper import document


@pytest.fixture
def registry():
    made = Commands()
    made.add(
        Command("import", "导入去年报告", print, shortcut="Ctrl+O", group="文件"),
        Command("folder", "打开所在文件夹", print, group="文件"),
        Command("up", "上移一条", print, shortcut="Alt+Up", group="编辑"),
        Command("about", "关于", print, group="帮助"),
    )
    return made


@pytest.fixture
def printed():
    return []


@pytest.fixture
def page(qtbot, qapp, registry, printed):
    theme.apply(qapp, ThemeName.LIGHT, 100)
    made = ShortcutsPage(registry, print_out=lambda paper, _page: printed.append(paper))
    qtbot.addWidget(made)
    made.resize(1366, 720)
    made.show()
    return made


def test_commands_with_keys_come_first_then_the_fixed_keys(registry):
    found = groups(registry)

    assert [group.title for group in found[:2]] == ["文件", "编辑"]
    assert found[0].rows == (("Ctrl+O", "导入去年报告"),)
    assert found[1].rows == (("Alt+↑", "上移一条"),)
    assert tuple(found[2:]) == FIXED


def test_every_key_is_on_the_page_whatever_its_width(page, registry):
    wanted = {key for group in groups(registry) for key, _ in group.rows}

    for width in (1366, 900, 420):
        page.resize(width, 720)
        seen = {label.text() for label in page.area.widget().findChildren(QLabel)}
        assert wanted <= seen
        assert page.area.widget().width() <= page.area.viewport().width()


def test_every_control_is_named_and_chinese(page):
    assert walking.faults(page) == []


def test_printing_gives_all_keys_on_one_sheet(qtbot, page, registry, printed, tmp_path):
    qtbot.mouseClick(page.print_button, Qt.MouseButton.LeftButton)

    (paper,) = printed
    text = paper.toPlainText()
    assert all(what in text for group in groups(registry) for _, what in group.rows)

    writer = QPdfWriter(str(tmp_path / "keys.pdf"))
    sheet = document(groups(registry))
    sheet.documentLayout().setPaintDevice(writer)
    size = writer.pageLayout().paintRectPixels(writer.resolution()).size()
    sheet.setPageSize(QSizeF(size))
    assert sheet.pageCount() == 1


def test_back_leaves(qtbot, page):
    with qtbot.waitSignal(page.back):
        qtbot.mouseClick(page.leave, Qt.MouseButton.LeftButton)


def test_on_paper_titles_are_larger_than_keys(registry):
    sheet = document(groups(registry))
    title = sheet.begin()
    key = sheet.find("Ctrl+O")

    assert title.begin().fragment().charFormat().fontPointSize() > 12
    assert sheet.defaultFont().pointSizeF() > 0
    assert key.charFormat().fontPointSize() in {0, sheet.defaultFont().pointSizeF()}
