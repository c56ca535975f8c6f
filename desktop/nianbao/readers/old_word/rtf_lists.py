"""List numbers of an RTF document, made text before an office program converts it.

RTF holds each number twice: as a list to be counted and as the text it shows, for programs that do
not count. LibreOffice counts, and gets Chinese numbers wrong (一? for 一、, 三 where a list begins
anew). What the program that wrote the file showed is right.
"""

import re

_SHOWN = re.compile(rb"(?<!\\)\{\\(?:listtext|pntext)\b")
_GROUP = re.compile(rb"(?<!\\)\{\\(?:(listtext|pntext)|\*\\pn)\b")
_COUNTED = re.compile(rb"\\(?:ls|ilvl)\d{1,9} ?")
_AROUND = re.compile(rb"\\pard\b ?|\\plain\b *|\\tab\b ?")
_SIGN = re.compile(rb"\\'[0-9a-fA-F]{2}|\\u-?\d{1,6} ?\??")
_WORD = re.compile(rb"\\[a-z]{1,32}-?\d{0,9} ?|[{}]")
_RUNS_ON = re.compile(rb"[\d.]$")  # ends of numbers that digits would go on from
_LONGEST = 2_000  # bytes of a number with its fonts
BRACE = re.compile(rb"\\[\\{}]|[{}]")


def with_numbers(rtf: bytes) -> bytes:
    """Return a document whose list numbers are text; unchanged when it shows none."""
    if not _SHOWN.search(rtf):  # only old lists, if any: they are counted
        return rtf
    kept: list[bytes] = []
    at = 0
    for found in _GROUP.finditer(rtf):
        if found.start() < at:
            continue
        end = _end_of_group(rtf, found.start())
        if end is None:
            return rtf
        kept.append(rtf[at : found.start()])
        if found[1]:
            number = _AROUND.sub(b"", rtf[found.end() : end]).strip()
            bare = _WORD.sub(b"", _SIGN.sub(b"_", number))
            kept += [b"{", number, b" }" if _RUNS_ON.search(bare) else b"}"]
        at = end + 1
    return _COUNTED.sub(b"", b"".join([*kept, rtf[at:]]))


def _end_of_group(rtf: bytes, start: int) -> int | None:
    """Return where a group ends, None when it is longer than a number can be."""
    depth = 0
    for brace in BRACE.finditer(rtf, start, start + _LONGEST):
        depth += {b"{": 1, b"}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.start()
    return None
