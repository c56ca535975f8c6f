"""Steps back and forward through everything that was done."""

from nianbao.desk.desk import Desk
from nianbao.errors import InputError


def undo(desk: Desk) -> str:
    """Take the last action back and return its name.

    Raises:
        InputError: there is nothing to take back.
    """
    name = desk.undo()
    if name is None:
        raise InputError("没有可以撤销的步骤。", do="已经是最初的样子。")
    return name


def redo(desk: Desk) -> str:
    """Bring the last undone action back and return its name.

    Raises:
        InputError: there is nothing to bring back.
    """
    name = desk.redo()
    if name is None:
        raise InputError("没有可以重做的步骤。", do=desk.nothing_to_redo())
    return name


def go(desk: Desk, action: int) -> int:
    """Undo or redo until just after an action, 0 being before all of them.

    Returns how many actions were turned, redone ones positive; 0 where there is no such action.
    """
    steps = desk.steps_to(action)
    for _ in range(abs(steps)):
        if steps > 0:
            desk.redo()
        else:
            desk.undo()
    return steps
