"""Walk over everything in a window: Chinese words only, and a name for all that takes the focus.

assert walking.faults(window) == []
"""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAction, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QScrollBar,
    QSpinBox,
    QSplitter,
    QTabBar,
    QTableView,
    QTabWidget,
    QTextEdit,
    QTreeView,
    QWidget,
)

_ALLOWED = {
    *("word", "wps", "excel", "pdf", "nianbao"),
    *("docx", "doc", "txt", "html", "htm", "mht", "xlsx", "csv"),  # as endings of files
    "gb2312",  # in the names of the fonts of official documents
    *("ctrl", "shift", "alt", "enter", "esc", "del", "tab", "home", "end", "pgup", "pgdn", "ins"),
}
_LATIN = re.compile(r"[A-Za-z][A-Za-z0-9]*")
_KEY = re.compile(r"[A-Za-z]\d*")  # F8, A4, column C
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_NEED_NO_NAME = (QScrollBar, QSplitter, QHeaderView)


def faults(window: QWidget, *, allowed: Iterable[str] = ()) -> list[str]:
    """Return what is wrong in a window, each in a sentence; `allowed` are further Latin words."""
    words = _ALLOWED | {word.lower() for word in allowed}
    return [*_foreign(window, words), *nameless(window)]


def nameless(window: QWidget) -> list[str]:
    """Return what takes the focus without a name to be called by, each in a sentence."""
    return list(_nameless(window))


def foreign_words(text: str, allowed: Iterable[str] = _ALLOWED) -> list[str]:
    """Return the Latin words of a text that no key and no program is called."""
    allowed = set(allowed)
    words = (word for word in _LATIN.findall(text) if not _KEY.fullmatch(word))
    return [word for word in words if word.lower() not in allowed]


def _foreign(window: QWidget, allowed: set[str]) -> Iterator[str]:
    for widget in _widgets(window):
        for text in _texts(widget):
            if words := foreign_words(text, allowed):
                yield f"{_who(widget)}: {'、'.join(words)} in “{text}”"


def _nameless(window: QWidget) -> Iterator[str]:
    for widget in _widgets(window):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(widget, _NEED_NO_NAME):
            continue
        if isinstance(widget, QScrollArea) or _is_inside(widget):
            continue
        name = accessible_name(widget)
        if not _CHINESE.search(name) and not _LATIN.search(name):
            yield f"{_who(widget)}: takes the focus and is called “{name}”"


def accessible_name(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    told = interface.text(QAccessible.Text.Name) if interface is not None else ""
    return told or widget.accessibleName()


def _is_inside(widget: QWidget) -> bool:
    """Whether a widget is a part of another that has the name: a viewport, a box's editor."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        return True
    while parent is not None and not isinstance(parent, QComboBox | QSpinBox | QTabBar):
        parent = parent.parentWidget()
    return parent is not None


def _widgets(window: QWidget) -> list[QWidget]:
    found = [window, *window.findChildren(QWidget)]
    return [widget for widget in found if not _is_gone(widget, window)]


def _is_gone(widget: QWidget, window: QWidget) -> bool:
    """Whether a widget is Qt's own and unused, as the buttons at the ends of a row of tabs."""
    parent = widget.parentWidget()
    return widget is not window and isinstance(parent, QTabBar) and widget.isHidden()


def _who(widget: QWidget) -> str:
    names = [type(widget).__name__]
    parent = widget.parentWidget()
    while parent is not None and len(names) < 3:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " in ".join(names)


def _texts(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
    yield from (widget.accessibleDescription(), widget.statusTip(), widget.whatsThis())
    match widget:
        case QLabel():
            yield _plain(widget)
        case QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            yield widget.placeholderText()
        case QGroupBox() | QMenu():
            yield widget.title()
        case QProgressBar() if widget.isTextVisible():
            yield widget.text()
        case QComboBox():
            yield from (widget.itemText(row) for row in range(widget.count()))
        case QTabBar():
            yield from (widget.tabText(tab) for tab in range(widget.count()))
            yield from (widget.tabToolTip(tab) for tab in range(widget.count()))
        case QTabWidget():
            yield from (widget.tabText(tab) for tab in range(widget.count()))
        case QSpinBox():
            yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
        case QHeaderView():
            pass  # its words come with the table's
        case QAbstractItemView() if widget.model() is not None:
            yield from _of_model(widget)
    for action in widget.actions():
        yield from _of_action(action)


def _plain(label: QLabel) -> str:
    """What is to be read on a label, without its markup."""
    if label.textFormat() != Qt.TextFormat.PlainText:
        return QTextDocumentFragment.fromHtml(label.text()).toPlainText()
    return label.text()


def _of_action(action: QAction) -> Iterator[str]:
    yield from (action.text().replace("&", ""), action.toolTip(), action.statusTip())


def _of_model(view: QAbstractItemView) -> Iterator[str]:
    """The words of a table: its heads, its cells and what they are called."""
    model = view.model()
    if isinstance(view, QTableView | QTreeView):
        for column in range(model.columnCount()):
            yield _text(model.headerData(column, Qt.Orientation.Horizontal))
    yield from _cells(model, QModelIndex())


def _cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (_text(model.data(index, role)) for role in roles)
        yield from _cells(model, model.index(row, 0, parent))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
