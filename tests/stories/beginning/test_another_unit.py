"""A report of another unit never gets into an open workspace without a question."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nianbao.desk.desk import Desk
from nianbao.machine import installation
from nianbao.ui.pages.newyear.newyear_page import NewYearPage
from nianbao.ui.pages.review.review_page import ReviewPage
from tests.actions.desks import UNIT, lines

CTRL = Qt.KeyboardModifier.ControlModifier
OTHER = "临川县"


@pytest.fixture
def others(tmp_path):
    """Last year's report of another county."""
    path = tmp_path / "别县.txt"
    path.write_text("\n".join(lines(2025)).replace(UNIT, OTHER), encoding="utf-8")
    return path


def answering(window, word):
    """Prepare the answer that holds a word; return what will have been asked."""
    asked = []

    def decide(_, question):
        asked.append(question)
        return next((one for one in question.answers if word in one), question.answers[-1])

    window.asking = replace(window.asking, decide=decide)
    return asked


def accept(window, qtbot):
    """Take what is shown for review, and the plan of the year after if it comes to that."""
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ReviewPage))
    QTest.keyClick(window.stack.currentWidget(), Qt.Key.Key_Return, CTRL)
    if isinstance(window.stack.currentWidget(), NewYearPage):
        QTest.keyClick(window.stack.currentWidget(), Qt.Key.Key_Return, CTRL)


def test_it_goes_into_a_workspace_of_its_own(window, others, qtbot):
    asked = answering(window, "新建")
    before = window.desk.place

    window.setup.import_file(others)
    accept(window, qtbot)

    (question,) = asked
    assert OTHER in question.text
    assert UNIT in question.text
    assert window.desk.place == installation.home_of(OTHER)
    assert window.desk.units() == [OTHER]
    with Desk.open(before).store as old:
        assert {info.unit for info in old.reports()} == {UNIT}


def test_it_goes_into_the_workspace_that_it_has_already(window, others, qtbot):
    home = installation.home_of(OTHER)
    home.parent.mkdir()
    older = others.with_name("前年.txt")
    text = "\n".join(lines(2024, filed=70)).replace(UNIT, OTHER)
    older.write_text(text, encoding="utf-8")
    answering(window, "新建")
    window.setup.import_file(older)
    accept(window, qtbot)
    window.open(home.parent.parent / "w.nianbao")

    asked = answering(window, "它自己的年报库")
    window.setup.import_file(others)
    accept(window, qtbot)

    assert "它自己的年报库" in asked[0].answers[0]
    assert window.desk.place == home
    assert set(window.desk.years()) >= {2025, 2024}


def test_it_stays_outside_when_the_user_says_so(window, others, qtbot):
    asked = answering(window, "先不导入")

    window.setup.import_file(others)

    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(1)
    assert window.stack.currentWidget() is window.desk_page
    assert window.desk.units() == [UNIT]
    assert not installation.home_of(OTHER).exists()


def test_it_gets_in_beside_the_others_when_the_user_says_so(window, others, qtbot):
    answering(window, "仍存进现在这个")

    window.setup.import_file(others)
    accept(window, qtbot)

    assert set(window.desk.units()) == {UNIT, OTHER}


def test_another_way_to_write_the_name_is_no_other_unit(window, others, qtbot):
    text = "\n".join(lines(2023, filed=60)).replace(UNIT, f"{UNIT}人民政府")
    others.write_text(text, encoding="utf-8")
    answering(window, "只是名称写法不同")

    window.setup.import_file(others)
    accept(window, qtbot)

    assert window.desk.units() == [UNIT]
    assert window.desk.years() == [2026, 2025, 2024, 2023]


def test_the_sample_takes_no_real_report(window, others, qtbot):
    window.setup.open_sample()
    accept(window, qtbot)
    assert window.desk.place == installation.sample_home()

    asked = answering(window, "仍存进现在这个")
    window.setup.import_file(others)
    qtbot.waitUntil(lambda: bool(asked))
    assert not any("现在这个" in one for one in asked[0].answers)
    assert "示例" in asked[0].more

    answering(window, "新建")
    window.setup.import_file(others)
    accept(window, qtbot)
    assert window.desk.units() == [OTHER]
    with Desk.open(installation.sample_home()).store as sample:
        assert [info.unit for info in sample.reports()] == ["安澜县"] * 2


def test_a_sample_that_was_left_takes_no_report_either(window, others, qtbot):
    window.setup.open_sample()
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ReviewPage))
    window.stack.currentWidget().cancel.click()
    answering(window, "新建")

    window.setup.import_file(others)
    accept(window, qtbot)

    assert window.desk.place == installation.home_of(OTHER)
    assert not installation.sample_home().exists()
