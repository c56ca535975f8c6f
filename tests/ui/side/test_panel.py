"""The column at the right follows the entry and the current figure."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from tests.actions import desks

from nianbao import checks
from nianbao.actions import editing
from nianbao.actions import findings as answers
from nianbao.ui.pages.form.side.panel import SidePanel


@pytest.fixture
def panel(desk, qtbot):
    made = SidePanel(desk)
    qtbot.addWidget(made)
    made.resize(330, 700)
    made.show()
    return made


def read(widget):
    QApplication.processEvents()
    return "\n".join(
        label.accessibleDescription() or label.text()
        for label in widget.findChildren(QLabel)
        if label.isVisibleTo(widget)
    )


def press(widget, word):
    QApplication.processEvents()
    button = next(
        one
        for one in widget.findChildren(QAbstractButton)
        if one.isVisibleTo(widget) and one.text().startswith(word)
    )
    button.click()


def test_last_years_text_is_locked_to_the_entry_in_hand(desk, panel):
    panel.show_entry(desks.entry(desk, "纠错率"))
    assert "新收行政复议申请83件，其中纠错11件" in read(panel.last_year)
    assert "2025年度报告 · （二） · 第1条" in read(panel.last_year)

    panel.show_entry(desks.entry(desk, "案卷评查"))
    assert "评查案卷110宗" in read(panel.last_year)
    assert "新收行政复议申请" not in read(panel.last_year)


def test_a_new_entry_says_that_last_year_had_none(desk, panel):
    section = desk.report.sections[0].sections[0].id
    new = editing.add(desk, section, source="今年新做的事。")
    panel.refresh()
    panel.show_entry(new)
    assert "去年的报告里没有这一条。" in read(panel.last_year)


def test_a_finding_on_the_entry_stands_beside_last_years_text(desk, panel, qtbot):
    (gap,) = [one for one in panel.findings() if one.finding.rule == "S02"]
    panel.show_entry(gap.piece)
    assert "编号不连续" in read(panel.last_year)
    with qtbot.waitSignal(panel.accepted) as accepted:
        press(panel.last_year, "改为“（三）”")
    assert accepted.args == [gap]


def test_the_tab_counts_what_wants_a_look_and_follows_a_change(desk, panel, qtbot):
    elsewhere = (checks.PENDING, checks.PROMISE)
    before = len([one for one in panel.findings() if one.finding.rule not in elsewhere])
    assert panel.tabs.tabText(1) == f"发现 {before}"

    answers.accept(desk, next(one.finding for one in panel.findings() if one.accepts))
    with qtbot.waitSignal(panel.findings_changed):
        panel.refresh()

    assert panel.tabs.tabText(1) == f"发现 {before - 1}"


def test_f8_goes_to_the_place_of_a_finding_and_to_the_promises(panel, qtbot):
    with qtbot.waitSignal(panel.finding_chosen) as chosen:
        while not (found := panel.next_finding()).piece:
            pass
    assert chosen.args == [found.piece, found.start, found.length]
    for _ in panel.findings():
        shown = panel.next_finding()
        if shown.promise:
            break
    with qtbot.waitSignal(panel.promise_chosen) as chosen:
        panel.next_finding(-1)
        panel.next_finding(1)
    assert chosen.args == [shown.promise]


def test_a_missing_part_is_put_in_from_its_finding(panel, qtbot):
    missing = next(one for one in panel.findings() if one.finding.rule == "S01")
    with qtbot.waitSignal(panel.accepted) as accepted:
        panel.list.view.answered.emit(missing)
    assert accepted.args == [missing]


def test_a_place_in_the_text_brings_up_its_finding(panel):
    one = next(one for one in panel.findings() if one.finding.rule == checks.PENDING)
    panel.choose_finding(one.piece, one.start + 1)
    assert panel.tabs.currentIndex() == 1
    assert panel.list.model.record(panel.list.view.currentIndex()) == one


def test_a_figure_says_where_it_comes_from_and_what_can_be_done(desk, panel, qtbot):
    name = desks.named(desk, "新收数")
    panel.show_figure(name)
    panel.tabs.setCurrentIndex(2)
    assert "还没有数" in read(panel.source)
    assert "2025年 83件" in read(panel.source)

    for word, signal in (("确认沿用83", panel.confirmed), ("不适用", panel.not_applicable)):
        with qtbot.waitSignal(signal) as emitted:
            press(panel.source, word)
        assert emitted.args == [name]
    with qtbot.waitSignal(panel.jump) as jumped:
        press(panel.source, "（一）执法监督力度不够")
    assert jumped.args == [desks.entry(desk, "个别执法案卷"), name]


def test_a_figure_is_let_go_with_the_entry_that_it_stands_in(desk, panel):
    panel.show_entry(desks.entry(desk, "纠错率"))
    panel.show_figure(desks.named(desk, "新收数"))
    assert "行政复议申请新收数" in read(panel.last_year)

    panel.show_entry(desks.entry(desk, "个别执法案卷"))
    assert "行政复议申请新收数" not in read(panel.last_year)
    panel.tabs.setCurrentIndex(2)
    assert "行政复议申请新收数" not in read(panel.source)


def test_a_formula_leads_to_its_operands_and_back_from_a_value_by_hand(desk, panel, qtbot):
    rate = desks.named(desk, "纠错率")
    editing.answer_all(
        desk,
        [(desks.named(desk, "新收数"), "104"), (desks.named(desk, "纠错数"), "13"), (rate, "11")],
    )
    panel.show_figure(rate)
    panel.tabs.setCurrentIndex(2)
    assert "按公式应为12.50%" in read(panel.source)
    with qtbot.waitSignal(panel.computed) as emitted:
        press(panel.source, "用公式")
    assert emitted.args == [rate]

    press(panel.source, "行政复议申请新收数")
    assert "104件" in read(panel.source)


def test_the_years_of_a_figure_show_each_sentence(desk, panel):
    panel.show_figure(desks.named(desk, "新收数"))
    panel.tabs.setCurrentIndex(3)
    shown = read(panel.history)
    for words in ("2026年", "待报", "2025年", "83件", "2024年", "84件", "新收行政复议申请84件"):
        assert words in shown


def test_nothing_that_takes_the_focus_is_nameless(desk, panel, qtbot):
    panel.show_entry(desks.entry(desk, "纠错率"))
    panel.show_figure(desks.named(desk, "新收数"))
    for tab in range(4):
        panel.tabs.setCurrentIndex(tab)
        for widget in panel.tabs.currentWidget().findChildren(QWidget):
            if (
                widget.focusPolicy()
                and widget.isVisibleTo(panel)
                and not widget.objectName().startswith("qt_")
            ):
                assert widget.accessibleName(), widget


def test_an_empty_desk_is_shown_quietly(tmp_path, qtbot):
    from nianbao.desk.desk import Desk

    empty = Desk.create(tmp_path / "empty.nianbao")
    panel = SidePanel(empty)
    qtbot.addWidget(panel)
    panel.refresh()
    panel.show_figure("没有")
    for tab in range(4):
        panel.tabs.setCurrentIndex(tab)
    assert panel.tabs.tabText(1) == "发现"
    assert panel.next_finding() is None
    empty.close()
