"""The desktop's own file dialog on Linux: Qt is told of it when it really answers.

UOS and Kylin name themes for Qt that its wheels do not have, so that Qt would show a dialog of its
own. Every desktop of today offers its dialog through the portal, which our Qt speaks to. A portal
without a dialog behind it refuses without a word, so it is asked for the very interface.
"""

from collections.abc import Callable, Mapping

from nianbao.ui.shell.system import session_bus

_THEME = {"QT_QPA_PLATFORMTHEME": "xdgdesktopportal"}
_SERVICE, _PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_DIALOG = "org.freedesktop.portal.FileChooser"
_TIMEOUT = 800  # ms

Answers = Callable[[], bool]  # whether the portal has a file dialog


def environment(answers: Answers | None = None) -> Mapping[str, str]:
    """Return what Qt must find in its environment, nothing where there is no such dialog."""
    if answers is None and not session_bus.is_there():
        return {}
    return _THEME if (answers or _answers)() else {}


def _answers() -> bool:
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    if not session_bus.owned(_SERVICE):
        return False
    call = QDBusMessage.createMethodCall(_SERVICE, _PATH, "org.freedesktop.DBus.Properties", "Get")
    call.setArguments([_DIALOG, "version"])
    reply = QDBusConnection.sessionBus().call(call, QDBus.CallMode.Block, _TIMEOUT)
    return reply.type() is QDBusMessage.MessageType.ReplyMessage
