"""The program with its window: what happens from the double click to the first report."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from nianbao.app.installation import config_folder
from nianbao.ui import input_method, theme, translation
from nianbao.ui.settings import SettingsFile
from nianbao.ui.theme import ThemeName
from nianbao.ui.window import Window


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window, with a workspace if one is named, and stay until it is closed."""
    with input_method.reached() as method:
        app = QApplication([sys.argv[0]])
    app.setApplicationName("nianbao")
    app.setApplicationDisplayName("年报助手")
    translation.install(app)
    file = SettingsFile(config_folder() / "window.json")
    window = open_window(app, file, Path(arguments[0]) if arguments else None)
    if method.trouble:
        QTimer.singleShot(0, window, lambda: window.messages.warn(method.trouble))
    return app.exec()


def open_window(app: QApplication, file: SettingsFile, place: Path | None = None) -> Window:
    """Show a window as the settings say; what takes time begins after its first paint."""
    settings = file.load()
    known = {name.value: name for name in ThemeName}
    theme.apply(app, known.get(settings.theme, ThemeName.LIGHT), settings.zoom)
    window = Window(file)
    window.show()
    QTimer.singleShot(0, window, lambda: window.begin(place))
    return window
