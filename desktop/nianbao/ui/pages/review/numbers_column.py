"""The right of a review: the numbers of the current page, and all that can be done to them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from nianbao.desk.reviewing.rows import ReviewRow
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.chooser import Chooser
from nianbao.ui.kit.flow_layout import FlowLayout
from nianbao.ui.pages.review.rows import RowModel, RowTable
from nianbao.views.review.import_pages import ImportPage

_ACTS = {
    "confirm": "对　Enter",
    "rename": "改名　R",
    "value": "改值　V",
    "unit": "单位　U",
    "merge": "合并　M",
    "split": "拆分　S",
    "reject": "不是数据　X",
    "include": "这也是数据　D",
}
"""What can be done to a row, or on the page, with its key."""


class NumbersColumn(QFrame):
    """A table, its buttons, a list to choose from, and one sentence on the current number."""

    def __init__(
        self,
        year: int,
        names: Callable[[str], Sequence[str]],
        units: Callable[[], Sequence[str]],
    ) -> None:
        super().__init__()
        self.setProperty("role", "column-right")
        layout = widgets.column(self, margins=(16, 12, 16, 10), spacing=8)
        head = widgets.row(spacing=12)
        self.count = widgets.label("", "strong")
        head.addWidget(self.count)
        head.addWidget(widgets.label("改一次，明年导入自动沿用", "hint", wrap=True), 1)
        layout.addLayout(head)
        self.table = RowTable(RowModel(year), names, units)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._acts())
        self.chooser = Chooser()
        self.chooser.hide()
        self.chooser.closed.connect(self.table.setFocus)
        layout.addWidget(self.chooser)
        self.why = widgets.label("", "hint", wrap=True)
        self.failure = widgets.label("", "error", wrap=True)
        layout.addWidget(self.why)
        layout.addWidget(self.failure)
        self.explain(None)

    def _acts(self) -> QWidget:
        """Return buttons for all that the keys do."""
        made = QWidget()
        row = FlowLayout(made, spacing=theme.px(6))
        for what, word in _ACTS.items():
            button = widgets.button(word, partial(self.table.ask, what), "mini")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay those of the table
            row.addWidget(button)
        return made

    def show_page(self, page: ImportPage) -> None:
        """Show the rows of a page; the current one stays current, if it is still there."""
        rows = page.rows
        number, key = self.table.currentIndex().row(), self.table.current_key()
        self.table.rows.show_rows(rows)
        self.count.setText(f"本{'段' if page.portions > 1 else '节'}数据（{len(rows)}）")
        kept = self.table.rows.number_of(key)
        self.table.set_current(kept if kept >= 0 else min(number, len(rows) - 1))

    def explain(self, row: ReviewRow | None) -> None:
        """Say what there is to know of a number."""
        self.why.setText(row.why if row else "")
        self.why.setVisible(bool(self.why.text()))
        self.complain("")

    def complain(self, sentence: str) -> None:
        """Say why something cannot be done, or nothing any more."""
        self.failure.setText(sentence)
        self.failure.setVisible(bool(sentence))
