"""Text painted over several lines, with stretches that stand out."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from nianbao.ui.kit import theme
from nianbao.ui.kit.texts import utf16

_CELL_PADDING = 24  # px, left and right of the text in a cell together
Stretch = tuple[int, int]
"""From and to, in characters of Python."""


def wrapped(
    text: str,
    font: QFont,
    width: float,
    *,
    lines: int,
    marks: Iterable[Stretch] = (),
    ground: QColor | None = None,
) -> QTextLayout:
    """Lay a text out over at most so many lines; what does not fit ends in ….

    `marks` are set bold on `ground`.
    """
    marks = tuple(marks)
    layout = _laid_out(text, font, width, lines, marks, ground)
    last = layout.lineAt(layout.lineCount() - 1)
    end = last.textStart() + last.textLength()
    if end < utf16.units(text):
        kept = utf16.cut(text, 0, end - 1)
        seen = [(start, min(stop, len(kept))) for start, stop in marks if start < len(kept)]
        layout = _laid_out(kept + "…", font, width, lines, seen, ground)
    return layout


def whole(text: str, font: QFont, width: float) -> QTextLayout:
    """Lay a text out over as many lines as it needs."""
    return _laid_out(text, font, width, len(text) + 1, (), None)


def needed(text: str, font: QFont, width: float) -> float:
    """Return how high a text is in a width, over as many lines as it needs."""
    return height(whole(text, font, width))


def cell_size(
    text: str, option: QStyleOptionViewItem, least: int, padding: int = _CELL_PADDING
) -> QSize:
    """Return the size of a cell of a table in which a name has as many lines as it needs."""
    room = option.rect.width() - theme.px(padding)
    return QSize(0, max(least, int(needed(text, option.font, room)) + theme.px(8)))


def height(layout: QTextLayout) -> float:
    """Return how high a text is."""
    return layout.boundingRect().height()


def _laid_out(
    text: str,
    font: QFont,
    width: float,
    lines: int,
    marks: Iterable[Stretch],
    ground: QColor | None,
) -> QTextLayout:
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_range(text, mark, ground) for mark in marks if mark[0] < len(text)])
    layout.beginLayout()
    y = 0.0
    for _ in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(1.0, width))
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _range(text: str, mark: Stretch, ground: QColor | None) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = utf16.units(text[: mark[0]])
    found.length = utf16.units(text[: mark[1]]) - found.start
    shown = QTextCharFormat()
    shown.setFontWeight(QFont.Weight.Bold)
    if ground is not None:
        shown.setBackground(ground)
    found.format = shown
    return found
