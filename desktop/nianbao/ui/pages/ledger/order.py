"""Which rows of the ledger are seen, and in which order."""

from PySide6.QtCore import (
    QCollator,
    QLocale,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from nianbao.ui.kit.models.index import Index
from nianbao.ui.pages.ledger.model import LedgerModel, sort_value
from nianbao.views.ledger.tables import Show


class LedgerOrder(QSortFilterProxyModel):
    """The rows to be seen, in their order.

    A row stays where it is while it is being answered: order and filter are applied when they are
    chosen, not after each number.
    """

    def __init__(self, model: LedgerModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._show, self._words = Show.ALL, tuple[str, ...]()
        self._collator = QCollator(QLocale(QLocale.Language.Chinese))
        self.setDynamicSortFilter(False)
        self.setSourceModel(model)

    def choose(self, show: Show, words: str) -> None:
        """Show only the rows of a kind that have all these words in them."""
        self._show, self._words = show, tuple(words.lower().split())
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        del source_parent
        row = self._model.row(source_row)
        return self._show.keeps(row) and all(word in row.search for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        column = self._model.columns[left.column()]
        a = sort_value(self._model.row(left.row()), column)
        b = sort_value(self._model.row(right.row()), column)
        if a is None or b is None:
            rising = self.sortOrder() is Qt.SortOrder.AscendingOrder
            return (b is None and a is not None) if rising else (a is None and b is not None)
        if isinstance(a, str) and isinstance(b, str):
            return self._collator.compare(a, b) < 0
        assert not isinstance(a, str)
        assert not isinstance(b, str)
        return a < b
