"""Where the text boxes of an old Word document are anchored in its text."""

import struct
from collections import deque
from collections.abc import Iterator, Mapping

_ANCHORS, _BOXES = 0x1DA, 0x25A  # places of their tables in the file information block
_ANCHOR_SIZE, _BOX_SIZE = 26, 22
_SHAPE_OF_BOX = 14  # where a box names its shape


class DocBoxes:
    """The boxes of a document in the order of their anchors; each is taken once."""

    def __init__(self, stream: bytes, table: bytes) -> None:
        self._waiting = deque(sorted(_anchored(stream, table).items()))

    def until(self, place: int) -> Iterator[tuple[int, int]]:
        """Yield the next boxes anchored up to a place: where they stand in the text of all."""
        while self._waiting and self._waiting[0][0] <= place:
            yield self._waiting.popleft()[1]


def _anchored(stream: bytes, table: bytes) -> Mapping[int, tuple[int, int]]:
    """Return where boxes stand by where they are anchored, without those of a group of shapes."""
    shapes = {
        struct.unpack_from("<I", record)[0]: at
        for at, _, record in _records(stream, table, _ANCHORS, _ANCHOR_SIZE)
    }
    found: dict[int, tuple[int, int]] = {}
    read = 0
    for start, end, record in _records(stream, table, _BOXES, _BOX_SIZE):
        (shape,) = struct.unpack_from("<I", record, _SHAPE_OF_BOX)
        if shape in shapes and read <= start < end:
            found[shapes[shape]] = (start, end)
            read = end
    return found


def _records(stream: bytes, table: bytes, place: int, size: int) -> list[tuple[int, int, bytes]]:
    """Return what a table says of stretches of text, with where each begins and ends."""
    start, length = struct.unpack_from("<II", stream, place)
    raw = table[start : start + length]
    count = max(0, (len(raw) - 4) // (4 + size))
    places = struct.unpack_from(f"<{count + 1}I", raw) if count else ()
    first = 4 * (count + 1)
    return [
        (places[at], places[at + 1], raw[first + at * size : first + (at + 1) * size])
        for at in range(count)
    ]
