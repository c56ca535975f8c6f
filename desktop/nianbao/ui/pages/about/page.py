"""A page with a text to read and to send: 关于, 诊断."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from nianbao.ui.kit import widgets
from nianbao.ui.kit.pages import keyed
from nianbao.ui.kit.pages.keyed import KeyedPage


class TextPage(KeyedPage):
    """Shows a text that is not written in. `back` is sent when the user has seen enough."""

    back = Signal()
    copied = Signal(str)  # the sentence that says so

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.keys = {keyed.ESC: self.back.emit}
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(title)
        self.setFocusProxy(self.text)
        top, bar = widgets.bar()
        bar.addWidget(widgets.button("返回", self.back.emit))
        bar.addWidget(widgets.label(title, "title"))
        bar.addStretch()
        self.copy = widgets.button("复制全部", self._copy)
        bar.addWidget(self.copy)
        layout = widgets.column(self, spacing=0)
        layout.addWidget(top)
        layout.addWidget(self.text, 1)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.copied.emit("已复制，可以粘贴到微信、邮件或文档里。")
