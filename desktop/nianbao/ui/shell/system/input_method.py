"""Chinese input on Linux: Qt is told which input method runs, before the program begins.

Qt finds no input method by itself, and what the desktops set (QT_IM_MODULE=fcitx) names a plugin
that its wheels do not have: the user would type Latin letters. It does speak to ibus, and fcitx5
answers in the same words when it owns the name that programs in a sandbox use.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from nianbao.ui.shell.system import session_bus

_IBUS = {"QT_IM_MODULE": "ibus", "QT_IM_MODULES": "ibus"}  # the plural wins, so both
_PORTAL = _IBUS | {"IBUS_USE_PORTAL": "1"}
_TOO_OLD = (
    "正在使用的输入法框架是fcitx 4，本程序接收不到它输入的汉字。"
    "请安装fcitx5（或ibus）和其中的拼音，注销后重新登录。在此之前可以先在别处写好再粘贴。"
)

Owned = Callable[[str], bool]  # whether a name is owned on the session bus


@dataclass(frozen=True, slots=True, kw_only=True)
class InputMethod:
    """What Qt must find in its environment, and what 诊断 says when Chinese cannot be typed."""

    environment: dict[str, str] = field(default_factory=dict)
    failure: str = ""


def choose(owned: Owned) -> InputMethod:
    """Return how to reach the input method that is running."""
    if owned("org.freedesktop.portal.IBus"):  # asked first: fcitx5 owns the last name as well
        return InputMethod(environment=_PORTAL)
    if owned("org.freedesktop.IBus"):
        return InputMethod(environment=_IBUS)
    if owned("org.fcitx.Fcitx") or owned("org.fcitx.Fcitx-0"):
        return InputMethod(failure=_TOO_OLD)
    return InputMethod()


@contextmanager
def reached(owned: Owned | None = None) -> Iterator[InputMethod]:
    """Make QApplication inside this: afterwards the environment is as it was."""
    method = InputMethod()
    if owned is not None or session_bus.is_there():
        method = choose(owned or session_bus.owned)
    with session_bus.lent(method.environment):
        yield method
