"""Tables in which figures are answered: Tab walks the open ones, a column pastes from Excel."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from nianbao.report.figures.standing import Standing
from nianbao.ui.kit.models.index import Index

STANDING = Qt.ItemDataRole.UserRole + 101
"""The role by which a model tells how a row's figure stands."""
LAST = Qt.ItemDataRole.UserRole + 102
"""The role by which a model tells last year's value, to be seen in an empty field."""

_ENTERED = "entered"  # property of an editor that was closed by Enter


def standing_at(index: Index) -> Standing | None:
    """Return how a row's figure stands; Qt hands on only the word."""
    word = index.data(STANDING)
    return Standing(word) if word else None


def is_undo_elsewhere(field: QLineEdit, event: QKeyEvent) -> bool:
    """Whether a key asks to undo or redo and the field has nothing of its own: it is the window's.

    A field claims these keys before any shortcut, even when they would do nothing in it.
    """
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    if event.matches(undo):
        return not field.isUndoAvailable()
    return event.matches(redo) and not field.isRedoAvailable()


class ValueDelegate(QStyledItemDelegate):
    """Edits a value in a plain field. Walking past a carried value does not confirm it."""

    pasted = Signal(str)  # a column, while a field was open

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        field = QLineEdit(parent)
        field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        field.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        last = index.data(LAST)
        field.setPlaceholderText(f"上年{last}" if last else "")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.setModified(False)

    def setModelData(self, editor: QWidget, model: QObject, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        assert isinstance(model, QAbstractItemModel)
        carried = standing_at(index) is Standing.CARRIED
        if editor.isModified() or (carried and editor.property(_ENTERED)):
            editor.setModified(False)
            model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(editor, QLineEdit)
            and isinstance(event, QKeyEvent)
            and is_undo_elsewhere(editor, event)
        ):
            event.ignore()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            editor.setProperty(_ENTERED, entered)
            if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return False  # a key of the page, which takes what was typed
            text = QGuiApplication.clipboard().text().rstrip("\r\n")
            if event.matches(QKeySequence.StandardKey.Paste) and {"\n", "\t"} & set(text):
                assert isinstance(editor, QWidget)
                self.closeEditor.emit(editor, self.EndEditHint.RevertModelCache)
                self.pasted.emit(text)  # a column is for the rows, not for one field
                return True
        return super().eventFilter(editor, event)


class AnswerTable(QTableView):
    """A table over figures. Which column takes the value is for the table itself to say."""

    passed = Signal(int)  # Tab behind the last open row (1), Shift+Tab before the first (-1)
    pasted = Signal(str)  # text for the current row and those below

    def __init__(self, delegate: ValueDelegate) -> None:
        super().__init__()
        delegate.setParent(self)
        delegate.pasted.connect(self.pasted)
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)

    def value_column(self) -> int:
        """Return the column that takes the value."""
        raise NotImplementedError

    def edit_row(self, row: int) -> None:
        """Edit the value of a row."""
        index = self.model().index(row, self.value_column())
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)
        self.edit(index)

    def edit_open(self, step: int, start: int | None = None) -> bool:
        """Edit the next open row in a direction; say whether there is one."""
        at = (self.currentIndex().row() if start is None else start) + step
        while 0 <= at < self.model().rowCount():
            standing = standing_at(self.model().index(at, self.value_column()))
            if standing is not None and standing.is_open:
                self.edit_row(at)
                return True
            at += step
        return False

    def flush(self) -> None:
        """Take what was typed into an open field, and close it."""
        if self.state() is not QAbstractItemView.State.EditingState:
            return
        for field in self.viewport().findChildren(QLineEdit):
            if field.isModified():
                self.commitData(field)
            self.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)

    def give_up(self) -> tuple[int, str] | None:
        """Close an open field without taking it; return its row and what was typed in it."""
        if self.state() is not QAbstractItemView.State.EditingState:
            return None
        field = next(iter(self.viewport().findChildren(QLineEdit)))
        typed = field.text() if field.isModified() else None
        row = self.currentIndex().row()
        self.closeEditor(field, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        return (row, typed) if typed is not None else (row, "")

    def type_again(self, row: int, typed: str) -> None:
        """Open the field of a row with what had been typed in it, if anything was."""
        self.edit_row(row)
        if typed:
            for field in self.viewport().findChildren(QLineEdit):
                field.selectAll()
                field.insert(typed)  # as typed: it counts as modified

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(str(self.currentIndex().data() or ""))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            if self.state() is not QAbstractItemView.State.EditingState:  # else the field's own
                self.edit_row(row)
            elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.flush()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            step = 1 if key is Qt.Key.Key_Tab else -1
            if not self.edit_open(step):
                self.passed.emit(step)
        else:
            if event.text().isdigit() and row >= 0:  # typed on whatever column: it is the value
                self.setCurrentIndex(self.model().index(row, self.value_column()))
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        del forward
        return False  # Tab belongs to the rows

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on from the field to the next open row, not to the next column."""
        hints = QAbstractItemDelegate.EndEditHint
        steps = {hints.EditNextItem: 1, hints.EditPreviousItem: -1}
        super().closeEditor(editor, hints.NoHint if hint in steps else hint)
        if hint in steps and not self.edit_open(steps[hint]):
            self.passed.emit(steps[hint])
