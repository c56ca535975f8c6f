"""One sentence at the foot of the window instead of a box in front of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.theme import StateColour

STAYS = 8000  # ms; what went well goes by itself, what did not stays until it is closed
_MOST = 3  # at once; of more, the oldest goes
_GLYPHS = {StateColour.GREEN: "√", StateColour.AMBER: "！", StateColour.RED: "×"}
_PASSING = {StateColour.BLUE, StateColour.GREEN, StateColour.GREY}

Action = tuple[str, Callable[[], object]]  # the word of a button and what it does


class Message(QFrame):
    """A sentence with what can be done about it."""

    def __init__(
        self,
        text: str,
        colour: StateColour,
        action: Action | None,
        closed: Callable[["Message"], object],
        about: str = "",
    ) -> None:
        super().__init__()
        self.setProperty("role", f"note-{colour.value}")
        self.text, self.colour, self.about = text, colour, about
        self._closed = closed
        layout = widgets.row(self, margins=(10, 5, 8, 5), spacing=8)
        if glyph := _GLYPHS.get(colour, ""):
            # A dashed red pill says that something is missing, which is another matter.
            mark = (
                widgets.label(glyph, "error")
                if colour is StateColour.RED
                else widgets.pill(glyph, colour)
            )
            layout.addWidget(mark)
        self.label = widgets.label(text, wrap=True)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.label.setAccessibleName(text)
        self.label.setMinimumWidth(theme.px(200))
        layout.addWidget(self.label, 1)
        if action is not None:
            word, run = action
            layout.addWidget(widgets.button(word, lambda: self._act(run), "mini"))
        if colour is StateColour.RED:
            layout.addWidget(widgets.button("复制", self._copy, "mini", tip="复制这句话"))
        layout.addWidget(widgets.button("关闭", self.close_message, "mini"))

    def close_message(self) -> None:
        """Take the message away."""
        self._closed(self)

    def _act(self, run: Callable[[], object]) -> None:
        self.close_message()
        run()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)


class Messages(QWidget):
    """A strip of messages, the newest on top; not there while there is none.

    It has room of its own, so that it never lies over what is being written. `about` names what a
    sentence is about: one that says something newer about the same takes its place, and `withdraw`
    takes it away when it no longer holds.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._layout: QVBoxLayout = widgets.column(self, margins=(14, 6, 14, 6), spacing=4)
        self._shown: list[Message] = []
        self.hide()

    def info(self, text: str, action: Action | None = None, *, about: str = "") -> Message:
        """Say what the user may want to know; it goes by itself."""
        return self.say(text, StateColour.BLUE, action, about)

    def done(self, text: str, action: Action | None = None) -> Message:
        """Say what has been done; it goes by itself."""
        return self.say(text, StateColour.GREEN, action)

    def warn(self, text: str, action: Action | None = None, *, about: str = "") -> Message:
        """Say what needs a look; it stays until it is closed or withdrawn."""
        return self.say(text, StateColour.AMBER, action, about)

    def error(self, text: str, action: Action | None = None, *, about: str = "") -> Message:
        """Say what could not be done; it stays until closed or withdrawn, and can be copied."""
        return self.say(text, StateColour.RED, action, about)

    def say(
        self, text: str, colour: StateColour, action: Action | None = None, about: str = ""
    ) -> Message:
        """Show a sentence; one that stands there already, or a passing one, gives way to it."""
        self.withdraw(about)
        for old in list(self._shown):
            if old.colour in _PASSING or old.text == text:
                self._take_away(old)
        for old in self._shown[: len(self._shown) - _MOST + 1]:
            self._take_away(old)
        message = Message(text, colour, action, self._take_away, about)
        self._shown.append(message)
        self._layout.insertWidget(0, message)
        self.show()
        if colour in _PASSING:
            QTimer.singleShot(STAYS, message, message.close_message)
        QAccessible.updateAccessibility(QAccessibleEvent(message.label, QAccessible.Event.Alert))
        return message

    def withdraw(self, about: str) -> None:
        """Take away what was said about something that no longer holds."""
        for message in [one for one in self._shown if about and one.about == about]:
            self._take_away(message)

    def texts(self) -> list[str]:
        """Return the sentences that are shown, newest first."""
        return [message.text for message in reversed(self._shown)]

    def clear(self) -> None:
        """Take all messages away."""
        for message in list(self._shown):
            self._take_away(message)

    def _take_away(self, message: Message) -> None:
        if message not in self._shown:
            return
        self._shown.remove(message)
        self._layout.removeWidget(message)
        message.hide()
        message.deleteLater()
        self.setVisible(bool(self._shown))
