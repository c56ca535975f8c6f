"""What is asked before steps back or forward take a whole year along, or bring one back."""

from PySide6.QtWidgets import QWidget

from nianbao.desk.desk import Desk
from nianbao.ui.kit.dialogs import Asking, DialogQuestion

_BACK, _STAY = "撤销", "不撤"
_AGAIN, _LEAVE = "放回来", "不放"


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
    steps = desk.steps_to(action)
    return steps >= 0 or may_undo(parent, desk, asking, -steps)
