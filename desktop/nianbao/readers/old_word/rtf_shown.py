"""What an RTF document shows, where an office program would show something else today.

A field (the date, the number of pages, a file's name) holds what it showed when it was saved, and
LibreOffice works it out anew: a report of 2024 would say 2026. Text that is kept in two versions,
and text that was moved, would be read twice.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from nianbao.readers.old_word.rtf_lists import BRACE

_FIELD = re.compile(rb"\{\s{0,9}\\field(?![a-z])")
_RESULT = re.compile(rb"\{\s{0,9}\\fldrslt(?![a-z])[ ]?")
_TWICE = re.compile(rb"\{\s{0,9}\\upr(?![a-z])")
_UNICODE = re.compile(rb"\{\s{0,9}\\\*\\ud(?![a-z])[ ]?")
_MOVED_AWAY = re.compile(rb"\{\s{0,9}\\mvf(?![a-z])")
_WORD = re.compile(rb"\\[a-z]{1,32}-?\d{0,9} ?|[{}\s]")
_SIGN = re.compile(rb"\\'[0-9a-fA-F]{2}|\\u-?\d{1,6}")
_NEEDED = (rb"\field", rb"\upr", rb"\mvf")


class _Group(NamedTuple):
    start: int
    shown: tuple[int, int] | None = None  # what of a field, or of two versions, is shown


def with_shown(rtf: bytes) -> bytes:
    """Return a document in which fields are the text that they showed."""
    if not any(word in rtf for word in _NEEDED):
        return rtf
    kept: list[bytes] = []
    at = 0
    for start, stop in sorted(_hidden(rtf)):
        if start >= at:
            kept.append(rtf[at:start])
        at = max(at, stop)
    return b"".join([*kept, rtf[at:]])


def _hidden(rtf: bytes) -> Iterator[tuple[int, int]]:
    """Yield the stretches that hold what is not shown, in any order; they may overlap."""
    open_groups: list[_Group] = []
    for brace in BRACE.finditer(rtf):
        if brace[0] == b"{":
            open_groups.append(_Group(brace.start()))
        elif brace[0] == b"}" and open_groups:
            group = open_groups.pop()
            yield from _hidden_in(rtf, group, brace.start())
            if open_groups and (shown := _shown(rtf, group, brace.start())):
                open_groups[-1] = open_groups[-1]._replace(shown=shown)


def _shown(rtf: bytes, group: _Group, end: int) -> tuple[int, int] | None:
    """Return what a group holds when it is the result of a field, or text in Unicode."""
    found = _RESULT.match(rtf, group.start) or _UNICODE.match(rtf, group.start)
    return (found.end(), end) if found else None


def _hidden_in(rtf: bytes, group: _Group, end: int) -> Iterator[tuple[int, int]]:
    if _MOVED_AWAY.match(rtf, group.start):
        yield group.start, end + 1
    if group.shown is None or not (
        _FIELD.match(rtf, group.start) or _TWICE.match(rtf, group.start)
    ):
        return
    first, last = group.shown
    if _WORD.sub(b"", _SIGN.sub(b"_", rtf[first:last])):
        yield group.start + 1, first
        yield last, end
