"""What is typed into chip, grid or ledger, or pasted, has one sense and is asked about alike."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from nianbao.actions.figures import filling
from nianbao.actions.importing import import_report
from nianbao.desk.desk import Desk
from nianbao.desk.incoming import reading
from nianbao.report.figures.printed import written
from nianbao.report.pieces import pieces
from nianbao.report.writing import slots
from nianbao.ui.shell import page_ids
from tests.actions.desks import BODY, UNIT
from tests.beginning import start_year

MORE = "发放普法资料18万份，受理投诉举报7件，投诉举报量同比下降25%，满意度98.5%，拨付经费350万元。"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(home, open_over):
    desk = Desk.create(home / "w.nianbao")
    text = [
        f"{UNIT}2025年法治政府建设年度报告",
        f"2025年，{BODY}现将有关情况报告如下：",
        "一、2025年主要举措和成效",
        f"（一）规范行政执法行为。{MORE}{BODY}",
        "二、2025年存在的不足和原因",
        BODY,
    ]
    import_report(desk, reading.from_bytes("\n".join(text).encode(), "2025.txt"))
    start_year(desk)
    desk.close()
    return open_over(desk.place)


def figure(window, word):
    """Return the name of the figure whose sentence is that of a word, by its unit."""
    known = window.desk.ledger.indicators.values()
    units = {"资料": "份", "投诉": "件", "满意度": "%", "经费": "元"}
    if word == "幅度":
        return next(one.name for one in known if one.period.value == "change")
    unit = units[word]
    return next(one.name for one in known if one.unit == unit and one.period.value != "change")


def holder(window, name):
    return next(
        piece.id
        for piece in pieces(window.desk.report)
        if any(slot.name == name for slot in slots.slots(piece.source))
    )


class Chip:
    """The chip in its text."""

    def __init__(self, window):
        self.window = window

    def type(self, name, typed):
        piece = holder(self.window, name)
        self.window.desk_page.go_to(piece, name)
        text = self.window.desk_page.form.form._cards[piece].text
        text._field.setText(typed)
        text._field.setModified(True)
        QTest.keyClick(text._field, Qt.Key.Key_Return)

    def said(self):
        return " ".join(self.window.messages.texts())


class Grid:
    """The cell over the texts."""

    def __init__(self, window):
        self.window = window

    def type(self, name, typed):
        self.window.desk_page.go_to(holder(self.window, name))
        form = self.window.desk_page.form.form
        self.table, self.model = form.grid.table, form._model
        row = next(n for n, row in enumerate(self.model._rows) if row.name == name)
        self.refused = []
        self.model.refused.connect(self.refused.append)
        self.table.edit_row(row)
        _give(self.table, typed)

    def said(self):
        return " ".join(self.refused)


class Ledger:
    """The row of the ledger."""

    def __init__(self, window):
        self.window = window

    def type(self, name, typed):
        self.window.go(page_ids.LEDGER)
        self.page = self.window.desk_page.page(page_ids.LEDGER)
        self.page.table.take(name)
        self.page.table.edit_row(self.page.table.currentIndex().row())
        _give(self.page.table, typed)

    def said(self):
        return self.page.message.text()


class Paste:
    """A column pasted into the ledger, with a second line that is sound."""

    def __init__(self, window):
        self.window = window
        self.second = False

    def type(self, name, typed):
        self.window.go(page_ids.LEDGER)
        self.page = self.window.desk_page.page(page_ids.LEDGER)
        label = self.window.desk.ledger.indicators[name].label
        first, second = (figure(self.window, word) for word in ("投诉", "满意度"))
        other = second if first == name else first
        self.sound = self.window.desk.ledger.indicators[other]
        text = f"{label}\t{typed}\n{self.sound.label}\t8"
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(self.page.table, Qt.Key.Key_V, CTRL)

    def said(self):
        return self.page.message.text()


def _give(table, typed):
    field = table.viewport().findChildren(QLineEdit)[-1]
    field.setText(typed)
    field.setModified(True)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()  # a table takes it then, and closes its field


PLACES = [Chip, Grid, Ledger, Paste]
UNDERSTOOD = [
    ("投诉", "7件", 7),
    ("投诉", "约7", 7),
    ("投诉", "１２", 12),
    ("投诉", "1,023", 1023),
    ("投诉", "1，023件", 1023),
    ("资料", "3000余万", 30000000),
    ("资料", "19万余份", 190000),
    ("满意度", "97.5%", Decimal("97.5")),
    ("经费", "350万元", 3500000),
    ("幅度", "25", -25),
    ("幅度", "25%", -25),
    ("幅度", "下降了25%", -25),
    ("幅度", "增长12%", 12),
    ("幅度", "-25", -25),
    ("幅度", "持平", 0),
]
ASKED = [
    ("资料", "19", "是19，还是19万？"),
    ("满意度", "985", "超过了100%"),
    ("满意度", "0.985", "还是98.5%"),
    ("经费", "350", "还是350万"),
    ("投诉", "3.5", "带着小数"),
    ("投诉", "1.023", "还是1023"),
    ("幅度", "+25", "是增长25，还是下降25"),
    ("幅度", "2500%", "没有写错吗"),
]
REFUSED = [
    ("投诉", "-3", "小于0"),
    ("投诉", "若干", "不是数字"),
    ("投诉", "7宗", "别的单位"),
    ("投诉", "百分之七", "别的单位"),
    ("投诉", "12345678901234567890", "超过了18位"),
    ("满意度", "97件", "别的单位"),
]


def known(window, word):
    return window.desk.ledger.known(figure(window, word))


@pytest.mark.parametrize("place", PLACES)
def test_what_is_written_in_any_manner_is_understood(window, place):
    there = place(window)
    for word, typed, value in UNDERSTOOD:
        there.type(figure(window, word), typed)
        assert known(window, word) == value, (word, typed, there.said())


@pytest.mark.parametrize("place", PLACES)
def test_what_may_be_meant_otherwise_is_asked_first(window, place):
    there = place(window)
    for word, typed, said in ASKED:
        before = known(window, word)
        there.type(figure(window, word), typed)
        assert said in there.said(), (word, typed)
        assert known(window, word) == before, (word, typed)


@pytest.mark.parametrize("place", PLACES)
def test_what_cannot_be_is_refused_with_its_reason(window, place):
    there = place(window)
    for word, typed, said in REFUSED:
        before = known(window, word)
        there.type(figure(window, word), typed)
        assert said in there.said(), (word, typed)
        assert known(window, word) == before, (word, typed)


def test_a_column_with_odd_cells_is_taken_but_for_those(window):
    there = Paste(window)
    there.type(figure(window, "资料"), "19")
    assert window.desk.ledger.known(there.sound.name) == 8
    assert "第1行" in there.said()
    assert "填入了1个数" in there.said()


def test_leaving_a_chip_never_gives_again_what_was_asked_about(window):
    there = Chip(window)
    there.type(figure(window, "资料"), "19")
    window.desk_page.go_to(holder(window, figure(window, "投诉")))
    assert known(window, "资料") is None
    there.type(figure(window, "资料"), "19")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert known(window, "资料") == 19


def test_a_fall_prints_as_a_fall(window):
    Chip(window).type(figure(window, "幅度"), "30")
    text = next(p.source for p in pieces(window.desk.report) if "资料" in p.source)
    assert "同比下降30%" in written(text, window.desk.ledger).text


def test_a_file_has_the_same_sense_and_says_what_to_look_at(window, tmp_path):
    desk = window.desk
    names = [figure(window, word) for word in ("幅度", "资料", "投诉")]
    labels = [desk.ledger.indicators[name].label for name in names]
    values = tmp_path / "数.csv"
    lines = [f"{label},{typed}" for label, typed in zip(labels, ("25", "19", "7件"), strict=True)]
    values.write_text("\n".join(lines), encoding="utf-8")

    filled = filling.fill(desk, values)

    assert [desk.ledger.known(name) for name in names] == [-25, 19, 7]
    assert len(filled.doubts) == 1
    assert "是19，还是19万？" in filled.doubts[0]
