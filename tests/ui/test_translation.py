"""Qt's own words are Chinese."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QPlainTextEdit
from tests.ui import walking

from nianbao.ui.shell import translation


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


def test_standard_buttons_are_chinese(qtbot):
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel | kinds.Save | kinds.Close | kinds.Discard)
    qtbot.addWidget(box)

    assert walking.faults(box) == []
