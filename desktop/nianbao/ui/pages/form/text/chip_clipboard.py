"""Text with chips on the clipboard: as chips among ourselves, as printed text elsewhere."""

from PySide6.QtCore import QMimeData, QStringListModel

from nianbao.report.writing import slots

SOURCE_MIME = "application/x-nianbao-source"
_CONTROLS = {ord(c): None for c in map(chr, range(32)) if c not in "\t\n"}


def copied(source: str, printed: str) -> QMimeData:
    """Return a source with what it prints, for the clipboard."""
    data = _made_by_qt()
    data.setText(printed)
    data.setData(SOURCE_MIME, source.encode("utf-8"))
    return data


def _made_by_qt() -> QMimeData:
    """Return what Qt itself made: the clipboard lives longer than Python.

    What Python made is asked there whether a class of Python changes it, after the end of Python:
    a program that had copied chips crashed when it was closed.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    return data


def accepts(data: QMimeData) -> bool:
    """Whether there is anything to paste."""
    return data.hasText() or data.hasFormat(SOURCE_MIME)


def pasted(data: QMimeData) -> str:
    """Return what to paste as source; text from elsewhere is plain, without control characters."""
    if data.hasFormat(SOURCE_MIME):
        return slots.as_read(bytes(data.data(SOURCE_MIME).data()).decode("utf-8", "replace"))
    text = data.text().replace("\r\n", "\n").replace("\r", "\n")
    return slots.escape(text.translate(_CONTROLS).strip("\n"))
