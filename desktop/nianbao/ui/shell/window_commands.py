"""What the window can do, as commands: names, keys, and when they make sense."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from nianbao.ui.kit.commands import Command
from nianbao.ui.kit.theme import ThemeName
from nianbao.ui.shell import looks, page_ids, telling, word_template
from nianbao.ui.shell.safe.watching import Watch
from nianbao.ui.shell.session import Session
from nianbao.ui.shell.setup.setup import Setup

if TYPE_CHECKING:  # it is large, and there when a command needs it
    from nianbao.ui.shell.report.desk_page import DeskPage


def commands(session: Session, setup: Setup, watch: Watch) -> Iterator[Command]:
    """Yield all commands of a window."""
    table = _Table(session, setup, watch)
    groups = {
        "文件": table.file(),
        "编辑": table.edit(),
        "查看": table.view(),
        "条目": table.entry(),
        "转到": table.go(),
        "帮助": table.help(),
    }
    for title, found in groups.items():
        for command in found:
            yield replace(command, group=title)


class _Table:
    """The commands of a window, by group."""

    def __init__(self, session: Session, setup: Setup, watch: Watch) -> None:
        self._session, self._setup, self._watch = session, setup, watch

    def file(self) -> Iterator[Command]:
        session, setup = self._session, self._setup
        yield Command("import", "导入去年报告", setup.choose_report, shortcut="Ctrl+O")
        yield Command("open", "打开年报库", session.choose_workspace, shortcut="Ctrl+Shift+O")
        yield self._open("new_year", "建立新年度", setup.plan_year)
        yield self._open("export", "导出Word", session.export, "Ctrl+E")
        yield self._open("folder", "打开所在文件夹", partial(telling.open_folder, session))
        yield self._open("backups", "从备份恢复", self._watch.show_backups)
        yield self._open("template", "换Word模板…", partial(word_template.choose, session))
        yield Command(
            "own_template",
            "用自带的Word模板",
            partial(word_template.use_own, session),
            enabled=lambda: bool(session.settings.template),
        )
        yield self._open("close", "回到开始页", session.close_desk)
        yield Command("quit", "退出", session.quit, shortcut="Ctrl+Q")

    def edit(self) -> Iterator[Command]:
        session, search, form = self._session, page_ids.SEARCH, page_ids.FORM
        yield Command(
            "undo",
            "撤销",
            session.undo,
            shortcut="Ctrl+Z",
            enabled=lambda: bool(self._steps()[0]),
            wording=lambda: self._named("撤销", self._steps()[0]),
        )
        yield Command(
            "redo",
            "重做",
            session.redo,
            shortcut="Ctrl+Y",
            also=("Ctrl+Shift+Z",),
            enabled=lambda: bool(self._steps()[1]),
            wording=lambda: self._named("重做", self._steps()[1]),
        )
        ask = self._on(search, lambda pages: pages.ask_search(this_year=True))
        yield self._open("find", "在本年度查找", ask, "Ctrl+F")
        ask = self._on(search, lambda pages: pages.ask_search())
        yield self._open("find_all", "在全部年度查找", ask, "Ctrl+Shift+F")
        add = self._on(form, lambda pages: pages.form.form.add_entry())
        yield self._open("add", "新增一条", add, "Ctrl+N")
        add_section = self._on(form, lambda pages: pages.form.ask_heading())
        yield self._open("add_section", "新增一节", add_section, "Ctrl+Shift+N")
        remove = self._on(form, lambda pages: pages.form.headings.remove())
        yield self._open("remove_section", "删去空标题", remove)
        add_part = self._on(form, lambda pages: pages.add_part())
        yield self._open("add_part", "新增一个部分", add_part)
        keep = self._on(page_ids.VERSIONS, lambda pages: pages.name_version())
        yield self._open("keep_version", "命名版本", keep, "Ctrl+Shift+S")
        yield self._open("versions", "版本比较与恢复", partial(session.go, page_ids.VERSIONS))
        yield self._open("history", "操作记录", partial(session.go, page_ids.HISTORY))
        yield self._open("automatic", "自动改动", partial(session.go, page_ids.AUTOMATIC))

    def view(self) -> Iterator[Command]:
        session = self._session
        for number, (place, word) in enumerate(page_ids.WORDS.items(), start=1):
            name = "五项必备×九个体系" if place == page_ids.COVERAGE else word
            yield self._open(place, name, partial(session.go, place), f"Ctrl+{number}")
        yield self._open("beside", "并排预览", session.toggle_side_preview, "F5")
        untouched = self._on(page_ids.FORM, lambda pages: pages.form.toggle_untouched())
        yield self._open("untouched", "只看未动的条目", untouched)
        larger = partial(looks.zoom, session, 1)
        yield Command("bigger", "放大", larger, shortcut="Ctrl+=", also=("Ctrl++",))
        yield Command("smaller", "缩小", partial(looks.zoom, session, -1), shortcut="Ctrl+-")
        yield Command("normal", "原来大小", partial(looks.zoom, session, 0), shortcut="Ctrl+0")
        themes = {"light": ThemeName.LIGHT, "dark": ThemeName.DARK, "contrast": ThemeName.CONTRAST}
        for key, name in themes.items():
            yield Command(key, f"{name.value}界面", partial(looks.use_theme, session, name))

    def entry(self) -> Iterator[Command]:
        """What can be done to the current entry; by keys alone too."""
        names = {
            "keep": ("保留这一条", "Ctrl+K"),
            "rewrite": ("改写这一条", "F2"),
            "drop": ("不再写这一条", "Ctrl+Shift+D"),
            "insert": ("插入数据……", "Ctrl+I"),
            "remove_figure": ("不再写选中的数", ""),
            "take_in": ("新认出的数收进台账", ""),
            "leave_out": ("新认出的数不是数据", ""),
            "split": ("在光标处拆成两条", ""),
            "merge": ("与下一条合并", "Ctrl+M"),
            "up": ("上移", ""),
            "down": ("下移", ""),
            "last_text": ("换回去年文字", ""),
        }
        yield self._open("rename_figure", "给选中的数改名", self._rename_figure, "Shift+F2")
        for key, (name, shortcut) in names.items():
            run = self._on(page_ids.FORM, partial(_act_on_entry, key=key))
            yield self._open(key, name, run, shortcut)
        run = self._on(page_ids.FORM, lambda pages: pages.form.form.restore_next())
        yield self._open("restore", "恢复本节不再写的", run)

    def _rename_figure(self) -> None:
        """Open the name of the current figure, in the ledger if that is seen, else in the form."""
        if self._session.shows(page_ids.LEDGER):
            self._session.desk_page.rename_in_ledger()
        else:
            self._on(page_ids.FORM, lambda pages: pages.form.begin_rename())()

    def go(self) -> Iterator[Command]:
        form = page_ids.FORM
        run = self._on(form, lambda pages: pages.form.next_step(1))
        yield self._open("next_open", "下一处", run, "F7")
        run = self._on(form, lambda pages: pages.form.next_step(-1))
        yield self._open("last_open", "上一处", run, "Shift+F7")
        run = self._on(form, lambda pages: pages.form.next_finding(1))
        yield self._open("next_finding", "下一条发现", run, "F8")
        run = self._on(form, lambda pages: pages.form.next_finding(-1))
        yield self._open("last_finding", "上一条发现", run, "Shift+F8")
        run = self._on(form, lambda pages: pages.form.step_section(1))
        yield self._open("next_section", "下一节", run, "Ctrl+PgDown")
        run = self._on(form, lambda pages: pages.form.step_section(-1))
        yield self._open("last_section", "上一节", run, "Ctrl+PgUp")

        run = self._on(form, lambda pages: pages.form.show_outline())
        yield self._open("outline", "提纲", run, "Ctrl+L")
        run = self._on(form, lambda pages: pages.form.show_references())
        yield self._open("references", "去年原文、发现、来源", run, "Ctrl+R")
        run = self._on(form, lambda pages: pages.form.next_column())
        yield self._open("next_column", "换到下一栏", run, "F6")

    def help(self) -> Iterator[Command]:
        session = self._session
        yield Command("palette", "查找、命令", session.open_palette, shortcut="Ctrl+Shift+P")
        show = partial(telling.show_manual, session)
        yield Command("manual", "用户手册", show, shortcut="F1")
        show = partial(telling.show_shortcuts, session)
        yield Command("shortcuts", "全部按键", show, shortcut="Shift+F1")
        yield Command("places", "资料放在哪里", partial(telling.show_places, session))
        yield Command("diagnosis", "诊断", partial(telling.show_diagnosis, session))
        yield Command("about", "关于年报助手", partial(telling.show_about, session))

    def _open(self, key: str, name: str, run: Callable[[], object], shortcut: str = "") -> Command:
        """Return a command for which a workspace must be open."""
        return Command(key, name, run, shortcut=shortcut, enabled=self._session.has_desk)

    def _on(self, place: str, act: Callable[["DeskPage"], object]) -> Callable[[], None]:
        """Return what shows a page over the workspace and does something there."""

        def run() -> None:
            session = self._session
            if session.shows(place) or session.go(place):  # shown already, it keeps the focus
                act(session.desk_page)

        return run

    def _steps(self) -> tuple[str, str]:
        """Return what would be taken back and what would be done again, nothing for nothing."""
        if not self._session.is_open:
            return "", ""
        done, again = self._session.desk.steps()
        return done.name if done else "", again

    @staticmethod
    def _named(word: str, step: str) -> str:
        return f"{word}：{step}" if step else word


def _act_on_entry(pages: "DeskPage", *, key: str) -> None:
    pages.form.form.act_on_entry(key)
