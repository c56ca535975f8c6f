"""The report as Word will print it: paragraphs with their form, in runs that know their origin.

All lengths are twips (1/20 pt), as in the Word template. What stands where is asked of `rendering`,
so that the page on the screen and the page from the printer follow the same rules.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from nianbao.desk.desk import Desk
from nianbao.report import flow, slots
from nianbao.report.flow import Line
from nianbao.report.ledger import Ledger
from nianbao.report.slots import Slot

if TYPE_CHECKING:
    from nianbao.rendering.marks import Look

PAGE = (11906, 16838)  # A4
TOP, LEFT = 2098, 1587  # 37 mm, 28 mm
TEXT_WIDTH = 8845  # 156 mm
PITCH = 579  # 225 mm / 22
LINES, CHARACTERS = 22, 28  # on a full page, on a full line
CHARACTER, SMALL, LARGE = 320, 280, 440  # 三号, 四号, 二号
TIGHTER = -5  # what the template adds to each character of the body


class Face(StrEnum):
    """A typeface, by the name that the Word template asks for."""

    TITLE = "方正小标宋简体"
    BODY = "仿宋_GB2312"
    BLACK = "黑体"
    KAI = "楷体_GB2312"
    NUMBER = "宋体"


class Align(StrEnum):
    """How a paragraph's lines stand between the margins."""

    BOTH = "both"
    CENTRE = "centre"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a paragraph is set. `first` is added to `left` in the first line and may be negative.

    `once`: the space above and below is left out between paragraphs of one kind. `stays`: the
    paragraph stays on the page of the one that follows. `foot`: it stands at the foot of the page,
    between rules.
    """

    face: Face = Face.BODY
    size: int = CHARACTER
    spacing: int = TIGHTER
    align: Align = Align.BOTH
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    once: bool = False
    stays: bool = False
    foot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of one origin and one look.

    `piece` is the id of the entry, section or element it belongs to, `slot_name` the indicator that
    it prints (empty for words and years) and `label` what that is called. `mark`: it says what is
    still to be filled in. `face` is set where it differs from the paragraph's, `spacing` widens
    each character.
    """

    text: str
    piece: str
    slot_name: str = ""
    label: str = ""
    mark: bool = False
    face: Face | None = None
    spacing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewLine:
    """One paragraph. `kind` is the name it has in the Word template (标题, 一级标题, 正文, …).

    `breaks`: where a title is broken into lines, counted in characters.
    """

    kind: str
    form: Form
    runs: tuple[Run, ...]
    breaks: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(run.text for run in self.runs)


_INDENTED = Form(first=2 * CHARACTER)
_FORMS = {
    "标题": Form(
        face=Face.TITLE,
        size=LARGE,
        spacing=0,
        align=Align.CENTRE,
        after=PITCH,
        once=True,
        stays=True,
    ),
    "发文字号": Form(after=2 * PITCH, once=True),
    "签发人": Form(align=Align.RIGHT, right=CHARACTER, after=2 * PITCH, once=True),
    "主送机关": Form(),
    "一级标题": replace(_INDENTED, face=Face.BLACK),
    "二级标题": replace(_INDENTED, face=Face.KAI),
    "附件说明": replace(_INDENTED, before=PITCH, once=True),
    "发文机关署名": Form(
        align=Align.RIGHT, right=4 * CHARACTER, before=PITCH, once=True, stays=True
    ),
    "成文日期": Form(align=Align.RIGHT, right=4 * CHARACTER),
    "版记": Form(
        size=SMALL,
        spacing=0,
        left=4 * SMALL,
        right=SMALL,
        first=-3 * SMALL,
        before=PITCH,
        once=True,
        foot=True,
    ),
}
_FACES = {"一级标题字": Face.BLACK, "二级标题字": Face.KAI, "签发人姓名": Face.KAI}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A stretch of one origin, filled in."""

    text: str
    piece: str
    slot_name: str = ""
    label: str = ""


def lines(desk: Desk) -> list[PreviewLine]:
    """Return the paragraphs of the report in hand, in the order in which they print."""
    from nianbao.rendering import paragraphs  # it brings Word's libraries along

    sources = flow.lines(desk.report)
    origins = _filled(sources, desk.ledger)
    filled = [_spans(line, parts) for line, parts in zip(sources, origins, strict=True)]
    return [
        _line(data, [part for parts in spans for part in parts])
        for data, spans in zip(paragraphs.data(filled), origins, strict=True)
    ]


def _filled(sources: list[Line], ledger: Ledger) -> list[list[tuple[_Part, ...]]]:
    """Return every span of every line as its parts, with the slots filled."""
    parsed = [[list(slots.parse(span.text)) for span in line] for line in sources]
    found = {
        part.source for line in parsed for parts in line for part in parts if isinstance(part, Slot)
    }
    wanted = list(found)  # one slot stands in many places, and rendering is the dear part
    written = dict(zip(wanted, slots.render(wanted, ledger.values()), strict=True))
    return [
        [
            tuple(_part(part, span.piece, written, ledger) for part in parts)
            for span, parts in zip(line, spans, strict=True)
        ]
        for line, spans in zip(sources, parsed, strict=True)
    ]


def _part(part: str | Slot, piece: str, written: Mapping[str, str], ledger: Ledger) -> _Part:
    from nianbao.rendering import marks

    text = marks.clean(part if isinstance(part, str) else written[part.source])[0]
    if isinstance(part, str) or part.is_year:
        return _Part(text=text, piece=piece)
    label = ledger.indicators[part.name].label
    return _Part(text=text, piece=piece, slot_name=part.name, label=label)


def _spans(line: Line, parts: list[tuple[_Part, ...]]) -> Line:
    """Return a line with its text filled in."""
    return tuple(
        replace(span, text="".join(part.text for part in these))
        for span, these in zip(line, parts, strict=True)
    )


def _line(data: Mapping[str, str | bool], parts: list[_Part]) -> PreviewLine:
    """Put together what the Word template gets and where each stretch of it comes from."""
    from nianbao.rendering import marks

    kind = next(name for name, value in data.items() if value is True)
    form = _FORMS.get(kind, _INDENTED)
    runs: list[Run] = []
    breaks: list[int] = []
    look, length, rest = marks.PLAIN, 0, list(reversed(parts))
    for token in marks.decode(str(data["文"])):
        if isinstance(token, marks.Look):
            look = token
        elif isinstance(token, marks.Place):
            form = _placed(form, token.indent, token.spacing)
        elif token == marks.BREAK:
            breaks.append(length)
        else:
            length += len(token)
            runs.extend(_run(part, look) for part in _take(rest, len(token)))
    return PreviewLine(kind=kind, form=form, runs=tuple(runs), breaks=tuple(breaks))


def _take(rest: list[_Part], length: int) -> Iterator[_Part]:
    """Yield the next so many characters of the parts, which lie with the next one last."""
    while length > 0:
        part = rest.pop()
        if len(part.text) > length:
            rest.append(replace(part, text=part.text[length:]))
            part = replace(part, text=part.text[:length])
        length -= len(part.text)
        if part.text:
            yield part


def _run(part: _Part, look: "Look") -> Run:
    return Run(
        text=part.text,
        piece=part.piece,
        slot_name=part.slot_name,
        label=part.label,
        mark=look.highlight,
        face=_FACES.get(look.style),
        spacing=look.spacing,
    )


def _placed(form: Form, indent: Mapping[str, int], spacing: Mapping[str, int]) -> Form:
    """Return a form moved as w:ind and w:spacing say."""
    first = indent.get("firstLine", form.first)
    if "hanging" in indent:
        first = -indent["hanging"]
    return replace(
        form,
        left=indent.get("left", form.left),
        right=indent.get("right", form.right),
        first=first,
        after=spacing.get("after", form.after),
    )
