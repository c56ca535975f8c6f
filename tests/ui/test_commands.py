"""Commands: one list, no shortcut twice, and nothing runs that cannot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nianbao.ui.kit import commands
from nianbao.ui.kit.commands import Command, Commands


@pytest.fixture
def ran():
    return []


@pytest.fixture
def allowed():
    return {"undo"}


@pytest.fixture
def registry(ran, allowed):
    made = Commands()
    made.add(
        Command(
            "export", "导出Word", lambda: ran.append("export"), shortcut="Ctrl+E", group="文件"
        ),
        Command(
            "undo",
            "撤销",
            lambda: ran.append("undo"),
            shortcut="Ctrl+Z",
            group="编辑",
            enabled=lambda: "undo" in allowed,
            wording=lambda: "撤销：改“审结数”" if "undo" in allowed else "撤销",
        ),
        Command(
            "redo",
            "重做",
            lambda: ran.append("redo"),
            shortcut="Ctrl+Y",
            also=("Ctrl+Shift+Z",),
            group="编辑",
        ),
    )
    return made


def test_groups_keep_the_order_in_which_commands_came(registry):
    keys = {group: [c.key for c in found] for group, found in registry.groups().items()}

    assert keys == {"文件": ["export"], "编辑": ["undo", "redo"]}


def test_what_cannot_be_done_now_does_not_run(registry, ran, allowed):
    assert registry.run("undo")
    allowed.clear()

    assert not registry.run("undo")
    assert ran == ["undo"]


@pytest.mark.parametrize(
    "command",
    [
        Command("other", "另一个", print, shortcut="ctrl+z"),
        Command("other", "另一个", print, shortcut="Ctrl+Shift+Z"),
        Command("other", "另一个", print, also=("Ctrl+E",)),
        Command("undo", "撤销", print),
        Command("other", "另一个", print, shortcut="Ctrl+Nothing"),
    ],
    ids=["taken", "taken as another's second", "second is taken", "key taken", "no shortcut"],
)
def test_a_shortcut_or_a_key_is_given_once(registry, command):
    with pytest.raises(ValueError, match=r"other|undo|Nothing"):
        registry.add(command)


def test_shortcuts_work_in_the_window_even_after_a_menu_showed_them_grey(
    qtbot, registry, ran, allowed
):
    window = QWidget()
    qtbot.addWidget(window)
    actions = registry.actions(window)
    menu = registry.menu("编辑", ["undo", "", "redo"], actions)
    qtbot.addWidget(menu)
    with qtbot.waitExposed(window):
        window.show()

    allowed.clear()
    menu.aboutToShow.emit()
    assert not actions["undo"].isEnabled()
    assert actions["undo"].text() == "撤销"
    menu.aboutToHide.emit()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ran == []

    allowed.add("undo")
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["undo"]
    menu.aboutToShow.emit()
    assert actions["undo"].isEnabled()
    assert actions["undo"].text() == "撤销：改“审结数”"
    menu.aboutToHide.emit()

    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, both)
    assert ran == ["undo", "redo"]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Ctrl+Shift+P", "Ctrl+Shift+P"),
        ("ctrl+return", "Ctrl+Enter"),
        ("PgDown", "PgDn"),
        ("Alt+Up", "Alt+↑"),
        ("Ctrl++", "Ctrl++"),
        ("Ctrl+=", "Ctrl+="),
        ("F8", "F8"),
        ("", ""),
    ],
)
def test_shortcuts_are_said_in_the_words_on_the_keys(written, words):
    assert commands.shown(written) == words
