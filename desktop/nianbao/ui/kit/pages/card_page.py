"""A page of cards that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from nianbao.ui.kit import widgets


class CardPage(QScrollArea):
    """Cards under each other, laid out anew for each thing shown."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.cards = widgets.column(inside, margins=(14, 10, 12, 12), spacing=8)
        self.setWidget(inside)

    def begin(self) -> None:
        """Take all cards away."""
        widgets.clear(self.cards)

    def say(self, sentence: str) -> None:
        """Show one quiet sentence instead of cards."""
        self.begin()
        self.cards.addWidget(widgets.label(sentence, "hint", wrap=True))
        self.end()

    def end(self) -> None:
        """Push the cards to the top."""
        self.cards.addStretch(1)
        self.verticalScrollBar().setValue(0)
