"""The bar at the top: whose report, which year, where to go, what can be taken back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QMenu, QPushButton, QToolButton, QWidget

from nianbao.desk.desk import Desk
from nianbao.report.writing.text import shortened
from nianbao.ui.kit import theme, widgets
from nianbao.ui.shell import page_ids

_HEIGHT = 44  # px
_NAME = 14  # characters of an action's name
_LEAST = 6  # steps of leaving something away in a narrow window
_FIND = "查找、命令　Ctrl+Shift+P"
_OTHERS = (page_ids.LEDGER, page_ids.PROMISES, page_ids.COVERAGE)  # behind 更多 first


class TopBar(QWidget):
    """Shows the desk; what is pressed goes to the window's commands."""

    year_chosen = Signal(str, int)  # unit, year
    go = Signal(str)  # one of the places
    find_wanted = Signal()

    def __init__(self, menu: QMenu, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        widgets.paint_ground(self, "bar")
        self.setFixedHeight(theme.px(_HEIGHT))
        layout = self._row = widgets.row(self, margins=(14, 0, 14, 0), spacing=6)
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
        self._more = self._menu_of("更多", "更多页面", self._other_pages())
        layout.addWidget(self._more)
        layout.addStretch(1)
        self.field = widgets.button(_FIND, self.find_wanted.emit, "field", tip="Ctrl+Shift+P")
        layout.addWidget(self.field)
        self.undo = self._of(actions["undo"])
        layout.addWidget(self.undo)
        self.new_year = self._of(actions["new_year"])
        self.export = self._of(actions["export"])
        layout.addWidget(self.new_year)
        layout.addWidget(self.export)
        self._menu = self._menu_of("菜单", "菜单", menu, tip="全部命令")
        layout.addWidget(self._menu)
        self._undo = ""  # the action that would be taken back
        self._tallies: dict[str, str] = {}  # behind the places

    def show_desk(self, desk: Desk, place: str, undo: str) -> None:
        """Show unit and years, where the window is, and what would be taken back."""
        self._unit.setText(desk.unit)
        self._unit.setMaximumWidth(theme.px(190))
        units = desk.years_by_unit()
        self.years.clear()
        for unit, years in units.items():
            for year in years:
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
        self.show_undo(undo)

    def show_undo(self, undo: str) -> None:
        """Show what would be taken back."""
        self._undo = undo
        self._fit()
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
            self._tallies.clear()

    def show_word(self, place: str, word: str) -> None:
        """Show behind a place how it stands: 上年安排对照 已答6/9."""
        self._tallies[place] = word
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Take what there is: the buttons say less where there is little."""
        return QSize(theme.px(200), theme.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say as much as there is room for: no button is ever cut off."""
        for less in range(_LEAST + 1):
            self._say(less)
            if self._row.sizeHint().width() <= self.width():
                return

    def _say(self, less: int) -> None:
        """Write the buttons; each step of `less` leaves something more away."""
        named = self._undo and less < 1
        self.undo.setText(f"撤销：{shortened(self._undo, _NAME)}　←" if named else "撤销　←")
        self.field.setText(_FIND if less < 2 else "查找")
        self.field.setAccessibleName(_FIND)
        for place, made in self._buttons.items():
            word, tally = page_ids.WORDS[place], self._tallies.get(place, "")
            full = f"{word}　{tally}" if tally else word
            made.setText(full if less < 3 else word)
            made.setAccessibleName(full)
            made.setToolTip(full if less >= 3 else "")
            made.setVisible(place not in _OTHERS or less < 5)
        self._more.setVisible(less >= 5)
        self._unit.setVisible(less < 4)  # the title of the window says it too
        self.export.setText("导出Word" if less < 6 else "导出")
        self._row.invalidate()

    def _going(self, place: str) -> Callable[[], None]:
        return lambda: self.go.emit(place)

    def _chosen(self, at: int) -> None:
        unit, year = self.years.itemData(at)
        self.year_chosen.emit(unit, year)

    def let_go(self) -> None:
        """Close the list of the years: nothing can be chosen of a workspace that is closed."""
        self.years.hidePopup()
        self.blockSignals(True)

    def _other_pages(self) -> QMenu:
        menu = QMenu(self)
        for place in _OTHERS:
            menu.addAction(page_ids.WORDS[place], self._going(place))
        return menu

    @staticmethod
    def _menu_of(text: str, name: str, menu: QMenu, *, tip: str = "") -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setProperty("role", "menu")
        made.setAccessibleName(name)
        made.setToolTip(tip)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        made.setMenu(menu)
        return made

    @staticmethod
    def _of(action: QAction) -> QPushButton:
        return widgets.button(action.text(), action.trigger, tip=action.shortcut().toString())
