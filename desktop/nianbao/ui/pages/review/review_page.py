"""What was understood of a report, to be looked through and corrected before it is stored."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from nianbao.desk.reviewing.review import Review
from nianbao.errors import InputError
from nianbao.ui.kit import jobs, theme, widgets
from nianbao.ui.kit.pages import keyed
from nianbao.ui.kit.pages.keyed import KeyedPage
from nianbao.ui.pages.review.listing import ListingView
from nianbao.ui.pages.review.numbers_column import NumbersColumn
from nianbao.ui.pages.review.outline import NODE
from nianbao.ui.pages.review.outline_column import OutlineColumn
from nianbao.ui.pages.review.rows import LABEL, UNIT, VALUE
from nianbao.ui.pages.review.section_view import ReviewSection
from nianbao.views.review import review_view

_LEFT, _RIGHT = 268, 372  # px at 100 %
_LEFT_SHARE, _RIGHT_SHARE = 0.23, 0.37  # of the window at the most
_NARROW = 900  # px at 100 %, below which the outline waits until it is wanted
_NARROW_SHARE = 0.54  # of the window, for the numbers then
_HIGH = 620  # px, of a window with room for more than the outline
_LOW = 400  # px, of a window in which the rows get the height of what is plain
_ALL_SEEN = "都看过了。没有别的要改，就按Ctrl+Enter往下。"


class ReviewPage(KeyedPage):
    """Outline, text and numbers of a report that is not stored yet. Keys correct it."""

    accepted = Signal(object)  # Review
    cancelled = Signal()

    def __init__(self, review: Review) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self._review = review
        self._page, self._portion = review_view.outline(review)[0].page, 0
        self._splitting = False
        self._choices: list[tuple[str, Callable[[], None]]] = []
        self.keys = {
            keyed.CTRL_ENTER: self._accept,
            keyed.CTRL_Z: self._undo,
            keyed.F8: self._next_open,
            keyed.ESC: self._escape,
            keyed.CTRL_L: self._go_to_outline,
        }
        layout = widgets.column(self, spacing=0)
        layout.addWidget(self._bar())
        columns = widgets.row(spacing=0)
        columns.addWidget(self._left())
        columns.addWidget(self._middle(), 1)
        columns.addWidget(self._right())
        layout.addLayout(columns, 1)
        layout.addWidget(self._foot())
        self.setFocusProxy(self.table)
        self.refresh()
        self._go_to_first()

    # --- how it is put together

    def _bar(self) -> QWidget:
        bar, row = widgets.bar()
        row.addWidget(widgets.label("导入核对", "product"))
        row.addSpacing(theme.px(8))
        steps = [
            widgets.label("选文件 →", "hint"),
            widgets.label("核对认出的内容", "here"),
            widgets.label(f"→ 建立 {self._review.year + 1} 年度", "hint"),
        ]
        self._spare = [*steps, widgets.label("尚未写入年报库", "hint")]
        for step in steps:
            row.addWidget(step)
        self.look = widgets.button("提纲　Ctrl+L", self._take_turns)
        self.look.setCheckable(True)
        row.addWidget(self.look)
        row.addStretch()
        row.addWidget(self._spare[-1])
        self.cancel = widgets.button("取消", self.cancelled.emit)
        self.accept = widgets.button("无误，下一步　Ctrl+Enter", self._accept, "primary")
        row.addWidget(self.cancel)
        row.addWidget(self.accept)
        return bar

    def _left(self) -> QWidget:
        left = self._left_column = OutlineColumn(self._review)
        left.listing_wanted.connect(self._show_listing)
        self.outline, self._nodes = left.outline, left.nodes
        self.outline.selectionModel().currentChanged.connect(self._node_chosen)
        return left

    def _middle(self) -> QWidget:
        self.middle = QStackedWidget()
        self.section = ReviewSection()
        self.section.picked.connect(self._pick)
        self.section.portion_wanted.connect(self._show_portion)
        self.section.settled.connect(lambda key: self._say(partial(self._review.confirm, key)))
        self.section.assigned.connect(self._assign)
        self.section.home_settled.connect(self._settle)
        self.listing = ListingView()
        self.listing.closed.connect(self._escape)
        self.middle.addWidget(self.section)
        self.middle.addWidget(self.listing)
        return self.middle

    def _right(self) -> QWidget:
        review = self._review
        right = self.column = NumbersColumn(
            review.year, partial(review_view.labels, review), partial(review_view.units, review)
        )
        self.table, self.chooser, self.why, self.failure = (
            right.table,
            right.chooser,
            right.why,
            right.failure,
        )
        # Queued: the table's rows are replaced, and its editor must have closed by then.
        self.table.rows.edited.connect(self._typed, Qt.ConnectionType.QueuedConnection)
        self.table.asked.connect(self._asked)
        self.table.current_row_changed.connect(self._show_current_row)
        self.chooser.chosen.connect(self._chosen)
        return right

    def _foot(self) -> QWidget:
        foot, row = widgets.foot()
        self.summary = widgets.label("", "small")
        self.said = widgets.label("", "small")
        row.addWidget(self.summary)
        row.addWidget(self.said)
        row.addStretch()
        row.addWidget(widgets.label("Tab 下一行　F8 下一处要看的　Ctrl+Z 撤销", "small"))
        return foot

    # --- what it shows

    def refresh(self) -> None:
        """Show the review anew; the current row stays current, as far as it is still there."""
        page = self._shown = review_view.page(self._review, self._page, self._portion)
        self._portion = page.portion
        self._nodes.show_nodes(review_view.outline(self._review))
        self.outline.setCurrentIndex(self._nodes.row_of(self._page))
        self.section.show_page(page)
        self.column.show_page(page)
        self.summary.setText(review_view.summary(self._review))
        self._show_current_row(self.table.current_key())

    def _go_to_first(self) -> None:
        """Begin where something is to be looked at, else at the first page with numbers."""
        found = review_view.next_open(self._review, self._page)
        if found is None:
            pages = (node.page for node in review_view.outline(self._review))
            first = next((p for p in pages if review_view.page(self._review, p).rows), self._page)
            found = first, ""
        self._show_page(*self._place(*found))
        self.table.set_current(max(0, self.table.rows.number_of(found[1])))

    def _place(self, page: str, key: str) -> tuple[str, int]:
        """Return the page of a number, and the portion of it."""
        return page, review_view.portion_of(self._review, page, key)

    def _show_portion(self, portion: int) -> None:
        self._show_page(self._page, portion)
        self.table.setFocus()

    def _show_page(self, page: str, portion: int | None = None) -> None:
        """Show a page, of a long one some portion: the first, or the one that is shown."""
        self.middle.setCurrentWidget(self.section)
        if portion is None:
            portion = self._portion if page == self._page else 0
        if (page, portion) != (self._page, self._portion):
            self._page, self._portion = page, portion
            self.chooser.hide()
            self._tell("")
            self.table.rows.show_rows(())
            self.refresh()
            self.table.set_current(0)

    def _node_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._show_page(index.data(NODE).page)

    def _go_to_outline(self) -> None:
        """Go to the outline; in a narrow window show it, or the text again."""
        if self.look.isVisible():
            self.look.click()
        else:
            self.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_turns(self) -> None:
        """Show the outline in the place of the text, or the text again, as the button says."""
        self._fit()
        (self.outline if self.look.isChecked() else self.table).setFocus()

    def _show_current_row(self, key: str) -> None:
        self.section.set_current(key)
        self.column.explain(self.table.rows.row(self.table.currentIndex().row()))

    def _show_listing(self, number: int) -> None:
        self.listing.show_listing(review_view.listings(self._review)[number])
        self.middle.setCurrentWidget(self.listing)

    def _tell(self, sentence: str) -> None:
        self.said.setText(sentence)

    # --- what the user does

    def _pick(self, key: str) -> None:
        at = self.table.rows.number_of(key)
        if at < 0:
            self._offer_others(key)
            return
        self.table.set_current(at)
        self.table.setFocus()

    def _asked(self, what: str) -> None:
        key = self.table.current_key()
        match what:
            case "confirm":
                self._say(partial(self._review.confirm, key))
                self.table.set_current(self.table.currentIndex().row() + 1)
            case "reject":
                self._say(partial(self._review.reject, key))
            case "merge":
                self._try(partial(self._offer, key))
            case "include":
                self._include(key)
            case "value" | "unit":
                self._try(partial(self._edit, key, VALUE if what == "value" else UNIT))
            case "rename" if self._is_stray(key):
                self.table.begin_edit()
            case _:
                self._try(partial(self._edit, key, LABEL, splitting=what == "split"))

    def _is_stray(self, key: str) -> bool:
        row = self.table.rows.row(self.table.rows.number_of(key))
        return row is not None and row.mention is None

    def _edit(self, key: str, column: int, *, splitting: bool = False) -> None:
        self._review.mention(key)  # refuses what is no figure
        self._splitting = splitting
        self.table.begin_edit(column)

    def _offer(self, key: str) -> None:
        """Let the user choose which other figure is the same."""
        names = review_view.mergeable(self._review, key)
        if not names:
            raise InputError("文中没有单位和数值都相同的另一个数，不能合并。", do="")
        self._choices = [(name, partial(self._review.rename, key, name)) for name in names]
        self.chooser.open("和哪个指标是同一个数？", names, verb="合并")

    def _include(self, key: str) -> None:
        """Take the current number for data if it is asked about, else let one be chosen."""
        if self._is_stray(key):
            self._say(partial(self._review.accept, key))
            self.table.begin_edit()
        else:
            self._offer_others()

    def _offer_others(self, key: str = "") -> None:
        """Let the user choose which other number of the page is data too."""
        others = review_view.others(self._review, self._shown)
        others = [one for one in others if key in ("", one.key)]
        if not others:
            self._tell("本节别的数都认出来了。")
            return
        self._choices = [(one.key, partial(self._review.accept, one.key)) for one in others]
        names = [f"{one.text}　{one.why}" for one in others]
        self.chooser.open("哪个数也是数据？现在没有认作数据：", names, verb="是数据")

    def _chosen(self, at: int) -> None:
        key, change = self._choices[at]
        self._say(change)
        self.table.setFocus()
        new = self.table.rows.number_of(key)
        if new >= 0:  # a number that became data: what is it called?
            self.table.set_current(new)
            self.table.begin_edit()

    def _typed(self, key: str, column: int, text: str) -> None:
        review, splitting = self._review, self._splitting
        self._splitting = False
        if column == VALUE:
            self._say(partial(review.revalue, key, text))
        elif column == UNIT:
            self._say(partial(review.remeasure, key, text))
        else:
            self._say(partial(review.split if splitting else review.rename, key, text))

    def _settle(self) -> None:
        """Take the page's place for right, and go on to what is to be looked at next."""
        self._say(partial(self._review.settle, self._page))
        self._next_open()

    def _assign(self, home: str) -> None:
        self._say(partial(self._review.assign, self._page, home))

    def _say(self, change: Callable[[], None]) -> None:
        """Make a correction and show what became of it, or say why it cannot be.

        Understanding a long report again takes a while: it is done beside the window.
        """
        self._try(partial(jobs.wait_for, change))

    def _try(self, act: Callable[[], None]) -> None:
        """Do something and show what became of it, or say why it cannot be."""
        try:
            act()
        except InputError as error:
            self.column.complain(f"{error.what}{error.do}")
            return
        self._tell("")
        if not self.chooser.isVisible() and not self.table.is_editing():
            self.refresh()

    def _undo(self) -> None:
        name = jobs.wait_for(self._review.undo)
        self.refresh()
        self._tell(f"已撤销：{name}" if name else "没有可以撤销的。")

    def _next_open(self) -> None:
        key = "" if self.section.home.hasFocus() else self.table.current_key()
        found = review_view.next_open(self._review, self._page, key)
        if found is None:
            self._tell(_ALL_SEEN)
            self.table.setFocus()
            return
        self._show_page(*self._place(*found))
        if found[1]:
            self._pick(found[1])
        else:
            self.section.home.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        self.middle.setCurrentWidget(self.section)
        self.table.setFocus()

    def _accept(self) -> None:
        self.accepted.emit(self._review)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only when all has its place can the current number be brought into view.
        QTimer.singleShot(0, self, lambda: self._show_current_row(self.table.current_key()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the window be as small as it likes: what is left of the width is shared anew."""
        return QSize(theme.px(560), theme.px(240))

    def _fit(self) -> None:
        """Share the width; in a narrow window text and outline take turns."""
        width, narrow = self.width(), self.width() < theme.px(_NARROW)
        self._left_column.set_low(yes=self.height() < theme.px(_HIGH))
        low = self.height() < theme.px(_LOW)
        self.table.horizontalHeader().setVisible(not low)
        self.section.set_low(yes=low)
        for word in self._spare:
            word.setVisible(not narrow)
        self.look.setVisible(narrow)
        if not narrow:
            self.look.setChecked(False)
        looks = self.look.isChecked()
        self._left_column.setVisible(looks or not narrow)
        self.middle.setVisible(not looks)
        right = min(theme.px(_RIGHT), round(width * (_NARROW_SHARE if narrow else _RIGHT_SHARE)))
        left = width - right if looks else min(theme.px(_LEFT), round(width * _LEFT_SHARE))
        self.column.setFixedWidth(right)
        self._left_column.setFixedWidth(left)
