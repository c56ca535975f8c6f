"""Where the current figure comes from, what it is used for, and what can be done about it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nianbao.report.figures.standing import Standing
from nianbao.ui.kit import state_colours, theme, widgets
from nianbao.ui.kit.name_line import NameLine
from nianbao.ui.kit.pages.card_page import CardPage
from nianbao.views.ledger.provenance import Provenance

_NOTHING = "点一下文中的数，或者表里的一行，这里就说明它从哪里来、还用在哪里。"
_NAME = 58  # px of the names at the left


class SourcePage(CardPage):
    """All there is to say of one figure."""

    jump = Signal(str, str)
    figure_wanted = Signal(str)
    confirmed = Signal(str)
    cleared = Signal(str)
    computed = Signal(str)
    not_applicable = Signal(str)
    renamed = Signal(str, str)  # figure, its new label
    left = Signal()  # the name of the figure was given up

    def __init__(self) -> None:
        super().__init__("来源")
        self.name: NameLine | None = None

    def show_figure(self, figure: Provenance | None) -> None:
        """Show a figure, or how to choose one."""
        if figure is None:
            self.name = None
            self.say(_NOTHING)
            return
        self.begin()
        self.cards.addWidget(self._value(figure))
        if figure.formula:
            self.cards.addWidget(self._formula(figure))
        about = [
            ("来源", figure.source),
            ("最近改动", figure.touched),
            ("截止日期", figure.as_of),
            ("口径", figure.definition),
            ("时段", figure.period),
            ("报送部门", figure.department or "没有指定"),
        ]
        frame, inside = widgets.card()
        for name, text in about:
            if text:
                _pair(inside, name, text)
        self.cards.addWidget(frame)
        self.cards.addWidget(self._uses(figure))
        self.end()

    def _value(self, figure: Provenance) -> QFrame:
        frame, inside = widgets.card("card")
        self.name = NameLine("strong")
        self.name.show_name(figure.label)
        self.name.given.connect(lambda label: self.renamed.emit(figure.name, label))
        self.name.left.connect(self.left)
        inside.addWidget(self.name)
        line = widgets.row()
        value = f"{figure.value}{figure.unit}" if figure.value else "还没有数"
        line.addWidget(widgets.label(value, "title"))
        line.addWidget(
            widgets.pill(state_colours.words(figure.standing), state_colours.of(figure.standing))
        )
        line.addStretch(1)
        inside.addLayout(line)
        if figure.last:
            change = f"，{figure.change}" if figure.change else ""
            words = f"{figure.last_year}年 {figure.last}{figure.unit}{change}"
            inside.addWidget(widgets.label(words, "hint", wrap=True))
        self._actions(figure, inside)
        return frame

    def _actions(self, figure: Provenance, inside: QVBoxLayout) -> None:
        row = widgets.row(spacing=6)
        if figure.confirmable:
            word = f"确认沿用{figure.last}"
            row.addWidget(self._action(word, self.confirmed.emit, figure))
        if figure.standing is Standing.CARRIED:
            row.addWidget(self._action("清空", self.cleared.emit, figure))
        if figure.restorable:
            row.addWidget(self._action("用公式", self.computed.emit, figure))
        if figure.standing is not Standing.NOT_APPLICABLE:
            row.addWidget(
                self._action(Standing.NOT_APPLICABLE.value, self.not_applicable.emit, figure)
            )
        row.addStretch(1)
        inside.addLayout(row)

    @staticmethod
    def _action(word: str, signal: Callable[[str], object], figure: Provenance) -> QPushButton:
        return widgets.button(word, lambda: signal(figure.name), "mini")

    def _formula(self, figure: Provenance) -> QFrame:
        frame, inside = widgets.card("note-green")
        inside.addWidget(widgets.label("公式", "strong"))
        inside.addWidget(widgets.label(f"＝ {figure.formula}", wrap=True))
        for operand in figure.operands:
            word = f"{operand.label}　{operand.value or Standing.PENDING.value}"
            link = widgets.button(word, partial(self.figure_wanted.emit, operand.name), "link")
            inside.addLayout(_left(link))
        if figure.computed:
            said = f"按公式应为{figure.computed}{figure.unit}，现在是手改的数。"
            inside.addWidget(widgets.label(said, "hint", wrap=True))
        return frame

    def _uses(self, figure: Provenance) -> QFrame:
        frame, inside = widgets.card()
        inside.addWidget(widgets.label(f"用在{len(figure.uses)}处", "strong"))
        for use in figure.uses:
            link = widgets.button(
                use.place,
                partial(self.jump.emit, use.piece, figure.name),
                "link",
                tip=use.place,
            )
            inside.addLayout(_left(link))
        return frame


def _left(widget: QWidget) -> QHBoxLayout:
    row = widgets.row()
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _pair(inside: QVBoxLayout, name: str, text: str) -> None:
    row = widgets.row()
    head = widgets.label(name, "small")
    head.setFixedWidth(theme.px(_NAME))
    row.addWidget(head, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(widgets.label(text, wrap=True), 1)
    inside.addLayout(row)
