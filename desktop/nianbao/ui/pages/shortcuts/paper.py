"""The keys on one sheet of A4, for the wall beside the screen."""

from collections.abc import Sequence
from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from nianbao.ui.kit import theme
from nianbao.ui.pages.shortcuts.keys import KeyGroup

_COLUMNS = 2
_POINTS = 9.5
_TITLE = "font-size: 16pt; font-weight: bold"
_GROUP = "font-size: 11pt; font-weight: bold; margin-top: 8px"


def document(groups: Sequence[KeyGroup]) -> QTextDocument:
    """Return the keys as a text in two columns, black on white."""
    made = QTextDocument()
    font = theme.interface_font()
    font.setPointSizeF(_POINTS)  # paper has no pixels
    made.setDefaultFont(font)
    columns: list[list[KeyGroup]] = [[] for _ in range(_COLUMNS)]
    for group in groups:
        min(columns, key=_length).append(group)
    cells = "".join(
        f'<td width="50%">{"".join(_group(group) for group in column)}</td>' for column in columns
    )
    table = f'<table width="100%" cellspacing="6"><tr>{cells}</tr></table>'
    made.setHtml(f'<p style="{_TITLE}">年报助手全部按键</p>{table}')
    return made


def _length(column: Sequence[KeyGroup]) -> int:
    return sum(len(group.rows) + 2 for group in column)


def _group(group: KeyGroup) -> str:
    rows = "".join(
        f'<tr><td width="40%">{escape(keys)}</td><td>{escape(what)}</td></tr>'
        for keys, what in group.rows
    )
    title = f'<p style="{_GROUP}">{escape(group.title)}</p>'
    return f'{title}<table width="100%" cellpadding="1">{rows}</table>'


def ask_and_print(made: QTextDocument, parent: QWidget) -> None:
    """Let the user choose a printer, then print."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("年报助手全部按键")
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("打印全部按键")
    dialog.accepted.connect(lambda: made.print_(printer))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # the print dialog's own `open` wants a receiver
