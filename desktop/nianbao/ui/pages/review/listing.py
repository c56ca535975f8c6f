"""What an import took away, changed or could not see, each thing in a line."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from nianbao.report.writing.text import quoted
from nianbao.ui.kit import theme, widgets
from nianbao.views.review.import_lists import Listing, ReviewLine


class ListingView(QWidget):
    """A list with a way back to the text."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        layout = widgets.column(self, margins=(16, 12, 16, 12), spacing=8)
        head = widgets.row(spacing=12)
        self.title = widgets.label("", "title")
        self.back = widgets.button("返回正文　Esc", self.closed.emit)
        head.addWidget(self.title)
        head.addStretch()
        head.addWidget(self.back)
        layout.addLayout(head)
        self.lines = QTextEdit()
        self.lines.setAccessibleName("清单")
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        layout.addWidget(self.lines, 1)

    def show_listing(self, listing: Listing) -> None:
        """Show everything of one listing."""
        self.title.setText(f"{listing.title}（{listing.count}）")
        self.lines.setAccessibleName(listing.title)
        self.lines.clear()
        cursor = QTextCursor(self.lines.document())
        plain, bold = QTextCharFormat(), QTextCharFormat()
        plain.setFont(theme.interface_font(13))
        bold.setFont(theme.interface_font(14, bold=True))
        if not listing.groups:
            cursor.insertText("没有。", plain)
        for group in listing.groups:
            cursor.insertText(f"{group.title}（{len(group.lines)}）\n", bold)
            for line in group.lines:
                cursor.insertText(f"　{_said(line)}\n", plain)
            cursor.insertText("\n", plain)
        self.lines.moveCursor(QTextCursor.MoveOperation.Start)
        self.back.setFocus()


def _said(line: ReviewLine) -> str:
    changed = f"{quoted(line.before)} → {quoted(line.after)}" if line.after else line.before
    return f"{changed}　{line.why}" if line.why else changed
