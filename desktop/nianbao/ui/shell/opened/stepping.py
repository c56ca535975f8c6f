"""Steps back and forth: what takes a whole year along, or brings one back, is asked first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.kit.messages import Action
from nianbao.ui.shell.opened.host import Host
from nianbao.ui.shell.step_questions import may_redo, may_undo


def undo(window: Host, settle: Callable[[], object]) -> None:
    """Take the last action back; a whole year is asked about. `settle` shows what is left."""
    if _may(window, may_undo):
        name = _turned(window, window.desk.undo)
        said = f"已撤销：{name}" if name else "没有可以撤销的步骤。"
        again = ("重做", partial(redo, window, settle)) if name else None
        _show(window, name, said, settle, again)


def redo(window: Host, settle: Callable[[], object]) -> None:
    """Do again what was taken back; a year that went before something else was done is asked."""
    if _may(window, may_redo):
        name = _turned(window, window.desk.redo)
        none = f"没有可以重做的步骤。{window.desk.nothing_to_redo()}"
        _show(window, name, f"已重做：{name}" if name else none, settle)


def _may(window: Host, may: Callable[[QWidget, Desk, Asking], bool]) -> bool:
    window.flush()
    return may(window, window.desk, window.asking)


def _turned(window: Host, turn: Callable[[], str | None]) -> str | None:
    """Return the name of what was turned, nothing for nothing; None when it cannot be."""
    try:
        return turn() or ""
    except NianbaoError as error:
        window.complain(str(error))
        return None


def _show(
    window: Host,
    name: str | None,
    said: str,
    settle: Callable[[], object],
    again: Action | None = None,
) -> None:
    if name is not None:
        window.messages.info(said, again)
        settle()
