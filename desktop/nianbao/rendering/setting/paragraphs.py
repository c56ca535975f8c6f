"""A report's lines as the plain data that the Word template reads.

    全文: [{文: …, 标题: True, 发文字号: False, …}, …]

Each paragraph has its text and one yes among its kinds; a template asks `{%p if 段.标题 %}`. A
mistyped kind is then an unknown name, which is refused, and not a question answered by no.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from nianbao.rendering.setting import marks, titles
from nianbao.rendering.setting.layout import places, spread
from nianbao.rendering.setting.marks import PLAIN, Look
from nianbao.report.flow import Line, Role, Span
from nianbao.report.model import ElementKind
from nianbao.report.page import Geometry
from nianbao.report.writing import placeholder

_LEVELS = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}
_BODY, _EMPTY = "正文", ElementKind.BLANK.label
_NO_KIND = dict.fromkeys([*(kind.label for kind in ElementKind), *_LEVELS.values(), _BODY], False)

_SIGNER = re.compile("(签发人[：:])")

Paragraph = dict[str, str | bool]
"""One paragraph for the template: its text and its kinds."""


def data(lines: list[Line], geometry: Geometry) -> list[Paragraph]:
    """Return the paragraphs of a report, ready for the template."""
    kinds = [kind(line) for line in lines]
    texts = ["".join(span.text for span in line) for line in lines]
    return [
        {**_NO_KIND, this: True, "文": marks.encode(_pieces(line, this, geometry), place)}
        for line, this, place in zip(lines, kinds, places(kinds, texts, geometry), strict=True)
    ]


def kind(line: Line) -> str:
    """Return what a paragraph is, by what stands first in it."""
    spans = [span for span in line if span.text.strip()]
    if not spans:
        return _EMPTY
    first = spans[0]
    if first.role is Role.HEADING and len(spans) == 1:
        return _LEVELS.get(first.level, _BODY)
    if first.role is Role.ELEMENT and isinstance(first.kind, ElementKind):
        return first.kind.label
    return _BODY


def _pieces(line: Line, this: str, geometry: Geometry) -> Iterator[tuple[str, Look]]:
    """Yield a paragraph's stretches, with what is still to be filled in highlighted."""
    for text, look in _stretches(line, this, geometry):
        end = 0
        for found in placeholder.find(text):
            if found.start > end:
                yield text[end : found.start], look
            yield found.text, replace(look, style=look.style or "待填", highlight=True)
            end = found.stop
        if text[end:]:
            yield text[end:], look


def _stretches(line: Line, this: str, geometry: Geometry) -> Iterator[tuple[str, Look]]:
    text = "".join(span.text for span in line)
    if this == "标题":
        yield marks.BREAK.join(titles.lines(text, _room(geometry))), PLAIN
    elif this == "版记":
        yield from spread(text, geometry)
    elif this == "签发人":
        for number, part in enumerate(_SIGNER.split(text, maxsplit=1)):
            yield part, Look(style="签发人姓名") if number == 2 else PLAIN
    else:
        for span in line:
            yield span.text, Look(style=_run_in(span) if this == _BODY else "")


def _room(geometry: Geometry) -> int:
    """Return how many characters of a title a line holds."""
    return geometry.page.text_width // geometry.form("标题").size


def _run_in(span: Span) -> str:
    """Return the character style of a heading that the text goes on behind."""
    return f"{_LEVELS[span.level]}字" if span.role is Role.HEADING and span.level in _LEVELS else ""
