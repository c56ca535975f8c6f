"""The numbers that Word writes before list paragraphs, from a binary document ([MS-DOC] PlfLst)."""

import struct
from dataclasses import dataclass, replace

from nianbao.readers.lists.list_counting import LEVELS, MAX_TEXT, Level, ListCounters, plain_bullet

_LISTS, _OVERRIDES = 0x2E2, 0x2EA  # places in the file information block
_LIST_SIZE, _OVERRIDE_SIZE, _LEVEL_SIZE = 28, 16, 28
_BULLET = 23

# Number formats by their code (MSONFC); what is missing is written in Arabic digits.
_FORMATS = {
    1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 5: "ordinal", 8: "hex",
    10: "ideographDigital", 11: "japaneseCounting", 14: "decimalFullWidth", 16: "japaneseLegal",
    17: "japaneseDigitalTenThousand", 18: "decimalEnclosedCircle", 19: "decimalFullWidth2",
    22: "decimalZero", _BULLET: "bullet", 26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese", 29: "ideographEnclosedCircle", 30: "ideographTraditional",
    31: "ideographZodiac", 33: "taiwaneseCounting", 34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", 57: "numberInDash", 255: "none",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _List:
    definition: str
    levels: tuple[Level, ...]


class DocLists:
    """The lists of one document; damaged list tables give no numbers, and `failed` says so."""

    def __init__(self, stream: bytes, table: bytes) -> None:
        self._counters = ListCounters()
        self._lists: list[_List] = []
        self.failed = False
        try:
            self._lists = _read_overrides(stream, table, _read_lists(stream, table))
        except (struct.error, IndexError, ValueError):
            self.failed = True

    def next(self, number: int, level: int) -> str | None:
        """Count one paragraph of list `number` (from 1); None when there is no such list."""
        if not 1 <= number <= len(self._lists):
            return None
        found = self._lists[number - 1]
        return self._counters.next(str(number), found.definition, found.levels, level)


class _Reader:
    """Reads one thing after another."""

    def __init__(self, raw: bytes, at: int) -> None:
        self._raw, self._at = raw, at

    def take(self, size: int) -> bytes:
        taken = self._raw[self._at : self._at + size]
        if len(taken) < size:
            raise ValueError("list table ends early")
        self._at += size
        return taken

    def level(self) -> Level:
        head = self.take(_LEVEL_SIZE)
        start, code, flags = struct.unpack_from("<iBB", head)
        self.take(head[25])
        self.take(head[24])
        text = self.take(2 * int.from_bytes(self.take(2), "little")).decode("utf-16-le", "replace")
        text = text[:MAX_TEXT]
        number_format = _FORMATS.get(code, "decimal")
        if number_format == "bullet":
            text = plain_bullet(text, of_symbols=False)
        else:
            text = "".join(f"%{ord(char) + 1}" if ord(char) < LEVELS else char for char in text)
        return Level(
            text=text,
            number_format=number_format,
            start=max(0, min(start, 1_000_000)),
            restart=head[26] if flags & 8 else None,
            legal=bool(flags & 4),
        )


def _read_lists(stream: bytes, table: bytes) -> dict[int, tuple[Level, ...]]:
    start, size = struct.unpack_from("<II", stream, _LISTS)
    if not size:
        return {}
    heads = _Reader(table, start)
    count = int.from_bytes(heads.take(2), "little")
    levels = _Reader(table, start + 2 + _LIST_SIZE * count)
    lists: dict[int, tuple[Level, ...]] = {}
    for _ in range(count):
        head = heads.take(_LIST_SIZE)
        depth = 1 if head[26] & 1 else LEVELS
        lists[int.from_bytes(head[:4], "little")] = tuple(levels.level() for _ in range(depth))
    return lists


def _read_overrides(
    stream: bytes, table: bytes, lists: dict[int, tuple[Level, ...]]
) -> list[_List]:
    start, size = struct.unpack_from("<II", stream, _OVERRIDES)
    if not size:
        return []
    heads = _Reader(table, start)
    count = int.from_bytes(heads.take(4), "little")
    if count * _OVERRIDE_SIZE > size:
        raise ValueError("more lists than there is room for")
    data = _Reader(table, start + 4 + _OVERRIDE_SIZE * count)
    found = []
    for _ in range(count):
        head = heads.take(_OVERRIDE_SIZE)
        definition = int.from_bytes(head[:4], "little")
        levels = list(lists.get(definition, ()))
        data.take(4)
        for _ in range(head[12]):
            first, flags = struct.unpack("<iI", data.take(8))
            position = flags & 0xF
            own = data.level() if flags & 0x20 else None
            if position < len(levels):
                levels[position] = own or levels[position]
                if flags & 0x10:
                    number = max(0, min(own.start if own else first, 1_000_000))
                    levels[position] = replace(levels[position], start=number, own_start=True)
        found.append(_List(str(definition), tuple(levels)))
    return found
