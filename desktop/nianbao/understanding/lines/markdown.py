"""Text that an AI chat wrote in Markdown, read as what it looks like there.

A mark is taken away only where the text has more of them: one * or # in a report is just that.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from nianbao.report.change import Change
from nianbao.understanding.lines.line import Line

_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)|\s{0,3}(#{2,6})(?=[^#\s])")
_HEADING_END = re.compile(r"\s+#{1,6}\s*$")
_RULE = re.compile(r"\s*(?:(?:[-*_]\s*){3,}|={3,}|`{3,}\w*)$")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_BULLET = re.compile(r"\s*[-*+]\s+(?=\S)")
_PAIRED = (
    re.compile(r"\*\*\*(?=\S)([^*]+?)(?<=\S)\*\*\*"),
    re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*"),
    re.compile(r"(?<!_)__(?=[^\s_])([^_]+?)(?<=[^\s_])__(?!_)"),
    re.compile(r"(?<![*\w])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?!\*)"),
    re.compile(r"~~(?=\S)([^~]+?)(?<=\S)~~"),
    re.compile(r"`([^`]+)`"),
    re.compile(r"\[([^\]\[]+)\]\(https?://[^)\s]*\)"),
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!~|>])")
_MANY = 2


def without_marks(lines: Sequence[Line]) -> tuple[list[Line], list[Change]]:
    """Return lines without the marks of Markdown, their headings known, and what was taken away."""
    if not _is_markdown(lines):
        return list(lines), []
    levels = [len(found[1] or found[2]) for one in lines if (found := _HEADING.match(one.text))]
    titled = levels.count(1) == 1 and levels[0] == 1  # a single # is the title, ## the first level
    plain: list[Line] = []
    changes: list[Change] = []
    for line in lines:
        text = _plain(line.text)
        heading = _HEADING.match(line.text)
        level = len(heading[1] or heading[2]) - titled if heading else 0
        origin = replace(line.origin, level=level) if level else line.origin
        new = replace(line, text=text, origin=origin)
        plain.append(new if text != line.text else line)
        if text != line.text:
            changes.append(
                Change(
                    rule="markdown",
                    before=line.text,
                    after=text,
                    paragraph=line.index,
                    reason="去掉Markdown记号（# ** - 等）。",
                )
            )
    return plain, changes


def _is_markdown(lines: Sequence[Line]) -> bool:
    marks = 0
    for line in lines:
        marks += bool(_HEADING.match(line.text)) + len(_PAIRED[1].findall(line.text))
        if marks >= _MANY:
            return True
    return False


def _plain(text: str) -> str:
    if _RULE.match(text):
        return ""
    if "|" in text and set(text) <= set("|:- \t"):
        return ""  # the line under the head of a table
    text = _QUOTE.sub("", text, count=1) if _QUOTE.match(text) else text
    if heading := _HEADING.match(text):
        text = _HEADING_END.sub("", text[heading.end() :])
    elif bullet := _BULLET.match(text):
        text = text[bullet.end() :]
    for pattern in _PAIRED:
        text = pattern.sub(r"\1", text)
    return _ESCAPED.sub(r"\1", text)
