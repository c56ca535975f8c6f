"""What differs from a version, as rows: where it stands, as it was, as it is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from nianbao.app.comparing import Difference, How, What
from nianbao.ui import theme, wrapped
from nianbao.ui.theme import Tone
from nianbao.ui.versions import rows

_Index = QModelIndex | QPersistentModelIndex
_LINES = 3
_TONES = {
    How.ADDED: Tone.GREEN,
    How.REMOVED: Tone.RED,
    How.CHANGED: Tone.AMBER,
    How.FIGURES_ONLY: Tone.BLUE,
    How.MOVED: Tone.GREY,
}
_GLYPHS = {
    How.ADDED: "＋",
    How.REMOVED: "－",
    How.CHANGED: "✎",
    How.FIGURES_ONLY: "#",
    How.MOVED: "↕",
}


class DifferenceModel(QAbstractListModel):
    """One row for each difference."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._differences: list[Difference] = []

    def show(self, differences: Sequence[Difference]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._differences = list(differences)
        self.endResetModel()

    def difference(self, index: _Index) -> Difference | None:
        """Return the difference of a row."""
        return self._differences[index.row()] if index.isValid() else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._differences)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.difference(index)
        if one is None or role not in _TEXT_ROLES:
            return None
        said = [f"{one.what.value}{one.how.value}，{one.place}"]
        said += [f"{word}：{text}" for word, text in (("原来", one.before), ("现在", one.after))]
        return "。".join(part for part in said if not part.endswith("："))


_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class DifferenceDelegate(QStyledItemDelegate):
    """Paints a difference with both texts around the place where they part."""

    def __init__(self, view: QListView, model: DifferenceModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        one = self._model.difference(index)
        texts = self._texts(one, width) if one else []
        height = sum(wrapped.height(text) + theme.px(2) for _, text in texts)
        return QSize(width, round(height) + theme.px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        one = self._model.difference(index)
        if one is None:
            return
        painter.save()
        place = rows.background(painter, option)
        line = QRectF(place.left(), place.top() + theme.px(6), place.width(), theme.px(24))
        word = f"{_GLYPHS[one.how]} {one.how.value}"
        theme.draw_pill(painter, line, word, _TONES[one.how])
        line.setLeft(line.left() + theme.pill_width(word) + theme.px(8))
        elide = Qt.TextElideMode.ElideLeft  # the nearest heading says most
        used = rows.write(painter, line, f"{one.what.value} · ", size=13, soft=True)
        line.setLeft(line.left() + used)
        rows.write(painter, line, one.place, size=13, soft=True, elide=elide)
        y = line.bottom() + theme.px(4)
        for said, text in self._texts(one, round(option.rect.width())):
            first = QRectF(place.left(), y, theme.px(44), text.lineAt(0).height())
            rows.write(painter, first, said, size=12, soft=True)
            painter.setPen(QColor(theme.colours().ink))
            text.draw(painter, QPointF(first.right(), y))
            y += wrapped.height(text) + theme.px(2)
        painter.restore()

    def _texts(self, one: Difference, width: int) -> list[tuple[str, QTextLayout]]:
        room = width - theme.px(24) - theme.px(44)
        before, after = one.short()
        font = theme.text_font(15) if one.what is What.TEXT else theme.interface_font(14)
        colours = theme.colours()
        sides = [("原来", before, colours.red_ground), ("现在", after, colours.green_ground)]
        if one.how is How.MOVED:
            sides = [("内容", after, colours.card)]
        return [
            (
                word,
                wrapped.wrapped(
                    text, font, room, lines=_LINES, marks=_mark(mark), ground=QColor(ground)
                ),
            )
            for word, (text, mark), ground in sides
            if text
        ]


def _mark(mark: wrapped.Stretch) -> list[wrapped.Stretch]:
    return [mark] if mark[0] < mark[1] else []
