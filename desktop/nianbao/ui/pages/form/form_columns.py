"""The three columns of the form: outline at the left, text in the middle, references beside it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from nianbao.desk.desk import Desk
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.folding import FoldingColumns
from nianbao.ui.kit.pages.page import Page
from nianbao.ui.pages.form.heat_bar import HeatBar
from nianbao.ui.pages.form.next_bar import NextBar
from nianbao.ui.pages.form.outline_view import OutlineView
from nianbao.ui.pages.form.saving import Saving
from nianbao.ui.pages.form.section_page import SectionPage
from nianbao.ui.pages.form.side.panel import SidePanel

_COLUMNS = (258, 778, 330)  # widths in px at 100 %
_LEFT = 200  # px, of the outline at least
_KEYS = ("Ctrl+L", "Ctrl+R")  # that open the outline and the references in a narrow window


class FormColumns(Page):
    """What stands where, and how the focus goes from column to column."""

    def __init__(
        self, desk: Desk, saving: Saving | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.saving = saving or Saving(desk)
        self.form = SectionPage(desk, self.saving)
        self.side = SidePanel(desk)
        self.right_column = QStackedWidget()
        widgets.paint_ground(self.right_column, "ground")  # over the text nothing shines through
        self.right_column.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.right_column.setFocusProxy(self.side.tabs)
        self._left_column = self._left()
        self.next_bar = NextBar()
        self.columns = FoldingColumns(self._left_column, self._middle(), self.right_column, self)
        self.columns.set_widths(_COLUMNS)
        self.right_column.currentChanged.connect(self._name_strips)
        widgets.column(self, spacing=0).addWidget(self.columns)
        self.right_column.addWidget(self.side)

    def _middle(self) -> QWidget:
        middle = QWidget()
        widgets.paint_ground(middle, "ground")
        layout = widgets.column(middle, spacing=0)
        self._above = widgets.column(margins=(16, 10, 16, 0))
        self._above.addWidget(self.next_bar)
        layout.addLayout(self._above)
        layout.addWidget(self.form, 1)
        middle.setFocusProxy(self.form)
        return middle

    def _left(self) -> QWidget:
        left = QWidget()
        widgets.paint_ground(left, "column-left")
        left.setMinimumWidth(theme.px(_LEFT))
        layout = widgets.column(left, margins=(0, 10, 0, 0), spacing=4)
        above = widgets.column(margins=(14, 0, 14, 4), spacing=2)
        self.heat = HeatBar()
        self._due = widgets.label("", "small")
        above.addWidget(self.heat)
        above.addWidget(self._due)
        layout.addLayout(above)
        self.outline = OutlineView()
        layout.addWidget(self.outline, 1)
        left.setFocusProxy(self.outline)
        return left

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go on with the current text; without one the outline tells where to begin."""
        super().focusInEvent(event)
        if not self.form.take_focus():
            self.outline.setFocus(event.reason())

    def _take_focus(self) -> None:
        if not self.form.take_focus():
            self.outline.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_outline(self) -> None:
        """Go to the outline, or fold it away again in a narrow window."""
        self._show_side(self._left_column)

    def show_references(self) -> None:
        """Go to last year's text, or fold it away again in a narrow window."""
        self._show_side(self.right_column)

    def _show_side(self, side: QWidget) -> None:
        if self.columns.is_narrow:
            self.columns.toggle(side)
        else:
            side.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_column(self) -> None:
        """Take the focus to the next column: outline, form, references."""
        focus = QApplication.focusWidget()
        columns = (self._left_column, self.form, self.right_column)
        held = [at for at, one in enumerate(columns) if focus and one.isAncestorOf(focus)]
        at = ((held[0] if held else 1) + 1) % len(columns)
        if columns[at] is self.form:
            self.columns.fold()
            if not self.form.take_focus():  # the page has just been chosen
                self.form.go_to(self.form.first_piece())
        elif not self.columns.is_narrow or not self.columns.is_shown(columns[at]):
            self._show_side(columns[at])

    def step_section(self, step: int) -> None:
        """Go to the next page of the form, or the one before."""
        index = self.outline.currentIndex()
        other = self.outline.model().index(index.row() + step, 0)
        if other.isValid():
            self.outline.setCurrentIndex(other)

    def _name_strips(self) -> None:
        is_side = self.right_column.currentWidget() is self.side
        word = f"去年原文 {self.side.finding_word}" if is_side else "预览"
        self.columns.set_words("提纲", word, _KEYS)
