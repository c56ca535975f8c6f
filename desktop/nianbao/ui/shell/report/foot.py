"""The line at the bottom of the window: saved, how long, what is left, and the main keys."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from nianbao.ui.kit import theme, widgets

_HEIGHT = 26  # px
_KEYS = "F7 下一处　Shift+F7 上一处　Ctrl+Z 撤销　F1 手册"


class Foot(QWidget):
    """Small words, of which the less important ones go first where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        widgets.paint_ground(self, "foot")
        self.setFixedHeight(theme.px(_HEIGHT))
        self._row = widgets.row(self, margins=(14, 0, 14, 0), spacing=18)
        self._saved = widgets.label("已保存", "small")
        self._length = widgets.label("", "small")
        self._open = widgets.label("", "small")
        self._keys = widgets.label(_KEYS, "small")
        self._zoom = widgets.label("", "small")
        for shown in (self._saved, self._length, self._open):
            self._row.addWidget(shown)
        self._row.addStretch(1)
        self._row.addWidget(self._keys)
        self._row.addWidget(self._zoom)

    def show_saved(self, when: str) -> None:
        """Say when the work was saved last."""
        self._saved.setText(f"已保存 {when}")
        self._fit()

    def show_read_only(self) -> None:
        """Say that nothing can be changed."""
        self._saved.setText("只读")
        self._fit()

    def show_saving(self) -> None:
        """Say that something is on its way to the disk."""
        self._saved.setText("正在保存……")
        self._fit()

    def show_unsaved(self, count: int) -> None:
        """Say how much cannot be saved."""
        self._saved.setText(f"有{count}处改动没有存上")
        self._fit()

    def show_state(self, length: int, left: str) -> None:
        """Say how many characters there are and what is left to do."""
        self._length.setText(f"全文 {length:,} 字")
        self._open.setText(left)
        self._zoom.setText(f"{theme.zoom()}%")
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Take what there is: words go where there is no room."""
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for shown in (self._keys, self._length, self._zoom):
            shown.show()
        for least in (self._keys, self._length, self._zoom):
            self._row.invalidate()
            if self._row.sizeHint().width() <= self.width():
                return
            least.hide()
