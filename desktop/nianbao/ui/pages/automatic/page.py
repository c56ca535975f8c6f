"""自动改动: all that the import or the new year did by itself, to be looked at again."""

from PySide6.QtCore import QModelIndex, Signal

from nianbao.desk.desk import Desk
from nianbao.ui.kit import widgets
from nianbao.ui.kit.models.records import list_view
from nianbao.ui.kit.pages.lazy_page import LazyPage
from nianbao.ui.kit.widgets import Segments
from nianbao.ui.pages.automatic.change_list import ChangeDelegate, ChangeModel
from nianbao.views import automatic

ASKED, ALL = "asked", "all"
_ABOUT = (
    "导入和建立年度时程序自动改了什么、还要您核对什么，都列在这里。按回车或双击到正文里看；"
    "整步撤销请用“撤销”。"
)


class AutomaticPage(LazyPage):
    """The automatic changes of the current year; what is asked first."""

    piece_chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._which = ALL
        self.model = ChangeModel(self)
        self.list = list_view("自动改动", self.model, ChangeDelegate)
        self.list.setUniformItemSizes(True)
        self.list.activated.connect(self._go)
        self.setFocusProxy(self.list)
        self.count = widgets.label("", "strong")
        self.filter = Segments([(ALL, "全部"), (ASKED, "只看待核的")], self._choose, "显示哪些")
        self.filter.choose(ALL)
        layout = widgets.column(self, margins=(16, 12, 16, 12), spacing=8)
        head = widgets.row(spacing=12)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.filter)
        layout.addLayout(head)
        layout.addWidget(widgets.label(_ABOUT, "hint", wrap=True))
        layout.addWidget(self.list, 1)

    def read(self) -> None:
        """Show the changes as they are now."""
        found = automatic.changes(self._desk)
        asked = [change for change in found if change.open]
        self.model.show(asked if self._which == ASKED else found)
        done = len(found) - len(asked)
        self.count.setText(f"自动改动{done}处，待核{len(asked)}处")

    def _choose(self, which: str) -> None:
        self._which = which
        self.refresh()

    def _go(self, index: QModelIndex) -> None:
        change = self.model.record(index)
        if change is not None and change.piece:
            self.piece_chosen.emit(change.piece)
