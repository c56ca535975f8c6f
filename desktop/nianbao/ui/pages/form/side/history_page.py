"""The current figure through the years, each with its sentence."""

from collections.abc import Sequence

from nianbao.ui.kit import widgets
from nianbao.ui.kit.pages.card_page import CardPage
from nianbao.ui.kit.texts.report_text import text_label
from nianbao.views.ledger.provenance import YearValue

_NOTHING = "点一下文中的数，或者表里的一行，这里就列出它历年的数和写法。"


class HistoryPage(CardPage):
    """A card for each year, newest first."""

    def __init__(self) -> None:
        super().__init__("历年")

    def show_years(self, label: str, unit: str, years: Sequence[YearValue]) -> None:
        """Show a figure's years, or how to choose one when there are none."""
        if not years:
            self.say(_NOTHING)
            return
        self.begin()
        self.cards.addWidget(widgets.label(label, "strong", wrap=True))
        for one in years:
            frame, inside = widgets.card()
            line = widgets.row()
            line.addWidget(widgets.label(f"{one.year}年", "small"))
            shown = f"{one.value}{unit}" if one.value[-1:].isdigit() else one.value
            line.addWidget(widgets.label(shown, "strong"))
            line.addStretch(1)
            if one.change:
                line.addWidget(widgets.label(one.change, "small"))
            inside.addLayout(line)
            if one.sentence:
                numbers = [(one.start, one.length, False)]
                name = f"{one.year}年原文"
                inside.addWidget(text_label(one.sentence, numbers, name, size=14))
            self.cards.addWidget(frame)
        self.end()
