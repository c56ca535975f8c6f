"""Steps back and forth: what takes a whole year along, or brings one back, is asked first."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.ui.kit.dialogs import Asking, DialogQuestion
from nianbao.ui.kit.messages import Action
from nianbao.ui.shell.opened.host import Host

_BACK, _STAY = "撤销", "不撤"
_AGAIN, _LEAVE = "放回来", "不放"


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


def may_undo(parent: QWidget, desk: Desk, asking: Asking, steps: int = 1) -> bool:
    """Ask before steps are taken back with which a whole year goes; say whether they may be."""
    loss = desk.loss(steps)
    if not loss.is_large:
        return True
    question = DialogQuestion(title="撤销", text=str(loss), answers=(_BACK, _STAY))
    return asking.decide(parent, question) == _BACK


def may_redo(parent: QWidget, desk: Desk, asking: Asking) -> bool:
    """Ask before years come back although something else was done since; say whether they may."""
    gone = desk.returning()
    if not gone:
        return True
    years = "、".join(f"{info.unit}{info.year}年度" for info in gone)
    question = DialogQuestion(
        title="重做",
        text=f"撤销以后又做了别的。要把撤下的{years}放回来吗？",
        more="现在的内容不受影响；放回来以后也可以再撤销。",
        answers=(_AGAIN, _LEAVE),
    )
    return asking.decide(parent, question) == _AGAIN


def may_go(parent: QWidget, desk: Desk, asking: Asking, action: int) -> bool:
    """Ask before the work goes back to just after an action; say whether it may."""
    way = desk.way(action)
    return way >= 0 or may_undo(parent, desk, asking, -way)
