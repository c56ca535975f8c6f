"""Small pieces that every page is put together from."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import StateColour

_Layout = TypeVar("_Layout", bound=QBoxLayout)


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Return plain text in one of the roles of look.qss."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)  # a report may hold < and &
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


class SpareLabel(QLabel):
    """Words that are left away where there is no room for all of them, such as a list of keys."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.sizeHint().width():
            super().paintEvent(event)


def spare(text: str, role: str = "small") -> SpareLabel:
    """Return words that go first where there is little room."""
    made = SpareLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    return made


def button(
    text: str, clicked: Callable[[], object], role: str = "", *, tip: str = ""
) -> QPushButton:
    """Return a button whose word is its accessible name."""
    made = QPushButton(text)
    made.setAccessibleName(text)
    if role:
        made.setProperty("role", role)
    if tip:
        made.setToolTip(tip)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: clicked())
    return made


def pill(text: str, colour: StateColour) -> QLabel:
    """Return a state as a small rounded word."""
    return label(text, f"pill-{colour.value}")


def set_pill(shown: QLabel, text: str, colour: StateColour) -> None:
    """Show another state in a pill."""
    shown.setText(text)
    theme.set_role(shown, f"pill-{colour.value}")


def card(role: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """Return a framed box and the layout inside it."""
    frame = QFrame()
    frame.setProperty("role", role)
    return frame, column(frame, margins=(12, 9, 12, 10), spacing=6)


def rule() -> QFrame:
    """Return a thin line across."""
    frame = QFrame()
    frame.setProperty("role", "line")
    return frame


def row(
    parent: QWidget | None = None,
    *,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int = 8,
) -> QHBoxLayout:
    """Return a layout from left to right; sizes in px at 100 %."""
    layout = QHBoxLayout() if parent is None else QHBoxLayout(parent)
    return _spaced(layout, margins, spacing)


def column(
    parent: QWidget | None = None,
    *,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    spacing: int = 8,
) -> QVBoxLayout:
    """Return a layout from top to bottom; sizes in px at 100 %."""
    layout = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    return _spaced(layout, margins, spacing)


def _spaced(layout: _Layout, margins: tuple[int, int, int, int], spacing: int) -> _Layout:
    layout.setContentsMargins(*map(theme.px, margins))
    layout.setSpacing(theme.px(spacing))
    return layout


def scrolled(layout: QBoxLayout) -> QScrollArea:
    """Return what holds a layout and scrolls it where there is no room for all of it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    body = QWidget()
    body.setLayout(layout)
    area.setWidget(body)
    return area


def paint_ground(widget: QWidget, role: str) -> None:
    """Give a widget a role of look.qss whose ground is painted, also when it is a class of ours."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("role", role)


def bar(height: int = 44) -> tuple[QWidget, QHBoxLayout]:
    """Return the row at the top of a page, at least so many px high at 100 %, and its layout."""
    made = QWidget()
    paint_ground(made, "bar")
    made.setMinimumHeight(theme.px(height))
    return made, row(made, margins=(14, 3, 14, 3))


def foot() -> tuple[QWidget, QHBoxLayout]:
    """Return the line of small words at the bottom of a page, and its layout."""
    made = QWidget()
    paint_ground(made, "foot")
    made.setFixedHeight(theme.px(26))
    return made, row(made, margins=(14, 0, 14, 0), spacing=18)


class Segments(QWidget):
    """A few choices side by side, of which one holds: 保留｜清空｜不再写."""

    def __init__(
        self, choices: Iterable[tuple[str, str]], chosen: Callable[[str], object], name: str
    ) -> None:
        """Take pairs of key and word, and what to call with the key of the one chosen."""
        super().__init__()
        self.setAccessibleName(name)
        layout = row(self, spacing=0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for key, word in choices:
            made = button(word, partial(chosen, key), "segment")
            made.setAccessibleName(f"{name}：{word}")
            made.setCheckable(True)
            self._group.addButton(made)
            self._buttons[key] = made
            layout.addWidget(made)

    def choose(self, key: str) -> None:
        """Show a choice as the one that holds."""
        self._buttons[key].setChecked(True)

    def set_word(self, key: str, word: str) -> None:
        """Change the word of a choice, for instance its count."""
        self._buttons[key].setText(word)


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner := item.layout(), QLayout):
            clear(inner)
