"""The list of findings: by keys and by mouse, to the text and back."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from nianbao.report.finding import Severity
from nianbao.report.writing.text import quoted
from nianbao.ui.kit import theme, widgets
from nianbao.ui.pages.form.side.finding_model import FindingModel
from nianbao.ui.pages.form.side.finding_paint import ANSWER, IGNORE, FindingDelegate
from nianbao.views.form.finding_rows import FindingGroup, counts
from nianbao.views.form.findings import FindingShown

_ALL = "全部"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NOTHING = "没有发现问题。"


class FindingView(QListView):
    """Cards; Enter answers the current one, Del ignores it."""

    answered = Signal(object)
    ignored = Signal(object)
    restored = Signal(object)
    chosen = Signal(object)

    def __init__(self, model: FindingModel) -> None:
        super().__init__()
        self._findings = model
        self.setModel(model)
        self.setProperty("role", "plain")
        self.setAccessibleName("发现的问题")
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = FindingDelegate(self, model)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self._findings.record(self.currentIndex())
        if row is None or event.key() not in (*_ENTER, Qt.Key.Key_Delete, Qt.Key.Key_Space):
            super().keyPressEvent(event)
        elif isinstance(row, FindingGroup):
            self._toggle(row)
        elif event.key() in _ENTER:
            self._answer(row)
        elif event.key() == Qt.Key.Key_Delete:
            self._ignore(row)
        else:
            self.chosen.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        row = self._findings.record(index)
        button = self._delegate.button_at(index, event.position())
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            return
        if isinstance(row, FindingGroup):
            self._toggle(row)
        elif button == ANSWER:
            self._answer(row)
        elif button == IGNORE:
            self._ignore(row)
        else:
            self.chosen.emit(row)

    def _toggle(self, group: FindingGroup) -> None:
        at = self.currentIndex().row()
        self._findings.toggle(group.key)
        self.setCurrentIndex(self._findings.index(at, 0))

    def _answer(self, shown: FindingShown) -> None:
        (self.restored if shown.ignored else self.answered).emit(shown)

    def _ignore(self, shown: FindingShown) -> None:
        if shown.ignored:
            self.restored.emit(shown)
        elif shown.ignorable:
            self.ignored.emit(shown)


class FindingList(QWidget):
    """The findings with a filter by weight."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Sequence[FindingShown] = ()
        self.model = FindingModel(self)
        self.view = FindingView(self.model)
        choices = [(_ALL, _ALL), *((one.value, one.value) for one in Severity)]
        self.filter = widgets.Segments(choices, self._limit, "显示")
        self.filter.choose(_ALL)
        self.nothing = widgets.label(_NOTHING, "hint", wrap=True)
        layout = widgets.column(self, margins=(14, 10, 8, 8), spacing=10)
        layout.addWidget(self.filter, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.nothing)
        layout.addWidget(self.view, 1)
        theme.notifier().changed.connect(self.view.scheduleDelayedItemsLayout)

    def show_findings(self, found: Sequence[FindingShown]) -> None:
        """Show findings; the current one stays so, or the next one takes its place."""
        before = self.view.currentIndex()
        row = self.model.record(before)
        at = before.row()
        self._found = found
        self.model.show_findings(found)
        counted = counts(found)
        self.filter.set_word(_ALL, f"{_ALL} {sum(counted.values())}")
        for severity, count in counted.items():
            self.filter.set_word(severity.value, f"{severity.value} {count}")
        self._after_change()
        if row is None:
            return
        same = (
            self.model.place(row.fingerprint, row.start) if isinstance(row, FindingShown) else None
        )
        last = self.model.rowCount() - 1
        with QSignalBlocker(self.view):
            again = same if same is not None and same.isValid() else self.model.index(min(at, last))
            self.view.setCurrentIndex(again)

    def _limit(self, key: str) -> None:
        self.model.limit(None if key == _ALL else Severity(key))
        self._after_change()

    def _after_change(self) -> None:
        empty = self.model.rowCount() == 0
        self.nothing.setVisible(empty)
        self.view.setVisible(not empty)
        weight = self.model.severity
        self.nothing.setText(_NOTHING if weight is None else f"没有{quoted(weight.value)}的问题。")

    def step(self, step: int) -> FindingShown | None:
        """Take the next (1) or previous (-1) finding and return it."""
        index = self.model.next(self.view.currentIndex(), step)
        self.view.setCurrentIndex(index)
        row = self.model.record(index)
        return row if isinstance(row, FindingShown) else None

    def choose(self, shown: FindingShown) -> None:
        """Make a finding the current one, opening what hides it."""
        if not self.model.place(shown.fingerprint, shown.start).isValid():
            self.model.open_for(shown)
            weight = self.model.severity
            self.filter.choose(_ALL if weight is None else weight.value)
        index = self.model.place(shown.fingerprint, shown.start)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
