"""Remarks below a table or a paragraph (注：1.…；2.…): their numbers are no headings."""

import re
from dataclasses import dataclass

from nianbao.report.writing.chinese import COUNTING, ORDINAL
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.layout import layout
from nianbao.understanding.lines.line import Line

_ITEM = 3  # the level of 1.; what is written 一、 or （一） is no item of a remark
_PART = re.compile(rf"(?:^|[。；：\s])(?:{ORDINAL}、|第[{COUNTING}十]+部分)")
_MORE = re.compile(r"[；;，,、：:]$")


@dataclass(slots=True)
class Remarks:
    """Knows the lines of remarks, in reading order.

    A remark may have its items on lines of their own: the next number goes on with it where the
    line before did not end in a full stop, or was no more than 注：.
    """

    _next: int = 0  # the item that goes on with the remark above, 0 without one

    def take(self, line: Line) -> bool:
        """Whether a line is a remark, or goes on with one."""
        plain = line.plain
        if not plain:
            return False
        if found := layout().told_by_text["remark"].match(plain):
            if _PART.search(plain, found.end()):
                return False  # a whole report in one paragraph
            rest = parse_heading_number(plain[found.end() :].strip())
            ordinal = rest.ordinal if rest and rest.level >= _ITEM else 0
            bare = found.end() == len(plain)
            self._next = ordinal + 1 if bare or (ordinal and _MORE.search(plain)) else 0
            return True
        number = parse_heading_number(line.text)
        goes_on = number is not None and number.level >= _ITEM and number.ordinal == self._next > 0
        self._next = self._next + 1 if goes_on and _MORE.search(plain) else 0
        return goes_on
