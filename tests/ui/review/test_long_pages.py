"""A very long section is reviewed in portions: each is reached by keys, and so is every number."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.desk.reviews import long_review

from nianbao.views.review import review_view


@pytest.fixture
def page(make):
    return make(long_review(700))


def values(page):
    rows = page.table.rows
    return [rows.index(n, 1).data() for n in range(rows.rowCount())]


def test_the_buttons_lead_through_the_portions(page):
    assert page.section.portions.isVisible()
    assert page.section.portion.text() == "这一节很长，分3段看，这是第1段"
    assert not page.section.before.isEnabled()
    seen = values(page)
    for _ in range(2):
        page.section.behind.setFocus()
        QTest.keyClick(page.section.behind, Qt.Key.Key_Space)
        assert page.table.hasFocus()
        assert page.table.currentIndex().row() == 0
        seen += values(page)
    assert seen == [str(n + 1000) for n in range(700)]
    assert not page.section.behind.isEnabled()
    page.section.before.click()
    assert values(page)[0] == "1300"


def test_f8_finds_what_is_to_be_looked_at_in_every_portion(page):
    review = page._review
    keys = [row.key for row in review.numbers.rows([page._shown.rows[0].mention.piece])]
    review.numbers._seen = frozenset(keys)
    found = iter([(page._page, keys[650]), (page._page, keys[10]), None])
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(review_view, "next_open", lambda *_: next(found))
        for value in ("1650", "1010"):
            QTest.keyClick(page.table, Qt.Key.Key_F8)
            at = page.table.currentIndex().row()
            assert page.table.rows.index(at, 1).data() == value
    assert page.table.hasFocus()


def test_a_correction_stays_in_its_portion(page):
    page.section.behind.click()
    page.table.set_current(7)
    QTest.keyClick(page.table, Qt.Key.Key_X)
    assert "第2段" in page.section.portion.text()
    assert "1307" not in values(page)
    assert "1306" in values(page)
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert values(page)[7] == "1307"


def test_no_more_is_shown_at_once_than_one_portion(page):
    assert len(page.section.text.toPlainText()) < 40_000
    assert page.table.rows.rowCount() == 300
    assert page.column.count.text() == "本段数据（300）"


def test_what_else_may_be_data_is_offered_of_the_portion_alone():
    review = long_review(200, "在第{n}批{kind}检查中发现问题{n}个，")
    name = max(review_view.outline(review), key=lambda node: len(node.note)).page
    shown = [review_view.page(review, name, at) for at in range(2)]
    first, second = ({one.key for one in review_view.others(review, one)} for one in shown)
    assert first
    assert second
    assert not first & second
