"""A part that is missing is put in where it is missed, by one act that can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nianbao.report.pieces import piece_of
from nianbao.ui.pages.palette import Palette
from nianbao.views import open_items

DUTY = "2026年度党政主要负责人履行推进法治建设第一责任人职责有关情况"


def from_the_matrix(window):
    window.go("coverage")
    page = window.desk_page.page("coverage")
    button = [  # the last one: cards shown before are still to be deleted
        one
        for one in page.findChildren(QPushButton)
        if one.text() == "加上这一部分" and "第一责任人" in one.accessibleName()
    ][-1]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def from_the_way(window):
    form = window.desk_page.form
    form.show_section("")
    for _ in range(60):
        window.commands.run("next_open")
        shown = form.walk.last
        if shown.finding is not None and "第一责任人" in shown.finding.message:
            break
    QTest.keyClick(QApplication.focusWidget(), "1")


def from_the_findings(window):
    side = window.desk_page.form.side
    shown = next(one for one in side.findings() if one.part == "first_responsible")
    assert shown.answer == "加上这一部分"
    side.list.view.answered.emit(shown)


def from_the_palette(window):
    window.open_palette()
    palette = window.findChild(Palette)
    palette.line.setText("加上这一部分：2026年度党政")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)


WAYS = [from_the_matrix, from_the_way, from_the_findings, from_the_palette]


@pytest.mark.parametrize("act", WAYS)
def test_a_part_that_is_missing_is_added_and_written_at_once(window, act):
    before = window.desk.report

    act(window)

    new = next(one for one in window.desk.report.sections if one.key == "first_responsible")
    assert [one.prefix for one in window.desk.report.sections] == ["一、", "二、", "三、", "四、"]
    assert window.desk.report.sections[1] == new
    text = window.desk_page.form.form._cards[new.entries[0].id].text
    assert QApplication.focusWidget() is text
    QTest.keyClicks(text, "a")
    text.flush()
    assert piece_of(window.desk.report, new.entries[0].id).source == "a"
    assert not any(
        item.finding is not None and "第一责任人" in item.finding.message
        for item in open_items.open_items(window.desk).items
    )
    window.undo()
    assert window.desk.steps()[0].name == f"加上“{DUTY}”"
    window.undo()
    assert window.desk.report == before


def test_a_part_of_ones_own_begins_with_its_heading(window):
    window.commands.run("add_part")

    new = window.desk.report.sections[-1]
    assert (new.prefix, new.title, window.desk.steps()[0].name) == ("四、", "", "加上一个部分")
    heading = window.desk_page.form.form._cards[new.id].text
    assert QApplication.focusWidget() is heading
    QTest.keyClicks(heading, "x")
    heading.flush()
    assert window.desk.report.sections[-1].title == "x"
