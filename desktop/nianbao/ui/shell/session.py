"""How a workspace comes into the window and goes again, and what of it is shown meanwhile."""

import os
from functools import partial
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction

from nianbao.actions.safe import open_file
from nianbao.desk.desk import Desk
from nianbao.errors import NianbaoError
from nianbao.machine.rescue import RescuedTyping
from nianbao.ui.kit import jobs
from nianbao.ui.kit.commands import Commands
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.pages.form.saving import Saving
from nianbao.ui.shell import menus
from nianbao.ui.shell.finder import Finder
from nianbao.ui.shell.opened import leaving, stepping
from nianbao.ui.shell.opened.host import Host
from nianbao.ui.shell.settings import Recent, SettingsFile

_PLACED = 800  # ms after the last change, when it is noted where the user is
_SAVING, _PAGE = "saving", "page"  # what messages are about
_SLOW = "正在把改动写进年报库，磁盘比较慢，请稍等……"


class Session(Host):
    """Opens, shows and leaves one workspace after the other.

    What shows a report is imported when it is first needed. `commands` is empty until the window
    gives its commands.
    """

    held = Signal()  # a workspace was opened
    missed = Signal(object, object)  # the Path of one that is gone, or cannot be opened: its error

    def __init__(self, settings_file: SettingsFile, asking: Asking | None = None) -> None:
        super().__init__(settings_file, asking)
        self.commands = Commands()
        self.command_actions: dict[str, QAction] = {}  # of the commands
        self._finder = Finder(self, self.commands)
        self._placing = QTimer(self, interval=_PLACED, singleShot=True)
        self._placing.timeout.connect(self._keep_place)

    # --- a workspace comes

    def choose_workspace(self) -> None:
        """Let the user choose a workspace and open it."""
        place = self.asking.workspace(self, self.settings.folder)
        if place is not None:
            self.open(place)

    def open_or_choose(self, place: Path | None) -> None:
        """Open a workspace that may have gone, or let the user choose one."""
        if place is None:
            self.choose_workspace()
        elif os.path.exists(place):
            self.open(place)
        else:
            self.missed.emit(place, None)

    def open(self, place: Path) -> bool:
        """Open a workspace and show its report where the user left it; say whether it is open."""
        if not self.let_go():
            return False
        try:
            self.hold(jobs.wait_for(partial(_opened, place)))
        except NianbaoError as error:
            self.missed.emit(place, error)
            return False
        if self.desk.is_empty:
            self.show_page(self.start)
            self.start.show_failure(f"“{place.name}”里还没有报告。请先导入去年的报告。")
            return True
        self.show_desk()
        if why := self.desk.read_only:
            said = f"只读：{why}现在可以查看和导出，不能修改。"
            self.messages.warn(said, ("另存一份再改", self.save_elsewhere))
        return True

    def hold(self, desk: Desk) -> None:
        """Take a workspace that was opened."""
        self._desk, self._saving = desk, Saving(desk)
        self.saving.failed.connect(self._not_saved)
        self.saving.saved.connect(lambda: self.messages.withdraw(_SAVING))
        self.saving.slow.connect(lambda: self.messages.info(_SLOW, about=_SAVING))
        second = self.settings.second_place
        open_file.choose_second_place(desk, Path(second) if second else None)
        self.held.emit()

    def _not_saved(self, reason: str) -> None:
        self.messages.error(reason, ("另存到……", self.save_elsewhere), about=_SAVING)

    # --- it is shown

    def show_desk(self, *, at_last_place: bool = True) -> None:
        """Show the form over the workspace, where the user left it or at its beginning."""
        from nianbao.ui.shell.report.desk_page import DeskPage
        from nianbao.ui.shell.report.page_makers import MAKERS

        menu = menus.menu(self.commands, self.command_actions, self)
        page = DeskPage(
            self.desk,
            self.saving,
            self.work,
            menu,
            self.command_actions,
            self.asking,
            MAKERS,
            parent=self.stack,
        )
        page.message.connect(self._tell)
        page.notice.connect(self.messages.done)
        page.find_wanted.connect(self.open_palette)
        page.place_changed.connect(self._placing.start)
        page.stepped.connect(self.settle)
        page.template_wanted.connect(partial(self.commands.run, "template"))
        page.own_template_wanted.connect(partial(self.commands.run, "own_template"))
        self._desk_page = page
        self.stack.addWidget(page)
        page.arrange(self.settings)
        path = str(self.desk.real_place)
        where = self.settings.places.get(path)
        if where is not None and at_last_place:
            page.go_back_to(where)
        self.remember(self.settings.opened(Recent.now(path, self.desk.unit, self.desk.year)))
        self.window().setWindowTitle(f"{self.desk.unit} — 年报助手")
        self.start.show_failure("")
        self.show_page(page)
        leaving.offer_rescued(self)

    def arrive(self, said: str) -> None:
        """Show the form over the desk, and say what has been done."""
        if not self.has_page:
            self.show_desk(at_last_place=False)
        else:
            self.desk_page.show_beginning()
            self.show_page(self.desk_page)
        self.messages.done(said)

    def come_back(self) -> bool:
        """Show the page over the desk again, whatever is in front of it; say whether it is seen."""
        if not leaving.may_leave_setup(self):
            return False
        if not self.has_page:
            self.show_desk()
        self.show_page(self.desk_page)
        return True

    def settle(self) -> None:
        """Show what is there after steps back or forward: perhaps nothing any more."""
        if self.desk.is_empty:
            self.leave_page()
            self.show_page(self.start)
        elif not self.has_page:
            self.show_desk()

    def shows(self, place: str) -> bool:
        """Whether a page over the desk is seen."""
        return (
            self.has_page
            and self.stack.currentWidget() is self.desk_page
            and self.desk_page.place == place
        )

    def go(self, place: str) -> bool:
        """Show a page over the desk; say whether it is seen."""
        if not self.come_back():
            return False
        self.desk_page.go(place)
        return True

    def toggle_side_preview(self) -> None:
        """Show the preview beside the form, or last year again."""
        if self.come_back():
            self.desk_page.toggle_side_preview()

    def export(self) -> None:
        """Write the report as a Word document."""
        if self.come_back():
            self.flush()
            self.desk_page.export()

    def undo(self) -> None:
        """Take the last action back, whatever page it was made on."""
        stepping.undo(self, self.settle)

    def redo(self) -> None:
        """Do again what was taken back."""
        stepping.redo(self, self.settle)

    def open_palette(self) -> None:
        """Open the line in which anything can be found by name."""
        self._finder.open()

    def _tell(self, said: str) -> None:
        """Say what a page tells; with nothing, that what it told last no longer applies."""
        if said:
            self.messages.info(said, about=_PAGE)
        else:
            self.messages.withdraw(_PAGE)

    def _keep_place(self) -> None:
        if self.has_page and self.has_desk():
            self.remember(self.desk_page.kept_in(self.settings))

    # --- it goes

    def save_elsewhere(self) -> bool:
        """Save the whole workspace in another place and go on there; say whether that was done."""
        left = RescuedTyping(
            unit=self.desk.unit, year=self.desk.year, texts=dict(self.saving.unsaved)
        )
        try:
            new = leaving.copied(self, self.desk, self.asking)
        except NianbaoError as error:
            self.complain(str(error))
            return False
        if new is None:
            return False
        self.saving.give_up()
        self.leave_page()
        leaving.close(self)
        self.hold(new)
        self.show_desk()
        self.saving.adopt(left)
        self.messages.done(f"已经存到“{new.place}”，接着在那里写。")
        return True

    def may_go(self) -> bool:
        """Ask before what was done goes with the window or the workspace; say whether it may."""
        return leaving.may_leave_setup(self) and leaving.may_leave(self, self.save_elsewhere)

    def let_go(self, *, asked: bool = False) -> bool:
        """Save what was typed and close the workspace; say whether that was done.

        `asked`: what is done on a page of the setup goes on, or may go.
        """
        if not (asked or leaving.may_leave_setup(self)):
            return False
        if not leaving.may_leave(self, self.save_elsewhere):
            return False
        self.leave_page()
        leaving.close(self)
        self.messages.clear()  # they are about the workspace
        self.window().setWindowTitle("年报助手")
        return True

    def leave_page(self) -> None:
        """Save what was typed and take the pages over the desk away; the workspace stays open."""
        self._finder.close()  # it leads to pages that go now
        if self.has_page:
            page = self.desk_page
            page.flush()
            self._keep_place()
            page.let_go()
            self.stack.removeWidget(page)
            page.deleteLater()
            self._desk_page = None

    def close_desk(self) -> None:
        """Go back to the first page."""
        if not self.let_go():
            return
        self.renew_start()
        self.show_page(self.start)

    def quit(self) -> None:
        """Close the window."""
        self.window().close()

    def go_home(self) -> None:
        """Leave a page of the setup."""
        if self.has_desk():
            self.come_back()
        elif self.let_go():
            self.show_page(self.start)


def _opened(place: Path) -> Desk:
    """Open a workspace; what shows it is imported first, while the window goes on painting."""
    import_module("nianbao.ui.shell.report.page_makers")
    return Desk.open_or_view(place, write_behind=True)
