"""The middle of a review: a page's text, what was found among its numbers, where it belongs."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from nianbao.desk.reviewing.rows import ReviewStretch
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.texts.marked_text import Chunk, MarkedText
from nianbao.ui.pages.review import looks
from nianbao.views.review.import_pages import ImportPage, Sureness

_ASKED = "没有把握，归得对吗？"


class _Home(QComboBox):
    """Where a page belongs. Enter says that it is right so, ↓ opens the others."""

    settled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.settled.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.showPopup()
        else:
            super().keyPressEvent(event)


class ReviewSection(QWidget):
    """Shows a page; tells what is picked, said to be right, or put elsewhere."""

    picked = Signal(str)  # key of a number
    settled = Signal(str)  # key: it stands in the original like this
    assigned = Signal(str)  # id of the standard part or section
    home_settled = Signal()  # the page is in its place
    portion_wanted = Signal(int)  # of a long page

    def __init__(self) -> None:
        super().__init__()
        self._low, self._at = False, 0
        layout = widgets.column(self, margins=(16, 10, 16, 10), spacing=8)
        layout.addLayout(self._head())
        layout.addWidget(self._portions())
        self.room = QScrollArea()
        self.room.setWidgetResizable(True)
        self.room.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.setAccessibleName("本节内容")
        self._inner = QWidget()
        column = widgets.column(self._inner, spacing=8)
        frame, card = widgets.card()
        card.setContentsMargins(*map(theme.px, (16, 10, 16, 8)))
        self.text = MarkedText("本节原文")
        self.text.picked.connect(self.picked)
        card.addWidget(self.text)
        column.addWidget(frame)
        self.counted = widgets.label("", "hint", wrap=True)
        column.addWidget(self.counted)
        self._cards: QVBoxLayout = widgets.column(spacing=8)
        column.addLayout(self._cards)
        column.addStretch()
        self.room.setWidget(self._inner)
        layout.addWidget(self.room, 1)

    def _head(self) -> QVBoxLayout:
        head = widgets.column(spacing=4)
        self.title = widgets.label("", "title", wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.title.setSizePolicy(policy)
        self.home = _Home()
        self.home.setAccessibleName("归入哪一节")
        self.home.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.home.activated.connect(lambda at: self.assigned.emit(self.home.itemData(at)))
        self.home.settled.connect(self.home_settled)
        self.sure = widgets.label("", "hint")
        self.right = widgets.button("归对了　Enter", self.home_settled.emit, "mini")
        self._home_label = widgets.label("归入（不对就改派）", "hint")
        where = widgets.row(spacing=8)
        where.addWidget(self._home_label)
        where.addWidget(self.home, 1)
        head.addWidget(self.title)
        head.addLayout(where)
        asked = widgets.row(spacing=8)
        asked.addWidget(self.sure)
        asked.addWidget(self.right)
        asked.addStretch()
        head.addLayout(asked)
        return head

    def _portions(self) -> QWidget:
        """Return the way through a page that is too long to be shown at once."""
        self.portions = QWidget()
        row = widgets.row(self.portions, spacing=8)
        self.portion = widgets.label("", "hint", wrap=True)
        self.before = widgets.button("上一段", lambda: self._turn(-1), "mini")
        self.behind = widgets.button("下一段", lambda: self._turn(1), "mini")
        row.addWidget(self.portion, 1)
        row.addWidget(self.before)
        row.addWidget(self.behind)
        return self.portions

    def _turn(self, by: int) -> None:
        self.portion_wanted.emit(self._at + by)

    def show_page(self, page: ImportPage) -> None:
        """Show a page anew."""
        self._at = page.portion
        self.portions.setVisible(page.portions > 1)
        self.portion.setText(f"这一节很长，分{page.portions}段看，这是第{page.portion + 1}段")
        self.before.setEnabled(page.portion > 0)
        self.behind.setEnabled(page.portion + 1 < page.portions)
        self.title.setText(page.title)
        self.title.setToolTip(page.title)
        self._show_home(page)
        self.text.show_paragraphs([[_chunk(s) for s in line] for line in page.paragraphs])
        self.counted.setText(page.counted)
        widgets.clear(self._cards)
        if page.sums:
            self._add_sums(page)
        if page.disputes:
            self._add_disputes(page)

    def set_low(self, *, yes: bool) -> None:
        """Leave out, where there is little height, that a place is sure."""
        self.sure.setVisible(not self.home.isHidden() and not (yes and self.right.isHidden()))
        self._low = yes

    def set_current(self, key: str) -> None:
        """Frame a number in the text and bring it into view."""
        self.text.set_current(key)
        place = self.text.place_of(key).toRect()
        if not place.isEmpty():
            spot = self.text.mapTo(self._inner, place.center())
            self.room.ensureVisible(spot.x(), spot.y(), 0, theme.px(60))

    def _show_home(self, page: ImportPage) -> None:
        for widget in (self._home_label, self.home, self.sure):
            widget.setVisible(bool(page.homes))
        self.home.clear()
        for key, title in page.homes:
            self.home.addItem(title, key)
        self.home.setCurrentIndex(self.home.findData(page.home))
        self.home.setToolTip(self.home.currentText())
        asked = bool(page.homes) and page.sureness is not Sureness.SURE
        self.right.setVisible(asked)
        theme.set_role(self.sure, "strong" if asked else "hint")
        self.sure.setText(_ASKED if asked else f"把握 {page.confidence:.0%}")
        self.set_low(yes=self._low)

    def _add_sums(self, page: ImportPage) -> None:
        frame, card = widgets.card("note-green")
        head = widgets.row(spacing=10)
        head.addWidget(widgets.label(f"找到的算术关系（{len(page.sums)}）", "strong"))
        head.addWidget(widgets.label("今年填了分项，结果可以自动算", "hint", wrap=True), 1)
        card.addLayout(head)
        written = "　　".join(f"{one}\u00a0√".replace(" ", "\u00a0") for one in page.sums)
        card.addWidget(widgets.label(written, wrap=True))
        self._cards.addWidget(frame)

    def _add_disputes(self, page: ImportPage) -> None:
        frame, card = widgets.card("note-amber")
        card.addWidget(widgets.label(f"请核对（{len(page.disputes)}）", "strong"))
        for dispute in page.disputes:
            card.addWidget(widgets.label(f"{dispute.text}原文不改，只记下。", wrap=True))
            buttons = widgets.row(spacing=8)
            settle, show = (
                partial(self.settled.emit, dispute.key),
                partial(self.picked.emit, dispute.key),
            )
            buttons.addWidget(widgets.button("原文如此", settle, "mini"))
            buttons.addWidget(widgets.button("看这个数", show, "mini"))
            buttons.addStretch()
            card.addLayout(buttons)
        self._cards.addWidget(frame)


def _chunk(stretch: ReviewStretch) -> Chunk:
    state = stretch.state
    if state is None:
        return Chunk(text=stretch.text, key=stretch.aside, bold=stretch.heading)
    text = f"{state.glyph}\u00a0{stretch.text}" if state.is_open else stretch.text
    return Chunk(text=text, colour=looks.of_state(state), key=stretch.key, bold=stretch.heading)
