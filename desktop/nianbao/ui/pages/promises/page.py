"""The page 上年安排对照: what last year promised, how it was kept, where that is written."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from nianbao.actions.promises import answer
from nianbao.desk.desk import Desk
from nianbao.report import places
from nianbao.report.promise import PromiseState
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.pages.card_page import CardPage
from nianbao.ui.kit.pages.lazy_page import LazyPage
from nianbao.ui.kit.texts.report_text import text_label
from nianbao.ui.kit.theme import StateColour
from nianbao.ui.pages.promises.model import PromiseColumn, PromiseModel
from nianbao.ui.pages.promises.table import PromiseTable
from nianbao.views import promises
from nianbao.views.promises import PromiseLine, Suggestion

_KEYS = "1 完成　2 部分　3 未完成　Del 清除　Enter 写在哪里"
_NOTHING = "去年的报告里没有认出安排和不足，不用对照。"
_BELOW = 210
_LOW = 380  # px at 100 %, below which margins and cards are small


class PromisesPage(LazyPage):
    """Every answer is one action on the desk."""

    jump = Signal(str)  # the entry where a promise is answered

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._suggested: dict[str, Sequence[Suggestion]] = {}
        self.model = PromiseModel(self._answer, self)
        self.table = PromiseTable(self.model, self._suggest)
        self.state = widgets.pill("", StateColour.GREY)
        self.nothing = widgets.label(_NOTHING, "hint", wrap=True)
        self.next = widgets.button("下一条未答", self._next_open)
        self.said, self.answered = CardPage("去年怎么写的"), CardPage("今年写在哪里")
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_row())
        theme.notifier().changed.connect(self.refresh)

    def _lay_out(self) -> None:
        bar, top = widgets.bar()
        top.addWidget(widgets.label(places.PROMISES, "product"))
        top.addWidget(self.state, alignment=Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        top.addWidget(widgets.spare(_KEYS))
        top.addWidget(self.next)
        self._main = main = widgets.column(margins=(14, 12, 14, 12), spacing=10)
        main.addWidget(self.nothing)
        main.addWidget(self.table, 1)
        below = widgets.row(spacing=10)
        for page in (self.said, self.answered):
            frame, inside = widgets.card()
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(page)
            below.addWidget(frame, 1)
        self._below = QWidget()
        self._below.setLayout(below)
        main.addWidget(self._below)
        layout = widgets.column(self, spacing=0)
        layout.addWidget(bar)
        layout.addLayout(main, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the greater part to the table in a low window."""
        super().resizeEvent(event)
        low = self.height() < theme.px(_LOW)
        self._below.setFixedHeight(
            self.height() // 3 if low else min(theme.px(_BELOW), self.height() * 2 // 5)
        )
        across, edge = theme.px(14), theme.px(4 if low else 12)
        self._main.setContentsMargins(across, edge, across, edge)
        self._main.setSpacing(theme.px(4 if low else 10))

    def minimumSizeHint(self) -> QSize:
        """Let the window be as low as it likes: table and cards are scrolled."""
        return QSize(theme.px(500), theme.px(150))

    def flush(self) -> None:
        """Save at once what was typed."""
        self.table.flush()

    def choose(self, promise: str) -> None:
        """Make a promise the current one."""
        self.catch_up()
        row = self.model.row_of(promise)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, PromiseColumn.STATUS))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def read(self) -> None:
        """Show the desk as it is now."""
        self._suggested.clear()
        self.model.show(promises.lines(self._desk))
        tally = promises.tally(self._desk)
        is_done = tally.answered == tally.total
        widgets.set_pill(
            self.state, tally.word, StateColour.GREEN if is_done else StateColour.AMBER
        )
        empty = not (tally.total or tally.ignored)
        self.nothing.setVisible(empty)
        self.table.setVisible(not empty)
        self._below.setVisible(not empty)
        self.state.setVisible(not empty)
        self.next.setEnabled(not is_done)
        if not empty and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, PromiseColumn.STATUS))
        self._show_row()

    def _answer(self, promise: str, status: PromiseState, where: str) -> None:
        answer(self._desk, promise, status, where)
        self.refresh()

    def _suggest(self, promise: str) -> Sequence[Suggestion]:
        if promise not in self._suggested:
            self._suggested[promise] = promises.suggest(self._desk, promise)
        return self._suggested[promise]

    def _next_open(self) -> None:
        row = self.model.next_open(self.table.currentIndex().row())
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, PromiseColumn.STATUS))
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_row(self) -> None:
        line = self.model.line(self.table.currentIndex())
        self.said.begin()
        self.answered.begin()
        if line is not None:
            self.said.cards.addWidget(widgets.label(f"去年{line.kind}：{line.title}", "strong"))
            self.said.cards.addWidget(text_label(line.text, (), "去年怎么写的", size=14))
            self._show_answer(line, self.answered.cards)
        self.said.end()
        self.answered.end()

    def _show_answer(self, line: PromiseLine, cards: QVBoxLayout) -> None:
        found = self._suggest(line.id)
        if line.piece:
            cards.addWidget(self._entry("今年写在", line.piece, line.where, line))
            return
        if line.where:
            cards.addWidget(widgets.label("今年的说明", "strong"))
            cards.addWidget(widgets.label(line.where, wrap=True))
        if not found:
            said = "今年的举措里没有找到相近的条目。请在正文里补写，或在上面写明情况。"
            cards.addWidget(widgets.label(said, "hint", wrap=True))
        for one in found[:2]:
            cards.addWidget(self._entry("可能在", one.piece, one.place, line))

    def _entry(self, word: str, piece: str, place: str, line: PromiseLine) -> QFrame:
        frame = QFrame()
        inside = widgets.column(frame, spacing=4)
        head = widgets.row(spacing=8)
        head.addWidget(widgets.label(f"{word}　{place}", "strong", wrap=True), 1)
        if piece != line.piece:
            take = widgets.button(
                "就在这里", lambda: self._answer(line.id, line.status, piece), "mini"
            )
            take.setAccessibleName(f"就在这里：{place}")
            head.addWidget(take)
        go = widgets.button("跳到", lambda: self.jump.emit(piece), "mini")
        go.setAccessibleName(f"跳到：{place}")
        head.addWidget(go)
        inside.addLayout(head)
        text = promises.text_of(self._desk, piece)
        inside.addWidget(text_label(text, (), place, size=14))
        return frame
