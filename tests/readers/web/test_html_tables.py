"""Where a cell of a page's table stands, wide or tall; what lays out the page has no cells."""

from tests.readers.web.web_pages import PARAGRAPHS, in_p, page

from nianbao.report.document import Cell


def cells(body):
    return {one.text: one.cell for one in page(f"<p>前</p>{body}<p>后</p>").paragraphs}


def table(*rows):
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def test_cells_know_their_table_row_and_column():
    first = table("<td>甲</td><td>乙</td>", "<td>丙</td><td><p>丁</p><p>戊</p></td>")
    found = cells(first + "<p>间</p>" + table("<th>己</th><th>庚</th>", "<td>辛</td><td>壬</td>"))

    assert found["甲"] == Cell(table=0, row=0, column=0)
    assert found["丁"] == found["戊"] == Cell(table=0, row=1, column=1)
    assert found["壬"] == Cell(table=1, row=1, column=1)
    assert found["前"] is found["间"] is found["后"] is None


def test_an_empty_cell_keeps_its_column():
    found = cells(table("<td>甲</td><td></td><td>乙</td>", "<td> </td><td>丙</td><td>丁</td>"))

    assert found["乙"].column == 2
    assert found["丙"].column == 1


def test_what_is_wide_or_tall_moves_those_beside_and_below_it():
    found = cells(
        table(
            '<td rowspan="3">甲</td><td colspan="2">乙</td><td>丙</td>',
            '<td>丁</td><td rowspan="2">戊</td><td>己</td>',
            "<td>庚</td><td>辛</td>",
            "<td>壬</td><td>癸</td>",
        )
    )

    assert found["乙"] == Cell(table=0, row=0, column=1, width=2)
    assert [found[one].column for one in "丙丁戊己"] == [3, 1, 2, 3]
    assert [found[one].column for one in "庚辛壬癸"] == [1, 3, 0, 1]


def test_a_width_that_is_no_number_is_one():
    found = cells(
        table('<td colspan="两">甲</td><td colspan="0">乙</td>', "<td>丙</td><td>丁</td>")
    )

    assert found["乙"] == Cell(table=0, row=0, column=1)


def test_a_table_that_lays_out_the_page_has_no_cells():
    inner = table("<td>甲</td><td>乙</td>", "<td>丙</td><td>丁</td>")
    found = cells(f"<table><tr><td>{in_p(PARAGRAPHS)}{inner}</td></tr></table>")

    assert found[PARAGRAPHS[0]] is None
    assert found["丁"] == Cell(table=0, row=1, column=1)


def test_a_caption_is_of_its_table_and_in_no_cell():
    found = cells("<table><caption>表</caption><tr><td>甲<td>乙</tr><tr><td>丙<td>丁</table>")

    assert found["表"] is None
    assert found["丁"] == Cell(table=0, row=1, column=1)
