"""Pictures of what every page has around it: messages, work under way, palette, keys."""

import time

from PySide6.QtWidgets import QVBoxLayout, QWidget
from tests.ui.screenshots import Scene

from nianbao.ui.commands import Command, Commands
from nianbao.ui.messages import Messages
from nianbao.ui.palette import Palette, Target
from nianbao.ui.shortcuts import ShortcutsPage
from nianbao.ui.work import Work, WorkBanner

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


SCENES = [
    Scene("messages", lambda stage: Around(), say),
    Scene("palette", lambda stage: Around(), search("")),
    Scene("palette-initials", lambda stage: Around(), search("xz")),
    Scene("palette-nothing", lambda stage: Around(), search("没有这样的命令")),
    Scene("shortcuts", lambda stage: ShortcutsPage(commands())),
]
