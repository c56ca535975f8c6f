"""A report as a Word document (GB/T 9704-2012)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from nianbao import shipped
from nianbao.errors import OutputError
from nianbao.rendering.atomic import replace_file
from nianbao.rendering.docx import comments, engine, outside, ownership, readback
from nianbao.rendering.docx.geometry import TEMPLATE, geometry
from nianbao.rendering.setting import marks, paragraphs
from nianbao.report.document import Notice
from nianbao.report.flow import Line, Role, Span
from nianbao.report.json import Json
from nianbao.report.model import ElementKind
from nianbao.report.page import Geometry
from nianbao.report.remark import Remark

_NOTHING = (Span(role=Role.ELEMENT, piece="", text="", kind=ElementKind.BLANK),)


def write_docx(
    lines: list[Line],
    path: Path,
    *,
    template: Path | None = None,
    remarks: Sequence[Remark] = (),
) -> list[Notice]:
    """Write rendered lines as a .docx, and return what had to be changed in them.

    The document's plain text, one paragraph a line, is `flow.text(lines)`. A file that stands there
    is replaced at once, when the new one has been read back and compared; or not at all. What we
    ship is filled here, an office's own `template` in a child process. `remarks` become comments.

    Raises:
        OutputError: the place cannot be written, or the template is not in order.
    """
    source = template or shipped.path("templates", TEMPLATE)
    package = engine.read(source)
    written, removed = _writable(lines)
    texts = ["".join(span.text for span in line) for line in written]
    title = "".join(
        text for text, line in zip(texts, written, strict=True) if paragraphs.kind(line) == "标题"
    )
    fill = outside.fill if template else engine.fill
    data: dict[str, Json] = {"标题": title, "全文": paragraphs.data(written, _geometry(template))}
    docx = fill(package, source.name, data, title=title)
    if notes := comments.notes(written, remarks):
        docx = comments.added(docx, texts, notes)
        readback.check_comments(docx, [(note.of(texts), note.said) for note in notes])
    docx = ownership.sealed(docx)
    readback.check(docx, texts, package)
    replace_file(path, docx)
    return _notices(removed)


def _geometry(template: Path | None) -> Geometry:
    """Return the geometry of a template, ours for one that is not in order: filling says why."""
    try:
        return geometry(template)
    except OutputError:
        return geometry()


def write_filled(template: Path, data: Mapping[str, Json], path: Path) -> list[Notice]:
    """Write a template filled with plain data of any shape; see `write_docx`."""
    values, removed = _all_cleaned(data.values())
    cleaned = dict(zip(data, values, strict=True))
    docx = outside.fill(engine.read(template), template.name, cleaned, title="")
    replace_file(path, docx)
    return _notices(removed)


def _cleaned(data: Json) -> tuple[Json, int]:
    """Return data without characters that Word cannot hold, and how many there were."""
    if isinstance(data, str):
        return marks.clean(data)
    if isinstance(data, Mapping):
        values, counts = _all_cleaned(data.values())
        return dict(zip(data, values, strict=True)), counts
    return _all_cleaned(data) if isinstance(data, list) else (data, 0)


def _all_cleaned(values: Iterable[Json]) -> tuple[list[Json], int]:
    found = [_cleaned(value) for value in values]
    return [value for value, _ in found], sum(count for _, count in found)


def _notices(removed: int) -> list[Notice]:
    if not removed:
        return []
    return [
        Notice(
            kind="control_characters",
            message=f"正文里有{removed}个看不见的控制字符，Word不能保存，已经去掉。",
            count=removed,
        )
    ]


def _writable(lines: list[Line]) -> tuple[list[Line], int]:
    """Return lines without characters that Word cannot hold, and how many there were."""
    removed = 0
    found: list[Line] = []
    for line in lines:
        cleaned = []
        for span in line:
            text, count = marks.clean(span.text)
            removed += count
            cleaned.append(span if text == span.text else replace(span, text=text))
        found.extend(_one_paragraph_each(tuple(cleaned)))
    return found or [_NOTHING], removed


def _one_paragraph_each(line: Line) -> Iterator[Line]:
    """Yield a line's paragraphs: a line break in a text is one of Word's paragraph ends."""
    spans: list[Span] = []
    for span in line:
        first, *others = span.text.split("\n")
        spans.append(replace(span, text=first) if others else span)
        for text in others:
            yield tuple(spans)
            spans = [replace(span, text=text)]
    yield tuple(spans)
