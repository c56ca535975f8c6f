"""Everything the window can do, by name: one list for menus, shortcuts, palette and key page."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

_KEY_WORDS = {
    "Return": "Enter",
    "PgDown": "PgDn",
    "Space": "空格",
    "Backspace": "退格",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Backtab": "Shift+Tab",
}


def _always() -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can do.

    `wording` gives the name as it stands now, for instance with what would be undone; `also` are
    further shortcuts, which are not shown.
    """

    key: str
    name: str
    run: Callable[[], object]
    _: KW_ONLY
    shortcut: str = ""
    also: tuple[str, ...] = ()
    group: str = ""
    enabled: Callable[[], bool] = _always
    wording: Callable[[], str] | None = None

    def words(self) -> str:
        """Return the name as it stands now."""
        return self.wording() if self.wording else self.name


class Commands:
    """All commands, in the order in which they were added."""

    def __init__(self) -> None:
        self._commands: dict[str, Command] = {}
        self._taken: dict[str, str] = {}  # shortcut: key

    def add(self, *commands: Command) -> None:
        """Take commands in.

        Raises:
            ValueError: a key or a shortcut is taken, or a shortcut is none.
        """
        for command in commands:
            if command.key in self._commands:
                raise ValueError(f"{command.key} is there already")
            for written in _shortcuts(command):
                sequence = _portable(written)
                if sequence in self._taken:
                    raise ValueError(f"{command.key}: {self._taken[sequence]} has {written}")
                self._taken[sequence] = command.key
            self._commands[command.key] = command

    def __getitem__(self, key: str) -> Command:
        return self._commands[key]

    def all(self) -> list[Command]:
        """Return all commands."""
        return list(self._commands.values())

    def groups(self) -> dict[str, list[Command]]:
        """Return the commands by group, groups in the order of their first command."""
        found: dict[str, list[Command]] = {}
        for command in self.all():
            found.setdefault(command.group, []).append(command)
        return found

    def run(self, key: str) -> bool:
        """Run a command if it can be run now; return whether it was."""
        command = self._commands[key]
        if not command.enabled():
            return False
        command.run()
        return True

    def actions(self, parent: QWidget) -> dict[str, QAction]:
        """Make an action for each command; the shortcuts work in the window of `parent`."""
        made = {command.key: self._action(command, parent) for command in self.all()}
        parent.addActions(list(made.values()))
        return made

    def _action(self, command: Command, parent: QObject) -> QAction:
        action = QAction(command.words(), parent)
        action.setShortcuts([QKeySequence(written) for written in _shortcuts(command)])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: self.run(command.key))
        return action

    def menu(self, title: str, keys: list[str], actions: dict[str, QAction]) -> QMenu:
        """Return a menu of actions; an empty key is a line. What cannot be done now is grey.

        Outside the open menu every action stays enabled, or else its shortcut would be dead until
        the menu is opened again; `run` asks before it runs.
        """
        menu = QMenu(title)
        menu.setAccessibleName(title)
        shown = {key: actions[key] for key in keys if key}
        for key in keys:
            if key:
                menu.addAction(shown[key])
            else:
                menu.addSeparator()

        def settle() -> None:
            for key, action in shown.items():
                action.setText(self._commands[key].words())
                action.setEnabled(self._commands[key].enabled())

        def release() -> None:
            for action in shown.values():
                action.setEnabled(True)

        menu.aboutToShow.connect(settle)
        menu.aboutToHide.connect(release)
        return menu


def shown(shortcut: str) -> str:
    """Return a shortcut in the words of the keyboard in front of the user."""
    if not shortcut:
        return ""
    *held, key = _portable(shortcut).replace("++", "+加号").split("+")
    return "+".join([*held, "+" if key == "加号" else _KEY_WORDS.get(key, key)])


def _shortcuts(command: Command) -> list[str]:
    return [written for written in (command.shortcut, *command.also) if written]


def _portable(written: str) -> str:
    portable = QKeySequence(written).toString(QKeySequence.SequenceFormat.PortableText)
    if not portable:
        raise ValueError(f"{written} is no shortcut")
    return portable
