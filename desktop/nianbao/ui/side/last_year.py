"""Last year's text of the entry in hand, what was found on the entry, and its figure in short."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from nianbao.app.beside import LastText
from nianbao.app.findings import PENDING, Shown
from nianbao.app.provenance import Provenance
from nianbao.ui import parts, tones
from nianbao.ui.side.scrolling import CardPage
from nianbao.ui.side.texts import text_label
from nianbao.ui.theme import Tone

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
        found: Sequence[Shown],
        figure: Provenance | None,
        nothing: str,
    ) -> None:
        """Show a piece; `nothing` is what to say when last year had none such."""
        self.begin()
        if last is None:
            self.cards.addWidget(parts.label(nothing, "hint", wrap=True))
        else:
            self._show_last(last, figure.name if figure else "")
        standing = [one for one in found if not one.ignored and one.finding.rule != PENDING]
        for shown in standing[:_MOST]:
            self.cards.addWidget(self._finding(shown))
        if len(standing) > _MOST:
            word = f"还有{len(standing) - _MOST}条发现"
            self.cards.addWidget(parts.button(word, self.more.emit, "mini"))
        if figure is not None:
            self.cards.addWidget(self._figure(figure))
        self.end()

    def _show_last(self, last: LastText, name: str) -> None:
        self.cards.addWidget(parts.label(last.place, "small", wrap=True))
        frame, inside = parts.card()
        numbers = [(n.start, n.length, n.name == name) for n in last.written.numbers]
        inside.addWidget(text_label(last.written.text, numbers, "去年原文"))
        self.cards.addWidget(frame)

    def _finding(self, shown: Shown) -> QFrame:
        severity = shown.finding.severity
        frame, inside = parts.card(f"note-{tones.of_severity(severity).value}")
        inside.addWidget(parts.label(f"{severity.value}　{shown.title}", "strong"))
        inside.addWidget(parts.label(shown.sentence, "hint", wrap=True))
        if shown.accepts and shown.new != shown.old:
            inside.addWidget(parts.label(f"{shown.old} → {shown.new}", "strong"))
        row = parts.row(spacing=6)
        row.addWidget(parts.button(shown.answer, lambda: self.answered.emit(shown), "mini"))
        if shown.ignorable:
            row.addWidget(parts.button("忽略", lambda: self.ignored.emit(shown), "mini"))
        row.addStretch(1)
        inside.addLayout(row)
        return frame

    def _figure(self, figure: Provenance) -> QFrame:
        frame, inside = parts.card(f"note-{Tone.BLUE.value}")
        value = f"{figure.value}{figure.unit}" if figure.value else figure.standing.value
        inside.addWidget(parts.label(f"来源　{figure.label} {value}", "strong", wrap=True))
        said = [figure.source, figure.formula and f"＝{figure.formula}", figure.touched]
        if any(said):
            line = " · ".join(word for word in said if word)
            inside.addWidget(parts.label(line, "hint", wrap=True))
        others = [use.place for use in figure.uses[1:]]
        if others:
            inside.addWidget(parts.label(f"也用在：{'、'.join(others)}", "small", wrap=True))
        row = parts.row()
        row.addWidget(parts.button("来源和口径", self.source_wanted.emit, "mini"))
        row.addStretch(1)
        inside.addLayout(row)
        return frame
