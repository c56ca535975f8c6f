"""诊断: what this computer has of what the program needs, as one text to send.

Nothing of a report is in it.
"""

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from nianbao import __version__, shipped
from nianbao.desk.health import SQLITE
from nianbao.machine.installation import config_folder, documents_folder
from nianbao.readers import convert
from nianbao.views.preview import Face
from nianbao.views.safe import health

_ALSO = {  # what systems call the same font
    Face.TITLE: {"FZXiaoBiaoSong-B05S"},
    Face.BODY: {"FangSong_GB2312"},
    Face.BLACK: {"SimHei"},
    Face.KAI: {"KaiTi_GB2312"},
    Face.NUMBER: {"SimSun"},
}
_INPUT_METHODS = {  # the name of the process, cut to 15 characters by Linux: what to say
    "fcitx5": "fcitx5，可以直接输入汉字",
    "ibus-daemon": "ibus，可以直接输入汉字",
    "fcitx": "fcitx 4，本程序接收不到它的汉字：请安装fcitx5（或ibus）和其中的拼音，注销后重新登录",
}
_LIBRARIES = ("PySide6-Essentials", "python-docx", "lxml", "jinja2", "sqlite-utils", "pypdfium2")


def report(workspace: Path | None = None, *, open_here: Path | None = None) -> str:
    """Return the whole text; with a workspace, also whether it is sound.

    The one that is open in the window was checked when it was opened.
    """
    sound = [f"{open_here.name}：正开着，打开时查过，完好"] if open_here else _workspace(workspace)
    parts = {
        "版本": _versions(),
        "字体": fonts(installed_fonts()),
        "输入法": _input_methods(),
        "旧格式（.wps、.rtf）的转换": [
            convert.find_program() or "没有装LibreOffice：请在WPS或Word中另存为.docx再导入"
        ],
        "文件夹": folders(),
        "年报库": sound,
    }
    lines = [f"年报助手 {__version__} 诊断（不含报告内容）"]
    for title, told in parts.items():
        lines += ["", title, *(f"  {line}" for line in told)]
    return "\n".join(lines)


def _versions() -> Iterator[str]:
    yield f"年报助手 {__version__}（{'安装版' if shipped.is_packaged() else '源代码'}）"
    yield f"系统 {platform.platform()}，{platform.machine()}"
    yield f"Python {platform.python_version()}，SQLite {SQLITE}"
    yield "，".join(f"{name} {_version(name)}" for name in _LIBRARIES)


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "（版本不详）"


def fonts(there: Iterable[str]) -> Iterator[str]:
    """Return a line for each font that a report is set in."""
    names = set(there)
    for face in Face:
        if names & {face.value, *_ALSO[face]}:
            yield f"{face.value}：有"
        else:
            yield f"{face.value}：没有，屏幕上用别的代替；导出的Word里仍是{face.value}"


def installed_fonts() -> set[str]:
    """Return the names of the fonts on this computer, each in all its languages."""
    if sys.platform == "win32":
        return set(_windows_fonts())
    program = shutil.which("fc-list")
    if not program:
        return set()
    done = subprocess.run([program, ":", "family"], capture_output=True, check=False)  # noqa: S603
    listed = done.stdout.decode("utf-8", "replace").splitlines()
    return {name.strip() for line in listed for name in line.replace("\\", "").split(",")}


def _windows_fonts() -> Iterator[str]:
    if sys.platform != "win32":
        return
    import winreg

    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            key = winreg.OpenKey(root, r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts")
        except OSError:
            continue
        with key:
            for place in range(winreg.QueryInfoKey(key)[1]):
                names = winreg.EnumValue(key, place)[0].partition(" (")[0]
                yield from (name.strip() for name in names.split("&"))


def _input_methods() -> Iterator[str]:
    if not sys.platform.startswith("linux"):
        yield "由系统管理"
        return
    running = _processes()
    found = [said for name, said in _INPUT_METHODS.items() if name in running]
    yield from found or ["没有发现fcitx5或ibus：装好并注销后重新登录，才能输入汉字"]
    for name in ("QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS"):
        if name in os.environ:
            yield f"{name}={os.environ[name]}"


def _processes() -> set[str]:
    names = set()
    for path in Path("/proc").glob("[0-9]*/comm"):
        try:
            names.add(path.read_text(encoding="utf-8").strip())
        except (OSError, UnicodeDecodeError):
            continue  # it ended, or is somebody else's
    return names


def folders() -> Iterator[str]:
    """Return a line for each folder that the program writes to."""
    for what, folder in (
        ("年报库", documents_folder()),
        ("设置", config_folder()),
        ("临时文件", Path(tempfile.gettempdir())),
    ):
        yield f"{what}：{folder}，{_writable(folder)}"


def _writable(folder: Path) -> str:
    there = next((place for place in (folder, *folder.parents) if os.path.exists(place)), None)
    if there is None:  # not even its drive
        return "不在：U盘没有插上，或者共享断开了"
    try:
        with tempfile.TemporaryFile(dir=there):
            free = shutil.disk_usage(there).free / 1e9
    except OSError as error:
        return f"写不进去（{error.strerror}）"
    return f"可以写，剩余{free:.1f} GB{'' if there == folder else '，用到时建立'}"


def _workspace(place: Path | None) -> Iterator[str]:
    if place is None:
        yield "没有指定（nianbao doctor -w 年报库）"
        return
    yield from health.lines(place)
