"""Dates, 文号, 签发人, 联系人 are fields of their own: nothing typed is left in 【待填：…】."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget

from nianbao.actions.importing import import_report
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.machine import clock
from nianbao.report.model import ElementKind
from nianbao.views.form import sheet
from tests.actions.desks import UNIT, lines
from tests.beginning import start_year

TODAY = date(2027, 1, 20)


@pytest.fixture
def window(home, open_over, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)
    text = [f"{UNIT}人民政府文件", "青政发〔2026〕7号　　签发人：张某某", *lines(2025)]
    text += [f"{UNIT}人民政府", "2026年2月1日", "（联系人：李某，联系电话：0123-4567890）"]
    text += [f"{UNIT}人民政府办公室　　2026年2月3日印发"]
    desk = Desk.create(home / "w.nianbao")
    import_report(desk, reading.from_bytes("\n".join(text).encode(), "2025.txt"))
    start_year(desk)
    desk.close()
    return open_over(desk.place)


def element(window, kind):
    return next(iter(window.desk.report.elements(ElementKind(kind))))


def field(window, kind, name):
    """Return the field of an element on its page, made anew after every act."""
    piece = element(window, kind).id
    window.desk_page.form.show_section(sheet.page_of(window.desk.report, piece))
    fields = window.desk_page.form.form._cards[piece].fields.fields
    return next(one for one in fields if one.field.name == name)


def give(made, text):
    made.setFocus()
    made.setText(text)
    QTest.keyClick(made, Qt.Key.Key_Return)


def test_what_is_carried_and_what_is_empty(window):
    assert field(window, "doc_number", "发文字号").text() == ""
    assert "青政发〔2026〕7号" in field(window, "doc_number", "发文字号").placeholderText()
    assert field(window, "date", "成文日期").text() == ""
    assert field(window, "imprint", "印发日期").text() == ""
    assert field(window, "signer", "签发人").text() == "张某某"
    assert field(window, "note", "联系人").text() == "李某"
    assert field(window, "note", "电话").text() == "0123-4567890"


def test_each_is_written_in_its_place_and_taken_back(window):
    before = window.desk.report
    for kind, name, typed, written in [
        ("doc_number", "发文字号", "3", "青政发〔2027〕3号"),
        ("date", "成文日期", "2.1", "2027年2月1日"),
        ("imprint", "印发日期", "2.3", "2027年2月3日印发"),
        ("signer", "签发人", "王某", "签发人：王某"),
        ("note", "联系人", "赵某", "（联系人：赵某，"),
    ]:
        give(field(window, kind, name), typed)
        assert written in element(window, kind).text
        assert "待填" not in element(window, kind).text
        assert field(window, kind, name).text()
    for _ in range(5):
        window.undo()
    assert window.desk.report == before


def test_the_text_of_a_field_cannot_be_typed_into(window):
    piece = element(window, "date").id
    field(window, "date", "成文日期")
    text = window.desk_page.form.form._cards[piece].text
    QTest.keyClicks(text, "2027")
    assert element(window, "date").text.count("2027") == 0
    assert text.isReadOnly()


def test_a_date_is_chosen_from_a_calendar(window):
    made = field(window, "date", "成文日期")
    calendar = made.parent().findChild(QCalendarWidget)
    calendar.clicked.emit(QDate(2027, 3, 1))
    assert element(window, "date").text == "2027年3月1日"


def test_f7_leads_to_the_field_ready_to_be_written(window, qtbot):
    window.desk_page.form.next_bar.kind_chosen.emit("待补")
    for _ in range(12):
        note = window.desk_page.form.form._cards[window.desk_page.form._entry].note.note
        if note is not None and note.text.startswith("成文日期"):
            break
        window.commands.run("next_open")
    note.answers[1].run()
    qtbot.waitUntil(lambda: current_field(window).isVisible())
    assert current_field(window).field.name == "成文日期"


def current_field(window):
    card = window.desk_page.form.form._cards[window.desk_page.form._entry]
    return next(one for one in card.fields.fields if one.hasFocus())


def test_what_is_no_date_is_said_and_what_is_odd_is_asked_once(window):
    made = field(window, "date", "成文日期")
    give(made, "明天")
    assert any("不是日期" in said for said in window.messages.texts())
    give(made, "2025.2.1")
    assert any("没有写错吗" in said for said in window.messages.texts())
    made.clearFocus()
    assert "待填" in element(window, "date").text
    give(made, "2025.2.1")
    assert element(window, "date").text == "2025年2月1日"
