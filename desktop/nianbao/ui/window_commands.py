"""What the window can do, as commands: names, keys, and when they make sense."""

from collections.abc import Callable
from functools import partial
from typing import Any

from nianbao.ui import places
from nianbao.ui.commands import Command, Commands
from nianbao.ui.theme import ThemeName

MENU = {
    "文件": ("import", "open", "new_year", "", "export", "folder", "", "close", "quit"),
    "编辑": (
        "undo",
        "redo",
        "",
        "find",
        "find_all",
        "",
        "add",
        "keep_version",
        "versions",
        "history",
    ),
    "查看": (
        *("form", "ledger", "promises", "coverage", "preview", "beside", "", "untouched", ""),
        *("bigger", "smaller", "normal", "", "light", "dark", "contrast"),
    ),
    "转到": ("next_open", "next_finding", "last_finding", "", "next_section", "last_section"),
    "帮助": ("palette", "shortcuts", "about"),
}
"""The menu: its titles, and the keys of the commands below each; an empty key is a line."""


def commands(window: Any) -> Commands:
    """Return all commands of a window."""
    desk: Callable[[], bool] = window.has_desk
    made = Commands()
    add = made.add
    group = "文件"
    add(
        Command("import", "导入去年报告", window.choose_report, shortcut="Ctrl+O", group=group),
        Command(
            "open", "打开年报库", window.choose_workspace, shortcut="Ctrl+Shift+O", group=group
        ),
        Command("new_year", "建立新年度", window.plan_year, group=group, enabled=desk),
        Command("export", "导出 Word", window.export, shortcut="Ctrl+E", group=group, enabled=desk),
        Command("folder", "打开所在文件夹", window.open_folder, group=group, enabled=desk),
        Command("close", "回到开始页", window.close_desk, group=group, enabled=desk),
        Command("quit", "退出", window.quit, shortcut="Ctrl+Q", group=group),
    )
    group = "编辑"
    add(
        Command(
            "undo",
            "撤销",
            window.undo,
            shortcut="Ctrl+Z",
            group=group,
            enabled=window.can_undo,
            wording=window.undo_words,
        ),
        Command(
            "redo",
            "恢复",
            window.redo,
            shortcut="Ctrl+Y",
            also=("Ctrl+Shift+Z",),
            group=group,
            enabled=window.can_redo,
            wording=window.redo_words,
        ),
        Command(
            "find", "在本年度查找", window.search, shortcut="Ctrl+F", group=group, enabled=desk
        ),
        Command(
            "find_all",
            "在全部年度查找",
            partial(window.search, every=True),
            shortcut="Ctrl+Shift+F",
            group=group,
            enabled=desk,
        ),
        Command("add", "新增一条", window.add_entry, shortcut="Ctrl+N", group=group, enabled=desk),
        Command(
            "keep_version",
            "命名版本",
            window.name_version,
            shortcut="Ctrl+Shift+S",
            group=group,
            enabled=desk,
        ),
        Command(
            "versions",
            "版本比较与恢复",
            partial(window.go, places.VERSIONS),
            group=group,
            enabled=desk,
        ),
        Command(
            "history", "操作记录", partial(window.go, places.HISTORY), group=group, enabled=desk
        ),
    )
    group = "查看"
    shown = {
        places.FORM: ("填写", "Ctrl+1"),
        places.LEDGER: ("台账", "Ctrl+2"),
        places.PROMISES: ("上年安排对照", "Ctrl+3"),
        places.COVERAGE: ("五项必备×九个体系", "Ctrl+4"),
        places.PREVIEW: ("预览", "Ctrl+5"),
    }
    for place, (name, key) in shown.items():
        add(
            Command(place, name, partial(window.go, place), shortcut=key, group=group, enabled=desk)
        )
    add(
        Command("beside", "并排预览", window.beside, shortcut="F5", group=group, enabled=desk),
        Command("untouched", "只看未动的条目", window.untouched, group=group, enabled=desk),
        Command(
            "bigger",
            "放大",
            partial(window.zoom, 1),
            shortcut="Ctrl+=",
            also=("Ctrl++",),
            group=group,
        ),
        Command("smaller", "缩小", partial(window.zoom, -1), shortcut="Ctrl+-", group=group),
        Command("normal", "原来大小", partial(window.zoom, 0), shortcut="Ctrl+0", group=group),
    )
    for key, name in (
        ("light", ThemeName.LIGHT),
        ("dark", ThemeName.DARK),
        ("contrast", ThemeName.CONTRAST),
    ):
        add(Command(key, f"{name.value}界面", partial(window.use_theme, name), group=group))
    group = "转到"
    step = window.next_finding
    add(
        Command(
            "next_open", "下一个待填", window.next_open, shortcut="F7", group=group, enabled=desk
        ),
        Command(
            "next_finding", "下一条发现", partial(step, 1), shortcut="F8", group=group, enabled=desk
        ),
        Command(
            "last_finding",
            "上一条发现",
            partial(step, -1),
            shortcut="Shift+F8",
            group=group,
            enabled=desk,
        ),
        Command(
            "next_section",
            "下一节",
            partial(window.step_section, 1),
            shortcut="Ctrl+PgDown",
            group=group,
            enabled=desk,
        ),
        Command(
            "last_section",
            "上一节",
            partial(window.step_section, -1),
            shortcut="Ctrl+PgUp",
            group=group,
            enabled=desk,
        ),
    )
    group = "帮助"
    add(
        Command("palette", "查找、命令", window.open_palette, shortcut="Ctrl+Shift+P", group=group),
        Command("shortcuts", "全部按键", window.show_shortcuts, shortcut="F1", group=group),
        Command("about", "资料放在哪里", window.tell_places, group=group),
    )
    return made
