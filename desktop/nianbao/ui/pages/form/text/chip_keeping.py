"""What takes text away leaves the numbers in it: a chip goes by its own act only."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor, QTextDocument

from nianbao.report.writing import placeholder
from nianbao.report.writing.slots import Slot
from nianbao.ui.kit.texts import utf16
from nianbao.ui.pages.form.text import chips

_DELETES = {
    QKeySequence.StandardKey.DeleteStartOfWord: QTextCursor.MoveOperation.PreviousWord,
    QKeySequence.StandardKey.DeleteEndOfWord: QTextCursor.MoveOperation.NextWord,
    QKeySequence.StandardKey.DeleteEndOfLine: QTextCursor.MoveOperation.EndOfBlock,
    QKeySequence.StandardKey.Delete: QTextCursor.MoveOperation.NextCharacter,
}
"""Keys that delete, and to where from the caret."""


def figures(document: QTextDocument) -> Iterator[tuple[int, Slot]]:
    """Yield place and slot of every chip that is a figure, in order."""
    return ((at, slot) for at, slot in chips.positions(document) if not slot.is_year)


def within(cursor: QTextCursor) -> list[tuple[int, Slot]]:
    """Return the figures in the selection of a cursor."""
    start, stop = cursor.selectionStart(), cursor.selectionEnd()
    return [(at, slot) for at, slot in figures(cursor.document()) if start <= at < stop]


def only_chip(cursor: QTextCursor) -> int | None:
    """Return where the selected chip stands, when one chip and nothing else is selected."""
    if cursor.selectionEnd() - cursor.selectionStart() != 1:
        return None
    found = within(cursor)
    return found[0][0] if found else None


def deleted_by(event: QKeyEvent, cursor: QTextCursor) -> QTextCursor | None:
    """Return a cursor that selects what a key would delete, None for a key that deletes nothing."""
    moves = [move for key, move in _DELETES.items() if event.matches(key)]
    plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    if event.key() == Qt.Key.Key_Backspace and plain:  # which has a standard key on one system only
        moves.append(QTextCursor.MoveOperation.PreviousCharacter)
    if not moves:
        return None
    made = QTextCursor(cursor)
    if not made.hasSelection():
        made.movePosition(moves[0], QTextCursor.MoveMode.KeepAnchor)
    return made


def remove_text(cursor: QTextCursor) -> list[Slot]:
    """Remove the selected text but its figures; return those, the caret goes to the beginning."""
    start, stop = cursor.selectionStart(), cursor.selectionEnd()
    kept = within(cursor)
    cursor.beginEditBlock()
    for at, _ in reversed(kept):
        _remove(cursor, at + 1, stop)
        stop = at
    _remove(cursor, start, stop)
    cursor.endEditBlock()
    cursor.setPosition(start)
    return [slot for _, slot in kept]


def _remove(cursor: QTextCursor, start: int, stop: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def select_wanted(cursor: QTextCursor) -> bool:
    """Select the 【待填：…】 of the text that a caret stands in; say whether it does."""
    text = cursor.document().toPlainText()
    for place in placeholder.find(text):
        first, last = utf16.units(text[: place.start]), utf16.units(text[: place.stop])
        if place.kind is placeholder.FILL and first < cursor.position() < last:
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            return True
    return False


def count(document: QTextDocument) -> Counter[str]:
    """Return how often each figure's slot stands in a document."""
    return Counter(slot.source for _, slot in figures(document))
