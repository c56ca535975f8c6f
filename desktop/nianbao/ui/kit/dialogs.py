"""The questions that only the system's own dialogs can ask: which file, which year."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QWidget

from nianbao.machine.installation import WORKSPACE
from nianbao.ui.kit import dropped, file_dialog, theme, widgets

_WIDE = 460  # px, of a question at 100 %


class Unsaved(StrEnum):
    """What is to become of text that cannot be saved."""

    AGAIN = "再试一次"
    ELSEWHERE = "另存到……"
    GIVE_UP = "不存了，关闭"
    STAY = "先不关"


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogQuestion:
    """What the user is to decide: a sentence, what it means, and the answers as words.

    The last answer changes nothing; it is what Esc gives.
    """

    title: str
    text: str
    answers: tuple[str, ...]
    more: str = ""


_WORDS = QFileDialog.Option.HideNameFilterDetails  # kinds of files by their names, without *.docx
AskOpen = Callable[[QWidget, str], Path | None]
"""Takes the window and a folder to begin with, empty for the usual one; returns the choice."""

AskSave = Callable[[QWidget, Path], Path | None]
"""Takes the window and a place to propose; returns where to write, None for nowhere."""


def ask_report(parent: QWidget, folder: str) -> Path | None:
    """Let the user choose a report file."""
    kinds = " ".join(f"*{suffix}" for suffix in dropped.REPORTS)
    filters = f"报告：Word、WPS、PDF、网页、文本 ({kinds});;所有文件 (*)"
    return _open(parent, "选择去年的报告", folder, filters)


def ask_workspace(parent: QWidget, folder: str) -> Path | None:
    """Let the user choose a workspace."""
    return _open(parent, "打开年报库", folder, f"年报库 (*{WORKSPACE})")


def ask_template(parent: QWidget, folder: str) -> Path | None:
    """Let the user choose the office's own Word template."""
    return _open(parent, "选择本单位的Word模板", folder, "Word模板 (*.docx)")


def ask_document(parent: QWidget, proposed: Path) -> Path | None:
    """Let the user choose where a Word document goes; a name that is taken gets （2）."""
    name = _save(parent, "导出Word", proposed, "Word文件 (*.docx)", confirm=False)
    return Path(name) if name else None


def ask_workbook(parent: QWidget, proposed: Path) -> Path | None:
    """Let the user choose where a workbook goes."""
    name = _save(parent, "导出台账", proposed, "Excel工作簿 (*.xlsx)")
    return Path(name).with_suffix(".xlsx") if name else None


def ask_year(parent: QWidget, likely: int) -> int | None:
    """Let the user say on which year a report is."""
    says = "文件里没有写明年份。这是哪一年度的报告？"
    year, given = QInputDialog.getInt(parent, "报告年度", says, likely, 2000, 2100)
    return year if given else None


def ask_copy(parent: QWidget, proposed: Path) -> Path | None:
    """Let the user choose where the whole workspace is saved instead."""
    name = _save(parent, "另存到", proposed, f"年报库 (*{WORKSPACE})")
    return Path(name).with_suffix(WORKSPACE) if name else None


def ask_folder(parent: QWidget, folder: str) -> Path | None:
    """Let the user choose a folder that gets every backup too."""
    file_dialog.fit_next()
    name = QFileDialog.getExistingDirectory(parent, "另外备份到哪个文件夹", _begin(folder))
    return Path(name) if name else None


def ask_unsaved(parent: QWidget, count: int) -> Unsaved:
    """Let the user say what becomes of what cannot be saved."""
    question = DialogQuestion(
        title="有改动没有存上",
        text=f"有{count}处改动没有存进年报库。",
        more="另存到别的位置最稳妥，一处也不会少。选“不存了”，写的文字和填的数留在急救文件里，"
        "下次打开时可以放回来；别的改动就没有了。",
        answers=tuple(Unsaved),
    )
    return Unsaved(_asked(parent, question, default=Unsaved.AGAIN))


def ask_decision(parent: QWidget, question: DialogQuestion) -> str:
    """Let the user decide; return one of the answers. Enter alone changes nothing either."""
    return _asked(parent, question, default=question.answers[-1])


class Decision(QDialog):
    """A question in front of the window, its answers below each other: they are whole sentences."""

    def __init__(self, parent: QWidget, question: DialogQuestion, default: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(question.title)
        self.answer = question.answers[-1]
        layout = widgets.column(self, margins=(22, 18, 22, 18), spacing=10)
        layout.addWidget(widgets.label(question.text, "strong", wrap=True))
        if question.more:
            layout.addWidget(widgets.label(question.more, "hint", wrap=True))
        layout.addSpacing(theme.px(4))
        for answer in question.answers:
            role = "primary" if answer == default else ""
            made = widgets.button(answer, partial(self._take, answer), role)
            made.setDefault(answer == default)
            layout.addWidget(made)
            if answer == default:
                made.setFocus()
        self.setFixedWidth(theme.px(_WIDE))

    def _take(self, answer: str) -> None:
        self.answer = answer
        self.accept()


def _asked(parent: QWidget, question: DialogQuestion, *, default: str) -> str:
    dialog = Decision(parent, question, default)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The dialogs of the window, to be exchanged in tests."""

    report: AskOpen = ask_report
    workspace: AskOpen = ask_workspace
    template: AskOpen = ask_template
    document: AskSave = ask_document
    workbook: AskSave = ask_workbook
    year: Callable[[QWidget, int], int | None] = ask_year
    copy: AskSave = ask_copy
    folder: AskOpen = ask_folder
    unsaved: Callable[[QWidget, int], Unsaved] = ask_unsaved
    decide: Callable[[QWidget, DialogQuestion], str] = ask_decision


def _open(parent: QWidget, title: str, folder: str, kinds: str) -> Path | None:
    file_dialog.fit_next()
    name, _ = QFileDialog.getOpenFileName(parent, title, _begin(folder), kinds, options=_WORDS)
    return Path(name) if name else None


def _begin(folder: str) -> str:
    """Return a folder to begin with that is there: a stick may have been pulled out since.

    Qt takes the last word of a folder that is not there for the name of a file.
    """
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return next((one for one in (folder, usual) if os.path.isdir(one)), str(Path.home()))


def _save(parent: QWidget, title: str, proposed: Path, kinds: str, *, confirm: bool = True) -> str:
    options = _WORDS if confirm else _WORDS | QFileDialog.Option.DontConfirmOverwrite
    beside = Path(_begin(str(proposed.parent))) / proposed.name
    file_dialog.fit_next()
    name, _ = QFileDialog.getSaveFileName(parent, title, str(beside), kinds, options=options)
    return name
