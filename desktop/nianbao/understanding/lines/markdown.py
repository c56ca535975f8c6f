"""Text that an AI chat wrote in Markdown, read as what it looks like there.

A mark is taken away only where the text has more of them: one * or # in a report is just that.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nianbao.report.change import Change, ChangeRule
from nianbao.report.document import FilePlace
from nianbao.report.writing.fold import folded
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line, taken_away

_HEADING = re.compile(r"\s{0,3}([#＃]{1,6})\s+(?=\S)|\s{0,3}([#＃]{2,6})(?=[^#＃\s])")
_HEADING_END = re.compile(r"\s+[#＃]{1,6}\s*$")
_HASH = re.compile(r"\s{0,3}[#＃]\s*(?=\S)")
_PICTURES = re.compile("(?:[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f? *)+")
_RULE = re.compile(r"\s*(?:(?:[-*_]\s*){3,}|={3,}|`{3,}\w*)$")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_BULLET = re.compile(r"\s*\\?[-*+]\s+(?:\[[ xX]\]\s+)?(?=\S)")
_ROW = re.compile(r"\s*\|(.+)\|\s*$")
_CELL_END = re.compile(r"(?<!\\)\|")
_TAG = re.compile(
    r"</?(?:br|b|u|i|em|strong|mark|sup|sub|p|font|span|center|div|h[1-6]|hr|blockquote|details|summary)\b[^<>]{0,60}>|&nbsp;"
)
_NOTED = re.compile(r"\[\^[^\]\s]{1,12}\]:?")
_NOTE = re.compile(r"\s*\[\^[^\]\s]{1,12}\]:")
_PAIRED = (
    re.compile(r"^\s*\*\*[ \t]+([^*]+?)\s*\*\*\s*$"),
    re.compile(r"\*\*\*(?=\S)([^*]+?)(?<=\S)\*\*\*"),
    re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*"),
    re.compile(r"(?<!_)__(?=[^\s_])([^_]+?)(?<=[^\s_])__(?!_)"),
    re.compile(r"(?<![*A-Za-z\d])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?!\*)"),
    re.compile(r"(?<!=)==(?=[^\s=])([^=]+?)(?<=[^\s=])==(?!=)"),
    re.compile(r"`([^`]+)`"),
    re.compile(r"\[([^\]\[]+)\]\(https?://[^)\s]*\)"),
)
_STRUCK = re.compile(  # no range: 5~~20件、8~~30件
    r"(?<!~)~~(?=[^\s~])(?:(?<!\d~~)(?<!\d[年月日%％]~~)|(?!\d)|(?=[\d.,%％]+~~))"
    r"[^~]+?(?<=[^\s~])~~(?!~)|<(?P<tag>del|s|strike)>[^<>]*</(?P=tag)>"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SURELY_ESCAPED = re.compile(r"(?<![A-Za-z:\\])\\[!-/:-@\[\]-`{-~]")  # no path: D:\(1)
_SHELTER = 0xF0000  # where escaped characters wait, as no marks: nobody writes there
_SHELTERED = re.compile("[\U000f0000-\U000f007f]")
_FIRST_ITEM = re.compile(r"(1)\. +(?=\S)")
_BELOW_ITEM = ("  ", "\t")
_MANY = 2
_TALK = 3  # lines at each end in which a chat speaks for itself


def without_talk(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines without what a chat says before and behind the report it wrote."""
    full = [at for at, line in enumerate(lines) if line.bare and not _RULE.match(line.text)]
    ends = {*full[:_TALK], *full[-_TALK:]}
    said = {at for at in ends if layout.furniture_talk.search(lines[at].plain)}
    talk = {at for at in said if not lines[at].is_cell}
    changes = [taken_away(lines[at], "聊天软件说的话，不是报告。") for at in sorted(talk)]
    return [line for at, line in enumerate(lines) if at not in talk], changes


def without_marks(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines without the marks of Markdown, their headings known, and what was taken away."""
    if not _is_markdown(lines, layout):
        return list(lines), []
    levels = [len(found[1] or found[2]) for one in lines if (found := _HEADING.match(one.text))]
    titled = levels.count(1) == 1 and levels[0] == 1  # a single # is the title, ## the first level
    plain: list[Line] = []
    changes: list[Change] = []
    for line, counted in zip(lines, _counted(lines), strict=True):
        text = _plain(counted, layout)
        heading = _HEADING.match(line.text)
        level = len(heading[1] or heading[2]) - titled if heading else 0
        origin = replace(line.origin, level=level) if level else line.origin
        if _ROW.match(line.text):
            origin = replace(origin, place=FilePlace.TABLE)
        elif _NOTE.match(line.text):
            origin = replace(origin, place=FilePlace.FOOTNOTE)
        new = replace(line, text=text, origin=origin)
        plain.append(new if text != line.text else line)
        if struck := [one[0] for one in _STRUCK.finditer(_sheltered(counted))]:
            changes.append(_left_out(line, text, struck))
        elif text != line.text:
            changes.append(
                Change(
                    rule=ChangeRule.MARKDOWN,
                    before=line.text,
                    after=text,
                    paragraph=line.index,
                    reason="去掉Markdown记号（# ** - 等）。",
                )
            )
    return plain, changes


def _left_out(line: Line, text: str, struck: Sequence[str]) -> Change:
    words = "、".join(map(_unsheltered, struck))
    return Change(
        rule=ChangeRule.STRUCK_TEXT,
        before=line.text,
        after=text,
        paragraph=line.index,
        reason=f"加了删除线的字没有读入：{words}；还要用的请去掉删除线再导入。",
    )


def _counted(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the texts of lines; items that all say 1. are numbered as Markdown shows them."""
    ordinal = 0
    for line in lines:
        item = _FIRST_ITEM.match(line.text)
        if item:
            ordinal += 1
            yield f"{ordinal}{line.text[item.end(1) :]}"
            continue
        if line.bare and not line.text.startswith(_BELOW_ITEM):
            ordinal = 0
        yield line.text


def _is_markdown(lines: Sequence[Line], layout: Layout) -> bool:
    marks = 0
    for line in lines:
        marks += bool(_HEADING.match(line.text)) + len(_TAG.findall(line.text))
        marks += sum(len(pattern.findall(line.text)) for pattern in _PAIRED)
        marks += len(_SURELY_ESCAPED.findall(line.text))
        marks += bool(_STRUCK.search(line.text)) * _MANY
        marks += (_is_under_head(line.text) or _is_marked_title(line.text, layout)) * _MANY
        if marks >= _MANY:
            return True
    return False


def _is_marked_title(text: str, layout: Layout) -> bool:
    """Whether a line is the title of a report behind a #, with or without a space."""
    found = _HASH.match(text)
    title = layout.element["title"]
    return found is not None and title.search(folded(text[found.end() :])) is not None


def _plain(text: str, layout: Layout) -> str:
    if _RULE.match(text) or _is_under_head(text):
        return ""
    if row := _ROW.match(text):
        text = "\t".join(cell.strip() for cell in _CELL_END.split(row[1]))
    text = _QUOTE.sub("", text, count=1) if _QUOTE.match(text) else text
    heading = _HEADING.match(text) or (
        _HASH.match(text) if _is_marked_title(text, layout) else None
    )
    if heading:
        text = _HEADING_END.sub("", text[heading.end() :])
    elif bullet := _BULLET.match(text):
        text = text[bullet.end() :]
    text = _sheltered(text)
    text = _NOTED.sub("", _TAG.sub(" " if text.strip() else "", text)).rstrip()
    for pattern in _PAIRED:
        text = pattern.sub(r"\1", text)
    text = _STRUCK.sub("", text)
    if heading and (shown := _PICTURES.match(text)):
        text = text[shown.end() :]
    return _unsheltered(text)


def _sheltered(text: str) -> str:
    """Return a text in which no escaped character can be taken for a mark."""
    return _ESCAPED.sub(lambda found: chr(_SHELTER + ord(found[1])), text)


def _unsheltered(text: str) -> str:
    return _SHELTERED.sub(lambda found: chr(ord(found[0]) - _SHELTER), text)


def _is_under_head(text: str) -> bool:
    """Whether a line stands under the head of a table: |---|:--:|."""
    return text.count("|") > 1 and "-" in text and set(text) <= set("|:- \t")
