"""The window: from last year's file to a finished report, one page after the other."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from nianbao.ui.kit import dropped, jobs, widgets
from nianbao.ui.kit.dialogs import Asking
from nianbao.ui.kit.jobs import Work, WorkBanner
from nianbao.ui.kit.messages import Messages
from nianbao.ui.pages.start.start_page import StartPage
from nianbao.ui.shell import looks, page_ids, telling, window_commands
from nianbao.ui.shell.finder import Finder
from nianbao.ui.shell.opened import Opened
from nianbao.ui.shell.over import Over
from nianbao.ui.shell.safe import leaving
from nianbao.ui.shell.safe.watching import Watch
from nianbao.ui.shell.settings import Recent, Settings, SettingsFile
from nianbao.ui.shell.system import faults
from nianbao.ui.shell.way import Way

if TYPE_CHECKING:
    from nianbao.desk.desk import Desk

_PLACED = 800  # ms after the last change, when it is noted where the user is
_SAVING, _PAGE = "saving", "page"  # what messages are about
_SLOW = "正在把改动写进年报库，磁盘比较慢，请稍等……"


class Window(Opened):
    """Holds the first page, the pages of the way, and those over an open workspace.

    It fills the frame that `application` has painted already; what knows reports is imported when
    it is first needed.
    """

    def __init__(self, settings_file: SettingsFile, asking: Asking | None = None) -> None:
        super().__init__()
        self._file = settings_file
        self.settings = settings_file.load()
        self.asking = asking or Asking()
        self._placing = QTimer(self, interval=_PLACED, singleShot=True)
        self._placing.timeout.connect(self._keep_place)
        self.watch = Watch(self)
        self.work = Work(self)
        self.messages = Messages()
        self.way = Way(self)
        self.commands = window_commands.commands(self)
        self._finder = Finder(self)
        self.actions_ = self.commands.actions(self)
        self.stack = QStackedWidget()
        self.over = Over(self.stack)
        self.start = StartPage(lambda: self.asking.report(self, self.settings.folder))
        self.stack.addWidget(self.start)
        layout = widgets.column(self, spacing=0)
        layout.addWidget(WorkBanner(self.work))
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.messages)
        self._connect_start()
        self.renew_start()

    def renew_start(self) -> None:
        """Show on the first page what there is to open, and where it is kept."""
        from nianbao.machine.installation import documents_words

        self.start.show_home(documents_words())
        self.start.show_recent([(Path(r.path), r.title, r.said) for r in self.settings.recent])
        self.start.show_sample(self.way.has_sample())

    def _connect_start(self) -> None:
        self.start.import_file.connect(self.way.import_file)
        self.start.import_text.connect(self.way.import_text)
        self.start.open_workspace.connect(self._open_or_choose)
        self.start.open_sample.connect(self.way.open_sample)
        self.start.remove_sample.connect(self.way.remove_sample)
        self.start.find_wanted.connect(self.open_palette)
        self.start.help_wanted.connect(partial(telling.show_manual, self))

    # --- workspaces

    def quit(self) -> None:
        """Close the window."""
        self.window().close()

    def begin(self, place: Path | None = None) -> None:
        """Open what was open last, or take a given file, after the first paint."""
        recent = self.settings.recent
        if place is not None:
            self.take([place])
        elif recent and Path(recent[0].path).exists():
            self.open(Path(recent[0].path))

    def take(self, paths: list[Path]) -> None:
        """Open the workspace, or offer to import the report, that was dropped or double clicked."""
        self.messages.clear()
        if said := dropped.failure(paths):
            self.complain(said)
        elif dropped.use(paths[0]) is dropped.FilePurpose.WORKSPACE:
            self._open_or_choose(paths[0])
        else:
            self.way.import_file(paths[0])

    def open(self, place: Path) -> bool:
        """Open a workspace and show its report where the user left it."""
        from nianbao.errors import NianbaoError
        from nianbao.ui.shell.safe import restoring

        if not self.let_go():
            return False
        try:
            self.hold(jobs.wait_for(partial(_opened, place)))
        except NianbaoError as error:
            restoring.miss(self, place, error)
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

    def hold(self, desk: "Desk") -> None:
        """Take a workspace that was opened."""
        from nianbao.actions.safe import open_file
        from nianbao.ui.pages.form.saving import Saving

        self._desk, self._saving = desk, Saving(desk)
        self.saving.failed.connect(self._not_saved)
        self.saving.saved.connect(lambda: self.messages.over(_SAVING))
        self.saving.slow.connect(lambda: self.messages.info(_SLOW, about=_SAVING))
        second = self.settings.second_place
        open_file.choose_second_place(desk, Path(second) if second else None)
        self.watch.follow(desk)
        self.watch.tell_twins()

    def choose_workspace(self) -> None:
        """Let the user choose a workspace and open it."""
        place = self.asking.workspace(self, self.settings.folder)
        if place is not None:
            self.open(place)

    def _open_or_choose(self, place: Path | None) -> None:
        from nianbao.ui.shell.safe import restoring

        if place is None:
            self.choose_workspace()
        elif place.exists():
            self.open(place)
        else:
            restoring.miss(self, place)

    def show_desk(self, *, as_left: bool = True) -> None:
        """Show the form over the workspace, where the user left it or at its beginning."""
        from nianbao.ui.shell.report.desk_page import DeskPage

        menu = window_commands.menu(self)
        page = DeskPage(self.desk, self.saving, self.work, menu, self.actions_, self.asking)
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
        path = str(self.desk.place.resolve())
        where = self.settings.places.get(path)
        if where is not None and as_left:
            page.go_back_to(where)
        self.remember(self.settings.opened(Recent.now(path, self.desk.unit, self.desk.year)))
        self.window().setWindowTitle(f"{self.desk.unit} — 年报助手")
        self.start.show_failure("")
        self.show_page(page)
        leaving.offer_rescued(self)

    def close_desk(self) -> None:
        """Go back to the first page."""
        if not self.let_go():
            return
        self.renew_start()
        self.show_page(self.start)

    def _not_saved(self, reason: str) -> None:
        self.messages.error(reason, ("另存到……", self.save_elsewhere), about=_SAVING)

    def save_elsewhere(self) -> bool:
        """Save the whole workspace in another place and go on there; say whether that was done."""
        return leaving.save_elsewhere(self)

    def let_go(self, *, asked: bool = False) -> bool:
        """Save what was typed and close the workspace; say whether that was done.

        `asked`: what is done on a page of the way goes on, or may go.
        """
        if not ((asked or leaving.may_leave_way(self)) and leaving.may_leave(self)):
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

    def arrive(self, said: str) -> None:
        """Show the form over the desk, and say what has been done."""
        if not self.has_page:
            self.show_desk(as_left=False)
        else:
            self.desk_page.form.show_section("")
            self.desk_page.go(page_ids.FORM)
            self.show_page(self.desk_page)
        self.messages.done(said)

    def go_home(self) -> None:
        """Leave a page of the way."""
        if self.has_desk():
            self.come_back()
        elif self.let_go():
            self.show_page(self.start)

    def come_back(self) -> bool:
        """Show the page over the desk again, whatever is in front of it; say whether it is seen."""
        if not leaving.may_leave_way(self):
            return False
        if not self.has_page:
            self.show_desk()
        self.show_page(self.desk_page)
        return True

    def show_page(self, page: QWidget) -> None:
        """Show a page; pages of the way that are left are thrown away."""
        self.over.leave()
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        before = self.stack.currentWidget()
        self.stack.setCurrentWidget(page)
        if before not in (page, self.start, self._desk_page) and before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- commands

    def undo(self) -> None:
        """Take the last action back, whatever page it was made on."""
        from nianbao.ui.shell.safe import stepping

        stepping.undo(self)

    def redo(self) -> None:
        """Do again what was taken back."""
        from nianbao.ui.shell.safe import stepping

        stepping.redo(self)

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

    def beside(self) -> None:
        """Show the preview beside the form, or last year again."""
        if self.come_back():
            self.desk_page.toggle_beside()

    def open_palette(self) -> None:
        """Open the line in which anything can be found by name."""
        self._finder.open()

    def tell_fault(self, error: Exception) -> None:
        """Say that something went wrong, and show the workspace as it was saved last."""
        details = faults.details(error)
        self.messages.error(jobs.sentence(error), ("复制详情", lambda: faults.copy(details)))
        if self.has_desk() and self.has_page:
            QTimer.singleShot(0, self.desk_page, self.desk.refresh)

    # --- what is remembered

    def _tell(self, said: str) -> None:
        """Say what a page tells; with nothing, that what it told last no longer applies."""
        if said:
            self.messages.info(said, about=_PAGE)
        else:
            self.messages.over(_PAGE)

    def complain(self, said: str) -> None:
        """Say what could not be done: in the first page itself, else over the page."""
        if self.stack.currentWidget() is self.start:
            self.start.show_failure(said)
        else:
            self.messages.error(said)

    def remember(self, settings: Settings) -> None:
        """Keep other settings, in the file too."""
        if settings != self.settings:
            self.settings = settings
            self._file.save_later(settings)

    def _keep_place(self) -> None:
        if self.has_page and self.has_desk():
            path = str(self.desk.place.resolve())
            settings = self.desk_page.arranged(self.settings)
            self.remember(settings.at(path, self.desk_page.where()))

    def leave(self) -> bool:
        """Keep everything, because the window closes; say whether it may."""
        if not (leaving.may_leave_way(self) and leaving.may_leave(self)):
            return False
        self.work.cancel_all()
        self.remember(looks.framed(self.settings, self.window()))
        return self.let_go(asked=True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave, when this is a window of its own."""
        if self.leave():
            super().closeEvent(event)
        else:
            event.ignore()


def _opened(place: Path) -> "Desk":
    """Open a workspace; what shows it is imported first, while the window goes on painting."""
    from nianbao.desk.desk import Desk
    from nianbao.ui.shell.report import desk_page  # noqa: F401

    return Desk.open_or_view(place, write_behind=True)
