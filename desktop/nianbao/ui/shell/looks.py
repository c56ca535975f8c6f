"""Another look of the window: larger or smaller, light or dark. What is under way stays."""

import base64
from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget

from nianbao.ui.kit import theme
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.shell.session import Session
from nianbao.ui.shell.settings import Settings


def zoom(window: Session, step: int) -> None:
    """Make everything larger or smaller by a step, or as it was for 0."""
    zooms = theme.ZOOMS
    at = zooms.index(theme.zoom()) if theme.zoom() in zooms else 0
    wanted = zooms[min(max(at + step, 0), len(zooms) - 1)] if step else zooms[0]
    _apply(window, theme.name(), wanted)


def use_theme(window: Session, name: ThemeName) -> None:
    """Give the window other colours."""
    _apply(window, name, theme.zoom())


def framed(settings: Settings, frame: QWidget) -> Settings:
    """Return settings that know where a frame is on the screen, and how large."""
    if frame.isMaximized():
        return replace(settings, maximized=True)
    geometry = base64.b64encode(frame.saveGeometry().data()).decode("ascii")
    return replace(settings, geometry=geometry, maximized=False)


def _apply(window: Session, name: ThemeName, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    old = window.desk_page if window.has_page else None
    look_same = None
    was_seen = window.stack.currentWidget() is old  # else something is under way: it stays
    if old is not None and was_seen:
        from nianbao.ui.shell.report import view_state  # it is there, because a report is shown

        look_same = view_state.like(old)
    window.leave_page()
    theme.apply(app, name, percent)
    window.remember(replace(window.settings, theme=name.value, zoom=percent))
    if look_same is not None:
        window.show_desk()
        look_same(window.desk_page)
