"""Qt's own words are Chinese."""

import os

import pytest
from PySide6.QtCore import QDateTime, QTranslator
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
)
from tests.ui import walking

from nianbao.ui.kit import file_dialog
from nianbao.ui.shell.system import translation


@pytest.fixture(autouse=True)
def chinese(qapp):
    assert translation.install(qapp)
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_text_field_is_chinese(qtbot, kind):
    field = kind()
    qtbot.addWidget(field)

    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    words = [action.text().split("(")[0] for action in menu.actions() if not action.isSeparator()]

    assert words[:4] == ["撤销", "重做", "剪切", "复制"]
    assert walking.faults(menu) == []


def test_the_file_dialog_is_chinese(qtbot, tmp_path):
    (tmp_path / "2024年度").mkdir()
    (tmp_path / "去年的报告.docx").write_bytes(b"")
    dialog = QFileDialog(None, "选择去年的报告", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setNameFilter("所有文件 (*)")
    qtbot.addWidget(dialog)
    dialog.show()
    table = dialog.findChild(QTreeView, "treeView")
    qtbot.waitUntil(lambda: table.model().rowCount(table.rootIndex()) == 2)

    words = [made.text() for made in dialog.findChildren(QLabel) if made.isVisible()]
    words += [made.toolTip() for made in dialog.findChildren(QToolButton)]
    model, top = table.model(), table.rootIndex()
    kinds = [str(model.index(row, 2, top).data()) for row in (0, 1)]  # sizes are the system's

    assert "文件夹" in kinds
    if os.name != "nt":  # Windows shows its own dialog, and Qt has no Chinese list of kinds there
        words += kinds
    assert [word for word in words if walking.foreign_words(word.replace("&", ""))] == []


def test_the_file_dialog_tells_times_and_sizes_in_chinese_whatever_the_system_speaks(
    qtbot, tmp_path
):
    for name, size in (("小.docx", 0), ("大.docx", 5_000_000)):
        (tmp_path / name).write_bytes(b"x" * size)
        os.utime(tmp_path / name, (1772690820, 1772690820))
    dialog = QFileDialog(None, "选择去年的报告", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    file_dialog.fit(dialog)
    table = dialog.findChild(QTreeView, "treeView")
    top = table.rootIndex()
    qtbot.waitUntil(lambda: table.model().rowCount(table.rootIndex()) == 2)

    def seen(row, column):
        option = QStyleOptionViewItem()
        index = table.model().index(row, column, top)
        table.itemDelegateForColumn(column).initStyleOption(option, index)
        return option.text

    assert {seen(row, 1) for row in (0, 1)} == {"0 字节", "4.77 MiB"}
    when = QDateTime.fromSecsSinceEpoch(1772690820).toString("yyyy/M/d HH:mm")
    assert {seen(row, 3) for row in (0, 1)} == {when}


def test_standard_buttons_are_chinese(qtbot):
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Close | kinds.Discard)
    qtbot.addWidget(box)

    assert walking.faults(box) == []
