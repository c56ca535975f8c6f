"""Where in a table a number stood is kept from the import to the years that follow."""

from nianbao.actions.importing import import_report
from nianbao.desk.incoming import reading
from nianbao.report.mark import MarkKind
from tests import prepared
from tests.actions.desks import lines
from tests.beginning import start_year
from tests.readers.word.word_files import docx, p

ROWS = (("单位", "排名"), ("公安局", "7"), ("司法局", "9"))


def test_a_question_about_a_cell_says_its_column_and_row(tmp_path):
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc>{p(text)}</w:tc>' for text in row)}</w:tr>" for row in ROWS
    )
    report = docx("".join(map(p, lines(2025))) + f"<w:tbl>{cells}</w:tbl>")
    desk = prepared.desk(tmp_path, _fill, report)

    start_year(desk)

    asked = {one.before: one.reason for one in desk.store.changes(desk.unit, desk.year)}
    assert asked["7"].startswith("表格“排名”列、“公安局”行：")
    marks = desk.store.marks(desk.unit, desk.year)
    assert [one.text for one in marks if one.kind is MarkKind.CELL] == [
        "表格“排名”列、“公安局”行",
        "表格“排名”列、“司法局”行",
    ]


def _fill(made, report):
    import_report(made, reading.from_bytes(report, "2025.docx"))
