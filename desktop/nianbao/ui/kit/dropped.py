"""Files that are dropped or chosen: what they are good for by their names, and a place for them."""

import os
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from nianbao.machine.installation import WORKSPACE
from nianbao.ui.kit.messages import Messages

_DRAGGED = "drag"  # what the message is about

REPORTS = (
    *(".docx", ".doc", ".wps", ".docm", ".dotx", ".dot", ".wpt", ".rtf", ".xml"),
    *(".pdf", ".txt", ".htm", ".html", ".mht", ".mhtml", ".xhtml"),
)
_DO = "请拖入Word、WPS、PDF、网页或纯文本的报告，或者年报库。"


class FilePurpose(Enum):
    """What to do with a file."""

    REPORT = auto()
    WORKSPACE = auto()


def use(path: Path) -> FilePurpose | None:
    """Return what a file is for, None for one that is of no use here."""
    suffix = path.suffix.lower()
    if suffix == WORKSPACE:
        return FilePurpose.WORKSPACE
    return FilePurpose.REPORT if suffix in REPORTS else None


def failure(paths: Sequence[Path]) -> str:
    """Say in one sentence why nothing can be done with what was dropped, empty when it can."""
    if len(paths) > 1:
        return f"一次只能放一个文件，这里有{len(paths)}个。请只拖去年的那一份报告。"
    if not paths or not paths[0].name:
        return f"拖来的不是这台电脑上的文件，没有导入。{_DO}"
    path = paths[0]
    if os.path.isdir(path):
        return f"“{path.name}”是文件夹，没有导入。请打开它，把里面的报告拖过来。"
    if use(path) is None:
        return f"“{path.name}”不是报告文件，没有导入。{_DO}"
    return ""


class DropTarget(QWidget):
    """A widget that takes files wherever they are dropped on it."""

    messages: Messages

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def take(self, paths: list[Path]) -> None:
        """Do what files are dropped for."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            self.messages.info("松开鼠标：导入这份报告。", about=_DRAGGED)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.messages.withdraw(_DRAGGED)

    def dropEvent(self, event: QDropEvent) -> None:
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls()])
        event.acceptProposedAction()
