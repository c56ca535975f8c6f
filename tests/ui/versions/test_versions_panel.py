"""Versions and history on the screen, over a real workspace."""

from decimal import Decimal
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from tests.actions.stored import UNIT

from nianbao.actions.safe import history, versions
from nianbao.desk.desk import Desk
from nianbao.ui.kit import theme
from nianbao.ui.pages.versions.difference_list import DifferenceModel
from nianbao.ui.pages.versions.history import HistoryPanel
from nianbao.ui.pages.versions.panel import VersionsPanel
from nianbao.ui.pages.versions.step_list import StepModel
from nianbao.ui.pages.versions.version_list import VersionModel
from nianbao.views.safe import comparing
from nianbao.views.safe.comparing import DiffKind
from nianbao.views.safe.history import steps

FILED = "行政复议申请新收数"
YEAR = 2025


@pytest.fixture
def panel(qtbot, store):
    desk = Desk(store)
    panel = VersionsPanel(
        desk.versions,
        partial(versions.keep, desk),
        partial(comparing.compare, desk),
        partial(versions.restore, desk),
    )
    qtbot.addWidget(panel)
    panel.resize(460, 700)
    panel.show()
    return panel


@pytest.fixture
def history_panel(qtbot, store):
    desk = Desk(store)
    panel = HistoryPanel(partial(steps, desk), partial(history.go, desk))
    qtbot.addWidget(panel)
    panel.resize(460, 700)
    panel.show()
    return panel


def filed(store):
    return next(f for f in store.figures(UNIT, YEAR) if f.indicator == FILED)


def fill(store, value):
    with store.act(f"填{value}") as action:
        store.save_figures(action, UNIT, [filed(store).answered(Decimal(value), source="手填")])


def click(qtbot, button):
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def keep(qtbot, panel, name):
    panel.name.setText(name)
    click(qtbot, panel.name_button)


def test_the_rows_are_sound_models(qtmodeltester, store):
    versions.keep(Desk(store), "送审稿")
    fill(store, 97)
    (info,) = store.versions(UNIT, YEAR)
    shown = [
        (VersionModel(), [info]),
        (DifferenceModel(), comparing.compare(Desk(store), info.id)),
        (StepModel(), steps(Desk(store))),
    ]
    for model, content in shown:
        model.show(content)
        assert model.rowCount() == len(content) > 0
        qtmodeltester.check(model)


def test_without_versions_nothing_can_be_compared_or_restored(panel):
    assert panel._none.text().startswith("还没有版本。")
    assert not panel.list.isVisibleTo(panel)
    assert not panel.compare_button.isEnabled()
    assert not panel.restore_button.isEnabled()


def test_what_is_here_now_gets_a_name(qtbot, panel, store):
    panel.name.setText("送审稿")
    qtbot.keyClick(panel.name, Qt.Key.Key_Return)

    assert [info.name for info in store.versions(UNIT, YEAR)] == ["送审稿"]
    assert texts(panel.model) == ["送审稿"]
    assert panel.message.text() == "已留存“送审稿”。"
    assert panel.name.text() == ""


@pytest.mark.parametrize("name", ["", "送审稿"])
def test_a_name_that_does_not_do_is_said_beside_it(qtbot, panel, name):
    keep(qtbot, panel, "送审稿")

    keep(qtbot, panel, name)

    assert "原有内容没有改动" in panel.message.text()
    assert panel.message.property("role") == "error"
    assert texts(panel.model) == ["送审稿"]


def test_comparing_shows_old_and_new_and_leads_to_the_place(qtbot, panel, store):
    keep(qtbot, panel, "送审稿")
    fill(store, 97)

    click(qtbot, panel.compare_button)

    assert panel.summary.text() == "现在与“送审稿”不同：文字1处、数据1处。"
    text, figure = texts(panel.differences)
    assert "现在：97件" in figure
    assert text.startswith("文字仅改数，一、主要举措和成效")
    with qtbot.waitSignal(panel.chosen) as chosen:
        panel.compared.setCurrentIndex(panel.differences.index(0, 0))
        qtbot.keyClick(panel.compared, Qt.Key.Key_Return)
    assert chosen.args == [store.report(UNIT, YEAR).sections[0].sections[0].entries[0].id]
    with qtbot.assertNotEmitted(panel.chosen):
        panel.compared.setCurrentIndex(panel.differences.index(1, 0))
        qtbot.keyClick(panel.compared, Qt.Key.Key_Return)


def test_the_same_is_said_to_be_the_same(qtbot, panel):
    keep(qtbot, panel, "送审稿")

    click(qtbot, panel.compare_button)

    assert panel.summary.text() == "现在与“送审稿”完全一样。"
    assert not panel.compared.isVisible()


def test_restoring_keeps_the_present_first_and_says_so(qtbot, panel, store):
    keep(qtbot, panel, "送审稿")
    fill(store, 97)

    with qtbot.waitSignal(panel.restored):
        click(qtbot, panel.restore_button)

    assert filed(store).value is None
    assert texts(panel.model) == ["恢复前的样子", "送审稿"]
    assert panel.message.text().startswith("已恢复到“送审稿”。")
    assert panel.model.record(panel.list.currentIndex()).name == "送审稿"
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    click(qtbot, panel.restore_button)
    assert filed(store).value == 97


def test_a_version_that_was_undone_meanwhile_is_refused_in_words(qtbot, panel, store):
    keep(qtbot, panel, "送审稿")
    store.undo()

    click(qtbot, panel.restore_button)
    assert "已经不在了" in panel.message.text()
    click(qtbot, panel.compare_button)
    assert "已经不在了" in panel.message.text()


def test_the_history_says_what_stands_and_what_was_undone(history_panel, store):
    fill(store, 97)
    fill(store, 98)
    store.undo()
    history_panel.refresh()

    spoken = [
        history_panel.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(3)
    ]
    assert spoken[0].startswith("填98，今天 ")
    assert spoken[0].endswith("← 已撤销")
    assert spoken[1].endswith("● 现在")
    assert spoken[2].startswith(f"建立{YEAR}年度，今天 ")
    assert texts(history_panel.model)[-1] == "最初的样子"
    assert history_panel.list.currentIndex().row() == 1
    assert not history_panel.button.isEnabled()


def test_one_click_goes_back_over_several_steps_and_one_comes_back(qtbot, history_panel, store):
    for value in (97, 98, 99):
        fill(store, value)
    history_panel.refresh()
    history_panel.list.setCurrentIndex(history_panel.model.index(2, 0))
    assert history_panel.button.text() == history_panel.button.accessibleName() == "撤销到这里"

    with qtbot.waitSignal(history_panel.gone):
        click(qtbot, history_panel.button)
    assert filed(store).value == 97
    assert history_panel.message.text() == "已撤销2步。"

    history_panel.list.setCurrentIndex(history_panel.model.index(0, 0))
    assert history_panel.button.text() == "重做到这里"
    click(qtbot, history_panel.button)
    assert filed(store).value == 99
    assert history_panel.message.text() == "已重做2步。"


@pytest.mark.parametrize("name", theme.ThemeName)
def test_they_are_painted_in_every_theme(qtbot, qapp, panel, history_panel, store, name):
    keep(qtbot, panel, "送审稿")
    fill(store, 97)
    click(qtbot, panel.compare_button)
    low = panel.compared.sizeHintForRow(0)

    theme.apply(qapp, name, 150)

    assert panel.compared.sizeHintForRow(0) > low
    image = panel.compared.grab().toImage()
    seen = {
        image.pixelColor(x, y).name()
        for y in range(0, image.height(), 2)
        for x in range(0, image.width(), 2)
    }
    assert {theme.colours().red_ground, theme.colours().green_ground} <= seen
    history_panel.refresh()
    assert not history_panel.grab().isNull()
    theme.apply(qapp, theme.ThemeName.LIGHT, 100)


@pytest.mark.parametrize("which", ["panel", "history_panel"])
def test_whatever_can_be_focused_has_a_name(request, which):
    shown = request.getfixturevalue(which)
    for widget in shown.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(shown):
            assert widget.accessibleName(), widget


def test_every_way_to_differ_has_a_colour_and_a_glyph():
    from nianbao.ui.pages.versions import difference_list

    assert difference_list._COLOURS.keys() == difference_list._GLYPHS.keys() == set(DiffKind)
