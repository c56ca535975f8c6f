"""The desktop's own file dialog: used when the portal answers, and only then."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QListView, QTreeView

from nianbao.ui.kit import dialogs
from nianbao.ui.shell.system import file_chooser, session_bus


def test_qt_speaks_to_the_portal_when_it_answers_and_the_environment_is_as_it_was(monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORMTHEME", "ukui")  # as Kylin sets it

    with session_bus.lent(file_chooser.environment(lambda: True)):
        assert os.environ["QT_QPA_PLATFORMTHEME"] == "xdgdesktopportal"

    assert os.environ["QT_QPA_PLATFORMTHEME"] == "ukui"
    assert file_chooser.environment(lambda: False) == {}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has a session bus")
def test_a_bus_that_does_not_answer_is_no_hindrance(tmp_path):
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none"}
    code = (
        "from nianbao.ui.shell.system import file_chooser; assert file_chooser.environment() == {}"
    )

    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


@pytest.mark.parametrize(
    ("ask", "kinds"),
    [
        (lambda: dialogs.ask_report(None, ""), ["报告：Word、WPS、PDF、网页、文本", "所有文件"]),
        (lambda: dialogs.ask_workspace(None, ""), ["年报库"]),
        (lambda: dialogs.ask_template(None, ""), ["Word模板"]),
    ],
    ids=["report", "workspace", "template"],
)
def test_kinds_of_files_are_named_in_words(monkeypatch, qtbot, ask, kinds):
    seen = {}

    def shown(parent, title, folder, filters, options):
        dialog = QFileDialog(parent, title, folder)
        qtbot.addWidget(dialog)
        dialog.setOptions(options | QFileDialog.Option.DontUseNativeDialog)
        dialog.setNameFilters(filters.split(";;"))
        combo = dialog.findChild(QComboBox, "fileTypeCombo")
        seen["kinds"] = [combo.itemText(n) for n in range(combo.count())]
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", shown)

    assert ask() is None
    assert seen["kinds"] == kinds


@pytest.mark.parametrize("documents", [True, False])
@pytest.mark.parametrize("gone", ["拔了的U盘", "断开的共享"])
def test_a_dialog_begins_in_a_folder_that_is_there(monkeypatch, tmp_path, cut_off, documents, gone):
    """Qt takes the last word of one that is gone for the name of a file."""
    cut_off(tmp_path / "断开的共享")
    (tmp_path / "家").mkdir()
    usual = tmp_path / "文档"
    if documents:
        usual.mkdir()
    gone, begun = tmp_path / gone / "年报", []

    def shown(_parent, _title, folder, *_, **__):
        begun.append(Path(folder))
        return "", ""

    for ask in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, ask, shown)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *given: shown(*given)[0])
    monkeypatch.setattr(dialogs.QStandardPaths, "writableLocation", lambda _: str(usual))
    monkeypatch.setattr(dialogs.Path, "home", lambda: tmp_path / "家")

    for ask in (dialogs.ask_report, dialogs.ask_workspace, dialogs.ask_folder):
        ask(None, str(gone))
        ask(None, "")
    for ask in (dialogs.ask_document, dialogs.ask_copy):
        ask(None, gone / "年报.docx")

    there = usual if documents else tmp_path / "家"
    assert set(begun) == {there, there / "年报.docx"}


@pytest.mark.parametrize("ask", [dialogs.ask_report, dialogs.ask_workspace, dialogs.ask_folder])
def test_what_the_dialog_of_qt_lists_is_read_whole(qtbot, tmp_path, monkeypatch, ask):
    """Names, kinds and places have the width that they need, whatever it was the last time."""
    name = "安澜县人民政府关于2025年度法治政府建设情况的年度报告（报送稿）"
    for suffix in ("docx", "nianbao"):
        (tmp_path / f"{name}.{suffix}").touch()
    (tmp_path / name).mkdir()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        files = dialog.findChild(QTreeView, "treeView")
        qtbot.waitUntil(lambda: files.model().rowCount(files.rootIndex()) > 0)
        qtbot.waitUntil(lambda: files.columnWidth(0) >= files.sizeHintForColumn(0))
        places = dialog.findChild(QListView, "sidebar")
        columns = [n for n in range(4) if not files.isColumnHidden(n)]
        seen.append(all(files.columnWidth(n) >= files.sizeHintForColumn(n) for n in columns))
        seen.append(places.viewport().width() >= places.sizeHintForColumn(0))
        dialog.reject()

    QTimer.singleShot(100, look)
    try:
        assert ask(None, str(tmp_path)) is None
    finally:
        QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
    assert seen == [True, True]
