"""The page of shortcuts: cards of keys in as many columns as fit."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.commands import Commands
from nianbao.ui.kit.pages import keyed
from nianbao.ui.kit.pages.keyed import KeyedPage
from nianbao.ui.pages.shortcuts import keys, paper
from nianbao.ui.pages.shortcuts.keys import KeyGroup

_CARD = 320  # px at 100 %, the least for a card
_MOST_COLUMNS = 4
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class ShortcutsPage(KeyedPage):
    """All keys at a glance. `back` is sent when the user has seen enough."""

    back = Signal()

    def __init__(
        self,
        commands: Commands,
        print_out: Callable[[QTextDocument, QWidget], object] = paper.ask_and_print,
    ) -> None:
        super().__init__()
        widgets.paint_ground(self, "ground")
        self._commands, self._print_out = commands, print_out
        self.keys = {keyed.ESC: self.back.emit}
        self._groups: list[KeyGroup] = []
        self._columns = 0

        self.area = QScrollArea()
        self.area.setAccessibleName("全部按键")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.installEventFilter(self)
        self.setFocusProxy(self.area)
        layout = widgets.column(self, spacing=0)
        layout.addWidget(self._top())
        layout.addWidget(self.area, 1)
        self.refresh()

    def _top(self) -> QWidget:
        top, layout = widgets.bar()
        self.leave = widgets.button("返回", self.back.emit)
        self.print_button = widgets.button("打印……", self._print)
        layout.addWidget(self.leave)
        layout.addWidget(widgets.label("全部按键", "title"))
        layout.addWidget(widgets.label("没有按键的命令，可以按Ctrl+Shift+P输入名称查找", "hint"))
        layout.addStretch()
        layout.addWidget(self.print_button)
        return top

    def refresh(self) -> None:
        """Show the keys as they are now."""
        self._groups = keys.groups(self._commands)
        self._columns = 0
        self._lay_out()

    def _lay_out(self) -> None:
        """Put the cards into columns of about the same length."""
        fitting = self.area.width() // theme.px(_CARD)
        count = max(1, min(_MOST_COLUMNS, fitting))
        if count == self._columns:
            return
        self._columns = count
        inside = QWidget()
        sheet = widgets.row(inside, margins=(14, 14, 14, 14), spacing=12)
        columns = [widgets.column(spacing=12) for _ in range(count)]
        lengths = [0] * count
        for group in self._groups:
            shortest = lengths.index(min(lengths))
            columns[shortest].addWidget(_card(group))
            lengths[shortest] += len(group.rows) + 2
        for column in columns:
            column.addStretch()
            sheet.addLayout(column, 1)
        self.area.setWidget(inside)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.area and event.type() == QEvent.Type.Resize:
            self._lay_out()
        return super().eventFilter(watched, event)

    def _print(self) -> None:
        self._print_out(paper.document(self._groups), self)


def _card(group: KeyGroup) -> QFrame:
    frame, layout = widgets.card()
    layout.addWidget(widgets.label(group.title, "strong"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.px(12))
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, theme.px(120))
    for row, (pressed, what) in enumerate(group.rows):
        grid.addWidget(_key(pressed), row, 0, _TOP_LEFT)
        grid.addWidget(widgets.label(what, wrap=True), row, 1)
    layout.addLayout(grid)
    return frame


def _key(pressed: str) -> QLabel:
    return widgets.label(pressed, "key")
