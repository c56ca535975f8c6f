"""What was read wrongly or missed is put right in the review, by keys and by the mouse alike."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from nianbao.ui.kit import theme
from nianbao.ui.pages.newyear.newyear_page import NewYearPage
from nianbao.ui.pages.review.review_page import ReviewPage
from nianbao.views.review.import_pages import Sureness
from tests.actions.desks import lines, named
from tests.stories.deeds import arrived

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def home(home):
    """Last year's report has a rate that its counts do not give, and a number in words."""
    text = "\n".join(lines(2025, rate="18.25")).replace("110宗", "110宗，涉及三级行政机关")
    (home / "2025年报告.txt").write_text(text, encoding="utf-8")
    return home


@pytest.fixture
def review(home, open_window, qtbot):
    window = open_window()
    window.setup.import_file(home / "2025年报告.txt")
    return arrived(window, ReviewPage, qtbot)


def rows(page):
    model = page.table.rows
    return [model.row(at) for at in range(model.rowCount())]


def show(page, word):
    nodes = page.outline.model()
    at = next(n for n in range(nodes.rowCount()) if word in nodes.index(n).data())
    page.outline.setCurrentIndex(nodes.index(at))


def take(page, word):
    at = next(n for n, row in enumerate(rows(page)) if word in (row.value, row.label))
    page.table.set_current(at)
    page.table.setFocus()


def press(page, word, key, how):
    """Do one and the same by its key or by its button."""
    if how == "key":
        QTest.keyClick(page.table, key)
        return
    button = next(b for b in page.findChildren(QPushButton) if b.text().startswith(word))
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(page, text, qtbot):
    field = page.table.viewport().findChildren(QLineEdit)[-1]
    field.setText(text)
    with qtbot.waitSignal(page.table.rows.edited):
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.wait(1)  # the table is shown anew when the editor has closed


@pytest.mark.parametrize("how", ["key", "mouse"])
def test_a_misread_value_and_a_unit_are_corrected(review, how, qtbot):
    show(review, "化解")
    take(review, "18.25")
    press(review, "改值", Qt.Key.Key_V, how)
    write(review, "１３．２５", qtbot)
    row = next(row for row in rows(review) if row.value == "13.25")
    assert not row.state.is_open
    assert "原文写的是18.25" in row.why

    take(review, "1236")
    press(review, "单位", Qt.Key.Key_U, how)
    write(review, "人", qtbot)
    assert next(row for row in rows(review) if row.value == "1236").unit == "人"


def test_what_is_no_number_is_refused_and_nothing_changes(review, qtbot):
    show(review, "化解")
    take(review, "18.25")
    QTest.keyClick(review.table, Qt.Key.Key_V)
    write(review, "若干", qtbot)
    assert "不是数字" in review.failure.text()
    assert [row.value for row in rows(review)].count("18.25") == 1


@pytest.mark.parametrize("how", ["key", "mouse", "text"])
def test_a_missed_number_is_added_and_named(review, how, qtbot):
    show(review, "执法行为")
    before = len(rows(review))
    review.table.setFocus()
    if how == "text":
        other = next(c for line in review.section.text._paragraphs for c in line if c.text == "三")
        spot = review.section.text.place_of(other.key).center().toPoint()
        QTest.mouseClick(review.section.text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    else:
        press(review, "这也是数据", Qt.Key.Key_D, how)
        QTest.keyClicks(review.chooser.field, "")
        review.chooser.field.setText("〔三〕")
    QTest.keyClick(review.chooser.field, Qt.Key.Key_Return)
    write(review, "涉及机关层级数", qtbot)

    assert len(rows(review)) == before + 1
    assert "涉及机关层级数" in [row.label for row in rows(review)]
    QTest.keyClick(review, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(review, Qt.Key.Key_Z, CTRL)
    assert len(rows(review)) == before


def test_f8_says_all_is_seen_only_when_nothing_is_amber(review, qtbot):
    for _ in range(30):
        QTest.keyClick(review, Qt.Key.Key_F8)
        if review.said.text().startswith("都看过了"):
            break
        if review.section.home.hasFocus():
            assert review.section.right.isVisible()
            QTest.keyClick(review.section.home, Qt.Key.Key_Return)
        else:
            QTest.keyClick(review.table, Qt.Key.Key_Return)

    nodes = review._nodes._nodes
    assert all(one.sureness is Sureness.SURE and not one.open_rows for one in nodes)
    assert review.summary.text().endswith("请看一眼 0、请确认 0")


def test_letters_are_commands_whatever_input_method_is_on(review, qtbot):
    show(review, "化解")
    review.outline.setFocus()
    review.table.setFocus()
    assert not review.table.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QTest.keyClick(review.table, Qt.Key.Key_R)
    field = review.table.viewport().findChildren(QLineEdit)[-1]
    assert field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)  # names are in Chinese


@pytest.mark.parametrize("zoom", [100, 150])
def test_the_keys_are_always_seen(review, zoom, qapp, qtbot):
    window = review.window()
    window.resize(1366, 768)
    theme.apply(qapp, theme.name(), zoom)
    try:
        show(review, "化解")
        qtbot.wait(1)
        for word in ("对　Enter", "改名　R", "改值　V", "单位　U", "合并　M", "拆分　S"):
            button = next(b for b in review.findChildren(QPushButton) if b.text() == word)
            corner = button.mapTo(review, button.rect().bottomRight())
            assert review.rect().contains(corner), word
            assert not button.visibleRegion().isEmpty()
    finally:
        theme.apply(qapp, theme.name(), 100)


def test_the_step_before_leads_back_with_all_that_was_corrected(review, qtbot):
    window = review.window().content
    show(review, "化解")
    take(review, "18.25")
    QTest.keyClick(review.table, Qt.Key.Key_V)
    write(review, "13.25", qtbot)
    QTest.keyClick(review, Qt.Key.Key_Return, CTRL)
    plan = arrived(window, NewYearPage, qtbot)
    plan.step_back.click()

    again = arrived(window, ReviewPage, qtbot)
    assert not window.has_desk()  # nothing is stored before it is accepted
    show(again, "化解")
    assert "13.25" in [row.value for row in rows(again)]
    QTest.keyClick(again, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(arrived(window, NewYearPage, qtbot), Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(window.has_desk)
    rate = named(window.desk, "纠错率")
    assert window.desk.ledger.prior[rate].value == Decimal("13.25")
