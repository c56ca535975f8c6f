"""The bar over the form: what is left of each kind, and one button to the next of it."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.flow_layout import FlowLayout
from nianbao.views.open_items import OpenItems, OpenKind

_DONE = "√ 没有待办的了，可以定稿"


class NextBar(QFrame):
    """Shows what is open; pressing a kind limits the way to it, pressing again lifts that."""

    next_wanted = Signal(int)  # 1 for the next, -1 for the one before
    kind_chosen = Signal(str)  # the word of a kind, or nothing for all
    preview_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "next")
        self._chosen = ""
        layout = widgets.row(self, margins=(12, 5, 6, 5), spacing=10)
        self._kinds = QWidget()
        self._flow = FlowLayout(self._kinds, spacing=theme.px(4))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._kinds.setSizePolicy(policy)
        self._buttons: dict[OpenKind, QPushButton] = {}
        for kind in OpenKind:
            made = widgets.button(kind.value, partial(self._choose, kind.value), "kind")
            made.setCheckable(True)
            made.setToolTip("只走这一类，再点一次走全部")
            self._buttons[kind] = made
            self._flow.addWidget(made)
        self._done = widgets.label(_DONE, "strong")
        self.button = widgets.button("下一处　F7", lambda: self.next_wanted.emit(1), "primary")
        self._preview = widgets.button("看预览", self.preview_wanted.emit, "primary")
        layout.addWidget(self._done, 1)
        layout.addWidget(self._kinds, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.button)
        layout.addWidget(self._preview)

    def show_items(self, items: OpenItems, place: Mapping[str, str] | None = None) -> None:
        """Show how much is left; `place` says for a kind which one of how many is current."""
        counts = {kind: items.count(kind) for kind in OpenKind}
        for kind, made in self._buttons.items():
            at = (place or {}).get(kind.value, "")
            made.setText(f"{kind.value} {at or counts[kind]}")
            made.setAccessibleName(f"{kind.value}还有{counts[kind]}")
            made.setVisible(bool(counts[kind]))
            made.setChecked(kind.value == self._chosen)
        if self._chosen and not counts[OpenKind(self._chosen)]:
            self._choose(self._chosen)
        left = bool(items.items)
        self._kinds.setVisible(left)
        self.button.setVisible(left)
        self._done.setVisible(not left)
        self._preview.setVisible(not left)
        self._flow.invalidate()

    @property
    def chosen(self) -> str:
        """The word of the kind that the way is limited to, nothing for all."""
        return self._chosen

    def limit(self, word: str) -> None:
        """Show what the way is limited to, without going anywhere."""
        self._chosen = word
        for kind, made in self._buttons.items():
            made.setChecked(kind.value == word)

    def _choose(self, word: str) -> None:
        self._chosen = "" if self._chosen == word else word
        for kind, made in self._buttons.items():
            made.setChecked(kind.value == self._chosen)
        self.kind_chosen.emit(self._chosen)
