"""The window: from last year's file to a finished report, one page after the other."""

import base64
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QStackedWidget, QWidget

from nianbao.ui import parts, places, theme, window_commands
from nianbao.ui.asking import Asking
from nianbao.ui.messages import Messages
from nianbao.ui.settings import Recent, Settings, SettingsFile
from nianbao.ui.start import dropped
from nianbao.ui.start.start_page import StartPage
from nianbao.ui.theme import ThemeName
from nianbao.ui.work import Work, WorkBanner

_PLACED = 800  # ms after the last change, when it is noted where the clerk is
_SAMPLE = "示例（安澜县）"


class Window(QWidget):
    """Holds the pages of the way (start, review, new year) and those over an open workspace.

    It fills the frame that `application` has painted already; what knows reports is imported when
    it is first needed.
    """

    def __init__(self, settings_file: SettingsFile, asking: Asking | None = None) -> None:
        super().__init__()
        self._file = settings_file
        self.settings = settings_file.load()
        self._ask = asking or Asking()
        self.desk: Any = None  # Desk, when a workspace is open
        self.desk_page: Any = None  # DeskPage, with the desk
        self._palette: Any = None
        self._placing = QTimer(self, interval=_PLACED, singleShot=True)
        self._placing.timeout.connect(self._keep_place)
        self._new_place: Path | None = None  # where the next workspace is made, if not at home
        self.setAcceptDrops(True)
        self.work = Work(self)
        self.messages = Messages(self)
        self.messages.resized.connect(self._place_messages)
        self.commands = window_commands.commands(self)
        self.actions_ = self.commands.actions(self)
        self.stack = QStackedWidget()
        self.start = StartPage(lambda: self._ask.report(self, self.settings.folder))
        self.stack.addWidget(self.start)
        layout = parts.column(self, spacing=0)
        layout.addWidget(WorkBanner(self.work))
        layout.addWidget(self.stack, 1)
        self._connect_start()
        self.start.show_recent([(Path(r.path), r.title, r.when) for r in self.settings.recent])

    def _connect_start(self) -> None:
        self.start.import_file.connect(self.import_file)
        self.start.import_text.connect(self.import_text)
        self.start.open_workspace.connect(self._open_or_choose)
        self.start.open_sample.connect(self.open_sample)
        self.start.find_wanted.connect(self.open_palette)
        self.start.help_wanted.connect(self.show_shortcuts)

    def menu(self) -> QMenu:
        """Return the menu with all commands."""
        menu = QMenu(self)
        for title, keys in window_commands.MENU.items():
            menu.addMenu(self.commands.menu(title, list(keys), self.actions_))
        return menu

    # --- workspaces

    def has_desk(self) -> bool:
        """Whether a workspace is open and has a report."""
        return self.desk is not None and not self.desk.is_empty

    def quit(self) -> None:
        """Close the window."""
        self.window().close()

    def begin(self, place: Path | None = None) -> None:
        """Open what was open last, or a given workspace, after the first paint."""
        recent = self.settings.recent
        wanted = place or (Path(recent[0].path) if recent else None)
        if wanted is not None and wanted.exists():
            self.open(wanted)

    def open(self, place: Path) -> bool:
        """Open a workspace and show its report where the clerk left it."""
        from nianbao.app.desk import Desk
        from nianbao.errors import NianbaoError

        self._let_go()
        try:
            self.desk = Desk.open(place)
        except NianbaoError as error:
            self._complain(str(error))
            return False
        if self.desk.is_empty:
            self.show_page(self.start)
            self.start.show_trouble(f"“{place.name}”里还没有报告。请先导入去年的报告。")
            return True
        self._show_desk()
        return True

    def choose_workspace(self) -> None:
        """Let the clerk choose a workspace and open it."""
        place = self._ask.workspace(self, self.settings.folder)
        if place is not None:
            self.open(place)

    def _open_or_choose(self, place: Path | None) -> None:
        if place is None:
            self.choose_workspace()
        elif place.exists():
            self.open(place)
        else:
            self._complain(f"“{place}”找不到了，可能移动或删除了。请用“打开”另找。")
            self._remember(self.settings.gone(str(place)))

    def _show_desk(self) -> None:
        from nianbao.ui.desk_page import DeskPage

        page = DeskPage(self.desk, self.work, self.menu(), self.actions_, self._ask)
        page.message.connect(self._tell)
        page.notice.connect(self.messages.done)
        page.find_wanted.connect(self.open_palette)
        page.place_changed.connect(self._placing.start)
        self.desk_page = page
        self.stack.addWidget(page)
        page.arrange(self.settings)
        path = str(self.desk.place.resolve())
        where = self.settings.places.get(path)
        if where is not None:
            page.go_back_to(where)
        now = datetime.now()  # noqa: DTZ005 - the clerk's clock
        title = f"{self.desk.unit} {self.desk.year}年度"
        when = f"{now.month}月{now.day}日 {now:%H:%M}"
        self._remember(self.settings.opened(Recent(path=path, title=title, when=when)))
        self.window().setWindowTitle(f"{self.desk.unit} — 年报助手")
        self.start.show_trouble("")
        self.show_page(page)

    def close_desk(self) -> None:
        """Go back to the first page."""
        self._let_go()
        self.start.show_recent([(Path(r.path), r.title, r.when) for r in self.settings.recent])
        self.show_page(self.start)

    def _let_go(self) -> None:
        """Save what was typed and close the workspace."""
        self._leave_page()
        if self.desk is not None:
            self.desk.close()
            self.desk = None
        self.window().setWindowTitle("年报助手")

    def _leave_page(self) -> None:
        """Save what was typed and take the pages over the desk away; the workspace stays open."""
        if self.desk_page is not None:
            self.desk_page.flush()
            self._keep_place()
            self.desk.changed = lambda: None
            self.stack.removeWidget(self.desk_page)
            self.desk_page.deleteLater()
            self.desk_page = None

    # --- the way: file → review → new year → form

    def choose_report(self) -> None:
        """Let the clerk choose a report and import it."""
        place = self._ask.report(self, self.settings.folder)
        if place is not None:
            self.import_file(place)

    def import_file(self, place: Path) -> None:
        """Read a report file and show what was understood, before anything is stored."""
        self._remember(replace(self.settings, folder=str(place.parent)))
        self._review(f"读取“{place.name}”", partial(_read_file, place))

    def import_text(self, text: str) -> None:
        """Take pasted text for a report."""
        self._review("读取粘贴的文字", partial(_read_text, text))

    def open_sample(self) -> None:
        """Go the way with the report of a made-up county."""
        from nianbao.app.installation import home_of, sample_report

        place = home_of(_SAMPLE)
        if place.exists():
            self.open(place)
            return
        self._let_go()
        self._new_place = place
        self._review("读取示例", partial(_read_file, sample_report()))

    def _review(self, name: str, read: Callable[[], Any], year: int | None = None) -> None:
        from nianbao.app.importing import Known, Review

        self.start.show_trouble("")
        known = Known.of(self.desk) if self.has_desk() else None
        self.work.run(
            name,
            lambda: Review.of(read(), known, year=year),
            self._show_review,
            partial(self._reading_failed, name, read),
        )

    def _reading_failed(self, name: str, read: Callable[[], Any], error: Exception) -> None:
        """Say why a file cannot be read; ask for the year that it does not say."""
        from nianbao.errors import NoYearError

        if isinstance(error, NoYearError):
            last = datetime.now().year - 1  # noqa: DTZ005 - the clerk's clock
            year = self._ask.year(self, last)
            if year is not None:
                self._review(name, read, year)
            return
        self._complain(str(error))

    def _show_review(self, review: Any) -> None:
        from nianbao.ui.review.review_page import ReviewPage

        page = ReviewPage(review)
        page.accepted.connect(self._accept_review)
        page.cancelled.connect(self._go_home)
        self.show_page(page)

    def _accept_review(self, review: Any) -> None:
        """Store the report in its unit's workspace, and plan the year after."""
        from nianbao.app.desk import Desk
        from nianbao.app.installation import home_of
        from nianbao.errors import NianbaoError

        place = self._new_place or home_of(review.unit)
        try:
            if self.desk is None:
                place.parent.mkdir(parents=True, exist_ok=True)
                self.desk = Desk.open(place) if place.exists() else Desk.create(place)
            review.store(self.desk)
        except NianbaoError as error:
            self._complain(str(error))
            return
        except OSError:
            self._complain(f"不能在“{place.parent}”里建年报库。请检查这个文件夹能不能写入。")
            return
        self._new_place = None
        self.desk.show(review.unit, review.year)
        if review.year + 1 in self.desk.years():
            self._arrive(f"{review.year}年度的报告已经存入年报库。")
        else:
            self.plan_year()

    def plan_year(self) -> None:
        """Show what the next year would take over, clear and ask."""
        from nianbao.app.turning import YearPlan
        from nianbao.errors import NianbaoError
        from nianbao.ui.newyear.newyear_page import NewYearPage

        if self.desk_page is not None:
            self.desk_page.flush()
        self.desk.show(self.desk.unit, max(self.desk.years()))
        try:
            plan = YearPlan.of(self.desk)
        except NianbaoError as error:
            self._complain(str(error))
            return
        page = NewYearPage(plan)
        page.accepted.connect(self._accept_year)
        page.back.connect(self._go_home)
        self.show_page(page)

    def _accept_year(self, plan: Any) -> None:
        from nianbao.errors import NianbaoError

        try:
            plan.store(self.desk)
        except NianbaoError as error:
            self._complain(str(error))
            return
        self.desk.show(self.desk.unit, max(self.desk.years()))
        self._arrive(f"{self.desk.year}年度已经建立，可以用“撤销”整体退回。")

    def _arrive(self, said: str) -> None:
        """Show the form over the desk."""
        if self.desk_page is None:
            self._show_desk()
        else:
            self.desk_page.form.show_section("")
            self.desk_page.go(places.FORM)
            self.show_page(self.desk_page)
        self.messages.done(said)

    def _go_home(self) -> None:
        """Leave a page of the way."""
        if self.has_desk():
            self._arrive_quietly()
        else:
            self._let_go()
            self.show_page(self.start)

    def _arrive_quietly(self) -> None:
        if self.desk_page is None:
            self._show_desk()
        self.show_page(self.desk_page)

    def show_page(self, page: QWidget) -> None:
        """Show a page; pages of the way that are left are thrown away."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        before = self.stack.currentWidget()
        self.stack.setCurrentWidget(page)
        if before not in (page, self.start, self.desk_page) and before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- commands

    def undo(self) -> None:
        """Take the last action back, whatever page it was made on."""
        self._turn(self.desk.undo, "已撤销：", "没有可以撤销的步骤。")

    def redo(self) -> None:
        """Do again what was taken back."""
        self._turn(self.desk.redo, "已恢复：", "没有可以恢复的步骤。")

    def _turn(self, turn: Callable[[], str | None], done: str, nothing: str) -> None:
        if self.desk_page is not None:
            self.desk_page.flush()
        name = turn()
        self.messages.info(f"{done}{name}" if name else nothing)
        if self.desk.is_empty:
            self._leave_page()
            self.show_page(self.start)
        elif self.desk_page is None:
            self._show_desk()

    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self.desk is not None and self.desk.steps()[0] is not None

    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self.desk is not None and self.desk.steps()[1] is not None

    def undo_words(self) -> str:
        """Return 撤销 with the name of what would be taken back."""
        done = self.desk.steps()[0] if self.desk is not None else None
        return f"撤销：{done.name}" if done else "撤销"

    def redo_words(self) -> str:
        """Return 恢复 with the name of what would be done again."""
        undone = self.desk.steps()[1] if self.desk is not None else None
        return f"恢复：{undone.name}" if undone else "恢复"

    def go(self, place: str) -> None:
        """Show a page over the desk."""
        self._arrive_quietly()
        self.desk_page.go(place)

    def search(self, *, every: bool = False) -> None:
        """Open the search, in this year or in all."""
        self.go(places.SEARCH)
        self.desk_page.page(places.SEARCH).ask(this_year=not every)

    def add_entry(self) -> None:
        """Put a new entry into the section in hand."""
        self.go(places.FORM)
        self.desk_page.form.form.add_entry()

    def name_version(self) -> None:
        """Go to where the present state is given a name."""
        self.go(places.VERSIONS)
        self.desk_page.page(places.VERSIONS).name.setFocus(Qt.FocusReason.OtherFocusReason)

    def beside(self) -> None:
        """Show the preview beside the form, or last year again."""
        self._arrive_quietly()
        self.desk_page.toggle_beside()

    def untouched(self) -> None:
        """Show only entries that are 未动, or all again."""
        self.go(places.FORM)
        self.desk_page.form.toggle_untouched()

    def next_open(self) -> None:
        """Go to the next figure that somebody still has to answer."""
        self.go(places.FORM)
        self.desk_page.form.form.next_open()

    def next_finding(self, step: int) -> None:
        """Go to the next finding, or the one before."""
        self.go(places.FORM)
        self.desk_page.form.next_finding(step)

    def step_section(self, step: int) -> None:
        """Go to the next page of the form, or the one before."""
        self.go(places.FORM)
        self.desk_page.form.step_section(step)

    def zoom(self, step: int) -> None:
        """Make everything larger or smaller by a step, or as it was for 0."""
        zooms = theme.ZOOMS
        at = zooms.index(theme.zoom()) if theme.zoom() in zooms else 0
        wanted = zooms[min(max(at + step, 0), len(zooms) - 1)] if step else zooms[0]
        self._dress(theme.name(), wanted)

    def use_theme(self, name: ThemeName) -> None:
        """Give the window another look."""
        self._dress(name, theme.zoom())

    def _dress(self, name: ThemeName, zoom: int) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        old = self.desk_page
        if old is not None:
            old.flush()
            self._keep_place()
        theme.apply(app, name, zoom)
        self._remember(replace(self.settings, theme=name.value, zoom=zoom))
        if old is not None:
            self._show_desk()  # it goes back to where the old one was
            self.stack.removeWidget(old)
            old.deleteLater()

    def export(self) -> None:
        """Write the report as a Word document."""
        self._arrive_quietly()
        self.desk_page.flush()
        self.desk_page.export_bar.export()

    def open_folder(self) -> None:
        """Show the folder of the workspace."""
        from nianbao.ui.preview.export import open_outside

        open_outside(self.desk.place.parent)

    def open_palette(self) -> None:
        """Open the line in which anything can be found by name."""
        from nianbao.ui.palette.palette import Palette

        if self._palette is None:
            self._palette = Palette(self.commands, self._targets, self)
            self._palette.ran.connect(lambda key: self._remember(self.settings.ran(key)))
        self._palette.open(self.settings.commands)

    def _targets(self) -> list[Any]:
        from nianbao.ui.targets import targets

        return targets(self.desk, self.desk_page) if self.has_desk() else []

    def show_shortcuts(self) -> None:
        """Show all keys on one page."""
        from nianbao.ui.shortcuts.page import ShortcutsPage

        page = ShortcutsPage(self.commands)
        page.back.connect(self._go_home)
        self.show_page(page)

    def tell_places(self) -> None:
        """Say where the clerk's work and the settings are."""
        from nianbao.app.installation import config_folder, documents_folder

        work = self.desk.place if self.desk is not None else documents_folder()
        self.messages.info(f"资料在：{work}　设置在：{config_folder()}")

    # --- what is remembered

    def _tell(self, said: str) -> None:
        if said:
            self.messages.info(said)

    def _complain(self, said: str) -> None:
        if self.stack.currentWidget() is self.start:
            self.start.show_trouble(said)
        else:
            self.messages.error(said)

    def _remember(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self._file.save(settings)

    def _keep_place(self) -> None:
        if self.desk_page is not None and self.has_desk():
            path = str(self.desk.place.resolve())
            settings = self.desk_page.arranged(self.settings)
            self._remember(settings.at(path, self.desk_page.where()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file that is dropped on any page; the first page says so itself."""
        if event.mimeData().hasUrls():
            self.messages.info("松开鼠标：导入这份报告。")
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        self.messages.clear()
        if said := dropped.trouble(paths):
            self._complain(said)
        elif dropped.use(paths[0]) is dropped.Use.WORKSPACE:
            self.open(paths[0])
        else:
            self.import_file(paths[0])
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_messages()

    def _place_messages(self) -> None:
        """Lay messages over the foot of the page, where they move nothing."""
        width = min(theme.px(760), self.width() - theme.px(40))
        self.messages.setFixedWidth(width)
        height = self.messages.heightForWidth(width)
        height = height if height > 0 else self.messages.sizeHint().height()
        left = (self.width() - width) // 2
        self.messages.setGeometry(left, self.height() - theme.px(36) - height, width, height)
        self.messages.raise_()

    def leave(self) -> None:
        """Keep everything, because the window closes; there is nothing to ask."""
        self.work.cancel_all()
        frame = self.window()
        geometry = base64.b64encode(frame.saveGeometry().data()).decode("ascii")
        if not frame.isMaximized():
            self._remember(replace(self.settings, geometry=geometry))
        self._remember(replace(self.settings, maximized=frame.isMaximized()))
        self._let_go()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave, when this is a window of its own."""
        self.leave()
        super().closeEvent(event)


def _read_file(place: Path) -> Any:
    from nianbao.app.reading import open_source

    return open_source(place)


def _read_text(text: str) -> Any:
    from nianbao.app.reading import from_bytes

    return from_bytes(text.encode("utf-8"))
