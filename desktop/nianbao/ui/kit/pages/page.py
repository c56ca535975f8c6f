"""What every page over an open workspace can do."""

from PySide6.QtWidgets import QWidget

from nianbao.desk.changes import Changes
from nianbao.views.overview import Overview


class Page(QWidget):
    """A page over the desk: it shows the desk, follows its changes and saves what was typed.

    The focus goes to the page itself, which hands it on to where the work is. A page that is given
    its parent when it is made is styled once; put in its place later, it is styled anew with all
    that is in it.
    """

    def refresh(self) -> None:
        """Show the desk as it is now."""
        raise NotImplementedError

    def renew(self, changes: Changes) -> None:
        """Show what an action changed; what the checks say of it follows in `show_overview`."""
        del changes
        self.refresh()

    def show_overview(self, overview: Overview) -> None:
        """Show what the checks say; a page that does not need them ignores it."""

    def flush(self) -> None:
        """Save at once what was typed; a page without fields has nothing to save."""
