"""Takes out of Qt's 32 MB of ICU data what a Chinese program never asks for: `libicudata.so`.

The library keeps its size and addresses; what is taken out is no longer listed and all zeros, which
an installation package squeezes to nothing.
"""

import re
import struct
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

_HEAD = re.compile(rb"(..)\xda\x27.{4}\x00\x00\x02\x00CmnD", re.DOTALL)  # little-endian data
_COUNT, _ENTRY = struct.Struct("<I"), struct.Struct("<II")  # where a name is, where its data
_UNUSED = re.compile(
    r"(translit|rbnf)/.*"  # other scripts, numbers spelt out
    r"|brkitr/.*\.dict"  # words of languages without spaces: jieba knows the Chinese ones
    r"|(?!gb18030|windows-936).*\.cnv"  # encodings: Python reads all files
    r"|([a-z]+/)?(?!zh|en)[a-z]{2,3}(_.*)?\.res"  # other languages
)


def slim(library: Path) -> int:
    """Clear the library of what is not used; return the bytes that are now zeros."""
    data = bytearray(library.read_bytes())
    head = _HEAD.search(data)
    if head is None:
        return 0
    start = head.start() + int.from_bytes(head[1], "little")
    entries = list(_entries(data, start))
    kept = {entry: None for entry in entries if not _is_unused(data, start + entry[0])}
    for at, entry in enumerate(kept):
        _ENTRY.pack_into(data, start + _COUNT.size + at * _ENTRY.size, *entry)
    _COUNT.pack_into(data, start, len(kept))
    cleared = 0
    for entry, following in pairwise(entries):  # where the last one ends is unknown
        if entry not in kept:
            begin, end = start + entry[1], start + following[1]
            data[begin:end] = bytes(end - begin)
            cleared += end - begin
    library.write_bytes(data)
    return cleared


def names(library: Path) -> list[str]:
    """Return what is listed in the library."""
    data = bytearray(library.read_bytes())
    head = _HEAD.search(data)
    if head is None:
        return []
    start = head.start() + int.from_bytes(head[1], "little")
    return [_name(data, start + entry[0]) for entry in _entries(data, start)]


def _entries(data: bytearray, start: int) -> Iterator[tuple[int, int]]:
    (count,) = _COUNT.unpack_from(data, start)
    for at in range(count):
        name, place = _ENTRY.unpack_from(data, start + _COUNT.size + at * _ENTRY.size)
        yield name, place


def _is_unused(data: bytearray, at: int) -> bool:
    return _UNUSED.fullmatch(_name(data, at)) is not None


def _name(data: bytearray, at: int) -> str:
    """Return a name without the name of the whole: `icudt73l/zh.res` is `zh.res`."""
    return data[at : data.index(0, at)].decode("ascii").partition("/")[2]
