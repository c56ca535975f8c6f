"""A monkey before the window: seeded random keys and clicks, and the laws that hold all the same.

No figure leaves the text, and no answer the ledger, except by an act that says so in its name; a
step that is taken back gives the state before it; taken back to the start, all is as it was.
"""

import random
from collections import Counter, deque

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QPushButton, QWidget

from nianbao.report.pieces import pieces
from nianbao.report.writing import slots
from nianbao.ui.pages.form.outline_view import NODE
from nianbao.views.form.outline import FormNode
from nianbao.workspace.rows.tables import CONTENT

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
TYPED = ["a", "7", "12", "0", "件", "。", "【", "法治政府", "-3", "{{", " ", "约5", "不适用"]
KEYS = [
    *[(Qt.Key.Key_Return, NONE), (Qt.Key.Key_Tab, NONE), (Qt.Key.Key_Backtab, SHIFT)] * 3,
    *[(Qt.Key.Key_Backspace, NONE), (Qt.Key.Key_Delete, NONE)] * 4,
    *[(key, NONE) for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)],
    *[(key, SHIFT) for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down)] * 2,
    *[(Qt.Key.Key_Home, NONE), (Qt.Key.Key_End, NONE), (Qt.Key.Key_Home, CTRL)],
    *[(key, NONE) for key in (Qt.Key.Key_F2, Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_Escape)],
    *[(Qt.Key.Key_F7, NONE), (Qt.Key.Key_F8, NONE), (Qt.Key.Key_F7, SHIFT)] * 2,
    *[(key, NONE) for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)],
    *[(key, CTRL) for key in (Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_C, Qt.Key.Key_V)],
    *[(Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL)] * 3,
    *[(key, CTRL) for key in (Qt.Key.Key_K, Qt.Key.Key_M, Qt.Key.Key_N, Qt.Key.Key_Return)],
    *[(key, CTRL) for key in (Qt.Key.Key_Delete, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)],
    *[(key, CTRL) for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_5)],
    *[(Qt.Key.Key_1, CTRL)] * 4,
    *[(key, CTRL | SHIFT) for key in (Qt.Key.Key_D, Qt.Key.Key_F, Qt.Key.Key_P, Qt.Key.Key_S)],
    *[(Qt.Key.Key_N, CTRL | SHIFT)] * 3,
    *[(Qt.Key.Key_Up, ALT), (Qt.Key.Key_Down, ALT)],
]
TAKES_FIGURES = ("不再写", "剪切", "恢复", "删去", "回到", "版本")
"""How the names of acts begin that may take figures out of the text; see also `换回去年文字`."""
TAKES_ANSWERS = ("填", "恢复", "回到", "粘贴", "版本", "清空")


class Monkey:
    """Plays with a window; `steps` has what it did last, for whoever must find out."""

    def __init__(self, window, seed):
        self.window = window
        self.place = window.desk.place
        self.unit, self.year = window.desk.unit, window.desk.year
        self.steps = deque(maxlen=25)
        self._random = random.Random(seed)  # noqa: S311
        self._begin()
        self._popups = QTimer(interval=0)
        self._popups.timeout.connect(self._close_popups)
        self._popups.start()

    def _begin(self):
        """Take the workspace as it is now for the beginning."""
        self._desk = self.window.desk
        self._begun = self._done()
        self._known = {act[:3] for act in self._history()}
        self._seen = {self._begun: self._content()}
        self._held = self._figures()

    def play(self, count):
        """Do some steps; after each the laws hold."""
        for _ in range(count):
            self.step()

    def step(self):
        """Do one thing."""
        deeds = (self._key, self._type, self._click, self._press, self._pause, self._heading)
        deed = self._random.choices(deeds, (40, 20, 12, 20, 8, 3))[0]
        deed()
        QApplication.processEvents()
        self._come_back()
        self._judge()

    def take_all_back(self):
        """Undo to the start; all is as it was."""
        self._pause()
        self._come_back()
        while len(self._done()) > len(self._begun):
            assert self.window.desk.undo() is not None, self._told("nothing to undo")
        assert self._content() == self._seen[self._begun], self._told("the start is another")

    def stop(self):
        """Let the window alone."""
        self._popups.stop()

    # --- what it does

    def _focus(self):
        return QApplication.focusWidget() or self.window

    def _key(self):
        key, held = self._random.choice(KEYS)
        self.steps.append(f"key {held.name or held} {key.name} on {_named(self._focus())}")
        QTest.keyClick(self._focus(), key, held)

    def _type(self):
        text = self._random.choice(TYPED)
        self.steps.append(f"type {text} on {_named(self._focus())}")
        for char in text:
            if char.isascii():
                QTest.keyClicks(self._focus(), char)
            else:
                _commit(self._focus(), char)

    def _click(self):
        frame = self.window
        point = QPoint(
            self._random.randrange(frame.width()), self._random.randrange(frame.height())
        )
        widget = frame.childAt(point) or frame
        self._click_on(widget, widget.mapFrom(frame, point))

    def _press(self):
        found = [
            one
            for one in self.window.findChildren(QWidget)
            if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if found:
            widget = self._random.choice(found)
            self._click_on(widget, QRect(QPoint(), widget.size()).center())

    def _click_on(self, widget, at):
        self.steps.append(f"click {_named(widget)} {at.x()},{at.y()}")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NONE, at)

    def _pause(self):
        """Let what was typed be saved, as after a moment."""
        self.steps.append("pause")
        if self.window.has_page:
            self.window.desk_page.flush()

    def _heading(self):
        """Choose something in the menu of a line of the outline."""
        if not self.window.has_page:
            return
        outline = self.window.desk_page.form.outline
        node = outline.currentIndex().data(NODE)
        if not isinstance(node, FormNode) or not node.takes_entries:
            return
        menu = outline.menu(node)
        chosen = self._random.choice([one for one in menu.actions() if one.isEnabled()])
        self.steps.append(f"outline {chosen.text()} of {node.title}")
        chosen.trigger()

    def _close_popups(self):
        """Choose something in a menu or a question that is open: they would wait for ever."""
        popup = QApplication.activePopupWidget()
        dialog = QApplication.activeModalWidget()
        if popup is None and isinstance(dialog, QDialog):
            self._answer(dialog)
        if popup is None:
            return
        enabled = []
        if isinstance(popup, QMenu):
            enabled = [
                one
                for one in popup.actions()
                if one.isEnabled() and not one.menu() and one.text() and "退出" not in one.text()
            ]
        chosen = self._random.choice([*enabled, None])
        popup.close()
        if chosen is not None:
            self.steps.append(f"menu {chosen.text()}")
            chosen.trigger()

    def _answer(self, dialog):
        """Press a button of a question, or none; any other dialog is left as it came."""
        asked = isinstance(dialog, QMessageBox)
        buttons = dialog.findChildren(QPushButton) if asked else []
        chosen = self._random.choice([*buttons, None])
        if chosen is None:
            dialog.reject()
        else:
            self.steps.append(f"answer {chosen.text()}")
            chosen.click()

    # --- what it may not do

    def _come_back(self):
        """Go back to the workspace and year that are played with, when they were left."""
        window = self.window
        while (modal := QApplication.activeModalWidget()) is not None:
            modal.close()
        if not window.is_open or window.desk.place != self.place:
            window.open(self.place)
        desk = window.desk
        while self._done()[: len(self._begun)] != self._begun and desk.redo():
            pass  # without the year that it began with there is nothing to come back to
        if self._done()[: len(self._begun)] != self._begun:
            assert desk is not self._desk, self._told("the beginning is gone")
            self._begin()  # a backup with another history was restored
        if self.year in desk.years_of(self.unit) and (desk.unit, desk.year) != (
            self.unit,
            self.year,
        ):
            window.desk_page.show_year(self.unit, self.year)

    # --- the laws

    def _history(self):
        """Return all acts, oldest first; an id may be given again when undone steps are dropped."""
        return [(a.id, a.name, a.at, a.undone) for a in reversed(self.window.desk.store.history())]

    def _done(self):
        return tuple(act[:3] for act in self._history() if not act[3])

    def _content(self):
        """Return what the workspace holds, as the sums of the seals of its tables."""
        conn = self.window.desk.store._conn
        query = 'SELECT count(*), sum(crc) FROM "{}"'
        return tuple(conn.rows(query.format(name))[0] for name in CONTENT)

    def _figures(self):
        """Return the figures in this year's text, and those that are answered."""
        desk = self.window.desk
        if desk.year != self.year:
            return None
        here = Counter(
            slot.name
            for piece in pieces(desk.report)
            for slot in slots.slots(piece.source)
            if not slot.is_year
        )
        answered = {name for name in desk.ledger.figures if desk.ledger.known(name) is not None}
        return here, answered

    def _judge(self):
        before, known = self._held, self._known
        self._held, self._known = self._figures(), {act[:3] for act in self._history()}
        content, done = self._content(), self._done()
        new = [act for act in done if act not in known]
        if new:
            self._seen[done] = content
        else:  # at the most something was taken back, or done again
            seen = self._seen.setdefault(done, content)
            assert seen == content, self._told("a step taken back left something")
        if before is None or self._held is None or not new:
            return
        names = [name for _, name, _ in new]
        lost, gone = before[0] - self._held[0], before[1] - self._held[1]
        assert not lost or any(map(_takes_figures, names)), self._told(f"{lost} lost by {names}")
        assert not gone or any(one.startswith(TAKES_ANSWERS) for one in names), self._told(
            f"{gone} no longer answered, by {names}"
        )

    def _told(self, what):
        return "\n".join([what, *self.steps])


def _takes_figures(name):
    return name.startswith(TAKES_FIGURES) or "换回去年文字" in name


def _named(widget):
    return f"{type(widget).__name__} {widget.accessibleName()}".strip()


def _commit(widget, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
