"""Messages: one sentence in the window, which stays when it matters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from tests.ui import walking

from nianbao.ui.kit import messages as room
from nianbao.ui.kit import theme
from nianbao.ui.kit.messages import Messages
from nianbao.ui.kit.theme import ThemeName


@pytest.fixture
def messages(qapp, qtbot):
    theme.apply(qapp, ThemeName.LIGHT, 100)
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    shown = Messages()
    layout.addWidget(shown)
    layout.addStretch()
    window.resize(900, 300)
    window.show()
    yield shown
    window.close()


def press(qtbot, message, word):
    (button,) = (one for one in message.findChildren(QPushButton) if one.text() == word)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_to_say_takes_no_room(messages):
    assert messages.isHidden()


def test_what_went_well_goes_by_itself(qtbot, messages, monkeypatch):
    monkeypatch.setattr(room, "STAYS", 30)

    messages.done("已导出。")
    assert messages.isVisible()
    qtbot.waitUntil(messages.isHidden)

    assert messages.texts() == []


def test_an_error_stays_can_be_copied_and_is_closed_by_hand(qtbot, messages, monkeypatch):
    monkeypatch.setattr(room, "STAYS", 1)
    error = messages.error("“去年.docx”设有打开密码。")
    messages.info("已保存。")
    qtbot.waitUntil(lambda: messages.texts() == ["“去年.docx”设有打开密码。"])

    press(qtbot, error, "复制")
    assert QGuiApplication.clipboard().text() == "“去年.docx”设有打开密码。"
    press(qtbot, error, "关闭")

    assert messages.isHidden()


def test_an_action_runs_and_closes_the_message(qtbot, messages):
    ran = []
    message = messages.warn("文件名已存在。", ("换个名字", lambda: ran.append(messages.texts())))

    press(qtbot, message, "换个名字")

    assert ran == [[]]


def test_the_same_sentence_is_said_once_and_of_many_the_oldest_goes(messages):
    for text in ("一。", "二。", "一。", "三。", "四。"):
        messages.error(text)

    assert messages.texts() == ["四。", "三。", "一。"]


def test_what_no_longer_holds_goes_and_the_newest_about_one_thing_stays(messages):
    messages.error("磁盘已满。", about="saving")
    messages.error("U盘拔了。", about="saving")
    messages.warn("备份没有做成。", about="backup")
    assert messages.texts() == ["备份没有做成。", "U盘拔了。"]

    messages.withdraw("saving")

    assert messages.texts() == ["备份没有做成。"]


def test_every_control_is_named(messages):
    messages.error("“去年.docx”设有打开密码。", ("换一个文件", lambda: None))

    assert walking.faults(messages.window()) == []
