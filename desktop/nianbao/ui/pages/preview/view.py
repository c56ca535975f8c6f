"""The pages of a report, scrolled and zoomed: two side by side where there is room."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from nianbao.ui.kit import theme
from nianbao.ui.pages.preview.pages import Setter
from nianbao.ui.pages.preview.sheet import PaperSheet, words
from nianbao.views import preview
from nianbao.views.preview import PreviewLine

_FULL_SIZE = 96 / 1440  # pixels to a twip at 100 %
_LEAST, _MOST = 0.3, 3.0
_STEP = 1.1
_MOST_FITTED = 1.3  # a single page is not blown up over a whole screen
_TWO_FROM = 760  # px at 100 %: narrower than this, two pages cannot be read
_MARGIN, _GAP = 14, 18


class PreviewView(QScrollArea):
    """The pages of a report; use it alone beside a form, or in `PreviewPage`."""

    figure_chosen = Signal(str, str)  # piece, name of the indicator
    piece_chosen = Signal(str)
    moved = Signal()  # other pages are seen, or the zoom is another

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("报告预览")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._ground = _Ground()
        self.setWidget(self._ground)
        self._setter = Setter()
        self._sheets: list[PaperSheet] = []
        self._zoom: float | None = None  # None: as wide as fits
        self._scale = 1.0
        self._columns = 1
        self._current: tuple[int, int] | None = None  # page and number on it, from 0
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.moved.emit())
        theme.notifier().changed.connect(self._ground.update)

    def refresh(self, lines: Iterable[PreviewLine]) -> None:
        """Show a report; what is seen stays where it is."""
        pages = self._setter.pages(lines)
        while len(self._sheets) > len(pages):
            self._sheets.pop().deleteLater()
        while len(self._sheets) < len(pages):
            self._sheets.append(self._new_sheet())
        for number, (sheet, page) in enumerate(zip(self._sheets, pages, strict=True), start=1):
            sheet.show_page(page, number, len(pages))
        self._set_current(None)
        self._arrange()

    def _new_sheet(self) -> PaperSheet:
        sheet = PaperSheet(self._ground)
        sheet.figure_chosen.connect(self.figure_chosen)
        sheet.piece_chosen.connect(self.piece_chosen)
        sheet.show()
        return sheet

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    @property
    def percent(self) -> int:
        """The size of the pages against paper."""
        return round(self._scale * 100)

    @property
    def seen(self) -> tuple[int, int]:
        """The first and the last page that are seen, from 1."""
        sliver = theme.px(40)
        top = self.verticalScrollBar().value() + sliver
        bottom = top + self.viewport().height() - 2 * sliver
        found = [
            number
            for number, sheet in enumerate(self._sheets, start=1)
            if sheet.geometry().bottom() > top and sheet.y() < bottom
        ]
        return (found[0], found[-1]) if found else (0, 0)

    def zoom_in(self) -> None:
        """Make the pages larger."""
        self._set_zoom(self._scale * _STEP)

    def zoom_out(self) -> None:
        """Make the pages smaller."""
        self._set_zoom(self._scale / _STEP)

    def fit(self) -> None:
        """Make the pages as wide as there is room."""
        self._set_zoom(None)

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = None if zoom is None else min(max(zoom, _LEAST), _MOST)
        self._arrange()

    def _arrange(self) -> None:
        """Give every sheet its place, and keep to what is seen."""
        bar = self.verticalScrollBar()
        before = bar.value() / max(self._ground.height(), 1)
        columns, scale = self._columns, self._scale
        self._measure()
        size = self._sheet_size()
        margin, gap = self._margin, theme.px(_GAP)
        block = self._columns * size.width() + (self._columns - 1) * gap
        width = max(self.viewport().width(), block + 2 * margin)
        for number, sheet in enumerate(self._sheets):
            line, column = divmod(number, self._columns)
            left = (width - block) // 2 + column * (size.width() + gap)
            top = margin + line * (size.height() + gap)
            sheet.setGeometry(left, top, size.width(), size.height())
        lines = -(-len(self._sheets) // self._columns)
        self._ground.resize(width, 2 * margin + lines * (size.height() + gap) - gap)
        if (columns, scale) != (self._columns, self._scale):
            bar.setValue(round(before * self._ground.height()))
            across = self.horizontalScrollBar()
            across.setValue(across.maximum() // 2)
        bar.setSingleStep(max(size.height() // 22, 1))
        self.moved.emit()

    @property
    def _margin(self) -> int:
        """The space around the pages, which a narrow view can ill afford."""
        return theme.px(_MARGIN if self.viewport().width() >= theme.px(_TWO_FROM) else _MARGIN / 3)

    @property
    def _paper(self) -> tuple[int, int]:
        """The size of the paper in twips."""
        return (self._sheets[0].page.paper if self._sheets else preview.geometry().page).paper

    def _measure(self) -> None:
        """Decide how large the pages are and how many stand side by side."""
        room = self.viewport().width() - 2 * self._margin
        full, gap = self._paper[0] * _FULL_SIZE, theme.px(_GAP)
        if self._zoom is None:
            two = room >= theme.px(_TWO_FROM) and len(self._sheets) > 1
            self._columns = 2 if two else 1
            wanted = (room - (self._columns - 1) * gap) / self._columns / full
            self._scale = min(max(wanted, _LEAST), _MOST_FITTED)
        else:
            self._scale = self._zoom
            self._columns = 2 if 2 * full * self._scale + gap <= room else 1

    def _sheet_size(self) -> QSize:
        scale = self._scale * _FULL_SIZE
        return QSize(int(self._paper[0] * scale), int(self._paper[1] * scale))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        if turned := event.angleDelta().y():
            (self.zoom_in if turned > 0 else self.zoom_out)()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        action = self._actions(control=control).get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            action()
            event.accept()

    def _actions(self, *, control: bool) -> dict[Qt.Key, Callable[[], object]]:
        bar = self.verticalScrollBar()
        if control:
            return {
                Qt.Key.Key_Equal: self.zoom_in,
                Qt.Key.Key_Plus: self.zoom_in,
                Qt.Key.Key_Minus: self.zoom_out,
                Qt.Key.Key_0: self.fit,
                Qt.Key.Key_Home: lambda: bar.setValue(0),
                Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            }
        return {
            Qt.Key.Key_PageDown: lambda: self._turn(1),
            Qt.Key.Key_PageUp: lambda: self._turn(-1),
            Qt.Key.Key_Home: lambda: bar.setValue(0),
            Qt.Key.Key_End: lambda: bar.setValue(bar.maximum()),
            Qt.Key.Key_Right: lambda: self.step(1),
            Qt.Key.Key_Left: lambda: self.step(-1),
            Qt.Key.Key_Return: self._choose_current,
            Qt.Key.Key_Enter: self._choose_current,
        }

    def _turn(self, direction: int) -> None:
        """Go to the top of the next or the last line of pages."""
        bar = self.verticalScrollBar()
        tops = sorted({sheet.y() - self._margin for sheet in self._sheets})
        here = bar.value()
        further = [top for top in tops if (top - here) * direction > 1]
        if further:
            bar.setValue(min(further) if direction > 0 else max(further))
        else:
            bar.setValue(bar.maximum() if direction > 0 else 0)

    def step(self, direction: int, *, open_only: bool = False) -> bool:
        """Go to the next number or mark from here; return whether there is one.

        `open_only`: only to what is still to be filled in; behind the last comes the first.
        """
        every = [
            (page, number)
            for page, sheet in enumerate(self._sheets)
            for number, spot in enumerate(sheet.spots())
            if spot.stretch.run.mark or not open_only
        ]
        if not every:
            return False
        here = self._current
        if here is None:
            seen = [one for one in every if self._top(one) >= self.verticalScrollBar().value()]
            self._set_current(seen[0] if seen else every[0])
        elif direction > 0:
            self._set_current(min((one for one in every if one > here), default=every[0]))
        else:
            self._set_current(max((one for one in every if one < here), default=every[-1]))
        return True

    def _top(self, place: tuple[int, int]) -> float:
        sheet = self._sheets[place[0]]
        return sheet.y() + sheet.place_of(sheet.spots()[place[1]]).top()

    def _set_current(self, place: tuple[int, int] | None) -> None:
        for sheet in self._sheets:
            sheet.set_current(None)
        self._current = place
        if place is None:
            self.setAccessibleDescription("")
            return
        sheet = self._sheets[place[0]]
        spot = sheet.spots()[place[1]]
        sheet.set_current(spot.stretch)
        self.setAccessibleDescription(f"{spot.stretch.run.text}：{words(spot.stretch)}")
        centre = sheet.place_of(spot).translated(sheet.pos()).center().toPoint()
        self.ensureVisible(centre.x(), centre.y(), theme.px(60), theme.px(120))

    def _choose_current(self) -> None:
        if self._current is not None:
            page, number = self._current
            sheet = self._sheets[page]
            sheet.choose(sheet.spots()[number].stretch)

    def reveal(self, piece: str) -> None:
        """Scroll to where a piece of the report begins, unless it is seen already."""
        for sheet in self._sheets:
            for row in sheet.page.rows:
                stretches = row.paragraph.stretches(row.number)
                if any(stretch.run.piece == piece for stretch, _ in stretches):
                    top = round(sheet.y() + sheet.height() * sheet.page.share(row))
                    self.ensureVisible(sheet.geometry().center().x(), top, 0, theme.px(80))
                    return


class _Ground(QWidget):
    """What the pages lie on."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(theme.colours().grey_ground))
        painter.end()
