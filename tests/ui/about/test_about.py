"""关于 and 诊断: a text to read and to send, and back again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nianbao import __version__
from nianbao.ui.pages.about.page import TextPage
from nianbao.ui.shell.application import Frame
from nianbao.views import about


def test_the_libraries_inside_are_named_with_their_licences():
    inside = {name.lower(): (version, licence) for name, version, licence in about.inside()}

    assert inside["jinja2"][1].startswith("BSD")
    assert "LGPL" in inside["pyside6_essentials"][1]
    assert "nianbao" not in inside
    assert all(version and licence for version, licence in inside.values())


@pytest.mark.parametrize(
    ("key", "told"), [("about", f"年报助手 {__version__}"), ("diagnosis", "输入法")]
)
def test_a_text_is_read_copied_and_left(qtbot, tmp_path, key, told):
    frame = Frame(settings=tmp_path / "window.json")
    qtbot.addWidget(frame)
    frame.show()
    frame.fill()
    window = frame.content

    window.command_actions[key].trigger()
    page = window.stack.currentWidget()
    page.copy.click()

    assert isinstance(page, TextPage)
    assert told in page.text.toPlainText()
    assert QApplication.clipboard().text() == page.text.toPlainText()
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.start
