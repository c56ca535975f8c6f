"""The figures of a section where there is little height: the open ones, and nothing unseen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout

from nianbao.report.figures.standing import Standing
from nianbao.ui.kit.texts import wrapped
from nianbao.ui.pages.form.grid.figure_grid import FigureGrid
from nianbao.ui.pages.form.grid.figure_model import NOW, STATE, FigureModel
from nianbao.views.form.sheet import FigureRow

NAMES = ["收案", "结案", "纠错", "调解", "培训"]
STANDINGS = [
    Standing.PENDING,
    Standing.FILLED,
    Standing.CARRIED,
    Standing.FORMULA,
    Standing.PENDING,
]


def row(name, standing):
    return FigureRow(
        name=name, label=f"{name}数", last="5", now="", unit="件", change="", department="",
        standing=standing,
    )  # fmt: skip


ROWS = [row(name, standing) for name, standing in zip(NAMES, STANDINGS, strict=True)]


@pytest.fixture
def pasted():
    return []


@pytest.fixture
def grid(qtbot, pasted):
    made = FigureGrid(FigureModel(lambda *_: None, lambda text, names: pasted.append(names)))
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.table.figures.show(ROWS)
    made.show()
    return made


def test_a_value_that_the_text_rounds_shows_how_it_is_written(grid):
    """Nobody publishes 1.4亿 for 1.357亿 without having seen it."""
    filled = replace(ROWS[1], now="1.357亿", rounded="1.4亿")
    grid.table.figures.show([ROWS[0], filled, *ROWS[2:]])
    figures = grid.table.figures
    assert figures.index(1, STATE).data().endswith("，正文写1.4亿")
    assert "写成1.4亿" in figures.index(1, NOW).data(Qt.ItemDataRole.ToolTipRole)
    assert "正文" not in figures.index(0, STATE).data()


def seen(grid):
    return [name for at, name in enumerate(NAMES) if not grid.table.isRowHidden(at)]


def test_with_height_enough_all_rows_are_listed(grid):
    assert seen(grid) == NAMES
    assert not grid.all.isVisible()


def test_in_a_low_window_the_open_rows_are_listed_and_a_button_shows_all(grid):
    grid.set_low(low=True)

    assert seen(grid) == ["收案", "纠错", "培训"]
    assert grid.all.text() == "只列还没填的3项，点这里看全部5项"
    grid.all.click()
    assert seen(grid) == NAMES
    grid.all.click()
    assert seen(grid) == ["收案", "纠错", "培训"]
    grid.set_low(low=False)
    assert seen(grid) == NAMES


def test_when_all_is_answered_nothing_is_listed_and_it_is_said(grid):
    grid.table.figures.show([replace(row, standing=Standing.FILLED) for row in ROWS])
    grid.set_low(low=True)
    assert not grid.table.isVisible()  # no head without rows
    assert grid.all.text() == "都填好了，点这里看全部5项"
    grid.all.click()
    assert grid.table.isVisible()
    assert seen(grid) == NAMES


def test_a_row_just_answered_stays_and_one_that_is_open_again_comes_back(grid):
    grid.set_low(low=True)
    answered = [replace(ROWS[0], standing=Standing.FILLED), *ROWS[1:]]

    grid.table.figures.show(answered)
    assert seen(grid) == ["收案", "纠错", "培训"]
    grid.table.sift()
    assert seen(grid) == ["纠错", "培训"]

    grid.table.figures.show(ROWS)  # undone
    assert seen(grid) == ["收案", "纠错", "培训"]


def test_a_column_goes_to_the_rows_that_are_seen_and_to_no_others(grid, pasted):
    grid.set_low(low=True)
    grid.table.setCurrentIndex(grid.table.figures.index(0, 0))

    grid.table.pasted.emit("11\n12\n13")

    assert pasted == [["收案", "纠错", "培训"]]


def test_a_long_formula_is_read_whole_in_its_row(grid, chinese_font, monkeypatch):
    formula = "可全程网办事项数÷政务服务事项总数×100"
    long = replace(ROWS[3], formula=formula)
    grid.table.figures.show([*ROWS[:3], long, ROWS[4]])
    drawn = []
    real = QTextLayout.draw

    def draw(layout, *given):
        drawn.append((layout.text(), wrapped.height(layout)))
        return real(layout, *given)

    monkeypatch.setattr(QTextLayout, "draw", draw)
    grid.grab()

    (height,) = [high for text, high in drawn if text == f"＝ {formula}"]
    assert height < grid.table.rowHeight(3)
    assert grid.table.rowHeight(3) > grid.table.rowHeight(0)
