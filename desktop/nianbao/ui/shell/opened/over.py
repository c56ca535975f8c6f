"""Pages to read over the work: the manual, the keys, 关于. What lies under them stays as it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget


class Over:
    """Shows one such page at a time, and what was under it again."""

    def __init__(self, stack: QStackedWidget) -> None:
        self._stack = stack
        self._under: QWidget | None = None
        self._page: QWidget | None = None

    @property
    def under(self) -> QWidget | None:
        """What the user works at: the page itself, or that under the one that is read."""
        return self._under or self._stack.currentWidget()

    def show(self, page: QWidget) -> None:
        """Show a page to read in the place of another one."""
        self.leave()
        self._under, self._page = self._stack.currentWidget(), page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Show again what was under it, and forget the page."""
        page, under = self._page, self._under
        self._page = self._under = None
        if page is None or under is None:
            return
        if self._stack.currentWidget() is page:
            self._stack.setCurrentWidget(under)
            under.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.removeWidget(page)
        page.deleteLater()
