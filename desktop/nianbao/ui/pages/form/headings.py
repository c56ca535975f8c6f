"""Headings of one's own: the title is asked above the text, where it is always seen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from nianbao.actions import sections
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.ui.kit import widgets
from nianbao.ui.pages.form.section_page import SectionPage
from nianbao.views.form.new_heading import place_of

_NOWHERE = "这里不能新增一节。请先在左边的提纲里选一节，新的排在它后面。"


class Headings(QFrame):
    """A field for the title of a new heading, hidden until it is asked for; and their removal.

    `leave` gives the focus back to the text.
    """

    def __init__(
        self,
        desk: Desk,
        form: SectionPage,
        *,
        say: Callable[[str], object],
        go_to: Callable[[str], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self._desk, self._form = desk, form
        self._say, self._go_to, self._leave = say, go_to, leave
        self._behind = ""  # the section behind which it comes
        self.setProperty("role", "card-current")
        layout = widgets.column(self, margins=(13, 8, 13, 8), spacing=4)
        self.asked = widgets.label("", "strong", wrap=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText("标题，编号不用写")
        self.field.setAccessibleName("新增一节的标题")
        keys = widgets.row(spacing=8)
        keys.addWidget(widgets.label("Enter 加上　Esc 不要", "small"))
        keys.addStretch(1)
        keys.addWidget(widgets.button("加上", self._add, "mini"))
        keys.addWidget(widgets.button("不要", self._give_up, "mini"))
        layout.addWidget(self.asked)
        layout.addWidget(self.field)
        layout.addLayout(keys)
        self.hide()

    def ask(self, section: str = "") -> None:
        """Ask for the title of a heading behind a section, the current one if none is named."""
        section = section or self._form.current_section
        place = place_of(self._desk, section)
        if not place:
            self._say(_NOWHERE)
            return
        if self.isHidden():
            self.field.clear()
        self._behind = section
        self.asked.setText(f"新增一节：{place}")
        self.field.setAccessibleName(f"新增一节的标题，{place}")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, section: str = "") -> None:
        """Take out a heading without text, that of the current section if none is named."""
        self._form.flush()
        try:
            sections.remove(self._desk, section or self._form.current_section)
        except NianbaoError as error:
            self._say(str(error))
        else:
            self._say("")
        self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self._add()
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        self._form.flush()
        try:
            piece = sections.add(self._desk, self._behind, self.field.text())
        except NianbaoError as error:
            self._say(str(error))
            return
        self._say("")
        self.hide()
        self._go_to(piece)

    def _give_up(self) -> None:
        self.hide()
        self._leave()
