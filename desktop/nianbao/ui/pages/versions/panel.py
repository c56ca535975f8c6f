"""The versions panel: a name for what is here now, what was kept before, comparing, restoring."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLineEdit

from nianbao.errors import NianbaoError
from nianbao.report.version import VersionInfo
from nianbao.report.writing.text import quoted
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.models.records import list_view
from nianbao.ui.kit.pages.page import Page
from nianbao.ui.pages.versions.difference_list import DifferenceDelegate, DifferenceModel
from nianbao.ui.pages.versions.version_list import VersionDelegate, VersionModel
from nianbao.views.safe.comparing import Difference, DiffSubject

_ABOUT = (
    "导入、建立年度、批量填数和恢复之前会自动留存一份；撤销以后又做了别的，撤下的内容也留在这里。"
    "现在的样子也可以起个名字留存。"
)
_NONE = "还没有版本。写好一稿，给它起个名字留存，以后可以比较，也可以恢复。"


class VersionsPanel(Page):
    """Gets what it does as functions of a version's id: `keep`, `compare` and `restore`."""

    restored = Signal()
    chosen = Signal(str)  # id of the piece that differs

    def __init__(
        self,
        versions: Callable[[], list[VersionInfo]],
        keep: Callable[[str], object],
        compare: Callable[[int], list[Difference]],
        restore: Callable[[int], object],
    ) -> None:
        super().__init__()
        self._versions, self._keep = versions, keep
        self._compare, self._restore = compare, restore
        self.name = QLineEdit()
        self.name.setAccessibleName("版本名称")
        self.name.setPlaceholderText("例如“送审稿”")
        self.name.setMaxLength(40)
        self.name.returnPressed.connect(self._keep_now)
        self.name_button = widgets.button("命名版本", self._keep_now, "primary")
        self.message = widgets.label("", "hint", wrap=True)
        self.message.hide()
        self.model = VersionModel(self)
        self.list = list_view("版本", self.model, VersionDelegate)
        self.setFocusProxy(self.list)
        self.list.activated.connect(lambda _: self._compare_chosen())
        self.list.selectionModel().currentChanged.connect(self._settle)
        self.compare_button = widgets.button("比较", self._compare_chosen, tip="与现在的内容比较")
        self.restore_button = widgets.button(
            "恢复", self._restore_chosen, tip="先自动留存现在的样子，再恢复到这个版本"
        )
        self.summary = widgets.label("", "hint", wrap=True)
        self.differences = DifferenceModel(self)
        self.compared = list_view("与现在的不同", self.differences, DifferenceDelegate)
        self.compared.activated.connect(self._go)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        layout = widgets.column(self, margins=(12, 12, 12, 12), spacing=8)
        layout.addWidget(widgets.label(_ABOUT, "hint", wrap=True))
        naming = widgets.row()
        naming.addWidget(self.name, 1)
        naming.addWidget(self.name_button)
        layout.addLayout(naming)
        layout.addWidget(self.message)
        layout.addWidget(self.list, 2)
        self._none = widgets.label(_NONE, "hint", wrap=True)
        layout.addWidget(self._none)
        acting = widgets.row()
        acting.addStretch()
        acting.addWidget(self.compare_button)
        acting.addWidget(self.restore_button)
        layout.addLayout(acting)
        layout.addWidget(self.summary)
        layout.addWidget(self.compared, 3)
        layout.addStretch()

    def refresh(self) -> None:
        """Show the versions as they are now; the current one stays current."""
        held = self.model.record(self.list.currentIndex())
        found = self._versions()
        self.model.show(found)
        self._show_differences("", [])
        if found:
            ids = [version.id for version in found]
            row = ids.index(held.id) if held and held.id in ids else 0
            self.list.setCurrentIndex(self.model.index(row, 0))
        self._settle()

    def _settle(self, *_: QModelIndex) -> None:
        """Offer what can be done with the current version."""
        held = self.model.record(self.list.currentIndex())
        for button in (self.compare_button, self.restore_button):
            button.setEnabled(held is not None)
        for shown in (self.list, self.compare_button, self.restore_button, self.summary):
            shown.setVisible(self.model.rowCount() > 0)
        self._none.setVisible(not self.model.rowCount())
        self.setFocusProxy(self.list if self.model.rowCount() else self.name)
        self._show_differences("选一个版本，可以比较或恢复。", [])

    def _say(self, text: str, role: str = "hint") -> None:
        self.message.setText(text)
        self.message.show()
        theme.set_role(self.message, role)

    def _keep_now(self) -> None:
        try:
            self._keep(self.name.text())
        except NianbaoError as error:
            self._say(str(error), "error")
            self.name.setFocus()
            return
        self._say(f"已留存{quoted(self.name.text().strip())}。")
        self.name.clear()
        self.refresh()
        self.list.setCurrentIndex(self.model.index(0, 0))

    def _compare_chosen(self) -> None:
        held = self.model.record(self.list.currentIndex())
        if held is None:
            return
        try:
            found = self._compare(held.id)
        except NianbaoError as error:
            self._say(str(error), "error")
            return
        counts = Counter(one.subject for one in found)
        said = "、".join(f"{one.value}{counts[one]}处" for one in DiffSubject if counts[one])
        name = f"{quoted(held.name)}"
        summary = f"现在与{name}不同：{said}。" if found else f"现在与{name}完全一样。"
        self._show_differences(summary, found)

    def _show_differences(self, summary: str, found: list[Difference]) -> None:
        self.summary.setText(summary)
        self.differences.show(found)
        self.compared.setVisible(bool(found))

    def _restore_chosen(self) -> None:
        held = self.model.record(self.list.currentIndex())
        if held is None:
            return
        try:
            self._restore(held.id)
        except NianbaoError as error:
            self._say(str(error), "error")
            return
        self.refresh()
        self._say(
            f"已恢复到{quoted(held.name)}。刚才的样子留存为“恢复前的样子”，按Ctrl+Z也可以撤销。"
        )
        self.restored.emit()

    def _go(self, index: QModelIndex) -> None:
        one = self.differences.record(index)
        if one and one.subject is DiffSubject.TEXT and one.after:
            self.chosen.emit(one.target)
