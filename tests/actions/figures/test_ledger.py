"""The ledger goes out as a workbook that says the same as the window."""

import pytest
from openpyxl import load_workbook

from nianbao.actions import editing
from nianbao.actions.figures import ledger
from nianbao.views.ledger import tables, workbook
from tests.actions.ledger_desk import CLOSED, CORRECTED, RATE, desk_in


@pytest.fixture
def desk(tmp_path):
    desk = desk_in(tmp_path)
    yield desk
    desk.close()


def test_the_workbook_has_every_figure_of_every_year(desk, tmp_path):
    editing.answer_all(desk, [(CLOSED, "104"), (CORRECTED, "13")])
    ledger.describe(desk, RATE, definition="=纠错÷审结", department="司法局")

    ledger.write_workbook(workbook.workbook(desk), tmp_path / "台账.xlsx")

    book = load_workbook(tmp_path / "台账.xlsx")
    heads, *rows = book["台账"].values
    book.close()
    assert heads[:7] == ("指标", "单位", "2022年", "2023年", "2024年", "2025年", "2026年")
    assert heads[7:] == ("增减", "部门", "2026年状态", "公式", "口径")
    assert len(rows) == len(tables.rows(desk))
    rate = next(row for row in rows if row[0] == RATE)
    assert rate[1:7] == ("%", 10, 12, 11.48, 13.75, 12.5)
    assert rate[7:10] == ("-1.25个百分点", "司法局", "公式")
    assert rate[10:] == (f"{CORRECTED}÷{CLOSED}", "=纠错÷审结")
