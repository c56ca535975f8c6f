"""The menu of the window: which commands stand in it, and where."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nianbao.ui.kit.commands import Commands

_MENU = {
    "文件": (
        *("import", "open", "new_year", "", "export", "folder", "backups", ""),
        *("template", "own_template", "", "close", "quit"),
    ),
    "编辑": (
        *("undo", "redo", "", "find", "find_all", "", "add", "add_section", "add_part"),
        *("remove_section", "", "keep_version", "versions", "history", "automatic"),
    ),
    "查看": (
        *("form", "ledger", "promises", "coverage", "preview", "beside", "", "untouched", ""),
        *("bigger", "smaller", "normal", "", "light", "dark", "contrast"),
    ),
    "条目": (
        *("keep", "rewrite", "drop", ""),
        *("insert", "rename_figure", "remove_figure", "take_in", "leave_out", ""),
        *("split", "merge", "up", "down", "", "last_text", "restore"),
    ),
    "转到": (
        *(
            "next_open",
            "last_open",
            "",
            "next_finding",
            "last_finding",
            "",
            "next_section",
            "last_section",
            "",
        ),
        *("outline", "references", "next_column"),
    ),
    "帮助": ("manual", "shortcuts", "palette", "", "places", "diagnosis", "about"),
}
"""The menu: its titles, and the keys of the commands below each; an empty key is a line."""


def menu(commands: Commands, actions: dict[str, QAction], parent: QWidget) -> QMenu:
    """Return the menu with all commands of a window."""
    made = QMenu(parent)
    for title, keys in _MENU.items():
        made.addMenu(commands.menu(title, list(keys), actions))
    return made
