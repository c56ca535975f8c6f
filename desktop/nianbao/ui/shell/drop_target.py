"""Files dropped on the window: what it says while one is over it, and what it takes."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from nianbao.ui.kit.messages import Messages

_DRAGGED = "drag"  # what the message is about


class DropTarget(QWidget):
    """A widget that takes files wherever they are dropped on it; the first page says so itself."""

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
        self.messages.over(_DRAGGED)

    def dropEvent(self, event: QDropEvent) -> None:
        self.take([Path(url.toLocalFile()) for url in event.mimeData().urls()])
        event.acceptProposedAction()
