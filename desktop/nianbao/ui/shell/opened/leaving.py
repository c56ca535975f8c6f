"""What cannot be saved: asked before a page goes, copied, put back in the next session."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from nianbao.actions.safe import open_file
from nianbao.desk.desk import Desk
from nianbao.machine import rescue
from nianbao.machine.rescue import RescuedTyping
from nianbao.ui.kit import jobs
from nianbao.ui.kit.dialogs import Asking, DialogQuestion, Unsaved
from nianbao.ui.kit.pages.keyed import KeyedPage
from nianbao.ui.shell.opened.host import Host
from nianbao.views.safe.rescued import Clash, clashes, without

_THEN, _NOW, _LATER = "用上次没有存上的", "用现在的，上次的不要了", "先不放，都留着"
_LEAVE, _GO_ON = "离开，不要了", "接着做"
_TOLD = 5  # places that are told one by one in a question


def may_leave_setup(window: Host) -> bool:
    """Ask before what was done on a page of the setup goes with it; say whether it may."""
    page = window.overlay.page_below
    left = page.unsaved() if isinstance(page, KeyedPage) else ""
    if not left:
        return True
    question = DialogQuestion(
        title="还没有存",
        text=f"{left}，还没有存进年报库。",
        more="现在离开，这些就没有了，要从头再来。",
        answers=(_LEAVE, _GO_ON),
    )
    return window.asking.decide(window, question) == _LEAVE


def may_leave(window: Host, save_elsewhere: Callable[[], bool]) -> bool:
    """Save what was done; while that is not possible, ask. Say whether the workspace may go."""
    window.flush()
    while window.is_open and window.saving.left and not window.saving.settle():
        match window.asking.unsaved(window, window.saving.left):
            case Unsaved.AGAIN:
                continue
            case Unsaved.ELSEWHERE:
                if save_elsewhere():
                    return True
            case Unsaved.GIVE_UP:
                window.saving.give_up()
            case Unsaved.STAY:
                return False
    return True


def close(window: Host) -> None:
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
    jobs.wait_for(open_file.copying(desk, place))
    new = jobs.wait_for(partial(Desk.open, place, write_behind=True))
    new.show(desk.unit, desk.year)
    return new


def offer_rescued(window: Host) -> None:
    """Say that an earlier session left something that did not get into this workspace."""
    if window.saving.unsaved or window.desk.read_only:
        return
    for kept in rescue.found(window.desk.place):
        if kept.year in window.desk.years_of(kept.unit):
            counted = (f"{len(kept.texts)}处文字", f"{len(kept.figures)}个数")
            left = "、".join(one for one in counted if not one.startswith("0"))
            said = f"{kept.year}年度上次有{left}没有存上，留在急救文件里。"
            window.messages.warn(said, ("放回来", partial(_put_back, window, kept)))


def _put_back(window: Host, kept: RescuedTyping) -> None:
    """Put back what was rescued; what was written meanwhile is asked about before it goes."""
    window.desk_page.show_year(kept.unit, kept.year)
    window.desk_page.flush()
    found = clashes(window.desk, kept)
    answer = _asked(window, found) if found else _THEN
    if answer == _NOW:
        gone = {one.key for one in found}
        rescue.forget(window.desk.place, kept.unit, kept.year, gone, gone, kept.session)
        kept = without(kept, found)
    if answer != _LATER:
        window.saving.adopt(kept)


def _asked(window: Host, found: Sequence[Clash]) -> str:
    more = f"\n另有{len(found) - _TOLD}处。" if len(found) > _TOLD else ""
    question = DialogQuestion(
        title="放回来",
        text=f"有{len(found)}处后来又写了别的，用哪一样？",
        more="\n".join(map(str, found[:_TOLD])) + more,
        answers=(_THEN, _NOW, _LATER),
    )
    return window.asking.decide(window, question)
