"""Errors that nobody foresaw: told once in the window, and the program goes on."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtGui import QGuiApplication

from nianbao import __version__


def install(tell: Callable[[Exception], object]) -> None:
    """Let `tell` hear of every error that comes out of a slot or an event of the window.

    An error while one is told, and what is no error of a program (an interrupt), go the usual way.
    """
    usual, telling = sys.excepthook, False

    def hook(kind: type[BaseException], error: BaseException, frames: TracebackType | None) -> None:
        nonlocal telling
        if telling or not isinstance(error, Exception):
            usual(kind, error, frames)
            return
        telling = True
        try:
            tell(error)
        except Exception:  # noqa: BLE001 - nothing must come out of here
            usual(kind, error, frames)
        finally:
            telling = False

    sys.excepthook = hook


def details(error: Exception) -> str:
    """Return where an error arose, without its message: that may quote the user's text."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    return f"年报助手 {__version__}\n{type(error).__name__}\n{frames}"


def copy(text: str) -> None:
    """Put details on the clipboard."""
    QGuiApplication.clipboard().setText(text)
