"""Headings that stand in a frame of brackets or signs: 【一、主要举措】, ※一、主要举措※."""

import re
from collections.abc import Sequence

from nianbao.report.change import Change, ChangeRule
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.marked import SHORT

_FRAME = re.compile(
    r"\s*(?:【+(.+?)】+|\[+(.+?)\]+|《(.+?)》|“(.+?)”|<+(.+?)>+|〖(.+?)〗|『(.+?)』|「(.+?)」|〔(.+?)〕"
    r"|(?P<sign>[※~|☆★◆■●=—-])+(.+?)(?P=sign)+)\s*"
)
_SENTENCE = re.compile("[。；！？]")
_LEAST = 2  # headings that are framed alike
_LEVELS = (1, 2)  # of 一、 and （一）


def unframed(lines: Sequence[Line]) -> tuple[list[Line], list[Change]]:
    """Return lines with their framed headings bare, and what was taken away of them."""
    bare = {line.index: inside for line in lines if (inside := _inside(line))}
    if len(bare) < _LEAST:
        return list(lines), []
    changes = [
        Change(
            rule=ChangeRule.HEADING_NUMBER,
            before=line.bare,
            after=bare[line.index],
            paragraph=line.index,
            reason="标题外面的括号或符号。",
        )
        for line in lines
        if line.index in bare
    ]
    return [
        line.with_text(bare[line.index]) if line.index in bare else line for line in lines
    ], changes


def _inside(line: Line) -> str:
    """Return the heading with a number that a line frames, empty for none."""
    if line.is_cell or len(line.plain) > SHORT:
        return ""
    found = _FRAME.fullmatch(line.plain)
    which = next((at for at, one in enumerate(found.groups(), 1) if one), 0) if found else 0
    if not found or not which:
        return ""
    which += found.group("sign") is not None
    start, end = found.span(which)
    inside = line.bare[start:end].strip()
    number = parse_heading_number(inside)
    titled = number is not None and number.level in _LEVELS and len(inside) > len(number.written)
    return inside if titled and not _SENTENCE.search(inside) else ""
