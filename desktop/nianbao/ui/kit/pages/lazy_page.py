"""A page over the desk that is worked out only while somebody looks at it."""

from PySide6.QtGui import QShowEvent

from nianbao.ui.kit import widgets
from nianbao.ui.kit.pages.page import Page


class LazyPage(Page):
    """Reads the desk when it is seen and something has changed; `read` does it."""

    def __init__(self) -> None:
        super().__init__()
        self._stale = True
        widgets.paint_ground(self, "ground")

    def read(self) -> None:
        """Show the desk as it is now."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the desk anew; a page that is not seen waits until it is."""
        self._stale = True
        if self.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Read what has changed, if anything has."""
        if self._stale:
            self._stale = False
            self.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()
