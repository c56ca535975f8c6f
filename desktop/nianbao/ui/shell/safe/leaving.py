"""Typed text that cannot be saved: before a page goes, in another place, in the next session."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.machine import rescue
from nianbao.ui.kit.dialogs import Asking, Unsaved
from nianbao.ui.kit.messages import Messages
from nianbao.ui.pages.form.saving import Saving


class Leavable(Protocol):
    """A page over the workspace that may hold typed text."""

    saving: Saving

    def flush(self) -> None:
        """Save what was typed."""

    def show_year(self, unit: str, year: int) -> None:
        """Make another report the current one."""


def may_leave(
    parent: QWidget, page: Leavable, asking: Asking, save_elsewhere: Callable[[], bool]
) -> bool:
    """Save what was typed; while that is not possible, ask. Say whether the page may go."""
    page.flush()
    while page.saving.unsaved and not page.saving.retry():
        match asking.unsaved(parent, len(page.saving.unsaved)):
            case Unsaved.AGAIN:
                continue
            case Unsaved.ELSEWHERE:
                if save_elsewhere():
                    return True
            case Unsaved.GIVE_UP:
                page.saving.give_up()
            case Unsaved.STAY:
                return False
    return True


def copied(parent: QWidget, desk: Desk, asking: Asking) -> Desk | None:
    """Save the whole workspace where the user says, and open it there; None for nowhere.

    Raises:
        NianbaoError: it cannot be written there.
    """
    place = asking.copy(parent, Path.home() / desk.place.name)
    if place is None:
        return None
    desk.store.copy_to(place)
    new = Desk.open(place)
    new.show(desk.unit, desk.year)
    return new


def save_elsewhere(window: Any) -> bool:
    """Save the whole workspace in another place and go on there; say whether that was done."""
    old, texts = window.desk, dict(window.desk_page.saving.unsaved)
    try:
        new = copied(window, old, window.asking)
    except NianbaoError as error:
        window.complain(str(error))
        return False
    if new is None:
        return False
    window.desk_page.saving.give_up()
    window.leave_page()
    old.close()
    window.hold(new)
    window.show_desk()
    window.desk_page.saving.adopt(texts)
    window.messages.done(f"已经存到“{new.place}”，接着在那里写。")
    return True


def offer_rescued(desk: Desk, page: Leavable, messages: Messages) -> None:
    """Say that an earlier session left texts that did not get into this workspace."""
    if page.saving.unsaved:
        return
    for kept in rescue.found(desk.place):
        if kept.year in desk.years_of(kept.unit):
            said = f"{kept.year}年度上次有{len(kept.texts)}处文字没有存上，留在急救文件里。"
            messages.warn(said, ("放回来", partial(_put_back, page, kept)))


def _put_back(page: Leavable, kept: rescue.Rescued) -> None:
    page.show_year(kept.unit, kept.year)
    page.saving.adopt(kept.texts)
