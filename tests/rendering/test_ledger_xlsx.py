"""The ledger as a workbook: numbers stay numbers, and no text becomes a formula."""

from decimal import Decimal

import pytest
from openpyxl import load_workbook

from nianbao.errors import OutputError
from nianbao.rendering import atomic
from nianbao.rendering.ledger_xlsx import WorkbookSheet, write_xlsx

ROWS = (
    ("行政复议新收数", "件", Decimal(1610), None, "已填"),
    ("纠错率", "%", Decimal("12.50"), Decimal("-3"), "公式"),
    ('=HYPERLINK("http://x")', "+1", "-2", "@SUM(A1)", "#N/A"),
    ("带\x07控制符", "", "不适用", Decimal("128000000"), ""),
)
TABLE = WorkbookSheet(title="台账", heads=("指标", "单位", "2025年", "2026年", "状态"), rows=ROWS)


@pytest.fixture
def sheet(tmp_path):
    write_xlsx(TABLE, tmp_path / "台账.xlsx")
    book = load_workbook(tmp_path / "台账.xlsx")
    yield book["台账"]
    book.close()


def test_what_is_written_is_read_again(sheet):
    rows = list(sheet.values)

    assert rows[0] == TABLE.heads
    assert rows[1] == ("行政复议新收数", "件", 1610, None, "已填")
    assert rows[2] == ("纠错率", "%", 12.5, -3, "公式")
    assert rows[4] == ("带控制符", None, "不适用", 128000000, None)


def test_the_heads_stand_on_every_printed_page(sheet):
    assert sheet.print_title_rows == "$1:$1"


def test_numbers_are_numbers_with_the_decimals_they_have(sheet):
    assert [sheet["C2"].data_type, sheet["C3"].data_type] == ["n", "n"]
    assert [sheet["C2"].number_format, sheet["C3"].number_format] == ["#,##0", "#,##0.00"]


def test_no_text_is_taken_for_a_formula(sheet):
    cells = sheet[4]

    assert [cell.value for cell in cells] == list(ROWS[2])
    assert [cell.data_type for cell in cells] == ["s"] * 5
    assert [cell.quotePrefix for cell in cells] == [True, True, True, True, False]


def test_heading_and_names_stay_in_sight(sheet):
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].font.bold
    assert sheet.auto_filter.ref == "A1:E5"


def test_a_workbook_that_excel_has_open_stays_as_it_was(tmp_path, monkeypatch):
    def held(source, target):
        raise PermissionError(13, "in use", str(source), None, str(target))

    place = tmp_path / "台账.xlsx"
    place.write_bytes(b"old")
    monkeypatch.setattr(atomic, "_PAUSES", ())
    monkeypatch.setattr(atomic.os, "replace", held)

    with pytest.raises(OutputError) as refused:
        write_xlsx(TABLE, place)

    assert refused.value.what == "文件“台账.xlsx”正被Excel或WPS打开。"
    assert place.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [place]
