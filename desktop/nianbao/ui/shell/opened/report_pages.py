"""The pages over an open workspace, as the rest of the window knows them.

What shows them is large. It is imported when the first workspace is opened, beside the window.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nianbao.desk.desk import Desk
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.kit.jobs import Work
from nianbao.ui.pages.form.saving import Saving
from nianbao.ui.shell.settings import Settings


class ReportPages(QWidget):
    """Shows one page over the desk at a time. What is said here is done by `DeskPage`."""

    message = Signal(str)  # what could not be done, in one sentence
    notice = Signal(str)  # what was done
    find_wanted = Signal()
    template_wanted = Signal()
    own_template_wanted = Signal()
    place_changed = Signal()
    stepped = Signal()  # back or forward in the history, perhaps before all reports

    def __init__(self, desk: Desk, saving: Saving, work: Work, asking: Asking) -> None:
        super().__init__()
        self.desk, self.saving, self.work, self.asking = desk, saving, work, asking

    @property
    def place(self) -> str:
        """Which page is shown."""
        raise NotImplementedError

    def page(self, place: str) -> QWidget:
        """Return a page, made if need be."""
        raise NotImplementedError

    def go(self, place: str) -> None:
        """Show another page, as the desk is now."""
        raise NotImplementedError

    def go_to(self, piece: str, name: str = "") -> None:
        """Show a piece of the report in the form, and open the chip of a figure in it."""
        raise NotImplementedError

    def jump(self, year: int, piece: str) -> None:
        """Show a piece of the report on a year."""
        raise NotImplementedError

    def show_year(self, unit: str, year: int) -> None:
        """Make another report the current one; not while texts of this one are not saved."""
        raise NotImplementedError

    def show_beginning(self) -> None:
        """Show the whole report in the form."""
        raise NotImplementedError

    def add_part(self, part: str = "") -> None:
        """Put a part into the report and go there: a standard one, or one still to be named."""
        raise NotImplementedError

    def toggle_beside(self) -> None:
        """Show the preview beside the form, or last year again."""
        raise NotImplementedError

    def use_template(self, template: Path | None) -> None:
        """Set and export the report by an office's own Word template, or by the program's own."""
        raise NotImplementedError

    def export(self) -> None:
        """Write the report as a Word document."""
        raise NotImplementedError

    def flush(self) -> None:
        """Save at once what was typed, on whatever page."""
        raise NotImplementedError

    def kept_in(self, settings: Settings) -> Settings:
        """Return settings that know where the user is, and how the pages are laid out."""
        raise NotImplementedError

    def let_go(self) -> None:
        """Follow the desk no longer: these pages are about to go."""
        raise NotImplementedError
