"""The report as it will be printed: the full preview, and the one beside the form."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from nianbao.desk.desk import Desk
from nianbao.errors import OutputError
from nianbao.ui.pages.preview.page import PreviewPage
from nianbao.views import open_items

_WAIT = 400  # ms after the last change


class Previews(QObject):
    """Makes the previews, and shows the desk in those that are seen.

    `template` tells which Word template is used, None for the program's own.
    """

    failed = Signal(str)  # why the template cannot be used, in one sentence

    def __init__(
        self,
        desk: Desk,
        template: Callable[[], Path | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._template = desk, template
        self._made: list[PreviewPage] = []
        self._pause = QTimer(self, interval=_WAIT, singleShot=True)
        self._pause.timeout.connect(self.show_now)

    def add(self, go_to: Callable[..., None], *, narrow: bool = False) -> PreviewPage:
        """Return one more preview; what is chosen in it is gone to."""
        page = PreviewPage(narrow=narrow)
        page.figure_chosen.connect(go_to)
        page.piece_chosen.connect(go_to)
        self._made.append(page)
        return page

    def show_soon(self) -> None:
        """Show the desk after a moment, because something has changed."""
        self._pause.start()

    def stop(self) -> None:
        """Show nothing any more."""
        self._pause.stop()

    def show_now(self) -> None:
        """Give the previews that are seen their lines."""
        from nianbao.views.preview import lines

        seen = [page for page in self._made if page.isVisible()]
        if self._desk.is_empty or not seen:
            return
        template = self._template()
        try:
            shown = lines(self._desk, template)
        except OutputError as error:  # it has gone, or is being changed: exporting says so as well
            self.failed.emit(str(error))
            template, shown = None, lines(self._desk)
        for page in seen:
            page.show_template(template)
            page.show_lines(shown, open_items.open_items(self._desk))
