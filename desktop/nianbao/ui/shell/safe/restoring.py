"""From a backup back: looked at first, what is there now is kept first."""

import os
from dataclasses import replace
from functools import partial
from pathlib import Path

from nianbao.actions.safe import open_file, safekeeping
from nianbao.actions.safe.safekeeping import Content
from nianbao.errors import NianbaoError
from nianbao.ui.kit import jobs
from nianbao.ui.pages.restoring.page import RestorePage
from nianbao.ui.shell.opened import leaving
from nianbao.ui.shell.session import Session
from nianbao.views.safe import backups
from nianbao.views.safe.backups import BackupLine

_SAME = "和现在的内容相同。"
_RESTORING = "restoring"  # what a message is about


def show(window: Session) -> None:
    """Show the backups of the workspace that is open."""
    if not leaving.may_leave_setup(window):
        return
    window.flush()
    _show(window, window.desk.place, "")


def miss(window: Session, place: Path, error: NianbaoError | None = None) -> None:
    """Say why a workspace cannot be opened, or that it is gone, and offer its backups."""
    kept = safekeeping.backups(place)
    if error is None and not os.path.isdir(place.parent):  # it may come back: it stays known
        said = f"“{place}”所在的文件夹找不到了，可能是U盘没有插上，或者共享断开了。"
        window.complain(f"{said}请接上以后再打开。")
    elif error is None:
        window.complain(f"“{place}”找不到了，可能移动或删除了。请用“打开”另找。")
        window.remember(window.settings.gone(str(place)))
        if kept:
            said = f"“{place.name}”的备份还在。"
            window.messages.warn(said, ("从备份恢复", partial(_show, window, place, "")))
    elif kept and safekeeping.is_damage(error):
        _show(window, place, f"{error.what}下面是它的备份，恢复时损坏的文件也留着。")
    else:
        window.complain(str(error))


def _show(window: Session, place: Path, failure: str) -> None:
    page = RestorePage(failure)
    page.back.connect(window.go_home)
    page.looked_at.connect(partial(_look, window, page))
    page.wanted.connect(partial(_restore, window, place))
    page.second_wanted.connect(partial(_choose_second, window, page))
    page.second_given_up.connect(partial(_take_second, window, page, None))
    page.choose_second.setVisible(window.is_open)
    _fill(window, page, place)
    window.show_page(page)


def _fill(window: Session, page: RestorePage, place: Path) -> None:
    if window.is_open:
        page.show_backups(backups.lines(window.desk), open_file.second_place(window.desk))
    else:
        page.show_backups(backups.lines_of(place), None)


def _look(window: Session, page: RestorePage, line: BackupLine) -> None:
    """Find out beside the window what a backup holds."""

    def failed(error: Exception) -> None:
        page.show_fault(line, str(error))

    def done(then: Content) -> None:
        now = open_file.content(window.desk) if window.is_open else {}
        found = [str(one) for one in safekeeping.compared(now, then)]
        page.show_differences(line, found or [_SAME], usable=bool(found) or not window.is_open)

    looking = partial(safekeeping.content_of, line.path)
    window.work.run(f"查看{line.name}", looking, done, failed, owner=page)


def _restore(window: Session, place: Path, line: BackupLine) -> None:
    """Close the workspace, put the backup in its place, and open it again whatever happened."""
    if not window.let_go():
        return
    window.messages.info(f"正在恢复到{line.name}，请稍等……", about=_RESTORING)
    try:
        aside = jobs.wait_for(partial(safekeeping.restore, place, line.path))
    except NianbaoError as error:
        if os.path.exists(place):
            window.open(place)
        window.complain(str(error))
        return
    if window.open(place):
        kept = (
            f"原来的文件留在“{aside.name}”。" if aside else "恢复前的样子也备份了，可以再恢复回来。"
        )
        window.messages.done(f"已恢复到{line.name}。{kept}")


def _choose_second(window: Session, page: RestorePage) -> None:
    place = window.asking.folder(window, window.settings.second_place)
    if place is not None:
        _take_second(window, page, place)


def _take_second(window: Session, page: RestorePage, place: Path | None) -> None:
    """Let a folder get every backup too, the first one at once; None for no folder any more."""
    window.remember(replace(window.settings, second_place=str(place or "")))
    open_file.choose_second_place(window.desk, place)
    if place is not None:
        jobs.wait_for(open_file.backing_up(window.desk))
        if failure := open_file.failure(window.desk):
            window.messages.warn(failure)
        else:
            window.messages.done(f"已备份到“{place}”，以后每次备份也存一份到那里。")
    _fill(window, page, window.desk.place)
