"""Old Word files for the tests: a compound container and a document in it, written by hand."""

import struct

_SECTOR = 512
_TEXT = 0x400  # where the text begins in the stream
_END, _FREE, _FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def container(streams: dict[str, bytes]) -> bytes:
    """Return an OLE2 container; every stream is made long enough to need no mini sectors."""
    bodies = [body.ljust(4096, b"\0") for body in streams.values()]
    directory_sectors = -(-(1 + len(bodies)) // 4)
    fat: list[int] = [_FAT]
    chains = [directory_sectors, *(-(-len(body) // _SECTOR) for body in bodies)]
    starts = []
    for length in chains:
        starts.append(len(fat))
        fat += [*range(len(fat) + 1, len(fat) + length), _END]
    assert len(fat) <= 128
    entries = [_entry("Root Entry", 5, _END, 0, child=1 if bodies else _FREE)]
    for number, (name, body) in enumerate(zip(streams, bodies, strict=True)):
        following = number + 2 if number + 1 < len(bodies) else _FREE
        entries.append(_entry(name, 2, starts[number + 1], len(body), right=following))
    header = struct.pack(
        "<8s16sHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, starts[0], 0, 4096, _END, 0, _END, 0,
    ) + struct.pack("<109I", 0, *[_FREE] * 108)  # fmt: skip
    table = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))
    parts = [header, table, _padded(b"".join(entries)), *map(_padded, bodies)]
    return b"".join(parts)


def _entry(
    name: str, kind: int, start: int, size: int, right: int = _FREE, child: int = _FREE
) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", raw, len(raw), kind, 1, _FREE, right, child, b"", 0, 0, 0, start, size
    )


def _padded(raw: bytes) -> bytes:
    return raw + b"\0" * (-len(raw) % _SECTOR)


def doc(
    *pieces: str | bytes,
    flags: int = 0,
    identity: int = 0xA5EC,
    version: int = 0xC1,
    lengths: tuple[int, ...] = (),
    marked: tuple[tuple[int, int, bytes], ...] = (),
) -> bytes:
    """Return a Word 97 document; pieces of bytes are stored one byte a character.

    `lengths` are the units of main text, footnotes, margins, macros, comments, endnotes, boxes.
    `marked` are stretches of the first piece, in order, with their formatting (sprm and operand).
    """
    bodies = [
        piece if isinstance(piece, bytes) else piece.encode("utf-16-le", "surrogatepass")
        for piece in pieces
    ]
    units = [
        len(b) if isinstance(p, bytes) else len(b) // 2 for p, b in zip(pieces, bodies, strict=True)
    ]
    stream = bytearray(_TEXT)
    struct.pack_into("<HH", stream, 0, identity, version)
    struct.pack_into("<H", stream, 0x0A, flags)
    for index, length in enumerate(lengths or (sum(units),)):
        struct.pack_into("<i", stream, 0x4C + 4 * index, length)
    positions, descriptors = [0], b""
    for piece, body, count in zip(pieces, bodies, units, strict=True):
        offset = 2 * len(stream) | 0x40000000 if isinstance(piece, bytes) else len(stream)
        descriptors += struct.pack("<HIH", 0, offset, 0)
        positions.append(positions[-1] + count)
        stream += body
    plc = struct.pack(f"<{len(positions)}I", *positions) + descriptors
    clx = b"\x01\x02\x00\xaa\xbb\x02" + struct.pack("<I", len(plc)) + plc
    struct.pack_into("<II", stream, 0x1A2, 0, len(clx))
    pages = b""
    if marked:
        stream += b"\0" * (-len(stream) % _SECTOR)
        pages = struct.pack("<III", _TEXT, len(stream), len(stream) // _SECTOR)
        struct.pack_into("<II", stream, 0xFA, len(clx), len(pages))
        stream += _character_page(marked)
    return container({"WordDocument": bytes(stream), "0Table": clx + pages})


def _character_page(marked: tuple[tuple[int, int, bytes], ...]) -> bytes:
    """Return the page that formats stretches of text, and says nothing of what is between them."""
    ends: list[int] = [_TEXT]
    places: list[int] = []
    page = bytearray(_SECTOR)
    at = _SECTOR - 1
    for start, stop, properties in marked:
        at = (at - 1 - len(properties)) // 2 * 2
        page[at : at + 1 + len(properties)] = bytes([len(properties)]) + properties
        if _TEXT + 2 * start > ends[-1]:
            ends.append(_TEXT + 2 * start)
            places.append(0)
        ends.append(_TEXT + 2 * stop)
        places.append(at // 2)
    head = struct.pack(f"<{len(ends)}I", *ends) + bytes(places)
    page[: len(head)] = head
    page[-1] = len(places)
    return bytes(page)
