"""The page 五项×体系: what must be in the report, what is, and what is missing."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from nianbao.desk.desk import Desk
from nianbao.report.writing.text import quoted
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.card_note import CardNote, Note
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.pages.card_page import CardPage
from nianbao.ui.kit.pages.lazy_page import LazyPage
from nianbao.ui.kit.theme import StateColour
from nianbao.ui.pages.coverage.model import CELL, CoverageModel, short_words, words
from nianbao.views import coverage
from nianbao.views.coverage import Cover, CoverageCell, GapView

COLOURS = {
    Cover.FIGURES: StateColour.GREEN,
    Cover.WORDS: StateColour.BLUE,
    Cover.NONE: StateColour.GREY,
    Cover.GAP: StateColour.RED,
}
_LEGEND = "√ 有数据　○ 只有文字　× 缺　— 没有写，也不要求"
_ROW, _NAME = 38, 120


class CoverageDelegate(QStyledItemDelegate):
    """Paints each cell as a state with its counts."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: CoverageCell | None = index.data(CELL)
        if cell is None:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(style.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        place = QRectF(option.rect).adjusted(theme.px(8), 0, -theme.px(8), 0)
        if cell.cover is Cover.NONE:
            painter.save()
            painter.setPen(QColor(theme.colours().soft))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, cell.cover.glyph)
            painter.restore()
        else:
            said = f"{cell.cover.glyph} {words(cell)}"
            if theme.pill_width(said) > place.width():  # never half a number
                said = f"{cell.cover.glyph} {short_words(cell)}"
            theme.draw_pill(painter, place, said, COLOURS[cell.cover])


class CoveragePage(LazyPage):
    """A matrix to walk through, the gaps explained below it."""

    jump = Signal(str)  # a section
    part_wanted = Signal(str)  # a standard part that is to be put into the report

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.model = CoverageModel(self)
        self.table = _table(self.model)
        self.state = widgets.pill("", StateColour.GREY)
        self.note = CardNote()
        self.note.left.connect(self._focus_table)
        self.about, self.gaps = CardPage("选中的一格"), CardPage("还缺什么")
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.activated.connect(self._go)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_cell())
        theme.notifier().changed.connect(self._restyle)

    def _lay_out(self) -> None:
        bar, top = widgets.bar()
        top.addWidget(widgets.label("五项必备 × 九个体系", "product"))
        top.addWidget(self.state, alignment=Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        top.addWidget(widgets.label(_LEGEND, "small"))
        main = widgets.column(margins=(14, 12, 14, 12), spacing=10)
        main.addWidget(self.note)
        main.addWidget(self.table, 2)
        below = widgets.row(spacing=10)
        for page in (self.about, self.gaps):
            frame, inside = widgets.card()
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(page)
            below.addWidget(frame, 1)
        main.addLayout(below, 1)
        layout = widgets.column(self, spacing=0)
        layout.addWidget(bar)
        layout.addLayout(main, 1)

    def ask(self, note: Note | None) -> None:
        """Ask about something that is missing, ready to be answered; nothing for none."""
        self.note.show_note(note)
        if note is not None:
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        self._fit()
        self.refresh()

    def read(self) -> None:
        """Show the desk as it is now; what was asked is asked anew by who asked."""
        self.note.show_note(None)
        found = coverage.coverage(self._desk)
        self.model.show(found)
        self._fit()
        count = len(found.gaps)
        colour = StateColour.RED if count else StateColour.GREEN
        widgets.set_pill(self.state, f"× 缺{count}" if count else "√ 都有", colour)
        self.gaps.begin()
        title = f"还缺{count}项" if count else "五项和九个体系都写到了。"
        self.gaps.cards.addWidget(widgets.label(title, "strong"))
        for gap in found.gaps:
            self.gaps.cards.addWidget(self._gap(gap))
        self.gaps.end()
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 1))
        self._show_cell()

    def _fit(self) -> None:
        """Let the table be as high as its rows, as far as the window allows."""
        table, rows = self.table, self.model.rowCount()
        table.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
        table.setColumnWidth(0, theme.px(_NAME))
        height = table.horizontalHeader().sizeHint().height() + rows * theme.px(_ROW) + 4
        table.setMaximumHeight(height)

    def _gap(self, gap: GapView) -> QFrame:
        frame, inside = widgets.card("note-red")
        head = widgets.row(spacing=8)
        head.addWidget(widgets.label(gap.message, "strong", wrap=True), 1)
        if gap.section:
            head.addWidget(_act("去补写", gap, lambda: self.jump.emit(gap.section)))
        elif gap.part:
            head.addWidget(_act("加上这一部分", gap, lambda: self.part_wanted.emit(gap.part)))
        inside.addLayout(head)
        _explain(inside, gap.basis, gap.hints)
        return frame

    def _show_cell(self) -> None:
        index = self.table.currentIndex()
        system, part, cell = (
            self.model.system(index),
            self.model.part(index),
            self.model.cell(index),
        )
        self.about.begin()
        if system is not None:
            cards = self.about.cards
            cards.addWidget(widgets.label(system.title, "strong", wrap=True))
            if part is not None and cell is not None:
                counted = f"，{words(cell)}" if cell.entries else ""
                said = f"{quoted(part.short)}里：{cell.cover.value}{counted}。"
                cards.addWidget(widgets.label(said, wrap=True))
            _explain(cards, system.basis, system.hints)
            if self.model.section(index):
                row = widgets.row()
                row.addWidget(widgets.button("到这一节　Enter", lambda: self._go(index), "mini"))
                row.addStretch(1)
                cards.addLayout(row)
        self.about.end()

    def _go(self, index: QModelIndex) -> None:
        if section := self.model.section(index):
            self.jump.emit(section)


def _act(word: str, gap: GapView, act: Callable[[], object]) -> QPushButton:
    made = widgets.button(word, act, "mini")
    made.setAccessibleName(f"{word}：{gap.message}")
    return made


def _table(model: CoverageModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(CoverageDelegate(table))
    table.setProperty("role", "flat")
    table.setAccessibleName("五项必备和九个体系")
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    head = table.horizontalHeader()
    head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setHighlightSections(False)
    return table


def _explain(inside: QVBoxLayout, basis: str, hints: tuple[str, ...]) -> None:
    if hints:
        inside.addWidget(widgets.label(f"应写：{'；'.join(hints)}。", "hint", wrap=True))
    if basis:
        inside.addWidget(widgets.label(f"依据：{basis}", "small", wrap=True))
