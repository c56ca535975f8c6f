"""What a page shows besides what is stored, given to the page that is made in its place.

Widgets are found again by their path from the page down: the how-many-eth of its class each time.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QPushButton,
    QScrollBar,
    QWidget,
)

from nianbao.ui.kit.models.answer_table import AnswerTable
from nianbao.ui.kit.widgets import Segments

Restore = Callable[[QWidget], object]
WidgetPath = tuple[tuple[str, int], ...]
W = TypeVar("W", bound=QWidget)


def captured(page: QWidget, except_in: type[QWidget]) -> Restore:
    """Take what was typed into fields, chosen, made current and scrolled to, and the focus.

    A field in a table gives up what is typed in it: it goes on in the new one. Widgets inside one
    of the class `except_in` are left alone. What is returned is called with the new page.
    """
    restorers = [
        *(_field(page, one) for one in _found(page, QLineEdit, except_in)),
        *(_choice(page, one) for one in _found(page, QComboBox, except_in)),
        *(_segment(page, one) for one in _found(page, Segments, except_in)),
        *(_line(page, one) for one in _found(page, QAbstractItemView, except_in)),
        _focus(page, except_in),
        *(_typed(page, one) for one in _found(page, AnswerTable, except_in)),
        *(_scrolled(page, one) for one in _found(page, QAbstractScrollArea, except_in)),
    ]

    def restore(new: QWidget) -> None:
        for one in restorers:
            one(new)

    return restore


def share(bar: QScrollBar) -> float:
    """Return how far something is scrolled, from 0 to 1."""
    return bar.value() / bar.maximum() if bar.maximum() else 0.0


def _found(page: QWidget, kind: type[W], except_in: type[QWidget]) -> Iterator[W]:
    """Yield the widgets of a kind that can be seen, without those in tables and in `except_in`."""
    for one in page.findChildren(kind):
        above = list(_above(one, page))
        inside = any(isinstance(two, except_in | QAbstractItemView) for two in above)
        if one.isVisible() and not isinstance(one, except_in) and not inside:
            yield one


def _above(widget: QWidget, page: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        yield parent
        parent = parent.parentWidget()


def _path_of(widget: QWidget, page: QWidget) -> WidgetPath:
    steps = []
    for one in (widget, *_above(widget, page)):
        parent = one.parentWidget()
        assert parent is not None
        steps.append((type(one).__name__, _same(parent, type(one).__name__).index(one)))
    return tuple(reversed(steps))


def _same(parent: QWidget, name: str) -> list[QWidget]:
    return [
        one for one in parent.children() if isinstance(one, QWidget) and type(one).__name__ == name
    ]


def _again(page: QWidget, path: WidgetPath) -> QWidget | None:
    """Return the widget of a page at the end of a path, None when it goes nowhere."""
    at: QWidget = page
    for name, number in path:
        same = _same(at, name)
        if number >= len(same):
            return None
        at = same[number]
    return at


def _field(page: QWidget, old: QLineEdit) -> Restore:
    path, text, caret = _path_of(old, page), old.text(), old.cursorPosition()
    start, length = old.selectionStart(), old.selectionLength()

    def restore(new: QWidget) -> None:
        field = _again(new, path)
        if isinstance(field, QLineEdit):
            if field.text() != text:
                field.setText(text)
            field.setCursorPosition(caret)
            if start >= 0:
                field.setSelection(start, length)

    return restore


def _choice(page: QWidget, old: QComboBox) -> Restore:
    path, at = _path_of(old, page), old.currentIndex()

    def restore(new: QWidget) -> None:
        box = _again(new, path)
        if isinstance(box, QComboBox) and box.currentIndex() != at:
            box.setCurrentIndex(at)
            box.activated.emit(at)

    return restore


def _segment(page: QWidget, old: Segments) -> Restore:
    path = _path_of(old, page)
    chosen = [one.isChecked() for one in old.findChildren(QPushButton)]

    def restore(new: QWidget) -> None:
        segments = _again(new, path)
        for one, wanted in zip(
            segments.findChildren(QPushButton) if segments else [], chosen, strict=False
        ):
            if wanted and not one.isChecked():
                one.click()

    return restore


def _line(page: QWidget, old: QAbstractItemView) -> Restore:
    path, index = _path_of(old, page), old.currentIndex()
    row, column = index.row(), index.column()

    def restore(new: QWidget) -> None:
        view = _again(new, path)
        if isinstance(view, QAbstractItemView) and row >= 0:
            now = view.model().index(row, column)
            if now.isValid() and now != view.currentIndex():
                view.setCurrentIndex(now)

    return restore


def _typed(page: QWidget, old: AnswerTable) -> Restore:
    path, typed = _path_of(old, page), old.give_up()

    def restore(new: QWidget) -> None:
        table = _again(new, path)
        if isinstance(table, AnswerTable) and typed is not None:
            table.type_again(*typed)

    return restore


def _scrolled(page: QWidget, old: QAbstractScrollArea) -> Restore:
    path, wanted = _path_of(old, page), share(old.verticalScrollBar())

    def restore(new: QWidget) -> None:
        area = _again(new, path)
        if isinstance(area, QAbstractScrollArea) and wanted:
            bar = area.verticalScrollBar()  # its length is known when all has its place
            QTimer.singleShot(0, bar, lambda: bar.setValue(round(wanted * bar.maximum())))

    return restore


def _focus(page: QWidget, except_in: type[QWidget]) -> Restore:
    held = QApplication.focusWidget()
    above = list(_above(held, page)) if held is not None else []
    if held is None or not page.isAncestorOf(held):
        return lambda _: None
    for one in (held, *above):
        if isinstance(one, except_in):
            return lambda _: None
    inner = next((one for one in above if isinstance(one, QAbstractItemView)), held)
    path = _path_of(inner, page)

    def restore(new: QWidget) -> None:
        if (widget := _again(new, path)) is not None:
            widget.setFocus()

    return restore
