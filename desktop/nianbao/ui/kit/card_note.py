"""What is to be said or asked in place, below a text or above a table, with its answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.flow_layout import FlowLayout
from nianbao.ui.kit.theme import StateColour

_KEYS = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Delete: "Del",
    Qt.Key.Key_F2: "F2",
}


def key_name(event: QKeyEvent) -> str:
    """Return how a key is called on a note: 1, Enter, Alt+Enter."""
    digit = Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9
    name = chr(event.key()) if digit else _KEYS.get(Qt.Key(event.key()), event.text())
    return f"Alt+{name}" if event.modifiers() & Qt.KeyboardModifier.AltModifier else name


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One way to answer: its key, its words, and what it does."""

    key: str
    word: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A sentence with the ways to answer it; `reason` says more in a second one."""

    text: str
    reason: str = ""
    answers: Sequence[Answer] = ()
    colour: StateColour = StateColour.AMBER


class CardNote(QFrame):
    """Shows a note. With the focus in it, the keys of its answers answer."""

    left = Signal()  # Esc, or Enter where it is no answer

    def __init__(self) -> None:
        super().__init__()
        self._note: Note | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("要回答的")
        layout = widgets.column(self, margins=(12, 8, 12, 8), spacing=6)
        self._text = widgets.label("", "strong", wrap=True)
        self._reason = widgets.label("", "hint", wrap=True)
        self._answers = QWidget()
        self._row = FlowLayout(self._answers, spacing=theme.px(8))
        for part in (self._text, self._reason, self._answers):
            layout.addWidget(part)
        self.hide()

    @property
    def note(self) -> Note | None:
        """What is shown."""
        return self._note

    def show_note(self, note: Note | None) -> None:
        """Show another note, or nothing."""
        had_focus = self.hasFocus()
        self._note = note
        self.setVisible(note is not None)
        if note is None:
            if had_focus:
                self.left.emit()
            return
        theme.set_role(self, f"note-{note.colour.value}")
        self._text.setText(note.text)
        self._reason.setText(note.reason)
        self._reason.setVisible(bool(note.reason))
        spoken = "，".join(f"{one.key} {one.word}" for one in note.answers)
        self.setAccessibleName(note.text)
        self.setAccessibleDescription(f"{note.reason} {spoken}".strip())
        widgets.clear(self._row)
        for one in note.answers:
            made = widgets.button(f"{one.key}　{one.word}", one.run, "mini")
            made.setAccessibleName(one.word)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys are the note's
            self._row.addWidget(made)
        self._answers.setVisible(bool(note.answers))

    def answer_to(self, event: QKeyEvent, *, inside: bool = True) -> Answer | None:
        """Return the answer that a key gives; `inside` the note it needs no Alt."""
        pressed = key_name(event)
        if not inside and not pressed.startswith(("Alt+", "F")):
            return None  # it is the text's
        for one in self._note.answers if self._note else ():
            bare = one.key.removeprefix("Alt+")
            if pressed in (one.key, f"Alt+{bare}") or (inside and pressed == bare):
                return one
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if answer := self.answer_to(event):
            answer.run()
        elif enter or event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        self.setProperty("current", self.hasFocus())
        self.style().unpolish(self)
        self.style().polish(self)
