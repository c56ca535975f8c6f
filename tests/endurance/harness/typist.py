"""A window over the workspace that is given, which types by itself until it is killed.

After each key it prints when that was and how many there have been.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nianbao.ui.shell.application import Frame

KEY = "z"
_PACE = 80  # ms between two keys


class Typist:
    """A frame, and the keys that were struck in its first card of a section."""

    def __init__(self, place):
        self.frame = Frame(place.with_name("window.json"), place)
        self.frame.show()
        self.text, self.struck = None, 0

    def strike(self):
        if self.text is None:
            self._begin()
            return
        QTest.keyClicks(self.text, KEY)
        self.struck += 1
        print(time.time(), self.struck, flush=True)

    def _begin(self):
        content = self.frame.content
        if content is None or not content.has_page:
            return
        page = content.desk_page
        section = page.desk.report.sections[0].sections[1]
        page.form.show_section(section.id)
        self.text = page.form.form._cards[section.entries[0].id].text
        self.text.setFocus()
        self.text.set_caret(0)


def main(place):
    app = QApplication([])
    typist, timer = Typist(place), QTimer(interval=_PACE)
    timer.timeout.connect(typist.strike)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
