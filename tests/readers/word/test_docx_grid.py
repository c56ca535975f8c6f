"""Where a cell stands: its table, row and column, merged or not."""

import pytest
from tests.readers.word.word_files import opened, p

from nianbao.report.document import Cell


def cell(text, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text) if text[:1] != '<' else text}</w:tc>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def cells(body):
    return {one.text: one.cell for one in opened(body).paragraphs}


def test_cells_know_their_table_row_and_column():
    first = table([cell("甲"), cell("乙")], [cell("丙"), cell("丁")])
    found = cells(p("前") + first + p("间") + table([cell("戊")]) + p("后"))

    assert found["甲"] == Cell(table=0, row=0, column=0)
    assert found["丁"] == Cell(table=0, row=1, column=1)
    assert found["戊"] == Cell(table=1, row=0, column=0)
    assert found["前"] is found["间"] is found["后"] is None


def test_merged_cells_say_how_far_they_reach():
    wide, tall = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>'
    found = cells(
        table(
            [cell("甲", wide), cell("乙")],
            [cell("丙", tall), cell("丁")],
            [cell("", "<w:vMerge/>")],
        )
    )

    assert found["甲"] == Cell(table=0, row=0, column=0, width=2)
    assert found["乙"] == Cell(table=0, row=0, column=2)
    assert found["丙"] == Cell(table=0, row=1, column=0)
    assert found[""] == Cell(table=0, row=2, column=0)


def test_a_row_may_begin_further_right():
    row = f'<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>{cell("甲")}</w:tr>'

    assert cells(f"<w:tbl>{row}</w:tbl>")["甲"] == Cell(table=0, row=0, column=2)


def test_a_table_in_a_cell_is_one_of_its_own():
    inner = table([cell("内")]) + p("下")
    found = cells(table([cell("甲"), cell(inner), cell("乙")]))

    assert found["内"] == Cell(table=1, row=0, column=0)
    assert found["下"] == Cell(table=0, row=0, column=1)
    assert found["乙"] == Cell(table=0, row=0, column=2)


@pytest.mark.parametrize("value", ["", "x", "-3", "99999999999"])
def test_nonsense_in_a_span_does_no_harm(value):
    found = cells(table([cell("甲", f'<w:gridSpan w:val="{value}"/>'), cell("乙")]))

    assert found["甲"].width >= 1


def test_paragraphs_of_a_cell_share_its_place():
    two = p("上") + p("下")
    found = cells(table([cell(two)]))

    assert found["上"] == found["下"] == Cell(table=0, row=0, column=0)
