"""What the new year takes over, clears and asks, line by line, before it begins."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QScrollArea,
    QWidget,
)

from nianbao.desk.plan import YearPlan
from nianbao.desk.plan_items import PlanGroup
from nianbao.ui.kit import state_colours, theme, widgets
from nianbao.ui.kit.flow_layout import FlowLayout
from nianbao.ui.kit.pages import keyed
from nianbao.ui.kit.pages.keyed import KeyedPage
from nianbao.ui.kit.texts.marked_text import Chunk, MarkedText
from nianbao.ui.kit.theme import StateColour
from nianbao.ui.pages.newyear.lines import PlanModel
from nianbao.ui.pages.newyear.table import PlanTable
from nianbao.views import year_plan
from nianbao.views.year_plan import PlanPart

_RIGHT, _RIGHT_SHARE = 400, 0.32  # px at 100 %, and of the window at the most
_PROMISE = (
    "去年的数字一个也不会不声不响地留在今年的报告里：没填的，导出时标黄写明“待填”；"
    "要改写的，标黄写明“待核”。"
)
_WITH_SIDE = 800  # px at 100 %, from which on the result is shown beside
_COLOURS = {
    PlanGroup.TEXT: StateColour.BLUE,
    PlanGroup.DUE: StateColour.RED,
    PlanGroup.CARRIED: StateColour.GREY,
    PlanGroup.COMPUTED: StateColour.GREEN,
    PlanGroup.ASKED: StateColour.AMBER,
}


class NewYearPage(KeyedPage):
    """The plan of a new year; nothing is stored before it is accepted."""

    accepted = Signal(object)  # YearPlan
    back = Signal()

    def __init__(self, plan: YearPlan) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self._plan = plan
        self.keys = {keyed.CTRL_ENTER: self._accept, keyed.ESC: self._escape}
        layout = widgets.column(self, spacing=0)
        layout.addWidget(self._bar())
        columns = widgets.row(spacing=0)
        columns.addWidget(self._left(), 1)
        columns.addWidget(self._right())
        layout.addLayout(columns, 1)
        layout.addWidget(self._foot())
        self.setFocusProxy(self.table)
        self.show_group(PlanGroup.ASKED)

    # --- how it is put together

    def _bar(self) -> QWidget:
        bar, row = widgets.bar()
        row.addWidget(widgets.label(f"建立 {self._plan.year} 年度", "product"))
        row.addSpacing(theme.px(8))
        row.addWidget(widgets.label("选文件 → 核对 →", "hint"))
        row.addWidget(widgets.label("哪些带过去", "here"))
        row.addStretch()
        row.addWidget(widgets.spare("可整体撤销", "hint"))
        self.step_back = widgets.button("上一步", self.back.emit)
        self.accept = widgets.button("建立　Ctrl+Enter", self._accept, "primary")
        row.addWidget(self.step_back)
        row.addWidget(self.accept)
        return bar

    def _left(self) -> QWidget:
        left = QWidget()
        layout = widgets.column(left, margins=(16, 12, 16, 12), spacing=10)
        filters = FlowLayout(spacing=theme.px(8))
        self._group = QButtonGroup(self)
        self.filters: dict[PlanGroup, QPushButton] = {}
        for group, count in self._plan.counts().items():
            words = (
                f"正文 {count} 条：全部带过去" if group is PlanGroup.TEXT else f"{group} {count}"
            )
            role = f"filter-{_COLOURS[group].value}"
            made = widgets.button(words, partial(self.show_group, group), role)
            made.setCheckable(True)
            self._group.addButton(made)
            self.filters[group] = made
            filters.addWidget(made)
        layout.addLayout(filters)
        self.table = PlanTable(PlanModel(self._plan))
        self.table.current_row_changed.connect(self._show_piece)
        self.table.chosen.connect(self.refresh)
        self.table.original_wanted.connect(self._toggle_original)
        layout.addWidget(self.table, 1)
        return left

    def _right(self) -> QWidget:
        right = QFrame()
        right.setProperty("role", "column-right")
        self._side = right
        outer = widgets.column(right)
        room = QScrollArea()
        room.setWidgetResizable(True)
        room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room.setAccessibleName("建立以后是这样")
        inner = QWidget()
        layout = widgets.column(inner, margins=(16, 14, 16, 12), spacing=8)
        layout.addWidget(widgets.label("建立以后是这样", "strong"))
        self.preview = MarkedText("建立以后是这样")
        self._preview_card = _text_card(self.preview)
        self.gone = widgets.label("这一条不再写，去掉的是下面这段。", "error", wrap=True)
        layout.addWidget(self._preview_card)
        layout.addWidget(self.gone)
        self._original_head = widgets.label("去年原文", "strong")
        self.original = MarkedText("去年原文")
        self._original_card = _text_card(self.original)
        layout.addWidget(self._original_head)
        layout.addWidget(self._original_card)
        layout.addWidget(widgets.label(_PROMISE, "hint", wrap=True))
        note, inside = widgets.card("note-blue")
        inside.addWidget(widgets.label("分工", "strong"))
        self.division = widgets.label("", wrap=True)
        inside.addWidget(self.division)
        layout.addWidget(note)
        layout.addStretch()
        room.setWidget(inner)
        outer.addWidget(room)
        self._wants_original = False
        return right

    def _foot(self) -> QWidget:
        foot, row = widgets.foot()
        row.addWidget(widgets.label("建立后仍可用Ctrl+Z整体撤销", "small"))
        row.addStretch()
        row.addWidget(widgets.spare("↑↓ 选行　1/2/3 选处理　空格 看原文"))
        return foot

    # --- what it shows

    def refresh(self) -> None:
        """Show what follows from the choices."""
        self.division.setText(year_plan.division(self._plan))
        self._show_piece()

    def show_group(self, group: PlanGroup) -> None:
        """Show the lines of a group."""
        self.filters[group].setChecked(True)
        self.table.plan.show_group(group)
        self.table.set_current(0)
        self.refresh()

    def _show_piece(self) -> None:
        line = self.table.current_line()
        piece = line.piece if line else ""
        shown = year_plan.preview(self._plan, piece)
        dropped = bool(piece) and not shown
        self.preview.show_paragraphs([[_chunk(part) for part in shown]])
        self._preview_card.setVisible(not dropped)
        self.gone.setVisible(dropped)
        original = dropped or self._wants_original
        self._original_head.setVisible(original)
        self._original_card.setVisible(original)
        if original:
            text = year_plan.original(self._plan, piece) or "（上年没有）"
            self.original.show_paragraphs([[Chunk(text=line)] for line in text.split("\n")])

    def _toggle_original(self) -> None:
        self._wants_original = not self._wants_original
        self._show_piece()

    def _escape(self) -> None:
        self._wants_original = False
        self._show_piece()
        self.table.setFocus()

    def _accept(self) -> None:
        self.accepted.emit(self._plan)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setVisible(event.size().width() >= theme.px(_WITH_SIDE))
        side = min(theme.px(_RIGHT), round(self.width() * _RIGHT_SHARE))
        self._side.setFixedWidth(side)


def _chunk(part: PlanPart) -> Chunk:
    if part.is_mark:
        return Chunk(text=part.text, colour=StateColour.AMBER)
    if part.standing is None:
        return Chunk(text=part.text)
    words = f"{part.standing.glyph}\u00a0{part.text}"
    return Chunk(text=words, colour=state_colours.of(part.standing))


def _text_card(text: MarkedText) -> QFrame:
    frame, card = widgets.card()
    card.setContentsMargins(*map(theme.px, (14, 8, 14, 6)))
    card.addWidget(text)
    return frame
