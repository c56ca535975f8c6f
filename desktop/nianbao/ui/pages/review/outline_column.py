"""The left of a review: the file, the outline of what was found in it, and lists of the rest."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from nianbao.desk.reviewing.review import Review
from nianbao.ui.kit import widgets
from nianbao.ui.pages.review.outline import OutlineList, OutlineModel
from nianbao.views.review import review_view


class OutlineColumn(QFrame):
    """An outline, and a button for each list."""

    listing_wanted = Signal(int)  # which one

    def __init__(self, review: Review) -> None:
        super().__init__()
        self.setProperty("role", "column-left")
        layout = widgets.column(self, margins=(0, 10, 0, 10), spacing=6)
        about = widgets.column(margins=(14, 0, 14, 0), spacing=2)
        about.addWidget(widgets.label(review.source.name, "hint", wrap=True))
        about.addWidget(widgets.label(review_view.size(review), "small", wrap=True))
        layout.addLayout(about)
        self.nodes = OutlineModel()
        self.outline = OutlineList(self.nodes)
        layout.addWidget(self.outline, 1)
        layout.addWidget(widgets.rule())
        lists = widgets.column(margins=(14, 4, 14, 0), spacing=2)
        self._summaries: list[QWidget] = []
        for number, listing in enumerate(review_view.listings(review)):
            words = f"{listing.title}（{listing.count}）"
            line = widgets.row()
            line.addWidget(widgets.button(words, partial(self.listing_wanted.emit, number), "link"))
            line.addStretch()
            lists.addLayout(line)
            self._summaries.append(widgets.label(listing.summary, "small", wrap=True))
            lists.addWidget(self._summaries[-1])
        layout.addLayout(lists)

    def set_low(self, *, yes: bool) -> None:
        """Leave the summaries of the lists out where there is little height: the outline first."""
        for summary in self._summaries:
            summary.setVisible(not yes)
