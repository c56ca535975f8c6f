"""The private marks in the text that goes through the Word template.

A line of a report reaches the template as one string, so that a template needs one tag for it:
`{{ 段.文 }}`. What a string cannot say (this stretch is a heading, break the title here, stand this
far in from the right) stands in it as marks; `runs` makes Word's XML of them afterwards. They are
Unicode noncharacters: `clean` takes them out of everybody else's text.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

BREAK = "\ufdd0"
"""A line break that only shapes a title."""

_LOOK, _PLACE, _END = "\ufdd1", "\ufdd2", "\ufdd3"
_TOKEN = re.compile(f"([\t{BREAK}]|[{_LOOK}{_PLACE}][^{_END}]*{_END})")
# What XML cannot hold, what no screen shows, and our own marks.
_UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_END = re.compile("\r\n?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a stretch of a paragraph differs from the paragraph's style.

    `style` is the name of a character style, `highlight` marks what is still to be filled in,
    `spacing` widens each character by so many twips.
    """

    style: str = ""
    highlight: bool = False
    spacing: int = 0


PLAIN = Look()


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphPlace:
    """Where a paragraph stands, when its style alone cannot say.

    `indent` and `spacing` hold attributes of w:ind and w:spacing, in twips. `borders`: side → width
    in eighths of a point, distance from the text in points, colour.
    """

    indent: Mapping[str, int] = field(default_factory=dict)
    spacing: Mapping[str, int] = field(default_factory=dict)
    borders: Mapping[str, tuple[int, int, str]] = field(default_factory=dict)


def clean(text: str) -> tuple[str, int]:
    """Return text as Word can hold it, and how many characters had to go."""
    return _UNWRITABLE.subn("", _LINE_END.sub("\n", text))


def encode(pieces: Iterable[tuple[str, Look]], place: ParagraphPlace | None = None) -> str:
    """Return the stretches of a paragraph as one string."""
    found, look = [], PLAIN
    if place is not None:
        found.append(f"{_PLACE}{json.dumps([place.indent, place.spacing, place.borders])}{_END}")
    for text, wanted in pieces:
        if wanted != look:
            look = wanted
            found.append(f"{_LOOK}{look.style}|{int(look.highlight)}|{look.spacing}{_END}")
        found.append(text)
    return "".join(found)


def marked(text: str) -> bool:
    """Whether a string holds marks or tabs."""
    return _TOKEN.search(text) is not None


def decode(text: str) -> Iterator[str | Look | ParagraphPlace]:
    """Yield what a string consists of: text, `BREAK`, tabs, looks and places."""
    for token in filter(None, _TOKEN.split(text)):
        if token[0] == _LOOK:
            style, highlight, spacing = token[1:-1].split("|")
            yield Look(style=style, highlight=highlight == "1", spacing=int(spacing))
        elif token[0] == _PLACE:
            indent, spacing, borders = json.loads(token[1:-1])
            yield ParagraphPlace(indent=indent, spacing=spacing, borders=borders)
        else:
            yield token
