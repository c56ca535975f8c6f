"""What a window has open: a workspace, what is typed into it, and the pages over it."""

from typing import TYPE_CHECKING

from nianbao.ui.kit.dropped import DropTarget

if TYPE_CHECKING:
    from nianbao.desk.desk import Desk
    from nianbao.ui.pages.form.saving import Saving
    from nianbao.ui.shell.report.desk_page import DeskPage


class Opened(DropTarget):
    """A widget over a workspace that may be open, of which a report may be shown."""

    def __init__(self) -> None:
        super().__init__()
        self._desk: Desk | None = None
        self._saving: Saving | None = None
        self._desk_page: DeskPage | None = None

    @property
    def is_open(self) -> bool:
        """Whether a workspace is open: only then there are `desk` and `saving`."""
        return self._desk is not None

    @property
    def desk(self) -> "Desk":
        """The workspace that is open."""
        assert self._desk is not None, "no workspace is open"
        return self._desk

    @property
    def saving(self) -> "Saving":
        """What is typed and not saved yet in the workspace."""
        assert self._saving is not None, "no workspace is open"
        return self._saving

    @property
    def has_page(self) -> bool:
        """Whether a report of the workspace is shown: only then there is a `desk_page`."""
        return self._desk_page is not None

    @property
    def desk_page(self) -> "DeskPage":
        """The pages over the workspace."""
        assert self._desk_page is not None, "no report is shown"
        return self._desk_page

    def has_desk(self) -> bool:
        """Whether a workspace is open and has a report."""
        return self.is_open and not self.desk.is_empty

    def forget(self) -> "Desk":
        """Hold the open workspace no longer, and return it to be closed."""
        desk, saving = self.desk, self.saving
        self._desk = self._saving = None
        saving.let_go()
        return desk
