"""A report's own text inside a card, its numbers set bold."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nianbao.ui.kit import theme

Stretch = tuple[int, int, bool]
"""Start and length in characters, and whether it is the current figure."""


def text_label(text: str, numbers: Sequence[Stretch], name: str, *, size: int = 15) -> QLabel:
    """Return a label with a text in the report's face; `name` is what a screen reader says."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setFont(theme.text_font(size))
    label.setText(_html(text, numbers))
    label.setAccessibleName(name)
    label.setAccessibleDescription(text)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label


def _html(text: str, numbers: Sequence[Stretch]) -> str:
    written, end = "", 0
    for start, length, is_current in numbers:
        written += escape(text[end:start])
        shown = f"<b>{escape(text[start : start + length])}</b>"
        if is_current:
            colours = theme.colours()
            shown = f'<span style="background:{colours.mark};color:{colours.ink}">{shown}</span>'
        written += shown
        end = start + length
    paragraphs = (written + escape(text[end:])).split("\n")
    return "".join(f'<p style="line-height:150%;margin:0">{one}</p>' for one in paragraphs)
