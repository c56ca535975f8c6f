"""The palette: typed, chosen, run, closed, and the window found as it was left."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from tests.ui import walking

from nianbao.ui.kit import theme
from nianbao.ui.kit.commands import Command, Commands
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.pages.palette import Palette, Target
from nianbao.ui.pages.palette.choices import ChoiceModel, of_commands


@pytest.fixture
def ran():
    return []


@pytest.fixture
def registry(ran):
    def command(key, name, **more):
        return Command(key, name, lambda: ran.append((key, QApplication.focusWidget())), **more)

    made = Commands()
    made.add(
        command("import", "导入去年报告", shortcut="Ctrl+O", group="文件"),
        command("export", "导出Word", shortcut="Ctrl+E", group="文件"),
        command("undo", "撤销", shortcut="Ctrl+Z", group="编辑", enabled=lambda: False),
        command("redo", "重做", shortcut="Ctrl+Y", group="编辑"),
        command("ledger", "打开台账", group="转到"),
    )
    return made


@pytest.fixture
def window(qtbot, qapp):
    theme.apply(qapp, ThemeName.LIGHT, 100)
    made = QWidget()
    qtbot.addWidget(made)
    layout = QVBoxLayout(made)
    field = QLineEdit()
    field.setAccessibleName("本年")
    layout.addWidget(field)
    layout.addStretch()
    button = QPushButton("预览")
    layout.addWidget(button)
    made.field, made.button = field, button
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    field.setFocus()
    return made


@pytest.fixture
def palette(window, registry, ran):
    def targets():
        yield Target(name="（三）行政执法", group="节", run=lambda: ran.append("section"))
        yield Target(name="行政复议纠错率", group="指标", run=lambda: ran.append("figure"))

    return Palette(registry, targets, window)


def names(palette):
    return [palette.model.index(row).data() for row in range(palette.model.rowCount())]


def test_without_a_query_the_commands_that_can_run_recent_ones_first(palette):
    palette.open(["ledger", "gone", "redo"])

    assert names(palette) == ["打开台账", "重做", "导入去年报告", "导出Word"]
    assert palette.line.hasFocus()


def test_initials_and_enter_run_a_command_where_the_clerk_was(qtbot, palette, window, ran):
    palette.open()
    qtbot.keyClicks(palette.line, "dcw")
    assert names(palette) == ["导出Word"]

    with qtbot.waitSignal(palette.ran) as told:
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    assert told.args == ["export"]
    assert ran == [("export", window.field)]
    assert palette.isHidden()


def test_places_are_found_by_characters(qtbot, palette, ran):
    palette.open()
    palette.line.setText("纠错")
    assert names(palette) == ["行政复议纠错率"]

    qtbot.keyClick(palette.line, Qt.Key.Key_Return)

    assert ran == ["figure"]


def test_arrows_go_around_and_escape_changes_nothing(qtbot, palette, window, ran):
    palette.open()
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 3
    assert palette.line.accessibleDescription() == "第4项，共4项：打开台账，转到"
    qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == 3

    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)

    assert palette.isHidden()
    assert window.field.hasFocus()
    assert ran == []


def test_a_click_runs_too(qtbot, palette, ran):
    palette.open()
    place = palette.list.visualRect(palette.model.index(1)).center()

    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert [key for key, _ in ran] == ["export"]


def test_what_means_nothing_is_said_and_enter_waits(qtbot, palette, ran):
    palette.open()
    palette.line.setText("zzzz")

    assert palette.nothing.isVisible()
    assert palette.list.isHidden()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert ran == []


def test_going_on_elsewhere_closes_it(palette, window):
    palette.open()

    window.button.setFocus()

    assert palette.isHidden()
    assert window.button.hasFocus()
    palette.open()
    assert palette.line.text() == ""


@pytest.mark.parametrize("size", [(500, 600), (683, 300)])
def test_it_lies_inside_a_small_window(palette, window, size):
    window.resize(*size)
    palette.open()

    assert window.rect().contains(palette.geometry())


def test_model_and_names(qtmodeltester, registry, palette):
    model = ChoiceModel()
    model.show(of_commands(registry))
    qtmodeltester.check(model)

    palette.open()
    assert walking.faults(palette) == []


def test_readings_are_loaded_only_when_letters_are_typed():
    code = """
import sys
from nianbao.ui.pages.palette import matching
import nianbao.ui.pages.palette
assert matching.rank("导出", "导出") == 0
assert matching.rank("台", "导出") is None
assert "pypinyin" not in sys.modules
assert matching.rank("dc", "导出") is not None
assert "pypinyin" in sys.modules
import os
assert "PYPINYIN_NO_PHRASES" not in os.environ
"""
    subprocess.run([sys.executable, "-c", code], check=True)
