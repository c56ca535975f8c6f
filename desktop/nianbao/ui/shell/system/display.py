"""Whether this computer can show a window, said before Qt gives up in English or shows none.

Without a display Qt ends the process; where libraries of the desktop are lacking it may take a
plugin that draws nowhere, and whoever started the program waits for a window that never comes.
"""

import ctypes
import os
import sys
from pathlib import Path

from nianbao.errors import InputError

_UNSEEN = ("offscreen", "minimal")
_PACKAGES = (
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-render-util0"),
    *(
        "libxcb-shape0",
        "libxcb-xkb1",
        "libxkbcommon-x11-0",
        "libsm6",
        "libice6",
        "libegl1",
        "libgl1",
    ),
)
"""Debian's names of what Qt needs of a desktop; 统信UOS and 银河麒麟 call it the same."""
_COMMANDS = "命令照常可以用，输入nianbao --help看有哪些。"


def look() -> None:
    """Check the display before Qt does.

    Raises:
        InputError: no window can be shown; it says why and what helps.
    """
    if sys.platform != "linux" or "QT_QPA_PLATFORM" in os.environ:
        return
    plugin = _plugin()
    if not os.environ.get("DISPLAY"):
        if os.environ.get("WAYLAND_DISPLAY"):
            _look_for_wayland(plugin.parent)
            return
        raise InputError("这里没有图形桌面，打不开窗口。", do=_COMMANDS)
    try:
        if plugin.is_file():
            ctypes.CDLL(str(plugin))
    except OSError as error:
        raise lacking(str(error)) from error
    if not _answers(os.environ["DISPLAY"]):
        raise InputError("连不上图形桌面，打不开窗口。", do=f"请在桌面上启动程序。{_COMMANDS}")


def check(platform: str) -> None:
    """Check that Qt shows what it draws; `platform` is the name of its plugin.

    Raises:
        InputError: it draws nowhere, and nobody asked for that.
    """
    if platform in _UNSEEN and "QT_QPA_PLATFORM" not in os.environ:
        raise lacking(platform)


def lacking(detail: str) -> InputError:
    """Return what to say where libraries of the desktop are lacking."""
    library = detail.partition(":")[0]
    named = f"（{library}）" if ".so" in library else ""
    return InputError(
        f"这台电脑缺少显示窗口要用的系统软件包{named}，打不开窗口。",
        do=f"请管理员安装：sudo apt install {' '.join(_PACKAGES)}。{_COMMANDS}",
    )


def _look_for_wayland(plugins: Path) -> None:
    """Raise InputError where Wayland is all there is and nothing speaks it."""
    if plugins.is_dir() and not any(plugins.glob("libqwayland*")):
        raise InputError(
            "这个桌面只有Wayland，没有XWayland，打不开窗口。",
            do=f"请管理员安装：sudo apt install xwayland，再重新登录。{_COMMANDS}",
        )


def _plugin() -> Path:
    from PySide6.QtCore import QLibraryInfo

    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms/libqxcb.so"


def _answers(display: str) -> bool:
    """Tell whether somebody answers at a display."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
