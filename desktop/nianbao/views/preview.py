"""The report as Word will print it: paragraphs with their form, in runs that know their origin.

All lengths are twips (1/20 pt), as in the Word template. What stands where is asked of `rendering`,
so that the page on the screen and the page from the printer follow the same rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from nianbao.desk.desk import Desk
from nianbao.report import flow
from nianbao.report.figures.ledger import Ledger
from nianbao.report.flow import Line
from nianbao.report.page import Form, Geometry, PageSetup
from nianbao.report.writing import placeholder, slots
from nianbao.report.writing.slots import Slot

if TYPE_CHECKING:
    from nianbao.rendering.setting.marks import Look


class Face(StrEnum):
    """A typeface, by the name that our own Word template asks for."""

    TITLE = "方正小标宋简体"
    BODY = "仿宋_GB2312"
    BLACK = "黑体"
    KAI = "楷体_GB2312"
    NUMBER = "宋体"


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
    face: str = ""
    spacing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewLine:
    """One paragraph. `kind` is the name it has in the Word template (标题, 一级标题, 正文, …).

    `form` says how it is set, `page` on what paper.

    `breaks`: where a title is broken into lines, counted in characters.
    """

    kind: str
    form: Form
    page: PageSetup
    runs: tuple[Run, ...]
    breaks: tuple[int, ...] = ()

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A stretch of one origin, filled in."""

    text: str
    piece: str
    slot_name: str = ""
    label: str = ""


def lines(desk: Desk, template: Path | None = None) -> list[PreviewLine]:
    """Return the paragraphs of the current report, in the order in which they print.

    They are set as an office's own Word template says, or as ours.

    Raises:
        OutputError: the template cannot be read.
    """
    from nianbao.rendering.setting import paragraphs  # it brings Word's libraries along

    shape = geometry(template)
    sources = flow.lines(desk.report)
    origins = _filled(sources, desk.ledger)
    filled = [_spans(line, parts) for line, parts in zip(sources, origins, strict=True)]
    return [
        _line(data, [part for parts in spans for part in parts], shape)
        for data, spans in zip(paragraphs.data(filled, shape), origins, strict=True)
    ]


def length(lines: Sequence[PreviewLine]) -> int:
    """Return how many characters of some lines are the report's own, as the form counts them."""
    return sum(placeholder.length(line.text) for line in lines)


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
    from nianbao.rendering.setting import marks

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


def geometry(template: Path | None = None) -> Geometry:
    """Return what an office's own Word template says about pages, or ours.

    Raises:
        OutputError: it cannot be read.
    """
    from nianbao.rendering.docx.geometry import geometry as read

    return read(template)


def _line(data: Mapping[str, str | bool], parts: list[_Part], geometry: Geometry) -> PreviewLine:
    """Put together what the Word template gets and where each stretch of it comes from."""
    from nianbao.rendering.setting import marks

    kind = next(name for name, value in data.items() if value is True)
    form = geometry.form(kind)
    runs: list[Run] = []
    breaks: list[int] = []
    look, length, rest = marks.PLAIN, 0, list(reversed(parts))
    for token in marks.decode(str(data["文"])):
        if isinstance(token, marks.Look):
            look = token
        elif isinstance(token, marks.ParagraphPlace):
            form = _placed(form, token.indent, token.spacing)
        elif token == marks.BREAK:
            breaks.append(length)
        else:
            length += len(token)
            runs.extend(_run(part, look, geometry.faces) for part in _take(rest, len(token)))
    return PreviewLine(
        kind=kind, form=form, page=geometry.page, runs=tuple(runs), breaks=tuple(breaks)
    )


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


def _run(part: _Part, look: "Look", faces: Mapping[str, str]) -> Run:
    return Run(
        text=part.text,
        piece=part.piece,
        slot_name=part.slot_name,
        label=part.label,
        mark=look.highlight,
        face=faces.get(look.style, ""),
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
