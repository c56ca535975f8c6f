"""The page of the manual: its contents on the left, the text beside them."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTextBrowser, QWidget

from nianbao.standards import manual
from nianbao.standards.manual import KeyTables
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.pages import keyed
from nianbao.ui.kit.pages.keyed import KeyedPage
from nianbao.ui.pages.manual import paper

_CONTENTS = 230  # px at 100 %
_NARROW = 700  # px at 100 %: below it the text stands alone
_WIDEST = 860  # px at 100 %, of a picture
_MARGIN, _AROUND = 20, 90  # px at 100 %: of the text; with frame and scroll bar, both sides


class _Text(QTextBrowser):
    """Shows a text with its pictures made smaller smoothly: there are words in them."""

    picture_width = 0

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        place = QUrl(url).toLocalFile()
        if kind != QTextDocument.ResourceType.ImageResource.value or not place:
            return super().loadResource(kind, url)
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        made = QImage(place).scaledToWidth(round(self.picture_width * ratio), smooth)
        made.setDevicePixelRatio(ratio)
        return made


class ManualPage(KeyedPage):
    """Shows the manual, opened where it explains `page`. `back` when the user has seen enough."""

    back = Signal()
    keys_wanted = Signal()
    document_wanted = Signal()

    def __init__(self, keys: KeyTables, page: str = "") -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.keys = {keyed.ESC: self.back.emit}
        self._book, self._tables = manual.manual(), keys
        self._width = 0
        self.contents = QListWidget()
        self.contents.setProperty("role", "plain")
        self.contents.setAccessibleName("目录")
        self.contents.setFixedWidth(theme.px(_CONTENTS))
        for title, is_chapter in paper.contents(self._book):
            item = QListWidgetItem(title if is_chapter else f"　{title}", self.contents)
            item.setData(Qt.ItemDataRole.UserRole, title)
            font = item.font()
            font.setBold(is_chapter)
            item.setFont(font)
        self.contents.currentItemChanged.connect(self._show)
        self.contents.setSpacing(theme.px(2))
        self.text = _Text()
        self.text.document().setDocumentMargin(theme.px(_MARGIN))
        self.text.setAccessibleName("用户手册")
        self.text.setOpenLinks(False)
        self.setFocusProxy(self.contents)
        layout = widgets.column(self, spacing=0)
        layout.addWidget(self._top())
        beside = widgets.row(spacing=0)
        beside.addWidget(self.contents)
        beside.addWidget(self.text, 1)
        layout.addLayout(beside, 1)
        explained = self._book.part_for(page)
        self.open_at(explained.title if explained else self._book.chapters[0].title)

    def open_at(self, title: str) -> None:
        """Show a chapter or part."""
        for row in range(self.contents.count()):
            if self.contents.item(row).data(Qt.ItemDataRole.UserRole) == title:
                self.contents.setCurrentRow(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures into the page."""
        super().resizeEvent(event)
        wide = self.width() >= theme.px(_NARROW)
        self.contents.setVisible(wide)
        beside = theme.px(_CONTENTS) if wide else 0
        width = min(theme.px(_WIDEST), self.width() - beside - theme.px(_AROUND))
        if width != self._width:
            self._width = self.text.picture_width = width
            self.text.setHtml(paper.html(self._book, self._tables, width))
            self._show(self.contents.currentItem())

    def _top(self) -> QWidget:
        top, bar = widgets.bar()
        bar.addWidget(widgets.button("返回", self.back.emit))
        bar.addWidget(widgets.label("用户手册", "title"))
        bar.addStretch()
        self.all_keys = widgets.button("全部按键", self.keys_wanted.emit)
        self.save = widgets.button("存为Word", self.document_wanted.emit)
        bar.addWidget(self.all_keys)
        bar.addWidget(self.save)
        return top

    def _show(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.text.scrollToAnchor(str(item.data(Qt.ItemDataRole.UserRole)))
