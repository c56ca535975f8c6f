"""The review in its window: numbers are corrected by keys, and what is stored has it so."""

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QStackedWidget, QWidget
from tests.desk.reviews import UNIT, source
from tests.given import SAMPLE

from nianbao.actions import importing
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.desk.incoming.reading import Source
from nianbao.desk.reviewing.review import Known, Review
from nianbao.ui.kit import theme
from nianbao.ui.pages.review.outline import NODE, OutlineList, OutlineModel
from nianbao.ui.pages.review.rows import LABEL, VALUE, RowModel
from nianbao.views.review import review_view
from nianbao.views.review.import_pages import ReviewNode, Sureness


@pytest.fixture
def desk(tmp_path):
    desk = Desk.create(tmp_path / "w.nianbao")
    yield desk
    desk.close()


@pytest.fixture
def page(make):
    return make(Review.of(source()))


def show(page, title):
    nodes = page.outline.model()
    at = next(n for n in range(nodes.rowCount()) if title in nodes.index(n).data())
    page.outline.setCurrentIndex(nodes.index(at))


def labels(page):
    rows = page.table.rows
    return [rows.index(n, LABEL).data() for n in range(rows.rowCount())]


def select(page, value):
    rows = page.table.rows
    at = next(n for n in range(rows.rowCount()) if rows.index(n, 1).data() == value)
    page.table.set_current(at)


def name(page, qtbot, key, text):
    """Press a key on the current row and type a name."""
    qtbot.keyClick(page.table, key)
    field = page.table.findChildren(QLineEdit)[-1]
    field.setText(text)
    with qtbot.waitSignal(page.table.rows.edited):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.wait(1)  # the table is shown anew when the editor has closed


def test_a_long_value_is_seen_whole(make, qtbot):
    page = make(Review.of(source(solved="3850余万")))
    show(page, "化解矛盾纠纷")
    table = page.table
    qtbot.wait(1)  # the columns settle
    assert table.columnWidth(VALUE) >= table.sizeHintForColumn(VALUE)


def test_a_misread_name_is_corrected_by_keys_and_known_next_year(page, qtbot, desk):
    show(page, "化解")
    select(page, "83")
    name(page, qtbot, Qt.Key.Key_R, "复议收案数")
    assert labels(page)[0] == "复议收案数"
    assert page.table.currentIndex().row() == 0

    with qtbot.waitSignal(page.accepted) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    importing.store_review(desk, told.args[0])

    assert "复议收案数" in [one.label for one in desk.store.indicators(UNIT)]
    following = Review.of(source(2025, 97), Known.of(desk))
    assert "复议收案数" in [m.label for m in following.found.mentions]


def test_what_is_no_figure_goes_by_x_and_comes_back_by_ctrl_z(page, qtbot):
    show(page, "化解")
    before = labels(page)
    select(page, "726")
    qtbot.keyClick(page.table, Qt.Key.Key_X)
    assert len(labels(page)) == len(before) - 1

    qtbot.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert labels(page) == before
    assert page.said.text() == "已撤销：“726件”不是数据"


def test_two_places_are_made_one_by_m_and_two_by_s(page, qtbot):
    show(page, "政务服务")
    first, second, *_ = labels(page)
    page.table.set_current(1)
    qtbot.keyClick(page.table, Qt.Key.Key_M)
    assert page.chooser.isVisible()
    qtbot.keyClick(page.chooser.field, Qt.Key.Key_Return)
    assert labels(page)[:2] == [first, first]

    name(page, qtbot, Qt.Key.Key_S, "试点数")
    assert labels(page)[:2] == [first, "试点数"]
    assert second != "试点数"


def test_what_cannot_be_is_said_beside_the_table(page, qtbot):
    show(page, "化解")
    before = labels(page)
    select(page, "726")
    name(page, qtbot, Qt.Key.Key_R, before[0])
    assert "不是同一个数，不能合在一起" in page.failure.text()
    assert labels(page) == before
    qtbot.keyClick(page.table, Qt.Key.Key_M)
    assert "不能合并" in page.failure.text()


def test_f8_goes_to_what_is_to_be_looked_at_and_enter_settles_it(page, qtbot):
    show(page, "标题")
    qtbot.keyClick(page.outline, Qt.Key.Key_F8)
    assert labels(page)[page.table.currentIndex().row()] == "612万用于大厅：是数据吗？"
    assert "建立新年度时会标成【待核】" in page.why.text()
    assert page.section.counted.text() == "本节3个数：认出2个，1个请确认。"

    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.keyClick(page.table, Qt.Key.Key_F8)
    assert page.said.text().startswith("都看过了")
    assert page.summary.text() == "数据 6 个：确定 6、请看一眼 0、请确认 0"


def test_row_and_text_light_up_together(page, qtbot):
    show(page, "化解")
    select(page, "712")
    place = page.section.text.place_of(page.table.current_key())
    assert not place.isEmpty()

    page.table.set_current(0)
    spot = place.center().toPoint()
    qtbot.mouseClick(page.section.text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.table.rows.row(page.table.currentIndex().row()).value == "712"


def test_a_disputed_number_is_settled_by_its_button(make):
    page = make(Review.of(source(solved=716)))
    assert page.table.rows.row(page.table.currentIndex().row()).value == "98.07"
    (button,) = (b for b in page.findChildren(QWidget) if b.accessibleName() == "原文如此")
    button.click()
    assert page.section.counted.text() == "本节4个数：认出4个。"


def test_a_section_is_assigned_by_its_header(page, qtbot, desk):
    show(page, "二、")
    home = page.section.home
    home.setCurrentIndex(home.findData("next_year"))
    home.activated.emit(home.currentIndex())
    assert page.section.sure.text() == "把握 100%"
    importing.store_review(desk, page._review)
    assert desk.report.sections[1].key == "next_year"


def test_tab_goes_through_the_rows_and_then_on(page, qtbot):
    show(page, "化解")
    page.table.set_current(0)
    page.table.setFocus()
    last = page.table.rows.rowCount() - 1
    for _ in range(last):
        qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert page.table.currentIndex().row() == last
    assert page.table.hasFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Tab)
    assert not page.table.hasFocus()


def test_what_was_done_by_itself_is_listed_and_esc_leads_back(make, qtbot):
    page = make(Review.of(reading.open_source(SAMPLE)))
    next(b for b in page.findChildren(QPushButton) if "看不见的" in b.text()).click()
    assert "口径为当年一审审结案件" in page.listing.lines.toPlainText()
    qtbot.keyClick(page.listing.lines, Qt.Key.Key_Escape)
    assert page.middle.currentWidget() is page.section


def test_the_models_are_sound(page, qtmodeltester):
    rows, nodes = RowModel(2024), OutlineModel()
    rows.show_rows(review_view.page(page._review, review_view.outline(page._review)[3].page).rows)
    nodes.show_nodes(review_view.outline(page._review))
    qtmodeltester.check(rows)
    qtmodeltester.check(nodes)
    assert nodes.index(0).data(NODE).title == "标题"


def test_whatever_takes_the_focus_has_a_name(page):
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName() or widget.parent().accessibleName(), widget


@pytest.mark.usefixtures("chinese_font")
def test_long_titles_go_on_in_a_second_line_of_the_outline(qtbot):
    model = OutlineModel()
    titles = ["导语", "（一）加强党的全面领导，凝聚法治政府建设合力"]
    model.show_nodes(
        [
            ReviewNode(page=one, title=one, level=2, sureness=Sureness.SURE, note="7")
            for one in titles
        ]
    )
    outline = OutlineList(model)
    qtbot.addWidget(outline)
    outline.resize(260, 300)
    outline.show()
    short, long = (outline.visualRect(model.index(n)).height() for n in range(2))
    assert short == theme.px(30)
    assert long > short
    outline.resize(600, 300)
    qtbot.waitUntil(lambda: outline.visualRect(model.index(1)).height() == short)


@pytest.mark.usefixtures("chinese_font")
def test_a_title_of_many_lines_has_all_of_them_in_the_outline(qtbot):
    model, title = OutlineModel(), "（一）加强党的全面领导，凝聚法治政府建设合力" * 4
    model.show_nodes([ReviewNode(page="a", title=title, level=2, sureness=Sureness.SURE, note="7")])
    outline = OutlineList(model)
    qtbot.addWidget(outline)
    outline.resize(260, 300)
    outline.show()
    layout = outline.itemDelegate()._title(model.index(0).data(NODE), outline.viewport().width())
    assert layout.text() == title
    assert outline.visualRect(model.index(0)).height() >= layout.boundingRect().height()


def test_in_a_narrow_window_outline_and_text_take_turns(page, qtbot):
    window = QStackedWidget()  # its own smallest size does not hold a window
    window.addWidget(page)
    window.resize(683, 314)
    window.show()
    window.activateWindow()
    qtbot.wait(1)
    assert (page.width(), page.height()) == (683, 314)
    page.table.setFocus()
    assert not page.outline.isVisible()

    QTest.keyClick(page.table, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert page.outline.hasFocus()
    assert not page.section.isVisible()
    page.look.click()
    assert page.section.isVisible()
    assert page.table.hasFocus()
    page.look.click()
    window.resize(1366, 768)
    qtbot.wait(1)
    assert page.outline.isVisible()
    assert page.section.isVisible()
    assert not page.look.isVisible()
    window.removeWidget(page)
    page.setParent(None)
    window.close()


def test_the_window_goes_on_while_a_text_is_understood_again(page, qtbot, monkeypatch):
    understood, beat, beats = Source.understood, threading.Event(), []

    def slow(self, **more):
        beat.clear()
        beats.append(beat.wait(20))
        return understood(self, **more)

    monkeypatch.setattr(Source, "understood", slow)
    show(page, "化解矛盾")
    select(page, "83")
    heart = QTimer(page, interval=20)
    heart.timeout.connect(beat.set)
    heart.start()
    name(page, qtbot, Qt.Key.Key_F2, "新收复议申请数")
    qtbot.waitUntil(lambda: "新收复议申请数" in labels(page))
    heart.stop()

    assert beats == [True]
