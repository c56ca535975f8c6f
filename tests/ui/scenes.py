"""Pictures of the window on each of its pages, and of what every page has around it."""

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget
from tests.ui.screenshots import Scene, Stage, settle

from nianbao.ui.kit.commands import Command, Commands
from nianbao.ui.kit.file_dialog import fit
from nianbao.ui.kit.jobs import Work, WorkBanner
from nianbao.ui.kit.messages import Messages
from nianbao.ui.pages.palette import Palette, Target
from nianbao.ui.pages.shortcuts import ShortcutsPage
from nianbao.ui.shell import page_ids
from nianbao.ui.shell.settings import Recent, Settings, SettingsFile
from nianbao.ui.shell.window import Window

_COMMANDS = [
    ("导入去年报告", "Ctrl+O", "文件"),
    ("导出Word", "Ctrl+E", "文件"),
    ("打开所在文件夹", "", "文件"),
    ("撤销：改“行政复议审结数”", "Ctrl+Z", "编辑"),
    ("重做", "Ctrl+Y", "编辑"),
    ("下一条发现", "F8", "编辑"),
    ("打开台账", "Ctrl+T", "转到"),
    ("预览", "Ctrl+P", "转到"),
    ("在全部年度中查找", "Ctrl+Shift+F", "查找"),
    ("命令面板", "Ctrl+Shift+P", "查找"),
    ("放大", "Ctrl+=", "查看"),
    ("缩小", "Ctrl+-", "查看"),
    ("命名版本", "", "版本"),
]


def commands():
    made = Commands()
    for number, (name, shortcut, group) in enumerate(_COMMANDS):
        made.add(Command(f"{number}", name, lambda: None, shortcut=shortcut, group=group))
    return made


def targets():
    for name, group in [
        ("（三）行政执法", "节"),
        ("行政复议纠错率", "指标"),
        ("行政执法人员培训数", "指标"),
        ("2026年度", "年度"),
    ]:
        yield Target(name=name, group=group, run=lambda: None)


class Around(QWidget):
    """A window with nothing but what is around a page."""

    def __init__(self):
        super().__init__()
        self.setProperty("role", "ground")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.work = Work(self)
        self.messages = Messages()
        layout.addWidget(WorkBanner(self.work))
        layout.addWidget(self.messages)
        layout.addStretch()
        self.commands = Palette(commands(), targets, self)


def say(window):
    window.work.run("读取“去年.docx”", lambda: time.sleep(2), lambda _: None, lambda _: None)
    window.messages.error(
        "“去年.docx”设有打开密码。原有内容没有改动。请在Word或WPS中取消密码后另存，再导入。",
        ("换一个文件", lambda: None),
    )
    window.messages.warn("有3处年份没有把握，请看一遍。", ("逐处看", lambda: None))
    window.messages.done(
        "已导出：D:/年报/安澜县2026年法治政府建设年度报告（送审稿，27处待填）.docx",
        ("打开文件", lambda: None),
    )


def search(query):
    def run(window):
        window.commands.open(["6"])
        window.commands.line.setText(query)

    return run


def window(stage, settings=None):
    """The window as it opens, with settings of its own."""
    file = SettingsFile(stage.fresh() / "window.json")
    file.save(settings or Settings())
    return Window(file)


def recent(stage):
    """The window of one who has worked here before."""
    known = tuple(
        Recent(path=str(Path("D:/年报") / f"{unit}.nianbao"), title=f"{unit} {year}年度", when=when)
        for unit, year, when in [
            ("安澜县", 2026, "1月12日 16:40"),
            ("霁川县", 2025, "3月1日 09:12"),
        ]
    )
    return window(stage, Settings(recent=known))


def opened(stage):
    """The window over last year's sample report and the year that was begun with it."""
    made = window(stage)
    made.open(stage.workspace())
    return made


def at(place):
    """Go to a page over the desk."""
    return lambda window: window.go(place)


def read_sample(window):
    """Read the sample report, and wait until it is shown, however long that takes."""
    window.setup.import_file(Stage.sample_report())
    while window.stack.currentWidget() is window.start and window.work.jobs():
        settle(QApplication.instance(), 0.1)


def begin_next_year(window):
    window.desk.undo()  # the year that was begun
    window.setup.plan_year()


def search_everywhere(window):
    window.commands.run("find_all")
    window.desk_page.page(page_ids.SEARCH).words.setText("行政复议")


def type_a_number(window):
    window.desk_page.form.step_section(3)
    window.commands.run("next_open")


def file_dialog(stage):
    """Qt's own file dialog, as it stands where the desktop has none."""
    folder = stage.fresh()
    for name in ("安澜县2025年法治政府建设年度报告.docx", "台账（2024—2025）.xlsx"):
        (folder / name).write_bytes(b"")
    (folder / "2024年度").mkdir()
    made = QFileDialog(None, "选择去年的报告", str(folder))
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.setOption(QFileDialog.Option.HideNameFilterDetails)
    fit(made)
    made.setNameFilters(["报告：Word、WPS、PDF、网页、文本 (*.docx)", "所有文件 (*)"])
    return made


SCENES = [
    Scene("dialog-file", file_dialog, size=(760, 460)),
    Scene("start", window),
    Scene("start-recent", recent),
    Scene(
        "start-failure", window, lambda made: made.start.show_failure("“去年.docx”设有打开密码。")
    ),
    Scene("review", window, read_sample, settle=1),
    Scene("newyear", opened, begin_next_year, settle=1),
    Scene("form", opened),
    Scene("form-figures", opened, type_a_number, settle=1),
    Scene("form-preview", opened, lambda made: made.toggle_side_preview(), settle=1.5),
    Scene("ledger", opened, at(page_ids.LEDGER)),
    Scene("promises", opened, at(page_ids.PROMISES)),
    Scene("coverage", opened, at(page_ids.COVERAGE)),
    Scene("preview", opened, at(page_ids.PREVIEW), settle=1.5),
    Scene("search", opened, search_everywhere, settle=1),
    Scene("versions", opened, at(page_ids.VERSIONS)),
    Scene("history", opened, at(page_ids.HISTORY)),
    Scene("automatic", opened, at(page_ids.AUTOMATIC)),
    Scene("palette-window", opened, lambda made: made.open_palette()),
    Scene("messages", lambda stage: Around(), say),
    Scene("palette", lambda stage: Around(), search("")),
    Scene("palette-initials", lambda stage: Around(), search("xz")),
    Scene("palette-nothing", lambda stage: Around(), search("没有这样的命令")),
    Scene("shortcuts", lambda stage: ShortcutsPage(commands())),
]
