"""The search panel: a line to type in, and what it finds in all years."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from nianbao.ui.kit import widgets
from nianbao.ui.kit.models.records import list_view
from nianbao.ui.kit.pages.page import Page
from nianbao.ui.pages.search.hits import MOST, HitDelegate, HitModel
from nianbao.views.searching import Hit

_WAIT = 150  # ms after the last key
_EVERY, _THIS = "every", "this"


class SearchPanel(Page):
    """Searches while one types; Enter or a double click goes to the hit.

    `search` takes the words and a year, or None for all years. `year` tells the current year.
    """

    chosen = Signal(int, str)  # year and id of the piece
    closed = Signal()  # Esc

    def __init__(
        self, search: Callable[[str, int | None], list[Hit]], year: Callable[[], int]
    ) -> None:
        super().__init__()
        self._search, self._year, self._all = search, year, True
        self.words = QLineEdit()
        self.words.setAccessibleName("搜索")
        self.words.setPlaceholderText("搜索正文和指标，几个词用空格隔开")
        self.words.setClearButtonEnabled(True)
        self.words.installEventFilter(self)
        self.scope = widgets.Segments(
            [(_EVERY, "全部年度"), (_THIS, "本年度")], self._limit, "范围"
        )
        self.scope.choose(_EVERY)
        self.found = widgets.label("", "hint", wrap=True)
        self.model = HitModel(self)
        self.list = list_view("搜索结果", self.model, HitDelegate)
        self.list.activated.connect(self._choose)
        self.list.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT)
        self._timer.timeout.connect(self.refresh)
        self.words.textChanged.connect(lambda _: self._timer.start())
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        layout = widgets.column(self, margins=(12, 12, 12, 12), spacing=8)
        line = widgets.row()
        line.addWidget(self.words, 1)
        line.addWidget(self.scope)
        layout.addLayout(line)
        layout.addWidget(self.found)
        layout.addWidget(self.list, 1000)
        layout.addStretch(1)  # keeps the line at the top while there is no list
        self.setFocusProxy(self.words)

    def ask(self, words: str = "", *, this_year: bool = False) -> None:
        """Begin a search: over this year or over all, with words that may be there already."""
        self._all = not this_year
        self.scope.choose(_THIS if this_year else _EVERY)
        if words:
            self.words.setText(words)
        self.words.setFocus()
        self.words.selectAll()
        self.refresh()

    def refresh(self) -> None:
        """Search again, for instance because something was edited."""
        self._timer.stop()
        words = self.words.text()
        hits = self._search(words, None if self._all else self._year()) if words.strip() else []
        self.model.show_hits(hits)
        self.found.setText(self._said(hits))
        self.list.setVisible(bool(hits))

    def _said(self, hits: list[Hit]) -> str:
        if not self.words.text().strip():
            return "可以搜词语、数字、标题和指标名称，也可以搜往年的写法。"
        if not hits:
            wider = "" if self._all else "，或改为搜索全部年度"
            return f"没有找到。请少写几个字，换个说法{wider}。"
        years = len({hit.year for hit in hits})
        said = f"找到{len(hits)}处" + (f"，分布在{years}个年度" if years > 1 else "") + "。"
        return said + (f"下面是前{MOST}处，多写几个字可以缩小范围。" if len(hits) > MOST else "")

    def _limit(self, scope: str) -> None:
        self._all = scope == _EVERY
        self.refresh()

    def _choose(self, index: QModelIndex) -> None:
        if hit := self.model.hit(index):
            self.chosen.emit(hit.year, hit.piece)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key == Qt.Key.Key_Escape:
                self.closed.emit()
                return True
            if watched is self.words and key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
                self._into_list()
                return True
            if watched is self.words and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self._timer.isActive():
                    self.refresh()
                self._choose(self.model.first())
                return True
        return super().eventFilter(watched, event)

    def _into_list(self) -> None:
        if self._timer.isActive():
            self.refresh()
        if self.model.first().isValid():
            self.list.setCurrentIndex(self.model.first())
            self.list.setFocus()
