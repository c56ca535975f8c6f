"""The bar at the top: whose report, which year, where to go, what can be taken back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QComboBox, QMenu, QPushButton, QToolButton, QWidget

from nianbao.desk.desk import Desk
from nianbao.report.text import shortened
from nianbao.ui.kit import theme, widgets
from nianbao.ui.shell import page_ids

_NAME = 14  # characters of an action's name


class TopBar(QWidget):
    """Shows the desk; what is pressed goes to the window's commands."""

    year_chosen = Signal(str, int)  # unit, year
    go = Signal(str)  # one of the places
    find_wanted = Signal()

    def __init__(self, menu: QMenu, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        widgets.dress(self, "bar")
        self.setFixedHeight(theme.px(44))
        layout = widgets.row(self, margins=(14, 0, 14, 0), spacing=6)
        self._unit = widgets.label("", "product")
        layout.addWidget(self._unit)
        self.years = QComboBox()
        self.years.setAccessibleName("年度")
        self.years.setToolTip("换一个年度")
        self.years.activated.connect(self._chosen)
        layout.addWidget(self.years)
        self._places = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for place, word in page_ids.WORDS.items():
            made = widgets.button(word, self._going(place))
            made.setCheckable(True)
            self._places.addButton(made)
            self._buttons[place] = made
            layout.addWidget(made)
        layout.addStretch(1)
        field = widgets.button("查找、命令　Ctrl+Shift+P", self.find_wanted.emit, "field")
        field.setFixedWidth(theme.px(190))
        layout.addWidget(field)
        self.undo = self._of(actions["undo"])
        layout.addWidget(self.undo)
        self.new_year = self._of(actions["new_year"])
        self.export = self._of(actions["export"])
        layout.addWidget(self.new_year)
        layout.addWidget(self.export)
        layout.addWidget(_opening(menu))

    def show_desk(self, desk: Desk, place: str, undo: str) -> None:
        """Show unit and years, where the window is, and what would be taken back."""
        self._unit.setText(desk.unit)
        self._unit.setMaximumWidth(theme.px(190))
        units = desk.units()
        self.years.clear()
        for unit in units:
            for year in desk.years_of(unit):
                text = f"{year}年度" if len(units) == 1 else f"{unit} {year}年度"
                self.years.addItem(text, (unit, year))
        self._show_way(desk)
        for at in range(self.years.count()):
            if tuple(self.years.itemData(at)) == (desk.unit, desk.year):
                self.years.setCurrentIndex(at)
        if place in self._buttons:
            self._buttons[place].setChecked(True)
        elif (checked := self._places.checkedButton()) is not None:
            self._places.setExclusive(False)
            checked.setChecked(False)
            self._places.setExclusive(True)
        self.undo.setText(f"撤销：{shortened(undo, _NAME)}　↶" if undo else "撤销　↶")
        self.undo.setAccessibleName(f"撤销：{undo}" if undo else "撤销")
        self.undo.setToolTip(f"撤销：{undo}　Ctrl+Z" if undo else "没有可以撤销的")
        self.undo.setEnabled(bool(undo))

    def _show_way(self, desk: Desk) -> None:
        """Show the one way on: a new year where none has been begun, else the Word file."""
        begun = desk.newest_is_draft()
        self.new_year.setVisible(not begun)
        self.new_year.setText(f"建立{max(desk.years()) + 1}年度")
        self.new_year.setAccessibleName(self.new_year.text())
        theme.set_role(self.new_year, "primary")
        theme.set_role(self.export, "primary" if begun else "")
        if not desk.is_draft():
            for place, word in page_ids.WORDS.items():
                self._buttons[place].setText(word)
                self._buttons[place].setAccessibleName(word)

    def show_word(self, place: str, word: str) -> None:
        """Show behind a place how it stands: 上年安排对照 已答6/9."""
        self._buttons[place].setText(f"{page_ids.WORDS[place]}　{word}")
        self._buttons[place].setAccessibleName(self._buttons[place].text())

    def _going(self, place: str) -> Callable[[], None]:
        return lambda: self.go.emit(place)

    def _chosen(self, at: int) -> None:
        unit, year = self.years.itemData(at)
        self.year_chosen.emit(unit, year)

    @staticmethod
    def _of(action: QAction) -> QPushButton:
        return widgets.button(action.text(), action.trigger, tip=action.shortcut().toString())


def _opening(menu: QMenu) -> QToolButton:
    made = QToolButton()
    made.setText("菜单 ▾")
    made.setAccessibleName("菜单")
    made.setToolTip("全部命令")
    made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    made.setMenu(menu)
    return made
