"""Back past a year, and forward again: asked first, said by name, never gone for good."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from nianbao.ui.shell import page_ids

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def asked():
    return []


@pytest.fixture
def window(window, asked):
    answering(window, asked, 0)
    return window


def answering(window, asked, number):
    """Prepare the answer to every question: 0 does it, -1 leaves all as it is."""

    def decide(_, question):
        asked.append(question)
        return question.answers[number]

    window.asking = replace(window.asking, decide=decide)
    window.desk_page.asking = window.asking


def first(window):
    return window.desk.report.sections[0].sections[1].entries[0].id


def write(window, text):
    window.desk_page.go_to(first(window))
    card = window.desk_page.form.form._cards[first(window)]
    card.text.set_caret(0)
    card.text.insertPlainText(text)
    card.text.flush()


def test_a_year_goes_only_after_a_question_that_says_what_goes(window, asked):
    answering(window, asked, -1)

    window.commands.run("undo")

    (question,) = asked
    entries = sum(len(section.entries) for section in window.desk.report.walk())
    assert f"青岚县2026年度连同{entries}个条目" in question.text
    assert "版本" in question.text
    assert window.desk.years() == [2026, 2025, 2024]


def test_a_small_step_is_taken_back_without_a_question(window, asked):
    write(window, "今年")
    window.commands.run("undo")

    assert asked == []
    assert "今年" not in window.desk.report.sections[0].sections[1].entries[0].text


def test_the_question_is_a_real_one_and_escape_keeps_the_year(begun, qtbot):
    window = begun()
    seen = []

    def escape():
        box = QApplication.activeModalWidget()
        seen.extend(button.text() for button in box.findChildren(QPushButton))
        QTest.keyClick(box, Qt.Key.Key_Escape)

    QTimer.singleShot(50, escape)
    window.commands.run("undo")

    assert seen == ["撤销", "不撤"]
    assert window.desk.years() == [2026, 2025, 2024]


def test_going_back_in_the_list_of_steps_asks_too(window, asked):
    window.go(page_ids.HISTORY)
    page = window.desk_page.page(page_ids.HISTORY)
    page.list.setCurrentIndex(page.model.index(page.model.rowCount() - 1, 0))
    answering(window, asked, -1)
    page.button.click()
    assert window.desk.years() == [2026, 2025, 2024]
    (question,) = asked
    assert all(f"青岚县{year}年度" in question.text for year in (2024, 2025, 2026))

    answering(window, asked, 0)
    page.button.click()
    assert window.stack.currentWidget() is window.start  # nothing is left to be shown
    window.commands.run("redo")
    assert window.desk.years() == [2024]


def test_what_was_undone_comes_back_although_something_else_was_typed(window, asked):
    write(window, "已经写好的话。")
    text = window.desk.report
    window.commands.run("undo")
    window.commands.run("redo")
    window.desk_page.flush()
    for _ in range(2):
        window.commands.run("undo")
    assert window.desk.years() == [2025, 2024]
    write(window, "另外写的。")

    assert window.commands["redo"].words() == "重做：恢复青岚县2026年度"
    answering(window, asked, -1)
    window.commands.run("redo")
    assert "2026年度" in asked[-1].text
    assert window.desk.years() == [2025, 2024]
    answering(window, asked, 0)
    window.commands.run("redo")

    window.desk_page.show_year("青岚县", 2026)
    assert window.desk.report == text


def test_a_year_that_was_undone_is_found_among_the_versions(window):
    window.commands.run("undo")
    write(window, "另外写的。")
    window.go(page_ids.VERSIONS)
    page = window.desk_page.page(page_ids.VERSIONS)
    names = [page.model.index(row, 0).data() for row in range(page.model.rowCount())]
    (row,) = [at for at, name in enumerate(names) if "2026年度" in name]
    page.list.setCurrentIndex(page.model.index(row, 0))

    page.compare_button.click()
    assert "撤下了" in page.message.text()
    page.restore_button.click()

    assert window.desk.years() == [2026, 2025, 2024]
    assert window.desk.year == 2026
    assert "另外写的。" in str(window.desk.store.report("青岚县", 2025))
