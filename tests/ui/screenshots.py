"""Pictures of every window and state, to be looked at.

    .venv/bin/python -m tests.ui.screenshots OUT_DIR [WORD_IN_A_NAME …]

Every scene is taken at 1366×768, at 150 % scale on a screen of 1920×1080, in the dark and in the
high-contrast look, offscreen, with a Chinese font. `--look 1366@150` and others of `SCREENS` take
the room that a window really has on a screen at a scale, below its title and above the task
bar; `--look zoom150` enlarges with the program's own zoom. A room adds its scenes in a file
`scenes.py` beside its tests:

    SCENES = [Scene("start", lambda stage: StartPage(lambda: None))]

What the walk finds wrong in a window is printed beside its picture.
"""

import argparse
import importlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from traceback import print_exception
from typing import Any

HERE = Path(__file__).parent
SETTLE = 0.4  # s that a window gets for timers, animations and pages painted later


@dataclass(frozen=True)
class Look:
    suffix: str
    theme: str = "LIGHT"
    scale: float = 1
    size: tuple[int, int] = (1366, 768)  # in pixels of the interface, as Qt counts them
    zoom: int = 100  # the program's own, in percent


LOOKS = {
    "light": Look(""),
    "scaled": Look("@150", scale=1.5, size=(1280, 720)),
    "dark": Look("-dark", theme="DARK"),
    "contrast": Look("-contrast", theme="CONTRAST"),
}
"""The looks that are taken unless others are asked for."""

_BARS = 70  # px of the interface that a title and a task bar take, at any scale
SCREENS = {
    "1366@100": (1366, 768, 1),
    "1366@125": (1366, 768, 1.25),
    "1366@150": (1366, 768, 1.5),
    "1366@200": (1366, 768, 2),
    "1280": (1280, 720, 1),
    "1024": (1024, 640, 1),
    "1920@150": (1920, 1080, 1.5),
}
"""Screens to serve: width and height in their own pixels, and the scale of the system."""


def _on_screen(name: str, width: int, height: int, scale: float) -> Look:
    return Look(f"@{name}", scale=scale, size=(int(width / scale), int(height / scale) - _BARS))


ASKED = {name: _on_screen(name, *screen) for name, screen in SCREENS.items()} | {
    f"zoom{zoom}": Look(f"@zoom{zoom}", zoom=zoom, size=(1366, 768 - _BARS))
    for zoom in (125, 150, 200)
}
"""The looks that are taken when they are asked for by name."""
EVERY = LOOKS | ASKED


@dataclass(frozen=True)
class Scene:
    """A window in one of its states; `then` is done to it once it is shown."""

    name: str
    make: Callable[["Stage"], Any]
    then: Callable[[Any], object] = lambda _widget: None
    size: tuple[int, int] | None = None  # None: the whole screen
    settle: float = SETTLE  # s


class Stage:
    """What scenes may use: the application, a folder that goes away, a desk with the sample."""

    def __init__(self, app, folder: Path) -> None:
        self.app, self.folder = app, folder
        self._folders = 0

    def desk(self):
        """Return an open desk of its own; see `workspace`."""
        from nianbao.desk.desk import Desk

        return Desk.open(self.workspace())

    def workspace(self) -> Path:
        """Return a workspace with last year's sample report in it and the new year begun."""
        place = self.fresh() / "安澜县.nianbao"
        place.write_bytes(self._sample)
        return place

    def fresh(self) -> Path:
        """Return an empty folder."""
        self._folders += 1
        place = self.folder / f"{self._folders}"
        place.mkdir()
        return place

    @cached_property
    def _sample(self) -> bytes:
        from tests.beginning import start_year

        from nianbao.actions.importing import import_report
        from nianbao.desk.desk import Desk
        from nianbao.desk.incoming.reading import open_source

        place = self.fresh() / "示例.nianbao"
        desk = Desk.create(place)
        import_report(desk, open_source(self.sample_report()))
        start_year(desk)
        desk.close()
        return place.read_bytes()

    @staticmethod
    def sample_report() -> Path:
        """Return where the bundled report of a fictional county lies."""
        from nianbao import shipped

        return next(shipped.path("resources", "sample").glob("*.docx"))


def scenes() -> list[Scene]:
    """Return the scenes of all rooms."""
    found = []
    for file in sorted(HERE.rglob("scenes.py")):
        dotted = ".".join(file.relative_to(HERE).with_suffix("").parts)
        found += importlib.import_module(f"tests.ui.{dotted}").SCENES
    return found


def main(arguments: Iterable[str]) -> int:
    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("words", nargs="*", help="only scenes with one of these in their name")
    parser.add_argument("--look", choices=EVERY, action="append", help="only these looks")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(list(arguments))
    wanted = given.look or list(LOOKS)
    given.out.mkdir(parents=True, exist_ok=True)
    if given.here:
        return take(given.out, given.words, EVERY[wanted[0]])
    return max(_in_a_process(given.out, given.words, look) for look in wanted)


def _in_a_process(out: Path, words: list[str], look: str) -> int:
    """Take all pictures of a look; Qt reads the scale once, when it begins."""
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": str(EVERY[look].scale),
    }
    command = [sys.executable, "-m", "tests.ui.screenshots", str(out), *words]
    command += ["--look", look, "--here"]
    return subprocess.run(command, cwd=HERE.parent.parent, env=environment, check=False).returncode


def take(out: Path, words: list[str], look: Look) -> int:
    """Take the pictures of one look; return 1 when one could not be taken."""
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication

    from nianbao.ui.kit import theme
    from nianbao.ui.shell.system import translation

    qInstallMessageHandler(_told)
    app = QApplication([])
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        print("没有中文字体，截图没有意义。请安装fonts-noto-cjk。", file=sys.stderr)
        return 1
    translation.install(app)
    theme.apply(app, theme.ThemeName[look.theme], look.zoom)
    failed = []

    def raised(_kind, error, _trace):
        """Something was raised while Qt was at work."""
        failed.append(error)
        print_exception(error)

    sys.excepthook = raised
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        stage = Stage(app, Path(folder))
        for scene in scenes():
            if words and not any(word in scene.name for word in words):
                continue
            try:
                _take_one(stage, scene, look, out / f"{scene.name}{look.suffix}.png")
            except Exception as error:  # noqa: BLE001 - the other pictures are wanted all the same
                failed.append(error)
                print(f"{scene.name}：没有拍成", file=sys.stderr)
                print_exception(error)
    return int(bool(failed))


def _told(_kind, _context, message: str) -> None:
    if "propagateSizeHints" not in message:  # said of every window here
        print(message, file=sys.stderr)


def _take_one(stage: Stage, scene: Scene, look: Look, path: Path) -> None:
    from tests.ui import walking

    widget = scene.make(stage)
    widget.resize(*(scene.size or look.size))
    widget.show()
    settle(stage.app, 0.05)
    scene.then(widget)
    settle(stage.app, scene.settle)
    if not widget.grab().save(str(path)):
        raise OSError(path)
    print(path)
    if look is LOOKS["light"]:
        for fault in walking.faults(widget):
            print(f"    {fault}")
    widget.close()
    widget.deleteLater()
    settle(stage.app, 0.02)


def settle(app, seconds: float) -> None:
    """Let the window do what it put off."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)
    app.processEvents()  # what came last may have been laid out anew, on a busy machine too


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
