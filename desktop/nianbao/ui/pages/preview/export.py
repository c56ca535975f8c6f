"""The way to a Word file: a place is chosen, the file written beside the window, and shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame

from nianbao.actions import exporting
from nianbao.actions.exporting import ExportedFile
from nianbao.desk.desk import Desk
from nianbao.machine.free_names import free
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.dialogs import AskSave
from nianbao.ui.kit.jobs import Job, Work
from nianbao.views.export_name import default_place


def open_outside(path: Path) -> bool:
    """Open a file or a folder with the program that the computer has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class ExportBar(QFrame):
    """Exports the current report and says in the page how that went; not there before.

    `choose` asks where to, `show` opens a file or a folder.
    """

    exported = Signal(object)  # Path

    def __init__(
        self,
        desk: Desk,
        work: Work,
        choose: AskSave,
        show: Callable[[Path], bool] = open_outside,
    ) -> None:
        super().__init__()
        self._desk, self._work = desk, work
        self._choose, self._show = choose, show
        self._job: Job | None = None
        self._wanted: Path | None = None
        self._written: Path | None = None
        self._report = ("", 0)  # unit and year of what was exported last
        self.template: Path | None = None  # the office's own; the program's own for none

        self.said = widgets.label("", wrap=True)
        self.open_file = widgets.button("打开文件", self._open_file, "mini")
        self.open_folder = widgets.button("打开所在文件夹", self._open_folder, "mini")
        self.again = widgets.button("换个名字再导出", self.export, "mini")
        self.close_bar = widgets.button("知道了", self.hide, "mini")
        layout = widgets.row(self, margins=(14, 7, 14, 7))
        layout.addWidget(self.said, 1)
        for button in (self.open_file, self.open_folder, self.again, self.close_bar):
            layout.addWidget(button)
        self.hide()

    def export(self) -> None:
        """Ask where to, and write the file there; once at a time."""
        if self._job is not None and self._job in self._work.jobs():
            return
        export, template = exporting.prepare(self._desk), self.template
        proposed = default_place(self._desk)
        if self._wanted is not None:
            proposed = free(self._wanted.with_name(proposed.name))
        place = self._choose(self, proposed)
        if place is None:
            return
        self.hide()
        self._wanted, self._report = place, (self._desk.unit, self._desk.year)
        self._job = self._work.run(
            "导出Word",
            lambda: export.write(place, template),
            self._done,
            self._failed,
            owner=self,
        )

    def follow(self) -> None:
        """Say no longer that a report was exported when another one is shown."""
        if self._written is not None and self._report != (self._desk.unit, self._desk.year):
            self.hide()

    def _done(self, written: ExportedFile) -> None:
        self._written = written.path
        said = [f"已导出：{written.path.name}"]
        if self._wanted is not None and written.path.stem != self._wanted.stem:
            said.append("同名的文件原来就有，没有动它。")
        said.extend(notice.message for notice in written.notices)
        self._say("　".join(said), "note-green")
        self.exported.emit(written.path)

    def _failed(self, error: Exception) -> None:
        self._written = None
        self._say(str(error), "note-red")

    def _say(self, text: str, role: str) -> None:
        self.said.setText(text)
        self.setAccessibleName(text)
        theme.set_role(self, role)
        for button in (self.open_file, self.open_folder):
            button.setVisible(self._written is not None)
        self.again.setVisible(self._written is None)
        self.show()

    def _open_file(self) -> None:
        if self._written is not None:
            self._open(self._written)

    def _open_folder(self) -> None:
        if self._written is not None:
            self._open(self._written.parent)

    def _open(self, path: Path) -> None:
        if not self._show(path):
            self.said.setText(f"打不开。文件在这里：{self._written}")
