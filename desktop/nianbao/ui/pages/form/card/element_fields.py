"""The fields of front and back matter: dates with a calendar, the document number, names."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QMenu, QToolButton, QWidget, QWidgetAction

from nianbao.machine import clock
from nianbao.ui.kit import theme, widgets
from nianbao.views.form.fields import Field, Sort, as_written

_NAME, _WIDTH = 70, 240  # px
_HINTS = {
    Sort.DATE: "如 2.1 或 2027年2月1日",
    Sort.NUMBER: "代字不变的只写顺序号，如 3",
    Sort.WORDS: "写姓名或号码",
}


class ElementField(QLineEdit):
    """One field. Enter or leaving it gives on what was typed, Esc takes it back."""

    def __init__(self, field: Field, given: Callable[[str, str], bool]) -> None:
        super().__init__(field.held)
        self.field, self._given = field, given
        self._refused = ""
        self.setAccessibleName(field.name)
        last = f"上年{field.last}" if field.last else ""
        self.setPlaceholderText(last or _HINTS[field.sort])
        self.setToolTip("　".join(filter(None, (last, _HINTS[field.sort]))))
        self.setFixedWidth(theme.px(_WIDTH))

    def show_field(self, field: Field) -> None:
        """Show what the field holds now, unless it is being written."""
        if not self.hasFocus() or self.text() == self.field.held or field.held:
            self.setText(field.held)
        self.field = field

    def give(self, *, again: bool = False) -> None:
        """Give on what was typed; what was refused only when it is given `again`."""
        text = self.text().strip()
        if text == self.field.held or (text == self._refused and text and not again):
            return
        self._refused = "" if self._given(self.field.name, text) else text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give(again=True)
        elif event.key() == Qt.Key.Key_Escape:
            self.setText(self.field.held)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.give()


class ElementFields(QWidget):
    """The fields of one element, each in a line with what helps to fill it in."""

    def __init__(self, fields: Sequence[Field], given: Callable[[str, str], bool]) -> None:
        super().__init__()
        self.fields = [ElementField(field, given) for field in fields]
        layout = widgets.column(self, margins=(0, 2, 0, 4), spacing=4)
        for made in self.fields:
            line = widgets.row(spacing=8)
            name = widgets.label(made.field.name, "hint")
            name.setMinimumWidth(theme.px(_NAME))
            line.addWidget(name)
            line.addWidget(made)
            if made.field.sort is Sort.DATE:
                line.addWidget(widgets.button("今天", partial(_put_today, made), "mini"))
                line.addWidget(_calendar(made))
            line.addStretch(1)
            layout.addLayout(line)

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Show what the fields hold now."""
        for made, field in zip(self.fields, fields, strict=True):
            made.show_field(field)

    def set_read_only(self, *, yes: bool) -> None:
        """Let nothing be written where nothing can be saved."""
        for made in self.fields:
            made.setReadOnly(yes)

    def open_at(self, place: int) -> bool:
        """Go to the field at a character of the text, or the first; say whether there is one."""
        if not self.fields:
            return False
        here = [one for one in self.fields if one.field.start <= place <= one.field.stop]
        (here or self.fields)[0].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def flush(self) -> None:
        """Give on what was typed."""
        for made in self.fields:
            made.give()


def _put_today(field: ElementField) -> None:
    field.setText(as_written(clock.today()))
    field.give(again=True)


def _calendar(field: ElementField) -> QToolButton:
    """Return the button that opens a calendar; the day chosen there is put into the field."""
    button = QToolButton()
    button.setText("日历")
    button.setProperty("role", "mini")
    button.setAccessibleName(f"{field.field.name}：日历")
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    calendar = QCalendarWidget()
    calendar.setAccessibleName(f"{field.field.name}：日历")
    action = QWidgetAction(menu)
    action.setDefaultWidget(calendar)
    menu.addAction(action)
    button.setMenu(menu)

    def chosen(day: QDate) -> None:
        menu.close()
        field.setText(f"{day.year()}年{day.month()}月{day.day()}日")
        field.give(again=True)

    calendar.activated.connect(chosen)
    calendar.clicked.connect(chosen)
    return button
