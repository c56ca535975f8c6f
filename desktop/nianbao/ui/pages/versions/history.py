"""The history panel: every named action, and the way back to each."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal

from nianbao.errors import NianbaoError
from nianbao.ui.kit import widgets
from nianbao.ui.kit.models.records import list_view
from nianbao.ui.kit.pages.page import Page
from nianbao.ui.pages.versions.step_list import StepDelegate, StepModel
from nianbao.views.safe.history import HistoryStep

_ABOUT = "每一步都记在这里，关机以后也在。撤销以后，只要没有新的改动，还可以重做。"


class HistoryPanel(Page):
    """Gets the moments, what goes to one and returns how many steps, and whether it may go there.

    See `actions.safe.history`.
    """

    gone = Signal()  # the work stands elsewhere now

    def __init__(
        self,
        steps: Callable[[], list[HistoryStep]],
        go: Callable[[int], int],
        may: Callable[[int], bool] = lambda _: True,
    ) -> None:
        super().__init__()
        self._steps, self._go, self._may = steps, go, may
        self.model = StepModel(self)
        self.list = list_view("操作记录", self.model, StepDelegate)
        self.setFocusProxy(self.list)
        self.list.setUniformItemSizes(True)
        self.list.selectionModel().currentChanged.connect(self._settle)
        self.message = widgets.label("", "hint", wrap=True)
        self.button = widgets.button("撤销到这里", self._go_to_chosen)
        layout = widgets.column(self, margins=(12, 12, 12, 12), spacing=8)
        layout.addWidget(widgets.label(_ABOUT, "hint", wrap=True))
        layout.addWidget(self.list, 1)
        acting = widgets.row()
        acting.addWidget(self.message, 1)
        acting.addWidget(self.button)
        layout.addLayout(acting)
        self.refresh()

    def refresh(self) -> None:
        """Show the history as it is now."""
        self.model.show(self._steps())
        self.list.setCurrentIndex(self.model.now())
        self._settle()

    def _settle(self, *_: QModelIndex) -> None:
        step = self.model.record(self.list.currentIndex())
        word = "重做到这里" if step and step.undone else "撤销到这里"
        self.button.setText(word)
        self.button.setAccessibleName(word)
        self.button.setEnabled(step is not None and not step.now)
        self.message.setText("")

    def _go_to_chosen(self) -> None:
        step = self.model.record(self.list.currentIndex())
        if step is None or not self._may(step.id):
            return
        try:
            turned = self._go(step.id)
        except NianbaoError as error:
            self.message.setText(str(error))
            return
        self.refresh()
        self.list.setFocus()
        word = "重做" if turned > 0 else "撤销"
        self.message.setText(f"已{word}{abs(turned)}步。")
        self.gone.emit()
