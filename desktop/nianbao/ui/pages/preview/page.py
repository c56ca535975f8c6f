"""The page 预览: the report as printed, and what stands between this draft and the final copy."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.pages.page import Page
from nianbao.ui.pages.preview.state import StateColumn
from nianbao.ui.pages.preview.view import PreviewView
from nianbao.views.open_items import OpenItems
from nianbao.views.preview import PreviewLine

_ROW = 40
_WITH_STATE = 800  # px at 100 %, from which on the state stands beside
_KEYS = "点数字回到填写处　← → 逐个看数　PgDn 下一页　Ctrl+滚轮 缩放"


class PreviewPage(Page):
    """The preview with its row of tools; `narrow` leaves only what fits beside the form.

    It is given the lines to show, `nianbao.views.preview.lines`, and what is open in them.
    """

    figure_chosen = Signal(str, str)  # piece, name of the indicator
    piece_chosen = Signal(str)
    export_wanted = Signal()
    template_wanted = Signal()
    own_template_wanted = Signal()

    def __init__(self, *, narrow: bool = False) -> None:
        super().__init__()
        self.view = PreviewView()
        self.view.figure_chosen.connect(self.figure_chosen)
        self.view.piece_chosen.connect(self.piece_chosen)
        self.view.moved.connect(self._follow)
        self.setFocusProxy(self.view)
        self._narrow = narrow
        self.where = widgets.label("", "small")
        self.percent = widgets.label("", "small")
        self.state: StateColumn | None = None

        layout = widgets.column(self, spacing=0)
        layout.addWidget(self._tools(narrow=narrow))
        middle = widgets.row(spacing=0)
        middle.addWidget(self.view, 1)
        if not narrow:
            self.state = StateColumn()
            self.state.next_wanted.connect(self._next_open)
            self.state.export_wanted.connect(self.export_wanted)
            self.state.template_wanted.connect(self.template_wanted)
            self.state.own_template_wanted.connect(self.own_template_wanted)
            middle.addWidget(self.state)
        layout.addLayout(middle, 1)
        for before, after in pairwise(self._order):  # only now do they stand in one window
            self.setTabOrder(before, after)

    def _tools(self, *, narrow: bool) -> QWidget:
        bar, layout = widgets.bar(_ROW)
        layout.setSpacing(theme.px(6))
        if not narrow:
            layout.addWidget(widgets.label("定稿样", "strong"))
            layout.addSpacing(theme.px(8))
        layout.addWidget(self.where)
        layout.addStretch(1)
        if not narrow:
            layout.addWidget(widgets.spare(_KEYS))
            layout.addSpacing(theme.px(8))
        smaller = widgets.button("－", self.view.zoom_out, "mini", tip="缩小　Ctrl+-")
        smaller.setAccessibleName("缩小")
        larger = widgets.button("＋", self.view.zoom_in, "mini", tip="放大　Ctrl+=")
        larger.setAccessibleName("放大")
        self.percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.percent.setMinimumWidth(theme.px(40))
        fit = widgets.button("适合宽度", self.view.fit, "mini", tip="Ctrl+0")
        for widget in (smaller, self.percent, larger, fit):
            layout.addWidget(widget)
        self._order = (self.view, smaller, larger, fit)
        return bar

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the page where there is little: the bar exports too."""
        super().resizeEvent(event)
        if self.state is not None:
            self.state.setVisible(event.size().width() >= theme.px(_WITH_STATE))

    def refresh(self) -> None:
        """Wait for the lines, which come when there is a pause: see `show_lines`."""

    def show_lines(
        self, lines: Sequence[PreviewLine], open_items: OpenItems = OpenItems(())
    ) -> None:
        """Show a report as it prints now, and what is open in it."""
        self.view.refresh(lines)
        if self.state is not None:
            self.state.refresh(lines, self.view.count, open_items)

    def show_template(self, template: Path | None) -> None:
        """Say by which Word template the pages are set; None is the program's own."""
        if self.state is not None:
            self.state.show_template(template)

    def _next_open(self) -> None:
        self.view.step(1, open_only=True)
        self.view.setFocus()  # Enter goes on to where it is written

    def _follow(self) -> None:
        first, last = self.view.seen
        pages = f"{first}" if first == last else f"{first}—{last}"
        self.where.setText(f"第{pages}页，共{self.view.count}页")
        self.percent.setText(f"{self.view.percent}%")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._narrow:
            self.view.setFocus()  # so that the keys of the pages work at once

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keys of the pages work wherever on the page the focus is."""
        if self.view.hasFocus():
            super().keyPressEvent(event)  # the view has had it, and did not want it
        else:
            self.view.keyPressEvent(event)
