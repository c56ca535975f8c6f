"""The page 台账: all figures over all years, the current one beside them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSplitter, QWidget

from nianbao.actions import editing
from nianbao.actions.figures import ledger
from nianbao.actions.figures.doubts import Doubts
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.report.writing.text import quoted
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.dialogs import AskSave
from nianbao.ui.kit.jobs import Work
from nianbao.ui.kit.pages.page import Page
from nianbao.ui.pages.ledger.detail import CurrentFigure, LedgerDetail
from nianbao.ui.pages.ledger.model import LedgerModel
from nianbao.ui.pages.ledger.order import LedgerOrder
from nianbao.ui.pages.ledger.table import LedgerTable
from nianbao.views.ledger import figure_uses, pasting, tables, workbook
from nianbao.views.ledger.tables import LedgerRow, Show

_KEYS = "Enter 填数　Tab 下一个待填　Ctrl+V 粘贴一列　F2 写口径　Shift+F2 改名　Ctrl+Enter 转到正文"
_PASTED = "从Excel粘贴"
_SIDE = 304
_NARROW = 1000  # px at 100 %, below which the detail waits until it is wanted
_ONE_ROW = 1120  # px at 100 %, from which on the filters stand beside the rest
_WITH_KEYS = 380  # px at 100 %, below which the rows get the height of the line of keys
_LEAST = 500  # px, of the page


class LedgerPage(Page):
    """All figures of the unit. Every change is one action on the desk."""

    jump = Signal(str, str)  # piece and indicator: show this place of the form
    exported = Signal(str)  # where the workbook is

    def __init__(self, desk: Desk, work: Work, choose: AskSave) -> None:
        super().__init__()
        self._desk, self._work, self._ask = desk, work, choose
        self._doubts = Doubts()
        self._shown: tuple[object, object] = (None, None)  # figures and report, to tell new ones
        self._show = Show.ALL
        self._rows: dict[str, LedgerRow] = {}
        self._name = ""
        self._figure: CurrentFigure | None = None

        self.model = LedgerModel(self._answer, self._confirm, self)
        self.order = LedgerOrder(self.model, self)
        self.table = LedgerTable(self.model, self.order)
        self.detail = LedgerDetail()
        self.message = widgets.label("", "hint", wrap=True)
        self.message.hide()
        self.years = QComboBox()
        self.years.setAccessibleName("年份")
        self.filters = widgets.Segments([(s.name, s.value) for s in Show], self._choose, "只看")
        self.words = QLineEdit()
        self.words.setAccessibleName("筛选指标、部门、节")
        self.words.setPlaceholderText("筛选：指标、部门、节")
        self.words.setClearButtonEnabled(True)
        self._lay_out()
        self.setFocusProxy(self.table)
        self._connect()
        self._read()

    def _lay_out(self) -> None:
        bar = QWidget()
        bar.setProperty("role", "bar")
        self._top, self._second = widgets.row(spacing=8), widgets.row(spacing=8)
        self._top.addWidget(widgets.label("台账", "product"))
        self._top.addWidget(self.years)
        self._top.addWidget(self.filters)
        self._top.addStretch()
        self._top.addWidget(self.words)
        self._top.addWidget(widgets.button("从Excel粘贴", self._paste_clipboard))
        self._top.addWidget(widgets.button("导出Excel", self.export))
        rows = widgets.column(bar, margins=(14, 4, 14, 4), spacing=4)
        rows.addLayout(self._top)
        rows.addLayout(self._second)
        self._second.addStretch()
        self.look = widgets.button("看这一项的明细", self._toggle_detail)
        self.look.setCheckable(True)
        self._second.addWidget(self.look)

        foot = widgets.row(spacing=12)
        foot.addWidget(self.message, 1)
        self._keys = widgets.spare(_KEYS)
        foot.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignRight)
        main = QWidget()
        main.setProperty("role", "ground")
        self._below = below = widgets.column(main, margins=(12, 10, 12, 8), spacing=6)
        below.addWidget(self.table, 1)
        below.addLayout(foot)

        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(main)
        split.addWidget(self.detail)
        self._main = main
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)
        self.detail.setMinimumWidth(theme.px(_SIDE))
        layout = widgets.column(self, spacing=0)
        layout.addWidget(bar)
        layout.addWidget(split, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the filters a row of their own in a narrow window, and the detail its own turn."""
        narrow = self.width() < theme.px(_NARROW)
        row, at = (self._top, 2) if self.width() >= theme.px(_ONE_ROW) else (self._second, 0)
        row.insertWidget(at, self.filters, 0, Qt.AlignmentFlag.AlignLeft)
        self.words.setFixedWidth(theme.px(150 if narrow else 210))
        self.look.setVisible(narrow)
        low = self.height() < theme.px(_WITH_KEYS)
        self._keys.setVisible(not low)
        around, above = theme.px(4 if low else 12), theme.px(4 if low else 10)
        self._below.setContentsMargins(around, above, around, theme.px(4 if low else 8))
        if not narrow:
            self.look.setChecked(False)
        self.detail.setVisible(not narrow or self.look.isChecked())
        self._main.setVisible(not narrow or not self.look.isChecked())

    def _toggle_detail(self) -> None:
        self._fit()
        (self.detail if self.look.isChecked() else self.table).setFocus()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(_LEAST), theme.px(200))

    def _connect(self) -> None:
        self.model.refused.connect(partial(self._say, role="error"))
        self.model.dataChanged.connect(lambda *_: self._say(""))
        self.table.current_figure_changed.connect(self._take)
        self.table.pasted.connect(self._paste)
        self.table.passed.connect(self._pass)
        self.table.wants_definition.connect(self._write_definition)
        self.table.wants_place.connect(self._jump_first)
        self.detail.jump.connect(self.jump)
        self.detail.described.connect(self._describe)
        self.detail.renamed.connect(self._rename)
        self.detail.confirmed.connect(lambda name: self._do(lambda: self._confirm(name)))
        self.detail.computed.connect(lambda name: self._do(lambda: self._compute(name)))
        self.detail.left.connect(self.table.setFocus)
        self.years.activated.connect(lambda _: self._show_years())
        self.words.textChanged.connect(lambda _: self._sift())
        theme.notifier().changed.connect(self._restyle)

    def refresh(self) -> None:
        """Show the desk anew; a page that is not seen waits until it is."""
        now = (self._desk.figures, self._desk.report)
        if self.isVisible() and any(a is not b for a, b in zip(self._shown, now, strict=True)):
            self._read()

    def flush(self) -> None:
        """Save at once what was typed."""
        self.table.flush()
        self.detail.describing.flush()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _read(self) -> None:
        desk = self._desk
        self._shown = (desk.figures, desk.report)
        rows = tables.rows(desk)
        self._rows = {row.name: row for row in rows}
        self._fill_years()
        for show in Show:
            count = sum(map(show.keeps, rows))
            self.filters.set_word(show.name, f"{show.value} {count}")
        self.filters.choose(self._show.name)
        self.model.show(rows, self.years.currentData(), desk.year)
        self.table.measure()
        if self._name in self._rows:
            self._take(self._name)
        elif rows:
            self.table.take(rows[0].name)

    def _fill_years(self) -> None:
        spans = tables.spans(tables.years(self._desk), self._desk.year)
        unit = self._desk.unit
        words = [f"{unit} · {_span(span)}" for span in spans]
        if words != [self.years.itemText(at) for at in range(self.years.count())]:
            self.years.clear()
            for word, span in zip(words, spans, strict=True):
                self.years.addItem(word, span)

    def _show_years(self) -> None:
        self.model.show(list(self._rows.values()), self.years.currentData(), self._desk.year)
        self._sift()

    def _choose(self, key: str) -> None:
        self._show = Show[key]
        self._sift()

    def _sift(self) -> None:
        self.order.choose(self._show, self.words.text())
        if self.order.rowCount():
            self.table.take(self._name)
            self._say("")
        else:
            self._say("没有符合的指标。请换一个筛选，或清空右上角的筛选词。")

    def _take(self, name: str) -> None:
        self._name = name
        row, desk = self._rows[name], self._desk
        feeds = [self._rows[fed] for fed in row.feeds if fed in self._rows]
        self._figure = CurrentFigure(
            row=row,
            year=desk.year,
            passages=figure_uses.passages(desk, name),
            steps=tables.history(desk, name, desk.year),
            feeds=[(one.label, _valued(one, desk.year)) for one in feeds],
        )
        self.detail.show_figure(self._figure)

    def _answer(self, name: str, typed: str) -> None:
        self._doubts.answer(self._desk, name, typed)
        self.refresh()

    def _confirm(self, name: str) -> None:
        editing.confirm(self._desk, [name])
        self.refresh()

    def _compute(self, name: str) -> None:
        editing.use_formula(self._desk, name)
        self.refresh()

    def _describe(self, name: str, definition: str, department: str) -> None:
        def describe() -> None:
            ledger.describe(self._desk, name, definition=definition, department=department)
            self.refresh()

        self._do(describe)

    def _rename(self, name: str, label: str) -> None:
        def rename() -> None:
            self._name = self._doubts.rename(self._desk, name, label)
            self._read()
            self.table.take(self._name)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

        self._do(rename)

    def _paste_clipboard(self) -> None:
        self._paste(QGuiApplication.clipboard().text())

    def _paste(self, text: str) -> None:
        def paste() -> None:
            found = pasting.pasted(self._desk, text, self.table.names_from_here())
            editing.answer_all(self._desk, found.answers, source=_PASTED)
            self.refresh()
            self._say(found.said)

        self._do(paste)

    def export(self) -> None:
        """Ask where the workbook is to go, and write it beside the window."""
        every = tables.years(self._desk)
        place = self._ask(self, Path(f"{self._desk.unit}台账（{_span(every)}）.xlsx"))
        if place is None:
            return
        table = workbook.workbook(self._desk)
        self._work.run(
            "导出台账",
            lambda: ledger.write_workbook(table, place),
            lambda _: self._exported(place),
            lambda error: self._say(str(error), role="error"),
            owner=self,
        )

    def _exported(self, place: Path) -> None:
        self._say(f"台账已导出：{place}")
        self.exported.emit(str(place))

    def _jump_first(self, name: str) -> None:
        if found := self._rows[name].uses:
            self.jump.emit(found[0].piece, name)
        else:
            self._say(f"今年的正文里没有用到{quoted(self._rows[name].label)}。")

    def begin_rename(self) -> None:
        """Open the name of the current figure."""
        if not self.detail.isVisible():
            self.look.click()
        self.detail.title.begin()

    def _write_definition(self) -> None:
        self.detail.describing.definition.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.detail.ensureWidgetVisible(self.detail.describing)

    def _pass(self, step: int) -> None:
        target = self.detail.describing.definition if step > 0 else self.words
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _do(self, what: Callable[[], object]) -> None:
        try:
            what()
        except NianbaoError as error:
            self._say(str(error), role="error")

    def _say(self, sentence: str, role: str = "hint") -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        theme.set_role(self.message, role)

    def _restyle(self) -> None:
        self._fit()
        if self._figure is not None:  # shown again as it was: the desk may be closed by now
            self.detail.show_figure(self._figure)


def _span(years: tuple[int, ...] | list[int]) -> str:
    return str(years[0]) if len(years) == 1 else f"{years[0]}—{years[-1]}"


def _valued(row: LedgerRow, year: int) -> str:
    value = row.value_text(year)
    return f"{value}{row.unit if row.unit == '%' else ''}" if value else "等数"
