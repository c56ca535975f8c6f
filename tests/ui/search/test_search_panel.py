"""Searching from the keyboard, over real reports."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QWidget
from tests.actions.stored import UNIT

from nianbao.desk.desk import Desk
from nianbao.ui.kit import theme
from nianbao.ui.pages.search.hits import MOST, HitModel
from nianbao.ui.pages.search.panel import SearchPanel
from nianbao.views.searching import Hit, SearchScope, search


@pytest.fixture
def panel(qtbot, store):
    panel = SearchPanel(
        lambda words, year: search(Desk(store), words, year=year), year=lambda: 2025
    )
    qtbot.addWidget(panel)
    panel.resize(420, 600)
    panel.show()
    return panel


def press(qtbot, widget, key):
    qtbot.keyClick(widget, key)


def shown(panel):
    model = panel.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def entry(store, year):
    return store.report(UNIT, year).sections[0].sections[1].entries[0].id


def test_the_rows_are_a_sound_model(qtmodeltester, store):
    model = HitModel()
    model.show_hits(search(Desk(store), "复议"))

    assert model.rowCount() > 3
    qtmodeltester.check(model)


def test_what_is_typed_is_found_a_moment_later_under_its_years(qtbot, panel):
    panel.words.setText("便民大厅")

    qtbot.waitUntil(lambda: panel.model.rowCount() > 0)
    rows = shown(panel)
    assert rows[0].startswith("2025年度　")
    assert any(row == "2024年度　1处" for row in rows)
    assert panel.found.text().startswith("找到")
    assert "2个年度" in panel.found.text()


def test_enter_goes_to_the_first_hit_without_waiting(qtbot, panel, store):
    panel.words.setText("便民大厅12个")

    with qtbot.waitSignal(panel.chosen) as chosen:
        press(qtbot, panel.words, Qt.Key.Key_Return)

    assert chosen.args == [2024, entry(store, 2024)]


def test_down_leads_into_the_list_over_the_years_and_enter_goes_there(qtbot, panel, store):
    panel.words.setText("便民 推进")
    press(qtbot, panel.words, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 1  # the first row is the year
    while panel.model.hit(panel.list.currentIndex()).year != 2024:
        row = panel.list.currentIndex().row()
        press(qtbot, panel.list, Qt.Key.Key_Down)
        assert panel.list.currentIndex().row() > row  # over the row of the year

    with qtbot.waitSignal(panel.chosen) as chosen:
        press(qtbot, panel.list, Qt.Key.Key_Return)

    assert chosen.args == [2024, entry(store, 2024)]


def test_a_double_click_goes_there_and_the_row_of_a_year_goes_nowhere(qtbot, panel):
    panel.words.setText("纠错率")
    panel.refresh()
    chosen = []
    panel.chosen.connect(lambda *place: chosen.append(place))

    for row in (0, 1):
        spot = panel.list.visualRect(panel.model.index(row, 0)).center()
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        qtbot.mouseDClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    assert [year for year, _ in chosen] == [2025]


def test_this_year_alone(qtbot, panel):
    panel.ask("便民大厅")
    both = panel.model.rowCount()

    one = next(b for b in panel.findChildren(QPushButton) if b.text() == "本年度")
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)

    assert 0 < panel.model.rowCount() < both
    assert all("2024年度" not in row for row in shown(panel))
    panel.ask(this_year=False)
    assert panel.model.rowCount() == both


def test_nothing_found_says_what_to_try(panel):
    panel.ask("没有这样的词", this_year=True)

    assert panel.found.text() == "没有找到。请少写几个字，换个说法，或改为搜索全部年度。"
    assert not panel.list.isVisible()
    panel.words.clear()
    panel.refresh()
    assert panel.found.text().startswith("可以搜词语")


def test_escape_closes_it_from_everywhere(qtbot, panel):
    panel.ask("便民")
    for widget in (panel.words, panel.list):
        with qtbot.waitSignal(panel.closed):
            press(qtbot, widget, Qt.Key.Key_Escape)


def test_too_many_hits_are_cut_and_said(qtbot):
    hits = [
        Hit(
            where=SearchScope.TEXT, year=2025, piece=f"e{n}", place="一", text="的", spans=((0, 1),)
        )
        for n in range(MOST + 5)
    ]
    panel = SearchPanel(lambda words, year: hits, year=lambda: 2025)
    qtbot.addWidget(panel)

    panel.ask("的")

    assert panel.model.rowCount() == MOST + 1
    assert f"前{MOST}处" in panel.found.text()
    assert shown(panel)[0] == f"2025年度　{MOST + 5}处"


@pytest.mark.parametrize("name", theme.ThemeName)
def test_it_is_painted_in_every_theme_and_zoom(qtbot, qapp, panel, name):
    panel.ask("行政复议")
    panel.list.setCurrentIndex(panel.model.first())
    low = panel.list.sizeHintForIndex(panel.model.first()).height()

    theme.apply(qapp, name, 150)

    assert panel.list.sizeHintForIndex(panel.model.first()).height() > low
    image = panel.grab().toImage()
    marked = theme.colours().mark
    assert any(
        image.pixelColor(x, y).name() == marked
        for y in range(0, image.height(), 3)
        for x in range(0, image.width(), 3)
    )
    theme.apply(qapp, theme.ThemeName.LIGHT, 100)


def test_whatever_can_be_focused_has_a_name(panel):
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(panel):
            assert widget.accessibleName(), widget
    panel.ask("便民")
    assert isinstance(panel.list, QAbstractItemView)
    spoken = panel.model.first().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("2025年度，一、主要举措和成效 → ")
