"""What a page shows besides what is stored, given to the page that is made in its place.

Widgets are found again by their way from the page down: the how-many-eth of its class each time.
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

Give = Callable[[QWidget], object]
Way = tuple[tuple[str, int], ...]
W = TypeVar("W", bound=QWidget)


def taken(page: QWidget, but: type[QWidget]) -> Give:
    """Take what was typed into fields, chosen, made current and scrolled to, and the focus.

    A field in a table gives up what is typed in it: it goes on in the new one. Widgets inside one
    of the class `but` are left alone. What is returned is called with the new page.
    """
    gives = [
        *(_field(page, one) for one in _found(page, QLineEdit, but)),
        *(_choice(page, one) for one in _found(page, QComboBox, but)),
        *(_segment(page, one) for one in _found(page, Segments, but)),
        *(_line(page, one) for one in _found(page, QAbstractItemView, but)),
        _focus(page, but),
        *(_typed(page, one) for one in _found(page, AnswerTable, but)),
        *(_scrolled(page, one) for one in _found(page, QAbstractScrollArea, but)),
    ]

    def give(new: QWidget) -> None:
        for one in gives:
            one(new)

    return give


def share(bar: QScrollBar) -> float:
    """Return how far something is scrolled, from 0 to 1."""
    return bar.value() / bar.maximum() if bar.maximum() else 0.0


def _found(page: QWidget, kind: type[W], but: type[QWidget]) -> Iterator[W]:
    """Yield the widgets of a kind that can be seen, without those in tables and in `but`."""
    for one in page.findChildren(kind):
        above = list(_above(one, page))
        inside = any(isinstance(two, but | QAbstractItemView) for two in above)
        if one.isVisible() and not isinstance(one, but) and not inside:
            yield one


def _above(widget: QWidget, page: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None and parent is not page:
        yield parent
        parent = parent.parentWidget()


def _way(widget: QWidget, page: QWidget) -> Way:
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


def _again(page: QWidget, way: Way) -> QWidget | None:
    """Return the widget of a page at the end of a way, None when it goes nowhere."""
    at: QWidget = page
    for name, number in way:
        same = _same(at, name)
        if number >= len(same):
            return None
        at = same[number]
    return at


def _field(page: QWidget, old: QLineEdit) -> Give:
    way, text, caret = _way(old, page), old.text(), old.cursorPosition()
    start, length = old.selectionStart(), old.selectionLength()

    def give(new: QWidget) -> None:
        field = _again(new, way)
        if isinstance(field, QLineEdit):
            if field.text() != text:
                field.setText(text)
            field.setCursorPosition(caret)
            if start >= 0:
                field.setSelection(start, length)

    return give


def _choice(page: QWidget, old: QComboBox) -> Give:
    way, at = _way(old, page), old.currentIndex()

    def give(new: QWidget) -> None:
        box = _again(new, way)
        if isinstance(box, QComboBox) and box.currentIndex() != at:
            box.setCurrentIndex(at)
            box.activated.emit(at)

    return give


def _segment(page: QWidget, old: Segments) -> Give:
    way = _way(old, page)
    chosen = [one.isChecked() for one in old.findChildren(QPushButton)]

    def give(new: QWidget) -> None:
        segments = _again(new, way)
        for one, wanted in zip(
            segments.findChildren(QPushButton) if segments else [], chosen, strict=False
        ):
            if wanted and not one.isChecked():
                one.click()

    return give


def _line(page: QWidget, old: QAbstractItemView) -> Give:
    way, index = _way(old, page), old.currentIndex()
    row, column = index.row(), index.column()

    def give(new: QWidget) -> None:
        view = _again(new, way)
        if isinstance(view, QAbstractItemView) and row >= 0:
            now = view.model().index(row, column)
            if now.isValid() and now != view.currentIndex():
                view.setCurrentIndex(now)

    return give


def _typed(page: QWidget, old: AnswerTable) -> Give:
    way, typed = _way(old, page), old.give_up()

    def give(new: QWidget) -> None:
        table = _again(new, way)
        if isinstance(table, AnswerTable) and typed is not None:
            table.type_again(*typed)

    return give


def _scrolled(page: QWidget, old: QAbstractScrollArea) -> Give:
    way, wanted = _way(old, page), share(old.verticalScrollBar())

    def give(new: QWidget) -> None:
        area = _again(new, way)
        if isinstance(area, QAbstractScrollArea) and wanted:
            bar = area.verticalScrollBar()  # its length is known when all has its place
            QTimer.singleShot(0, bar, lambda: bar.setValue(round(wanted * bar.maximum())))

    return give


def _focus(page: QWidget, but: type[QWidget]) -> Give:
    held = QApplication.focusWidget()
    above = list(_above(held, page)) if held is not None else []
    if held is None or not page.isAncestorOf(held):
        return lambda _: None
    for one in (held, *above):
        if isinstance(one, but):
            return lambda _: None
    inner = next((one for one in above if isinstance(one, QAbstractItemView)), held)
    way = _way(inner, page)

    def give(new: QWidget) -> None:
        if (widget := _again(new, way)) is not None:
            widget.setFocus()

    return give
