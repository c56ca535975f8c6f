"""从备份恢复: which backups there are, what would differ, and back to one of them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal

from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.models.records import list_view
from nianbao.ui.kit.pages import keyed
from nianbao.ui.kit.pages.keyed import KeyedPage
from nianbao.ui.pages.restoring.backup_list import BackupDelegate, BackupModel
from nianbao.views.safe.backups import BackupLine

_ABOUT = "恢复前，现在的样子先备份一份，可以再恢复回来。备份在年报库旁边的“-备份”文件夹里。"
_NONE = "还没有备份。导入、建立年度、批量填数和恢复之前会自动备份，改动以后每半小时备份一份。"
_LOOKING = "正在比较……"


class RestorePage(KeyedPage):
    """Shows backups; what a backup would change is asked for with `looked_at`, and then shown."""

    back = Signal()
    looked_at = Signal(object)  # BackupLine
    wanted = Signal(object)  # BackupLine
    second_wanted = Signal()
    second_given_up = Signal()

    def __init__(self, failure: str = "") -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.keys = {keyed.ESC: self.back.emit, keyed.CTRL_ENTER: self._restore}
        self.model = BackupModel(self)
        self.list = list_view("备份", self.model, BackupDelegate)
        self.list.setUniformItemSizes(True)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._look())
        self.setFocusProxy(self.list)
        self.failure = widgets.label(failure, "error", wrap=True)
        self.failure.setVisible(bool(failure))
        self.differences = widgets.label("", wrap=True)
        self.restore = widgets.button("恢复到这一份　Ctrl+Enter", self._restore, "primary")
        self.second = widgets.label("", "hint", wrap=True)
        self.choose_second = widgets.button("另外备份到……", self.second_wanted.emit)
        self.no_second = widgets.button("不再另外备份", self.second_given_up.emit)
        self._lay_out()

    def _lay_out(self) -> None:
        top, bar = widgets.bar()
        bar.addWidget(widgets.button("返回", self.back.emit))
        bar.addWidget(widgets.label("从备份恢复", "title"))
        bar.addStretch()
        bar.addWidget(self.restore)
        inside = widgets.column(margins=(16, 12, 16, 12), spacing=10)
        inside.addWidget(self.failure)
        inside.addWidget(widgets.label(_ABOUT, "hint", wrap=True))
        inside.addWidget(self.list, 2)
        frame, shown = widgets.card()
        shown.addWidget(widgets.label("恢复以后", "strong"))
        shown.addWidget(self.differences)
        inside.addWidget(frame)
        line = widgets.row()
        line.addWidget(self.second, 1)
        line.addWidget(self.choose_second)
        line.addWidget(self.no_second)
        inside.addLayout(line)
        layout = widgets.column(self, spacing=0)
        layout.addWidget(top)
        layout.addLayout(inside, 1)

    def show_backups(self, lines: Sequence[BackupLine], second: Path | None) -> None:
        """Show backups, newest first, and which folder gets them too."""
        self.model.show(lines)
        self.list.setCurrentIndex(self.model.index(0, 0))
        there = f"每次备份也存一份到“{second}”。" if second else ""
        self.second.setText(there or "备份只在这台电脑上。U盘、共享文件夹里也可以另存一份。")
        self.no_second.setVisible(bool(there))
        if not lines:
            self._look()

    def show_differences(self, line: BackupLine, said: Sequence[str], *, usable: bool) -> None:
        """Show what a backup would change, while it is chosen, and whether it can be restored."""
        self._say(line, "\n".join(said), "", usable=usable)

    def show_fault(self, line: BackupLine, said: str) -> None:
        """Show why a backup cannot be restored, while it is chosen."""
        self._say(line, said, "error", usable=False)

    def _say(self, line: BackupLine, said: str, role: str, *, usable: bool) -> None:
        if line == self.current_line():
            self.differences.setText(said)
            theme.set_role(self.differences, role)
            self.restore.setEnabled(usable)

    def current_line(self) -> BackupLine | None:
        """Return the backup that is chosen."""
        return self.model.record(self.list.currentIndex())

    def _look(self) -> None:
        line = self.current_line()
        self.restore.setEnabled(False)
        self.differences.setText(_LOOKING if line else _NONE)
        if line is not None:
            self.looked_at.emit(line)

    def _restore(self) -> None:
        if self.restore.isEnabled() and (line := self.current_line()) is not None:
            self.wanted.emit(line)
