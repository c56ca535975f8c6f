"""The cells of an old Word file have places where all rows have as many of them."""

from nianbao.readers.old_word.doc_tables import DocTables


def take(found):
    """Return what adds a paragraph to those found, by its cell."""
    return lambda _, cell: found.append(cell)


def places(*tables):
    """Return the places of the cells of tables, given as the numbers of cells in their rows."""
    found = []
    counted = DocTables()
    for rows in tables:
        for cells in rows:
            for _ in range(cells):
                for ends in (False, True):  # a cell of two paragraphs
                    counted.add(take(found), in_table=True, ends_cell=ends)
            counted.end_row()
        counted.close()
    return [one and (one.table, one.row, one.column) for one in found]


def test_every_paragraph_of_a_cell_stands_where_the_cell_does():
    assert (
        places([2, 2])[::2] == places([2, 2])[1::2] == [(0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1)]
    )


def test_tables_are_counted():
    assert places([1], [1])[::2] == [(0, 0, 0), (1, 0, 0)]


def test_cells_of_uneven_rows_and_of_a_row_that_never_ends_have_no_place():
    assert set(places([2, 1])) == {None}

    found = []
    broken = DocTables()
    broken.add(take(found), in_table=True, ends_cell=True)
    broken.close()
    assert found == [None]
