"""The first screen. It is the first paint: nothing is imported here but Qt, theme and parts."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nianbao.ui.kit import dropped, theme, widgets
from nianbao.ui.kit.dropped import FilePurpose
from nianbao.ui.kit.pages import keyed
from nianbao.ui.kit.pages.keyed import KeyedPage
from nianbao.ui.pages.start.choice import StartCard
from nianbao.ui.pages.start.pasting import PasteCard

_WIDTH = 936  # px at 100 %
_SIDE_BY_SIDE = 760  # px at 100 %
_MOST = 3  # recent workspaces to offer
_REPORT_SAYS = "Word、WPS、PDF、网页、文本都可以。\n也可以把文件直接拖到这里。"
_SAMPLE_SAYS = "用一个虚构的县试着走一遍：导入、填数、校核、导出。\n随时可以移除，不影响您自己的。"
_SAYS = (
    "拿去年的Word文件，认出里面的数据和举措，接着写今年的。\n"
    "全程不联网，资料只在这台电脑上{where}。"
)
Recent = tuple[Path, str, str]
"""Where a workspace is, what it holds, when it was last open."""


class StartPage(KeyedPage):
    """Three choices, one of them obvious. The whole page takes a dropped file.

    `ask` lets the user choose a report file.
    """

    import_file = Signal(object)  # Path
    import_text = Signal(str)
    open_workspace = Signal(object)  # Path, or None: let the user choose one
    open_sample = Signal()
    remove_sample = Signal()
    find_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, ask: Callable[[], Path | None]) -> None:
        super().__init__()
        self._ask = ask
        self.setProperty("role", "ground")
        self.setAcceptDrops(True)
        self.keys = {keyed.CTRL_O: self._choose}
        layout = widgets.column(self, spacing=0)
        layout.addWidget(self._bar())
        layout.addWidget(widgets.scrolled(self._middle()), 1)
        self.show_recent([])
        self.setTabOrder(self.choose, self.other)
        self.setFocusProxy(self.choose)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the choices below each other where they do not fit side by side."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(_SIDE_BY_SIDE)
        directions = QHBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._row.setSpacing(theme.px(18 if wide else 6))
        for choice in (self.report, self.workspace, self.sample):
            choice.flatten(flat=not wide)
        self._says.setVisible(wide)

    def show_failure(self, sentence: str) -> None:
        """Say what went wrong, in the page; nothing for all is well."""
        self.failure.setText(sentence)
        self._failure.setVisible(bool(sentence))

    def show_home(self, where: str) -> None:
        """Say where new workspaces are kept."""
        self._says.setText(_SAYS.format(where=f"：{where}"))

    def show_sample(self, there: bool) -> None:
        """Offer to remove the sample, when it was opened once."""
        self.remove.setVisible(there)

    def show_recent(self, recent: Iterable[Recent]) -> None:
        """Offer the workspaces that were open last, newest first."""
        widgets.clear(self._recent)
        for path, title, when in list(recent)[:_MOST]:
            line = widgets.row(spacing=12)
            link = widgets.button(title, partial(self._open, path), "link", tip=str(path))
            link.setAccessibleName(f"打开{title}")
            line.addWidget(link)
            line.addWidget(widgets.label(when, "hint"))
            line.addStretch()
            holder = QWidget()
            holder.setLayout(line)
            self._recent.addWidget(holder)

    def _bar(self) -> QWidget:
        bar, layout = widgets.bar()
        layout.addWidget(widgets.label("年报助手", "product"))
        layout.addStretch()
        layout.addWidget(widgets.button("查找、命令　Ctrl+Shift+P", self.find_wanted.emit, "field"))
        layout.addWidget(widgets.button("手册　F1", self.help_wanted.emit))
        return bar

    def _middle(self) -> QVBoxLayout:
        middle = widgets.column(margins=(20, 10, 20, 30), spacing=0)
        middle.addStretch(1)
        headline = widgets.label("从去年的报告开始", "headline")
        self._says = widgets.label(_SAYS.format(where=""), "hint", wrap=True)
        for line in (headline, self._says):
            line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            middle.addWidget(line)
            middle.addSpacing(theme.px(6))
        middle.addSpacing(theme.px(8))
        self._failure = self._failure_note()
        middle.addLayout(_centred(self._failure))
        middle.addSpacing(theme.px(12))
        self.choices = QWidget()
        self.choices.setMaximumWidth(theme.px(_WIDTH))
        row = self._row = widgets.row(self.choices, spacing=18)
        for choice in (self._report_choice(), self._workspace_choice(), self._sample_choice()):
            row.addWidget(choice, 1)
        self.paste = PasteCard()
        self.paste.hide()
        self.paste.taken.connect(self.import_text)
        self.paste.closed.connect(self._close_paste)
        middle.addLayout(_centred(self.choices, self.paste))
        middle.addSpacing(theme.px(24))
        self._below = QWidget()
        below = widgets.row(self._below, spacing=10)
        below.addWidget(widgets.label("没有电子版？", "hint"))
        self.paste_link = widgets.button("粘贴文字", self._open_paste, "link")
        below.addWidget(self.paste_link)
        middle.addWidget(self._below, 0, Qt.AlignmentFlag.AlignHCenter)
        middle.addStretch(1)
        return middle

    def _failure_note(self) -> QWidget:
        note, layout = widgets.card("note-red")
        note.setMaximumWidth(theme.px(_WIDTH))
        self.failure = widgets.label("", "error", wrap=True)
        layout.addWidget(self.failure)
        note.hide()
        return note

    def _report_choice(self) -> StartCard:
        self.report = StartCard("导入去年报告", _REPORT_SAYS, self._choose, "choice-first")
        self.choose = widgets.button("选择文件…　Ctrl+O", self._choose, "primary")
        self.report.add_button(self.choose)
        return self.report

    def _workspace_choice(self) -> StartCard:
        self.workspace = StartCard("打开已有的年报库", "接着上次的写。", self._open_other, "choice")
        self._recent = widgets.column(spacing=2)
        self.workspace.body.addLayout(self._recent)
        self.other = widgets.button("选择年报库…", self._open_other)
        self.workspace.add_button(self.other)
        return self.workspace

    def _sample_choice(self) -> StartCard:
        self.sample = StartCard("先看示例", _SAMPLE_SAYS, self.open_sample.emit, "choice")
        self.look = widgets.button("打开示例", self.open_sample.emit)
        self.remove = widgets.button("移除示例", self.remove_sample.emit, "link")
        self.remove.hide()
        self.sample.body.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self.sample.add_button(self.look)
        return self.sample

    def _choose(self) -> None:
        path = self._ask()
        if path is not None:
            self._take([path])

    def _open(self, path: Path) -> None:
        self.show_failure("")
        self.open_workspace.emit(path)

    def _open_other(self) -> None:
        self.show_failure("")
        self.open_workspace.emit(None)

    def _open_paste(self) -> None:
        self.show_failure("")
        self.choices.hide()
        self.paste.show()
        self._below.hide()
        self.paste.field.setFocus()

    def _close_paste(self) -> None:
        self.paste.hide()
        self.choices.show()
        self._below.show()
        self.paste_link.setFocus()

    def _take(self, paths: list[Path]) -> None:
        """Import or open what was dropped or chosen, or say why not."""
        sentence = dropped.failure(paths)
        self.show_failure(sentence)
        if sentence:
            return
        if dropped.use(paths[0]) is FilePurpose.WORKSPACE:
            self.open_workspace.emit(paths[0])
        else:
            self.import_file.emit(paths[0])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
            self._call(_paths(event.mimeData()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._call([])

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._call([])
        self._take(_paths(event.mimeData()))

    def _call(self, paths: list[Path]) -> None:
        """Say over which choice a dragged file belongs."""
        wanted = dropped.use(paths[0]) if len(paths) == 1 else None
        self.report.call("松开鼠标，导入这份报告" if wanted is FilePurpose.REPORT else None)
        self.workspace.call("松开鼠标，打开这个年报库" if wanted is FilePurpose.WORKSPACE else None)


def _centred(*shown: QWidget) -> QHBoxLayout:
    """Put what is shown of some widgets in the middle, as wide as it may be and there is room."""
    row = widgets.row()
    row.addStretch(1)
    for widget in shown:
        row.addWidget(widget, 1000)
    row.addStretch(1)
    return row


def _paths(dragged: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in dragged.urls()]
