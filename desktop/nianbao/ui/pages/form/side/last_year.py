"""Last year's text of the current entry, what was found on the entry, and its figure in short."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from nianbao.ui.kit import state_colours, widgets
from nianbao.ui.kit.pages.card_page import CardPage
from nianbao.ui.kit.texts.report_text import text_label
from nianbao.ui.kit.theme import StateColour
from nianbao.views.form.findings import PENDING, FindingShown
from nianbao.views.form.last_year_text import LastText
from nianbao.views.ledger.provenance import Provenance

_MOST = 3  # findings beside the text; the others are in their own tab


class LastYearPage(CardPage):
    """What the drafter looks at while writing."""

    answered = Signal(object)
    ignored = Signal(object)
    more = Signal()
    source_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("去年原文")

    def show_text(
        self,
        last: LastText | None,
        found: Sequence[FindingShown],
        figure: Provenance | None,
        nothing: str,
    ) -> None:
        """Show a piece; `nothing` is what to say when last year had none such."""
        self.begin()
        if last is None:
            self.cards.addWidget(widgets.label(nothing, "hint", wrap=True))
        else:
            self._show_last(last, figure.name if figure else "")
        standing = [one for one in found if not one.ignored and one.finding.rule != PENDING]
        for shown in standing[:_MOST]:
            self.cards.addWidget(self._finding(shown))
        if len(standing) > _MOST:
            word = f"还有{len(standing) - _MOST}条发现"
            self.cards.addWidget(widgets.button(word, self.more.emit, "mini"))
        if figure is not None:
            self.cards.addWidget(self._figure(figure))
        self.end()

    def _show_last(self, last: LastText, name: str) -> None:
        self.cards.addWidget(widgets.label(last.place, "small", wrap=True))
        frame, inside = widgets.card()
        numbers = [(n.start, n.length, n.name == name) for n in last.written.numbers]
        inside.addWidget(text_label(last.written.text, numbers, "去年原文"))
        self.cards.addWidget(frame)

    def _finding(self, shown: FindingShown) -> QFrame:
        severity = shown.finding.severity
        frame, inside = widgets.card(f"note-{state_colours.of_severity(severity).value}")
        inside.addWidget(widgets.label(f"{severity.value}　{shown.title}", "strong"))
        inside.addWidget(widgets.label(shown.sentence, "hint", wrap=True))
        if shown.accepts and shown.new != shown.old:
            inside.addWidget(widgets.label(f"{shown.old} → {shown.new}", "strong"))
        row = widgets.row(spacing=6)
        row.addWidget(widgets.button(shown.answer, lambda: self.answered.emit(shown), "mini"))
        if shown.ignorable:
            row.addWidget(widgets.button("忽略", lambda: self.ignored.emit(shown), "mini"))
        row.addStretch(1)
        inside.addLayout(row)
        return frame

    def _figure(self, figure: Provenance) -> QFrame:
        frame, inside = widgets.card(f"note-{StateColour.BLUE.value}")
        value = f"{figure.value}{figure.unit}" if figure.value else figure.standing.value
        inside.addWidget(widgets.label(f"来源　{figure.label} {value}", "strong", wrap=True))
        said = [figure.source, figure.formula and f"＝{figure.formula}", figure.touched]
        if any(said):
            line = " · ".join(word for word in said if word)
            inside.addWidget(widgets.label(line, "hint", wrap=True))
        others = [use.place for use in figure.uses[1:]]
        if others:
            inside.addWidget(widgets.label(f"也用在：{'、'.join(others)}", "small", wrap=True))
        row = widgets.row()
        row.addWidget(widgets.button("来源和口径", self.source_wanted.emit, "mini"))
        row.addStretch(1)
        inside.addLayout(row)
        return frame
