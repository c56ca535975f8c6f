"""The current figure: five years, what it counts, where it stands, how it came about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from nianbao.report.figures.standing import Standing
from nianbao.report.writing.text import shortened
from nianbao.ui.kit import theme, widgets
from nianbao.ui.kit.name_line import NameLine
from nianbao.ui.pages.ledger.describing import Describing
from nianbao.ui.pages.ledger.painting import BarChart
from nianbao.views.ledger.figure_uses import FigureSentence, FigureUse
from nianbao.views.ledger.provenance import PERIODS
from nianbao.views.ledger.tables import LedgerRow, ValueStep, digits

_LINE = 17  # characters of a link


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrentFigure:
    """All there is to show of one figure. `feeds` are name and value of what follows from it."""

    row: LedgerRow
    year: int
    passages: Sequence[FigureSentence]
    steps: Sequence[ValueStep]
    feeds: Sequence[tuple[str, str]]


class LedgerDetail(QScrollArea):
    """The column at the right of the table."""

    described = Signal(str, str, str)  # indicator, definition, department
    renamed = Signal(str, str)  # indicator, its new label
    jump = Signal(str, str)  # piece, indicator
    confirmed = Signal(str)  # last year's value of the indicator holds
    computed = Signal(str)  # the indicator's formula is to give its value again
    left = Signal()  # the table may have the focus again

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("选中的指标")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name = self._shown = ""

        self.title = NameLine("product")
        self.title.given.connect(lambda label: self.renamed.emit(self._name, label))
        self.title.left.connect(self.left)
        self.kind = widgets.label("", "hint")
        self.chart = BarChart()
        self.describing = Describing()
        self.describing.described.connect(
            lambda definition, department: self.described.emit(self._name, definition, department)
        )
        self.describing.left.connect(self.left)
        frame, inside = widgets.card("note-blue")
        inside.addWidget(self.describing)

        self._cards = QWidget()
        self._below = widgets.column(self._cards, spacing=8)
        body = QWidget()
        body.setProperty("role", "side")
        layout = widgets.column(body, margins=(14, 10, 14, 12), spacing=8)
        layout.addWidget(self.title)
        layout.addWidget(self.kind)
        layout.addWidget(self.chart)
        layout.addWidget(frame)
        layout.addWidget(self._cards)
        layout.addStretch()
        self.setWidget(body)

    def show_figure(self, figure: CurrentFigure) -> None:
        """Show a figure."""
        row = figure.row
        if row.name != self._name:
            self.describing.definition.give()  # to the figure it was written for
        self._name = row.name
        if row.name != self._shown or row.label != self.title.shown.text():
            self.title.show_name(row.label)
        self._shown = row.name
        self.kind.setText(" · ".join(filter(None, (row.unit, PERIODS[row.period]))))
        self.chart.show_row(row)
        self.describing.show_row(row)
        widgets.clear(self._below)
        for card in filter(None, (self._state(figure), self._uses(figure), _history(figure))):
            self._below.addWidget(card)
        if figure.feeds:
            self._below.addWidget(_feeds(figure))

    def _state(self, figure: CurrentFigure) -> QFrame | None:
        """Return what there is to decide, None for a plain figure."""
        row, year = figure.row, figure.year
        if row.carried is not None:
            frame, inside = _card("note-grey", Standing.CARRIED.value)
            inside.addWidget(
                widgets.label(f"上年是{digits(row.carried)}，今年还是这个数吗？", wrap=True)
            )
            word = f"确认沿用{digits(row.carried)}"
            inside.addWidget(self._button(word, self.confirmed.emit), 0, Qt.AlignmentFlag.AlignLeft)
            return frame
        if not row.has_formula:
            return None
        is_manual = row.standing is Standing.MANUAL
        frame, inside = _card("note-amber" if is_manual else "note-green", "公式")
        inside.addWidget(widgets.label(row.formula, wrap=True))
        if is_manual:
            inside.addWidget(
                widgets.label(f"{year}年的{row.value_text(year)}是手填的，与公式不同。", wrap=True)
            )
            button = self._button("改由公式算", self.computed.emit)
            inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _button(self, word: str, clicked: Callable[[str], object]) -> QWidget:
        return widgets.button(word, lambda: clicked(self._name), "mini")

    def _uses(self, figure: CurrentFigure) -> QFrame:
        frame, inside = _card("note-blue", "用在")
        for passage in figure.passages:
            link = widgets.button(
                _short(passage.use),
                partial(self.jump.emit, passage.use.piece, self._name),
                "link",
                tip=f"{passage.use.place}\n转到正文",
            )
            link.setAccessibleName(f"转到正文：{passage.use.place}")
            link.setMinimumWidth(1)  # a long heading is cut, the column is not made wider
            inside.addWidget(link)
            inside.addWidget(_sentence(passage))
        if not figure.passages:
            inside.addWidget(widgets.label("今年的正文里没有用到。", "hint"))
        return frame


def _card(role: str, title: str) -> tuple[QFrame, QVBoxLayout]:
    frame, inside = widgets.card(role)
    inside.addWidget(widgets.label(title, "strong"))
    return frame, inside


def _short(use: FigureUse) -> str:
    """Return a place that fits in one line; its end says which entry it is."""
    within = shortened(use.within, _LINE - 5)
    return f"{shortened(use.heading, _LINE - len(within))} {within}".rstrip()


def _sentence(passage: FigureSentence) -> QLabel:
    shown = QLabel(
        f"{escape(passage.before)}<b>{escape(passage.number)}</b>{escape(passage.after)}"
    )
    shown.setTextFormat(Qt.TextFormat.RichText)
    shown.setWordWrap(True)
    shown.setFont(theme.text_font(14))
    return shown


def _history(figure: CurrentFigure) -> QFrame:
    frame, inside = _card("note-blue", "这个数的经过")
    for step in figure.steps:
        before = f"（原来{step.before}）" if step.before and step.before != Standing.PENDING else ""
        inside.addWidget(widgets.label(f"{step.value}{before}", wrap=True))
        inside.addWidget(widgets.label(f"{step.when}　{step.what}", "small", wrap=True))
    if not figure.steps:
        inside.addWidget(widgets.label(f"{figure.year}年还没有填过。", "hint"))
    return frame


def _feeds(figure: CurrentFigure) -> QFrame:
    frame, inside = _card("note-green", "由它算出")
    for label, value in figure.feeds:
        inside.addWidget(widgets.label(f"{label}　{value}", wrap=True))
    return frame
