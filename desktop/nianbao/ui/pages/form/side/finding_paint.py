"""How a finding looks in the list: a card with its sentence, old → new, and its two buttons."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from nianbao.ui.kit import state_colours, theme
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.kit.theme import StateColour
from nianbao.ui.pages.form.side.finding_model import FindingModel
from nianbao.views.form.finding_rows import FindingGroup
from nianbao.views.form.findings import FindingShown

ANSWER, IGNORE = "answer", "ignore"
_GAP, _INSIDE = 8, 12
_GROUP, _HEAD, _BUTTON = 38, 20, 22
_LINES = 4


@dataclass(slots=True)
class _Card:
    """A finding laid out for a width, from its top left corner."""

    message: QTextLayout
    change: str
    height: float


class FindingDelegate(QStyledItemDelegate):
    """Paints cards and rows of many; says which button of a card is where."""

    def __init__(self, view: QListView, model: FindingModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        row = self._model.record(index)
        if isinstance(row, FindingShown):
            return QSize(width, round(self._card(row, width).height) + theme.px(_GAP))
        return QSize(width, theme.px(_GROUP + _GAP))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.record(index)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        place = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -theme.px(_GAP) - 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, FindingShown):
            self._paint_card(painter, place, row, chosen=chosen)
        elif row is not None:
            self._paint_group(painter, place, row, chosen=chosen)
        painter.restore()

    def button_at(self, index: Index, at: QPointF) -> str:
        """Return which button of a card is at a place of the view: ANSWER, IGNORE or nothing."""
        row = self._model.record(index)
        if not isinstance(row, FindingShown):
            return ""
        place = QRectF(self._view.visualRect(index)).adjusted(0, 0, 0, -theme.px(_GAP))
        chosen = self._view.currentIndex() == index
        buttons = self._buttons(place, row, chosen=chosen)
        return next((name for name, _, shape in buttons if shape.contains(at)), "")

    def _card(self, row: FindingShown, width: float) -> _Card:
        room = width - theme.px(2 * _INSIDE + 3)
        message = wrapped.wrapped(row.sentence, theme.interface_font(13), room, lines=_LINES)
        change = f"{row.old} → {row.new}" if row.new and row.new != row.old else ""
        height = theme.px(_HEAD + 8 + 6) + wrapped.height(message) + theme.px(_BUTTON + 10)
        return _Card(message, change, height + (theme.px(_HEAD) if change else 0))

    def _paint_card(
        self, painter: QPainter, place: QRectF, row: FindingShown, *, chosen: bool
    ) -> None:
        colour = (
            StateColour.GREY if row.ignored else state_colours.of_severity(row.finding.severity)
        )
        self._frame(painter, place, colour, chosen=chosen)
        card, colours = self._card(row, place.width()), theme.colours()
        left, top = place.left() + theme.px(_INSIDE + 3), place.top() + theme.px(8)
        room = place.width() - theme.px(2 * _INSIDE + 3)
        self._paint_head(painter, QRectF(left, top, room, theme.px(_HEAD)), row, colour)
        top += theme.px(_HEAD + 2)
        painter.setPen(QColor(colours.soft if row.ignored else colours.ink))
        card.message.draw(painter, QPointF(left, top))
        top += wrapped.height(card.message)
        if card.change:
            painter.setFont(theme.interface_font(13, bold=True))
            line = QRectF(left, top, room, theme.px(_HEAD))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, card.change)
        for _, word, shape in self._buttons(place, row, chosen=chosen):
            self._paint_button(painter, shape, word)

    @staticmethod
    def _paint_head(
        painter: QPainter, line: QRectF, row: FindingShown, colour: StateColour
    ) -> None:
        ink, _ = theme.colours().of(colour)
        font = theme.interface_font(13, bold=True)
        metrics = QFontMetricsF(font)
        word = row.finding.severity.value
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, word)
        rest = line.adjusted(metrics.horizontalAdvance(word) + theme.px(8), 0, 0, 0)
        painter.setPen(QColor(theme.colours().ink))
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, rest.width())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, title)
        rest.adjust(metrics.horizontalAdvance(title) + theme.px(12), 0, 0, 0)
        small = theme.interface_font(12)
        painter.setFont(small)
        painter.setPen(QColor(theme.colours().soft))
        where = QFontMetricsF(small).elidedText(
            row.place, Qt.TextElideMode.ElideRight, rest.width()
        )
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, where)

    @staticmethod
    def _frame(painter: QPainter, place: QRectF, colour: StateColour, *, chosen: bool) -> None:
        colours = theme.colours()
        ink, _ = colours.of(colour)
        path = QPainterPath()
        path.addRoundedRect(place, theme.px(6), theme.px(6))
        painter.fillPath(path, QColor(colours.blue_ground if chosen else colours.card))
        painter.save()
        painter.setClipPath(path)
        painter.fillRect(QRectF(place.left(), place.top(), theme.px(3), place.height()), ink)
        painter.restore()
        painter.setPen(QPen(QColor(colours.blue if chosen else colours.line), 1))
        painter.drawPath(path)

    def _buttons(
        self, place: QRectF, row: FindingShown, *, chosen: bool
    ) -> list[tuple[str, str, QRectF]]:
        """Return what a card's buttons are for, their words and where they are."""
        words = [(ANSWER, row.answer, "Enter"), (IGNORE, "忽略", "Del")]
        if row.ignored:
            words = [(IGNORE, "不再忽略", "Enter")]
        elif not row.ignorable:
            words = words[:1]
        metrics = QFontMetricsF(theme.interface_font(12))
        left = place.left() + theme.px(_INSIDE + 3)
        top = place.bottom() - theme.px(_BUTTON + 8)
        made = []
        for name, word, key in words:
            shown = f"{word}　{key}" if chosen else word
            width = metrics.horizontalAdvance(shown) + theme.px(16)
            made.append((name, shown, QRectF(left, top, width, theme.px(_BUTTON))))
            left += width + theme.px(6)
        return made

    @staticmethod
    def _paint_button(painter: QPainter, shape: QRectF, word: str) -> None:
        colours = theme.colours()
        painter.setPen(QPen(QColor(colours.line), 1))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(shape, theme.px(5), theme.px(5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setFont(theme.interface_font(12))
        painter.setPen(QColor(colours.ink))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, word)

    def _paint_group(
        self, painter: QPainter, place: QRectF, row: FindingGroup, *, chosen: bool
    ) -> None:
        colour = (
            StateColour.GREY if row.severity is None else state_colours.of_severity(row.severity)
        )
        self._frame(painter, place, colour, chosen=chosen)
        ink, _ = theme.colours().of(colour)
        inner = place.adjusted(theme.px(_INSIDE + 3), 0, -theme.px(_INSIDE), 0)
        centre = Qt.AlignmentFlag.AlignVCenter
        font = theme.interface_font(13, bold=True)
        painter.setFont(font)
        word = row.severity.value if row.severity else ""
        painter.setPen(ink)
        painter.drawText(inner, centre, word)
        after = QFontMetricsF(font).horizontalAdvance(word) + theme.px(8) if word else 0
        painter.setPen(QColor(theme.colours().ink))
        painter.drawText(inner.adjusted(after, 0, 0, 0), centre, f"{row.title}　{row.count}条")
        painter.setFont(theme.interface_font(12))
        painter.setPen(QColor(theme.colours().soft))
        fold = "收起 ▲" if row.is_open else "展开 ▼"
        painter.drawText(inner, centre | Qt.AlignmentFlag.AlignRight, fold)
