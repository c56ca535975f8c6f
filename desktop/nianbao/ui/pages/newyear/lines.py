"""The lines of the plan of a new year as a model: what each is about, why, what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from nianbao.desk.plan import YearPlan
from nianbao.desk.plan_items import Choice, Item, PlanGroup
from nianbao.report.figures.standing import Standing
from nianbao.ui.kit import state_colours
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.theme import StateColour

ABOUT, WHY, BECOMES = range(3)
ITEM = Qt.ItemDataRole.UserRole
SEGMENTS = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A choice as it is drawn. Without a choice it opens and closes what is below a line."""

    word: str
    choice: Choice | None = None
    chosen: bool = False
    tone: StateColour | None = None


class PlanModel(QAbstractTableModel):
    """The lines of one group. A choice goes to the plan, and what it says is shown."""

    def __init__(self, plan: YearPlan) -> None:
        super().__init__()
        self._plan = plan
        self._group = PlanGroup.ASKED
        self._opened: set[str] = set()
        self._items: Sequence[Item] = plan.items(self._group)

    def show_group(self, group: PlanGroup) -> None:
        """Show the lines of another group."""
        self._group = group
        self._renew()

    def item(self, row: int) -> Item | None:
        """Return a line, None when there is no such row."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def choose(self, row: int, number: int) -> bool:
        """Take the choice of a line that is drawn as the `number`-th; say whether there is one."""
        item = self.item(row)
        segments = self.segments(item) if item else []
        if item is None or not 0 <= number < len(segments):
            return False
        choice = segments[number].choice
        if choice is None:
            self._opened ^= {item.id}
            self._renew()
        else:
            self._plan.choose(item.id, choice)
            last = self.index(len(self._items) - 1, BECOMES)
            self.dataChanged.emit(self.index(0, BECOMES), last)
        return True

    def segments(self, item: Item) -> list[Segment]:
        """Return what can be done with a line."""
        chosen = self._plan.choice(item.id)
        found = [
            Segment(
                word=word,
                choice=choice,
                chosen=choice is chosen,
                tone=_tone(item, choice),
            )
            for choice, word in item.choices
        ]
        if item.below:
            found.append(Segment(word="收起" if item.id in self._opened else "逐处看"))
        return found

    def _renew(self) -> None:
        self.beginResetModel()
        self._items = self._plan.items(self._group, self._opened)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            why = "在哪一节" if self._group is PlanGroup.TEXT else "为什么问"
            why = "为什么" if self._group in _FIGURES else why
            return (f"原文（{self._plan.year - 1} 年度）", why, f"{self._plan.year} 年度")[section]
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        item, column = self._items[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return (_about(item), item.why, self._said(item))[column]
            case Qt.ItemDataRole.ToolTipRole:
                return (_about(item), item.why, self._said(item))[column]
            case _ if role == ITEM:
                return item
            case _ if role == SEGMENTS:
                return self.segments(item)
        return None

    def _said(self, item: Item) -> str:
        """Say what has been chosen, and by which key what else can be."""
        segments = self.segments(item)
        if not segments:
            return item.outcome
        chosen = next((one.word for one in segments if one.chosen), "各处不同")
        keys = "，".join(f"{n} {one.word}" for n, one in enumerate(segments, 1))
        return f"{chosen}（{keys}）"


def _tone(item: Item, choice: Choice) -> StateColour | None:
    """Return the colour of a choice: for a figure that of how it will stand."""
    standing = _STANDINGS.get(choice, item.standing) if item.standing else None
    return state_colours.of(standing) if standing and choice is not Choice.DROP else None


_STANDINGS = {
    Choice.CLEAR: Standing.PENDING,
    Choice.FLOW: Standing.PENDING,
    Choice.STOCK: Standing.CARRIED,
}
_FIGURES = (PlanGroup.DUE, PlanGroup.CARRIED, PlanGroup.COMPUTED)


def _about(item: Item) -> str:
    return f"{item.lead}{item.text}{item.tail}"
