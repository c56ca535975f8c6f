"""The program with its window: what happens from the double click to the first report.

Only Qt is imported before the window is painted for the first time; all else takes longer than the
window itself.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QByteArray, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

DESKTOP_FILE = "org.nianbao.nianbao"
"""The name under which desktops know the program: its entry there gives the name and icon."""
_ICON = Path(__file__).with_name("icon.svg")
_SMALLEST = 560, 280  # 1280×720 at 200 %, less what a title and a task bar take
_USUAL = 1366, 768
_TITLE = 48  # px that a system puts over a window, at most
_TURN = 0.001  # seconds; with Python's 5 ms, work beside the window holds it up at each row read
_WAITING = """
QMainWindow { background: #f4f6f8; }
QLabel { color: #5b6876; font-size: 15px; qproperty-alignment: AlignCenter; }
"""  # until the theme is there


class FrameContent(Protocol):
    """What fills the frame, of which nothing may be imported yet: the window."""

    def begin(self, place: Path | None = None) -> None:
        """Open a given file, or what was open last."""

    def take(self, paths: list[Path]) -> None:
        """Take a file that was double clicked."""

    def warn(self, said: str) -> None:
        """Say something that the user should know of the program."""

    def tell_fault(self, error: Exception) -> None:
        """Say that something went wrong."""

    def leave(self) -> bool:
        """Keep everything, because the frame closes; say whether it may."""


class Frame(QMainWindow):
    """The empty window, which fills itself as soon as it has been painted."""

    def __init__(self, settings: Path | None = None, place: Path | None = None) -> None:
        """Take where the settings are kept, if not at home, and a file to open."""
        super().__init__()
        self._settings, self._place = settings, place
        self._painted = False
        self.content: FrameContent | None = None  # when there is one
        self.setWindowTitle("年报助手")
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_USUAL)
        self.setStyleSheet(_WAITING)

    def appear(self) -> None:
        """Show the window: all over the screen where its usual size does not fit."""
        room = self.screen().availableGeometry()
        if room.width() < _USUAL[0] or room.height() < _USUAL[1] + _TITLE:
            self.showMaximized()
        else:
            self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.greet)

    def greet(self) -> None:
        """Say that something is coming; even a font takes longer than the first paint."""
        if self.content is None:
            self.setCentralWidget(QLabel("正在打开……"))
            QTimer.singleShot(0, self, self.fill)

    def filled(self) -> FrameContent:
        """Return the pages, which are made if need be."""
        self.fill()
        assert self.content is not None
        return self.content

    def fill(self) -> None:
        """Make the pages and open what was open last."""
        from nianbao.machine.installation import config_folder
        from nianbao.ui.kit import theme
        from nianbao.ui.shell.settings import SettingsFile
        from nianbao.ui.shell.system import translation
        from nianbao.ui.shell.window import Window

        if self.content is not None:
            return
        file = SettingsFile(self._settings or config_folder() / "window.json")
        settings = file.load()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        translation.install(app)
        known = {name.value: name for name in theme.ThemeName}
        theme.apply(app, known.get(settings.theme, theme.ThemeName.LIGHT), settings.zoom)
        self.setStyleSheet("")
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii")))
        if settings.maximized:
            self.showMaximized()
        window = Window(file)
        self.content = window
        self.setCentralWidget(window)
        window.begin(self._place)

    def come_forward(self, file: Path | None = None) -> None:
        """Show the window before all others, with a file if one is named."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if file is not None and QApplication.activeModalWidget() is None:
            self.filled().take([file])

    def tell_fault(self, error: Exception) -> None:
        """Say in the window that something went wrong; the work goes on as it was saved last."""
        if self.content is not None:
            self.content.tell_fault(error)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.content is not None and not self.content.leave():
            event.ignore()
            return
        super().closeEvent(event)


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window, with a file if one is named, and stay until it is closed.

    When a window is open already, it comes forward with the file instead.
    """
    from nianbao.machine.installation import config_folder
    from nianbao.ui.shell.system import display, faults, file_chooser, input_method, session_bus
    from nianbao.ui.shell.system.instance import Instance

    file = Path(arguments[0]).absolute() if arguments else None
    instance = Instance(config_folder())
    if not instance.is_first() and instance.hand_over(file):
        return 0
    with input_method.reached() as method, session_bus.lent(file_chooser.environment()):
        app = QApplication([sys.argv[0]])
    display.check(app.platformName())
    sys.setswitchinterval(_TURN)
    app.setStyle("Fusion")  # the same on every system; look.qss builds on it
    app.setApplicationName("nianbao")
    app.setApplicationDisplayName("年报助手")
    app.setDesktopFileName(DESKTOP_FILE)
    app.setWindowIcon(QIcon(str(_ICON)))
    frame = Frame(place=file)
    faults.install(frame.tell_fault)
    instance.wanted.connect(frame.come_forward)
    instance.listen()
    frame.appear()
    if method.failure:
        QTimer.singleShot(0, frame, lambda: _warn(frame, method.failure))
    return app.exec()


def _warn(frame: Frame, failure: str) -> None:
    frame.filled().warn(failure)
