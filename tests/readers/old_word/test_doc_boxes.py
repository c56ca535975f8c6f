"""The boxes of an old Word file stand where they are anchored; damage leaves them at the end."""

import struct

from nianbao.readers.old_word.doc_boxes import DocBoxes

_ANCHORS, _BOXES = 0x1DA, 0x25A


def boxes(anchors, pieces):
    """Return boxes of shapes by where they are anchored, and of pieces of the text of all boxes.

    A piece is where it begins, where it ends, and its shape.
    """
    spots = [*(place for place, _ in anchors), 999]
    spas = b"".join(struct.pack("<I22x", shape) for _, shape in anchors)
    ends = [*(start for start, _, _ in pieces), pieces[-1][1]]
    told = b"".join(struct.pack("<14xI4x", shape) for _, _, shape in pieces)
    tables = [
        struct.pack(f"<{len(spots)}I", *spots) + spas,
        struct.pack(f"<{len(ends)}I", *ends) + told,
    ]
    stream = bytearray(0x382)
    struct.pack_into("<II", stream, _ANCHORS, 0, len(tables[0]))
    struct.pack_into("<II", stream, _BOXES, len(tables[0]), len(tables[1]))
    return DocBoxes(bytes(stream), b"".join(tables))


def test_each_box_is_taken_once_where_it_is_anchored():
    found = boxes([(5, 70), (40, 71)], [(0, 3, 71), (3, 9, 70)])

    assert [list(found.until(place)) for place in (4, 5, 30, 90, 90)] == [
        [],
        [(3, 9)],
        [],
        [(0, 3)],
        [],
    ]


def test_a_box_of_no_shape_of_the_text_is_left():
    assert list(boxes([(5, 70)], [(0, 3, 71), (3, 9, 70)]).until(99)) == [(3, 9)]


def test_text_that_a_damaged_table_has_twice_is_taken_once():
    found = boxes([(5, 70), (6, 71)], [(0, 9, 70), (9, 4, 72), (4, 12, 71)])

    assert list(found.until(99)) == [(0, 9)]
