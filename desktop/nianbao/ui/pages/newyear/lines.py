"""The lines of the plan of a new year as a model: what each is about, why, what becomes of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from nianbao.desk.plan import YearPlan
from nianbao.desk.plan_items import Choice, PlanGroup
from nianbao.report.figures.standing import Standing
from nianbao.ui.kit import state_colours
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.theme import StateColour
from nianbao.views.plan_lines import PlanLine, PlanLines

ABOUT, WHY, BECOMES = range(3)
LINE = Qt.ItemDataRole.UserRole
SEGMENTS = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A choice as it is drawn. Without a choice it opens and closes what is below a line."""

    word: str
    choice: Choice | None = None
    chosen: bool = False
    colour: StateColour | None = None


class PlanModel(QAbstractTableModel):
    """The lines of one group. A choice goes to the plan, and what it says is shown."""

    def __init__(self, plan: YearPlan) -> None:
        super().__init__()
        self._plan = plan
        self._group = PlanGroup.ASKED
        self._opened: set[str] = set()
        self._words = PlanLines(plan)
        self._lines: Sequence[PlanLine] = self._words.lines(self._group)

    def show_group(self, group: PlanGroup) -> None:
        """Show the lines of another group."""
        self._group = group
        self._renew()

    def line(self, row: int) -> PlanLine | None:
        """Return a line, None when there is no such row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def choose(self, row: int, number: int) -> bool:
        """Take the choice of a line that is drawn as the `number`-th; say whether there is one."""
        line = self.line(row)
        segments = self.segments(line) if line else []
        if line is None or not 0 <= number < len(segments):
            return False
        choice = segments[number].choice
        if choice is None:
            self._opened ^= {line.id}
            self._renew()
        else:
            self._plan.choose(line.id, choice)
            last = self.index(len(self._lines) - 1, BECOMES)
            self.dataChanged.emit(self.index(0, BECOMES), last)
        return True

    def segments(self, line: PlanLine) -> list[Segment]:
        """Return what can be done with a line."""
        chosen = self._plan.choice(line.id)
        found = [
            Segment(
                word=word,
                choice=choice,
                chosen=choice is chosen,
                colour=_colour(line, choice),
            )
            for choice, word in line.choices
        ]
        if line.opens:
            found.append(Segment(word="收起" if line.id in self._opened else "逐处看"))
        return found

    def _renew(self) -> None:
        self.beginResetModel()
        self._lines = self._words.lines(self._group, self._opened)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._lines)

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
        line, column = self._lines[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return (_about(line), line.why, self._said(line))[column]
            case Qt.ItemDataRole.ToolTipRole:
                return (_about(line), line.why, self._said(line))[column]
            case _ if role == LINE:
                return line
            case _ if role == SEGMENTS:
                return self.segments(line)
        return None

    def _said(self, line: PlanLine) -> str:
        """Say what has been chosen, and by which key what else can be."""
        segments = self.segments(line)
        if not segments:
            return line.outcome
        chosen = next((one.word for one in segments if one.chosen), "各处不同")
        keys = "，".join(f"{n} {one.word}" for n, one in enumerate(segments, 1))
        return f"{chosen}（{keys}）"


def _colour(line: PlanLine, choice: Choice) -> StateColour | None:
    """Return the colour of a choice: for a figure that of how it will stand."""
    standing = _STANDINGS.get(choice, line.standing) if line.standing else None
    return state_colours.of(standing) if standing and choice is not Choice.DROP else None


_STANDINGS = {
    Choice.CLEAR: Standing.PENDING,
    Choice.FLOW: Standing.PENDING,
    Choice.STOCK: Standing.CARRIED,
}
_FIGURES = (PlanGroup.DUE, PlanGroup.CARRIED, PlanGroup.COMPUTED)


def _about(line: PlanLine) -> str:
    return f"{line.lead}{line.text}{line.tail}"
