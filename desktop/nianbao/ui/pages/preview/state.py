"""The column beside the pages: how long it is, what is still open, how it will look."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from nianbao.ui.kit import theme, widgets
from nianbao.ui.pages.preview import faces
from nianbao.views import preview
from nianbao.views.open_items import OpenItems
from nianbao.views.preview import PreviewLine

_WIDTH = 300  # px at 100 %
_FACTS = ("页数", "字数", "待填", "待核")


class StateColumn(QScrollArea):
    """Says whether the report may be final, and why not."""

    next_wanted = Signal()
    export_wanted = Signal()
    template_wanted = Signal()
    own_template_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("这一稿的情况")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(theme.px(_WIDTH))
        self.setProperty("role", "column-right")

        inner = QWidget()
        layout = widgets.column(inner, margins=(16, 12, 16, 12), spacing=10)
        layout.addWidget(widgets.label("这一稿", "product"))
        self.facts: dict[str, QLabel] = {}
        layout.addWidget(self._table())
        layout.addWidget(self._open_card())
        layout.addWidget(self._look_card())
        self.show_template(None)
        layout.addStretch(1)
        self.setWidget(inner)

    def _table(self) -> QFrame:
        frame, layout = widgets.card()
        for number, name in enumerate(_FACTS):
            if number:
                layout.addWidget(widgets.rule())
            line = widgets.row()
            line.addWidget(widgets.label(name))
            line.addStretch(1)
            self.facts[name] = widgets.label("")
            line.addWidget(self.facts[name])
            layout.addLayout(line)
        return frame

    def _open_card(self) -> QFrame:
        self._card, layout = widgets.card("note-red")
        self.verdict = widgets.label("", "strong")
        self.reason = widgets.label("", wrap=True)
        layout.addWidget(self.verdict)
        layout.addWidget(self.reason)
        buttons = widgets.row()
        self.next = widgets.button("看下一处", self.next_wanted.emit, "mini")
        self.export = widgets.button("导出Word", self.export_wanted.emit, "mini")
        buttons.addWidget(self.next)
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        return self._card

    def _look_card(self) -> QFrame:
        card, layout = widgets.card("note-blue")
        layout.addWidget(widgets.label("版面", "strong"))
        self.look = widgets.label("", "hint", wrap=True)
        layout.addWidget(self.look)
        buttons = widgets.row()
        buttons.addWidget(widgets.button("换模板…", self.template_wanted.emit, "mini"))
        self.own = widgets.button("用自带的模板", self.own_template_wanted.emit, "mini")
        buttons.addWidget(self.own)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        if notes := faces.notes():
            notes.append("导出后换到装有这些字体的电脑上，就是规定的样子。")
        for sentence in notes:
            layout.addWidget(widgets.label(sentence, "hint", wrap=True))
        return card

    def show_template(self, template: Path | None) -> None:
        """Say by which Word template the pages are set; None is the program's own."""
        shape = preview.geometry(template)
        by = f"按本单位的模板“{template.name}”" if template else "按党政机关公文格式"
        self.look.setText(f"{by}，每页{shape.page.lines}行，每行{shape.characters}字。")
        self.own.setVisible(template is not None)

    def refresh(self, lines: Sequence[PreviewLine], pages: int, open_items: OpenItems) -> None:
        """Show how a report stands."""
        counts = {"待填": open_items.to_fill, "待核": open_items.to_check}
        self.facts["页数"].setText(f"{pages} 页")
        self.facts["字数"].setText(f"{preview.length(lines):,} 字")
        for name, count in counts.items():
            self.facts[name].setText(f"{count} 项")
            theme.set_role(self.facts[name], "error" if count else "")
        said = open_items.blocks_final
        self.next.setVisible(bool(said))
        if said:
            self.verdict.setText("× 还不能定稿")
            self.reason.setText(f"还有{said}。现在可以导出送审稿，没写好的地方标黄。")
        else:
            self.verdict.setText("√ 可以定稿")
            self.reason.setText("数都填齐了，没有待核、没有定的地方，可以导出。")
        theme.set_role(self._card, "note-red" if said else "note-green")
