"""A window over a year just begun, to be typed into from outside: `typing_window.py FOLDER`.

Each line of standard input names a place (card, chip, cell, search, review): the focus goes there.
“?” asks what stands at the current place and what is being composed, as one line of JSON; in the
review also what the numbers of the page are called.
"""

import json
import os
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from nianbao.ui.pages.form.grid.figure_model import NOW as THIS_YEAR
from nianbao.ui.pages.review.review_page import ReviewPage
from nianbao.ui.shell import page_ids
from nianbao.ui.shell.application import Frame
from nianbao.ui.shell.system import input_method
from tests.actions.desks import desk
from tests.given import SAMPLE


class Orders(QObject):
    """What is told on standard input, in the thread of the window."""

    told = Signal(str)

    def listen(self):
        for line in sys.stdin:
            self.told.emit(line.strip())


class Typing(QObject):
    """The window, and the current place."""

    def __init__(self, folder):
        super().__init__()
        made = desk(folder)
        made.close()
        self.frame = Frame(folder / "window.json", made.place)
        self.frame.show()
        self.composed = ""
        self.reading = False

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        """Notice what an input method lets a widget show before it is chosen."""
        if event.type() is QEvent.Type.InputMethod:
            self.composed = event.preeditString()
        return False

    @Slot(str)
    def do(self, order):
        if self.frame.content is None:
            print("wait", flush=True)
            return
        if order == "?":
            print(json.dumps(self.state()), flush=True)
            return
        if order == "review":
            print("ready" if self.review() else "wait", flush=True)
            return
        if not self.frame.content.has_page:
            print("wait", flush=True)
            return
        page = self.frame.content.desk_page
        sections = page.form.form
        if order == "search":
            self.frame.content.go(page_ids.SEARCH)
            page.page(page_ids.SEARCH).ask()
        else:
            self.frame.content.go(page_ids.FORM)
            page.form.show_section(page.desk.report.sections[0].sections[1].id)
            text = next(card.text for card in sections._cards.values() if card.text.open_chips())
            if order == "card":
                text.setFocus()
                text.moveCursor(QTextCursor.MoveOperation.End)
            elif order == "chip":
                text.answer_first()
            else:
                table = sections.grid.table
                table.setFocus()
                table.setCurrentIndex(table.model().index(0, THIS_YEAR))
        print("ready", flush=True)

    def review(self):
        """Read a report to be reviewed, once; say whether it is shown."""
        if not self.reading:
            if not self.frame.content.has_page:  # it is being opened
                return False
            self.reading = True
            self.frame.content.close_desk()  # its report is another unit's: that would be asked
            self.frame.content.setup.import_file(SAMPLE)
        page = self.frame.content.stack.currentWidget()
        if isinstance(page, ReviewPage):
            page.table.setFocus()
            return True
        return False

    def names(self):
        """What the numbers of the page of a review are called."""
        page = self.frame.content.stack.currentWidget()
        rows = page.table.rows if isinstance(page, ReviewPage) else None
        return [rows.row(n).label for n in range(rows.rowCount())] if rows else []

    def state(self):
        held = QApplication.focusWidget()
        if isinstance(held, QTextEdit):
            shown = held.textCursor().block().layout().preeditAreaText()
            assert shown in {self.composed, ""}
            text = held.toPlainText()
        else:
            text = held.text() if isinstance(held, QLineEdit) else ""
        return {"text": text, "composed": self.composed, "names": self.names()}


def end(kind, error, trace):
    """Whoever asked must not wait for an answer."""
    sys.__excepthook__(kind, error, trace)
    os._exit(1)


def main(folder):
    sys.excepthook = end
    with input_method.reached():
        app = QApplication([])
    app.setStyle("Fusion")
    typing, orders = Typing(folder), Orders()
    app.installEventFilter(typing)
    orders.told.connect(typing.do, Qt.ConnectionType.QueuedConnection)
    threading.Thread(target=orders.listen, daemon=True).start()
    print(app.platformName(), flush=True)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    os._exit(0)
