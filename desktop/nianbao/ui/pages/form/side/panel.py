"""The column at the right of the form."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from nianbao.desk.changes import Changes
from nianbao.desk.desk import Desk
from nianbao.ui.kit import theme, widgets
from nianbao.ui.pages.form.side.finding_list import FindingList
from nianbao.ui.pages.form.side.history_page import HistoryPage
from nianbao.ui.pages.form.side.last_year import LastYearPage
from nianbao.ui.pages.form.side.source_page import SourcePage
from nianbao.views.form.finding_rows import attention
from nianbao.views.form.findings import FindingShown, findings
from nianbao.views.form.last_year_text import last_text
from nianbao.views.ledger.provenance import Provenance, over_years, provenance

WIDTH = 330
_LAST, _FINDINGS, _SOURCE, _HISTORY = range(4)
_WORDS = ("去年原文", "发现", "来源", "历年")


class SidePanel(QWidget):
    """Last year's text, findings, provenance and history; only the tab in front is worked out."""

    finding_chosen = Signal(str, int, int)  # piece, start, length in the piece as it prints
    edit_wanted = Signal(str, int, int)  # the same, to be changed there
    promise_chosen = Signal(str)
    coverage_wanted = Signal()  # something is missing that has no place in the text
    accepted = Signal(object)  # Shown
    ignored = Signal(object)
    restored = Signal(object)
    findings_changed = Signal()
    jump = Signal(str, str)  # piece, figure
    confirmed = Signal(str)  # figure: last year's value holds
    cleared = Signal(str)  # figure: it does not, a new one is to be reported
    computed = Signal(str)  # figure: back to its formula
    not_applicable = Signal(str)  # figure
    renamed = Signal(str, str)  # figure, its new label
    left = Signal()  # the name of a figure was given up

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        widgets.paint_ground(self, "column-right")
        self.setMinimumWidth(theme.px(WIDTH - 50))
        self._desk = desk
        self._piece, self._figure = "", ""
        self._found: Sequence[FindingShown] = ()
        self._stale = {_LAST, _SOURCE, _HISTORY}

        self.last_year, self.list = LastYearPage(), FindingList()
        self.source, self.history = SourcePage(), HistoryPage()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("参考")
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setAccessibleName("参考")
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setUsesScrollButtons(False)
        pages = (self.last_year, self.list, self.source, self.history)
        for page, word in zip(pages, _WORDS, strict=True):
            self.tabs.addTab(page, word)
        widgets.column(self).addWidget(self.tabs)

        self.tabs.currentChanged.connect(self._bring_up)
        self._connect()
        theme.notifier().changed.connect(self._redraw)
        self.show_findings(findings(desk))

    def _connect(self) -> None:
        view, last, source = self.list.view, self.last_year, self.source
        view.chosen.connect(self._go)
        view.answered.connect(self._answer)
        view.ignored.connect(self.ignored)
        view.restored.connect(self.restored)
        last.answered.connect(self._answer)
        last.ignored.connect(self.ignored)
        last.more.connect(lambda: self.tabs.setCurrentIndex(_FINDINGS))
        last.source_wanted.connect(lambda: self.tabs.setCurrentIndex(_SOURCE))
        source.jump.connect(self.jump)
        source.figure_wanted.connect(self.show_figure)
        source.confirmed.connect(self.confirmed)
        source.cleared.connect(self.cleared)
        source.computed.connect(self.computed)
        source.not_applicable.connect(self.not_applicable)
        source.renamed.connect(self.renamed)
        source.left.connect(self.left)

    @property
    def tab(self) -> str:
        """The word of the tab in front."""
        return _WORDS[self.tabs.currentIndex()]

    def show_tab(self, word: str) -> None:
        """Bring a tab to the front, if there is one of this name."""
        if word in _WORDS:
            self.tabs.setCurrentIndex(_WORDS.index(word))

    @property
    def finding_word(self) -> str:
        """The word for findings with how many want a look: 发现 2."""
        count = attention(self._found)
        return f"发现 {count}" if count else "发现"

    def findings(self) -> Sequence[FindingShown]:
        """What the checks found last, ignored ones too."""
        return self._found

    def refresh(self) -> None:
        """Show the desk anew."""
        self._redraw()
        self.show_findings(findings(self._desk))

    def renew(self, changes: Changes) -> None:
        """Show what an action changed of the current figure."""
        if changes.report or self._figure in changes.figures or (self._figure and changes.pieces):
            self._redraw()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bring_up(self.tabs.currentIndex())

    def show_findings(self, found: Sequence[FindingShown]) -> None:
        """Show what the checks found."""
        before = self._of_piece()
        self._found = found
        self.list.show_findings(found)
        self.tabs.setTabText(_FINDINGS, self.finding_word)
        if self._of_piece() != before:
            self._mark(_LAST)
        self.findings_changed.emit()

    def _of_piece(self) -> list[FindingShown]:
        """Return what was found on the piece that is shown."""
        return [one for one in self._found if one.piece == self._piece] if self._piece else []

    def show_entry(self, piece: str) -> None:
        """Show what belongs to an entry, heading or element; a figure of another is let go."""
        if piece != self._piece:
            self._piece = piece
            self._mark(_LAST)
            self.show_figure("")

    def show_figure(self, name: str) -> None:
        """Show what belongs to a figure; no name for none."""
        if name != self._figure:
            self._figure = name
            self._mark(_LAST, _SOURCE, _HISTORY)

    def begin_rename(self) -> bool:
        """Open the name of the current figure; say whether there is one."""
        self.tabs.setCurrentIndex(_SOURCE)
        self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)  # an open chip closes, and all is new
        if self.source.name is not None:
            self.source.name.begin()
        return self.source.name is not None

    def next_finding(self, step: int = 1) -> FindingShown | None:
        """Go to the next finding that stands, or with -1 to the one before."""
        self.tabs.setCurrentIndex(_FINDINGS)
        shown = self.list.step(step)
        if shown is not None:
            self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)  # its Enter, its Del
            self._go(shown)
        return shown

    def choose_finding(self, piece: str, at: int) -> None:
        """Show the finding at a place of a piece's text, without leaving the text."""
        for shown in self._found:
            if shown.piece == piece and shown.start <= at <= shown.start + shown.length:
                self.tabs.setCurrentIndex(_FINDINGS)
                self.list.choose(shown)
                return

    def _go(self, shown: FindingShown, *, edit: bool = False) -> None:
        if shown.promise:
            self.promise_chosen.emit(shown.promise)
        elif not shown.piece:
            self.coverage_wanted.emit()
        else:
            wanted = self.edit_wanted if edit else self.finding_chosen
            wanted.emit(shown.piece, shown.start, shown.length)

    def _answer(self, shown: FindingShown) -> None:
        if shown.accepts:
            self.accepted.emit(shown)
        else:
            self._go(shown, edit=True)

    def _redraw(self) -> None:
        self._mark(_LAST, _SOURCE, _HISTORY)

    def _mark(self, *tabs: int) -> None:
        self._stale.update(tabs)
        if self.isVisible():  # a hidden one may outlive its desk
            self._bring_up(self.tabs.currentIndex())

    def _bring_up(self, tab: int) -> None:
        if tab not in self._stale:
            return
        self._stale.discard(tab)
        desk, name = self._desk, self._figure
        figure = None if desk.is_empty or not name else provenance(desk, name)
        if tab == _SOURCE:
            self.source.show_figure(figure)
        elif tab == _HISTORY:
            years = over_years(desk, name) if figure else []
            self.history.show_years(
                figure.label if figure else "", figure.unit if figure else "", years
            )
        else:
            self._show_last(figure)

    def _show_last(self, figure: Provenance | None) -> None:
        desk, piece = self._desk, self._piece
        nothing = "选中一条，这里就显示去年同一条的原文。"
        if piece:
            nothing = "去年的报告里没有这一条。"
        if not desk.is_empty and desk.last is None:
            nothing = f"年报库里没有{desk.year - 1}年度的报告。"
        last = None if desk.is_empty or not piece else last_text(desk, piece)
        self.last_year.show_text(last, self._of_piece(), figure, nothing)
