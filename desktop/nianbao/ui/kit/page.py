"""What every page over an open workspace can do."""

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """A page over the desk: it shows the desk anew and saves what was typed.

    The focus goes to the page itself, which hands it on to where the work is.
    """

    def refresh(self) -> None:
        """Show the desk as it is now."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save at once what was typed; a page without fields has nothing to save."""
