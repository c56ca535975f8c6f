"""Another look of the window: larger or smaller, light or dark. What is under way stays."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.shell.settings import Settings

if TYPE_CHECKING:
    from nianbao.ui.shell.report.desk_page import DeskPage
    from nianbao.ui.shell.window import Window


def zoom(window: "Window", step: int) -> None:
    """Make everything larger or smaller by a step, or as it was for 0."""
    zooms = theme.ZOOMS
    at = zooms.index(theme.zoom()) if theme.zoom() in zooms else 0
    wanted = zooms[min(max(at + step, 0), len(zooms) - 1)] if step else zooms[0]
    _dress(window, theme.name(), wanted)


def use_theme(window: "Window", name: ThemeName) -> None:
    """Give the window other colours."""
    _dress(window, name, theme.zoom())


def framed(settings: Settings, frame: QWidget) -> Settings:
    """Return settings that know where a frame is on the screen, and how large."""
    if frame.isMaximized():
        return replace(settings, maximized=True)
    geometry = base64.b64encode(frame.saveGeometry().data()).decode("ascii")
    return replace(settings, geometry=geometry, maximized=False)


def _as_left(old: "DeskPage") -> Callable[["DeskPage"], None]:
    """Return what makes another page over the desk look as this one does, to the caret."""
    from nianbao.ui.kit import as_left
    from nianbao.ui.pages.form.section_page import SectionPage

    section, seen = old.form.form.section, old.page(old.place)
    shown, form = as_left.taken(seen, SectionPage), old.form.form.as_left()

    def give(new: "DeskPage") -> None:
        new.form.show_section(section)
        new.go(old.place)
        new.form.go_on(old.form)
        shown(new.page(old.place))
        if seen is old.form:
            new.form.form.go_on(form)

    return give


def _dress(window: "Window", name: ThemeName, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    old = window.desk_page if window.has_page else None
    was_seen = window.stack.currentWidget() is old  # else something is under way: it stays
    look_same = _as_left(old) if old is not None and was_seen else None
    window.leave_page()
    theme.apply(app, name, percent)
    window.remember(replace(window.settings, theme=name.value, zoom=percent))
    if look_same is not None:
        window.show_desk()
        look_same(window.desk_page)
