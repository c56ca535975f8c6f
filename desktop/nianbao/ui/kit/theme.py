"""Colours, sizes and fonts of the whole window, in light, dark and high contrast.

Widgets name what they are with the dynamic property `role` (see `look.qss`); what is painted by
hand asks `colours()`, `px()` and `text_font()`. `apply` changes all of it at once and `notifier`
tells those that keep something computed.
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QWidget

_HERE = Path(__file__).resolve().parent
_LOOK = "look"  # what the program was given last
BASE = 14  # px of interface text at 100 %
ZOOMS = (100, 110, 125, 150, 175, 200)
_INTERFACE = ("Microsoft YaHei UI", "Noto Sans CJK SC", "WenQuanYi Micro Hei", "PingFang SC")
_REPORT = ("仿宋_GB2312", "仿宋", "FangSong", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun")


class ThemeName(StrEnum):
    """The looks to choose from; the value is the word on the screen."""

    LIGHT = "浅色"
    DARK = "深色"
    CONTRAST = "高对比"


class StateColour(StrEnum):
    """What a colour says. Every colour comes with a glyph or a word, never alone."""

    GREY = "grey"  # carried over, untouched
    BLUE = "blue"  # answered, current
    GREEN = "green"  # computed, finished
    AMBER = "amber"  # doubtful, set by hand
    RED = "red"  # missing, blocking


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of one theme; `*_ground` stands under the colour of the same name."""

    ink: str
    soft: str
    line: str
    faint: str  # lines inside a table
    ground: str
    card: str
    side: str  # the columns left and right, table heads
    blue: str
    blue_ground: str
    on_blue: str  # text on blue
    blue_light: str  # the middle of the heat bar
    green: str
    green_ground: str
    amber: str
    amber_ground: str
    red: str
    red_ground: str
    grey: str
    grey_ground: str
    mark: str  # highlighted stretches, as in the printed draft
    shadow: str
    handle: str  # what can be grabbed, and what has not begun

    def of(self, colour: StateColour) -> tuple[QColor, QColor]:
        """Return the text colour and the ground of a colour."""
        return QColor(getattr(self, colour.value)), QColor(getattr(self, f"{colour.value}_ground"))


_THEMES = {
    ThemeName.LIGHT: Colours(
        ink="#1f2933",
        soft="#5b6876",
        line="#dfe4ea",
        faint="#eef1f4",
        ground="#f4f6f8",
        card="#ffffff",
        side="#fbfcfd",
        blue="#1f5fa8",
        blue_ground="#e6f0fb",
        on_blue="#ffffff",
        blue_light="#8db8e8",
        green="#1e7b4f",
        green_ground="#e4f4ec",
        amber="#a15c00",
        amber_ground="#fff1dc",
        red="#b3261e",
        red_ground="#fdeceb",
        grey="#5b6876",
        grey_ground="#edf0f3",
        mark="#ffe08a",
        shadow="#c3cad2",
        handle="#c3cad2",
    ),
    ThemeName.DARK: Colours(
        ink="#e6eaef",
        soft="#a3afbc",
        line="#3a444f",
        faint="#2f3842",
        ground="#1b2128",
        card="#242c35",
        side="#202730",
        blue="#7db4f0",
        blue_ground="#21384f",
        on_blue="#10202f",
        blue_light="#3f6f9f",
        green="#74cfa2",
        green_ground="#1d3a2e",
        amber="#f0b35c",
        amber_ground="#42331c",
        red="#ff948c",
        red_ground="#4a2725",
        grey="#a3afbc",
        grey_ground="#333d48",
        mark="#6b5a1e",
        shadow="#0c1014",
        handle="#566372",
    ),
    ThemeName.CONTRAST: Colours(
        ink="#000000",
        soft="#000000",
        line="#000000",
        faint="#767676",
        ground="#ffffff",
        card="#ffffff",
        side="#ffffff",
        blue="#00328a",
        blue_ground="#d6e6ff",
        on_blue="#ffffff",
        blue_light="#5a8ee0",
        green="#004d24",
        green_ground="#d3f2df",
        amber="#5c3200",
        amber_ground="#ffe7c2",
        red="#8a0000",
        red_ground="#ffdedb",
        grey="#262626",
        grey_ground="#e3e3e3",
        mark="#ffd84d",
        shadow="#000000",
        handle="#6b6b6b",
    ),
}


class Notifier(QObject):
    """Tells that colours or sizes have changed."""

    changed = Signal()


@dataclass(slots=True)
class _Current:
    name: ThemeName = ThemeName.LIGHT
    zoom: int = 100


_current = _Current()


@cache
def notifier() -> Notifier:
    """Return the one notifier."""
    return Notifier()


def colours() -> Colours:
    """Return the colours in use."""
    return _THEMES[_current.name]


def name() -> ThemeName:
    """Return the theme in use."""
    return _current.name


def zoom() -> int:
    """Return the zoom of the interface in percent."""
    return _current.zoom


def px(size: float) -> int:
    """Return a size given for 100 % in pixels of today's zoom."""
    return max(1, round(size * _current.zoom / 100))


def interface_font(size: float = BASE, *, bold: bool = False) -> QFont:
    """Return the font of the interface; `size` is in px at 100 %."""
    return _font(_INTERFACE, size, bold=bold)


def text_font(size: float = 15, *, bold: bool = False) -> QFont:
    """Return the font that a report's own text is set in, so that it never mixes with ours."""
    return _font(_REPORT, size, bold=bold)


def _font(families: tuple[str, ...], size: float, *, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(px(size))
    font.setBold(bold)
    return font


def apply(app: QApplication, name: ThemeName, zoom: int) -> None:
    """Give the whole program a theme and a zoom in percent; nothing is drawn anew for the same."""
    _current.name, _current.zoom = name, zoom
    font, sheet = interface_font(), _sheet()
    look = f"{font.toString()}\n{sheet}"
    if app.property(_LOOK) == look:
        return
    app.setProperty(_LOOK, look)
    app.setFont(font)
    app.setPalette(_palette())
    app.setStyleSheet(sheet)
    notifier().changed.emit()


def set_role(widget: QWidget, role: str) -> None:
    """Say what a widget is; it looks so at once."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def pill_width(text: str, size: float = 12) -> float:
    """Return how wide `draw_pill` draws a text."""
    return QFontMetricsF(interface_font(size)).horizontalAdvance(text) + px(14)


def draw_pill(
    painter: QPainter, place: QRectF, text: str, colour: StateColour, size: float = 12
) -> None:
    """Draw a state as a rounded word at the left of a place, dashed when it is missing."""
    ink, ground = colours().of(colour)
    font = interface_font(size)
    metrics = QFontMetricsF(font)
    height = metrics.height() + px(2)
    width = min(pill_width(text, size), place.width())
    shape = QRectF(place.left(), place.center().y() - height / 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = (
        QPen(ink, 1, Qt.PenStyle.DashLine) if colour is StateColour.RED else QPen(Qt.PenStyle.NoPen)
    )
    painter.setPen(pen)
    painter.setBrush(ground)
    shape.adjust(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(shape, height / 2, height / 2)
    painter.setPen(ink)
    painter.setFont(font)
    inner = shape.adjusted(px(6), 0, -px(5), 0)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width() + 1)
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


def _palette() -> QPalette:
    c = colours()
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: c.ground,
        QPalette.ColorRole.WindowText: c.ink,
        QPalette.ColorRole.Base: c.card,
        QPalette.ColorRole.AlternateBase: c.side,
        QPalette.ColorRole.Text: c.ink,
        QPalette.ColorRole.Button: c.card,
        QPalette.ColorRole.ButtonText: c.ink,
        QPalette.ColorRole.ToolTipBase: c.card,
        QPalette.ColorRole.ToolTipText: c.ink,
        QPalette.ColorRole.PlaceholderText: c.soft,
        QPalette.ColorRole.Highlight: c.blue,
        QPalette.ColorRole.HighlightedText: c.on_blue,
        QPalette.ColorRole.Link: c.blue,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette


def _sheet() -> str:
    sizes = {f"px{n}": f"{px(n)}px" for n in range(1, 61)}
    other = {"folder": _HERE.as_posix(), "families": ", ".join(f'"{f}"' for f in _INTERFACE)}
    return _template().substitute(asdict(colours()) | sizes | other)


@cache
def _template() -> Template:
    return Template((_HERE / "look.qss").read_text(encoding="utf-8"))
