"""Pages to read over the work: the manual, the keys, 关于. What lies under them stays as it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class Overlay:
    """Shows one such page at a time, and what was under it again."""

    def __init__(self, stack: QStackedWidget) -> None:
        self._stack = stack
        self._below: QWidget | None = None
        self._page: QWidget | None = None

    @property
    def page_below(self) -> QWidget | None:
        """What the user works at: the page itself, or that under the one that is read."""
        return self._below or self._stack.currentWidget()

    def show(self, page: QWidget) -> None:
        """Show a page to read in the place of another one."""
        self.leave()
        self._below, self._page = self._stack.currentWidget(), page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Show again what was under it, and forget the page."""
        page, below = self._page, self._below
        self._page = self._below = None
        if page is None or below is None:
            return
        if self._stack.currentWidget() is page:
            self._stack.setCurrentWidget(below)
            below.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.removeWidget(page)
        page.deleteLater()
