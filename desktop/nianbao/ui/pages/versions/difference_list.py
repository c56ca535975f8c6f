"""What differs from a version, as rows: where it stands, as it was, as it is."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from nianbao.ui.kit import theme
from nianbao.ui.kit.models import records
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.models.records import RECORD, RecordModel
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.kit.theme import StateColour
from nianbao.views.safe.comparing import Difference, DiffKind, DiffSubject

_LINES = 3
_COLOURS = {
    DiffKind.ADDED: StateColour.GREEN,
    DiffKind.REMOVED: StateColour.RED,
    DiffKind.CHANGED: StateColour.AMBER,
    DiffKind.FIGURES_ONLY: StateColour.BLUE,
    DiffKind.MOVED: StateColour.GREY,
}
_GLYPHS = {
    DiffKind.ADDED: "＋",
    DiffKind.REMOVED: "－",
    DiffKind.CHANGED: "※",
    DiffKind.FIGURES_ONLY: "#",
    DiffKind.MOVED: "⊙",
}


class DifferenceModel(RecordModel[Difference]):
    """One row for each difference."""

    def title(self, record: Difference) -> str:
        said = [f"{record.subject.value}{record.kind.value}，{record.place}"]
        texts = (("原来", record.before), ("现在", record.after))
        said += [f"{word}：{text}" for word, text in texts if text]
        return "。".join(said)


class DifferenceDelegate(QStyledItemDelegate):
    """Paints a difference with both texts around the place where they part."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        texts = self._texts(index.data(RECORD), width)
        height = sum(wrapped.height(text) + theme.px(2) for _, text in texts)
        return QSize(width, round(height) + theme.px(44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one: Difference = index.data(RECORD)
        painter.save()
        place = records.background(painter, option)
        line = QRectF(place.left(), place.top() + theme.px(6), place.width(), theme.px(24))
        word = f"{_GLYPHS[one.kind]} {one.kind.value}"
        theme.draw_pill(painter, line, word, _COLOURS[one.kind])
        line.setLeft(line.left() + theme.pill_width(word) + theme.px(8))
        elide = Qt.TextElideMode.ElideLeft  # the nearest heading says most
        used = records.write(painter, line, f"{one.subject.value} · ", size=13, soft=True)
        line.setLeft(line.left() + used)
        records.write(painter, line, one.place, size=13, soft=True, elide=elide)
        y = line.bottom() + theme.px(4)
        for said, text in self._texts(one, round(option.rect.width())):
            first = QRectF(place.left(), y, theme.px(44), text.lineAt(0).height())
            records.write(painter, first, said, size=12, soft=True)
            painter.setPen(QColor(theme.colours().ink))
            text.draw(painter, QPointF(first.right(), y))
            y += wrapped.height(text) + theme.px(2)
        painter.restore()

    def _texts(self, one: Difference, width: int) -> list[tuple[str, QTextLayout]]:
        room = width - theme.px(24) - theme.px(44)
        before, after = one.short()
        font = theme.text_font(15) if one.subject is DiffSubject.TEXT else theme.interface_font(14)
        colours = theme.colours()
        sides = [("原来", before, colours.red_ground), ("现在", after, colours.green_ground)]
        if one.kind is DiffKind.MOVED:
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
