"""What cannot be saved: before a page goes, in another place, in the next session."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.machine import rescue
from nianbao.ui.kit import jobs
from nianbao.ui.kit.dialogs import Asking, Unsaved

if TYPE_CHECKING:
    from nianbao.ui.shell.window import Window


def may_leave(window: "Window") -> bool:
    """Save what was done; while that is not possible, ask. Say whether the workspace may go."""
    if window.has_page:
        window.desk_page.flush()
    while window.is_open and window.saving.left and not window.saving.settle():
        match window.asking.unsaved(window, window.saving.left):
            case Unsaved.AGAIN:
                continue
            case Unsaved.ELSEWHERE:
                if window.save_elsewhere():
                    return True
            case Unsaved.GIVE_UP:
                window.saving.give_up()
            case Unsaved.STAY:
                return False
    return True


def close(window: "Window") -> None:
    """Let go of the workspace, if one is open; what waits is written first."""
    if window.is_open:
        jobs.wait_for(window.forget().close)


def copied(parent: QWidget, desk: Desk, asking: Asking) -> Desk | None:
    """Save the whole workspace where the user says, and open it there; None for nowhere.

    Raises:
        NianbaoError: it cannot be written there.
    """
    place = asking.copy(parent, Path.home() / desk.place.name)
    if place is None:
        return None
    jobs.wait_for(desk.store.copying_to(place))
    new = jobs.wait_for(partial(Desk.open, place, write_behind=True))
    new.show(desk.unit, desk.year)
    return new


def save_elsewhere(window: "Window") -> bool:
    """Save the whole workspace in another place and go on there; say whether that was done."""
    texts = dict(window.saving.unsaved)
    try:
        new = copied(window, window.desk, window.asking)
    except NianbaoError as error:
        window.complain(str(error))
        return False
    if new is None:
        return False
    window.saving.give_up()
    window.leave_page()
    close(window)
    window.hold(new)
    window.show_desk()
    window.saving.adopt(texts)
    window.messages.done(f"已经存到“{new.place}”，接着在那里写。")
    return True


def offer_rescued(window: "Window") -> None:
    """Say that an earlier session left something that did not get into this workspace."""
    if window.saving.unsaved:
        return
    for kept in rescue.found(window.desk.place):
        if kept.year in window.desk.years_of(kept.unit):
            counted = (f"{len(kept.texts)}处文字", f"{len(kept.figures)}个数")
            left = "、".join(one for one in counted if not one.startswith("0"))
            said = f"{kept.year}年度上次有{left}没有存上，留在急救文件里。"
            window.messages.warn(said, ("放回来", partial(_put_back, window, kept)))


def _put_back(window: "Window", kept: rescue.Rescued) -> None:
    window.desk_page.show_year(kept.unit, kept.year)
    window.saving.adopt(kept.texts, kept.figures)
