"""The sample report as rendered lines, without the room that understands files."""

import re
from pathlib import Path
from zipfile import ZipFile

from docx import Document
from tests.given import SAMPLE_TEXT

from nianbao.report.flow import Line, Role, Span
from nianbao.report.model import ElementKind, EntryKind

_LEVELS = (r"[一二三四五六七八九十]+、", r"（[一二三四五六七八九十]+）", r"\d+\.", r"（\d+）")
_FRONT = (ElementKind.DOC_NUMBER, ElementKind.TITLE, ElementKind.ADDRESSEE, ElementKind.PREFACE)
_BACK = (
    ElementKind.CLOSING,
    ElementKind.SIGNATURE,
    ElementKind.DATE,
    ElementKind.NOTE,
    ElementKind.IMPRINT,
    ElementKind.IMPRINT,
)


def element(kind: ElementKind, text: str) -> Line:
    return (Span(role=Role.ELEMENT, piece=kind.value, text=text, kind=kind),)


def heading(level: int, text: str, *, then: str | None = None) -> Line:
    found = [Span(role=Role.HEADING, piece=text, text=text, level=level)]
    if then is not None:
        found.append(Span(role=Role.TEXT, piece=text, text=then, kind=EntryKind.MEASURE))
    return tuple(found)


def body(text: str) -> Line:
    return (Span(role=Role.TEXT, piece="e", text=text, kind=EntryKind.MEASURE),)


def report(texts: list[str]) -> list[Line]:
    """The paragraphs of a whole report with front and back matter."""
    front = [element(kind, text) for kind, text in zip(_FRONT, texts, strict=False)]
    end = len(texts) - len(_BACK)
    back = [element(kind, text) for kind, text in zip(_BACK, texts[end:], strict=True)]
    return [*front, *map(_inside, texts[len(_FRONT) : end]), *back]


def _inside(text: str) -> Line:
    for level, number in enumerate(_LEVELS, start=1):
        if found := re.match(rf"{number}[^。：]*(。|$)", text):
            return heading(level, found.group(), then=text[found.end() :] or None)
    return body(text)


def sample() -> list[Line]:
    return report(SAMPLE_TEXT.read_text(encoding="utf-8").splitlines())


def edited(template: Path, target: Path, **parts: tuple[str, str]) -> Path:
    """A template with a text replaced in its parts: `document=("old", "new")`."""
    with ZipFile(template) as source, ZipFile(target, "w") as package:
        for name in source.namelist():
            content = source.read(name).decode()
            old, new = parts.get(Path(name).stem, ("", ""))
            assert old in content, (name, old)
            package.writestr(name, content.replace(old, new) if old else content)
    return target


def plain_text(path: Path) -> str:
    """What a reader that knows nothing of us makes of a file: one paragraph a line."""
    return "\n".join(paragraph.text.replace("\n", "") for paragraph in Document(path).paragraphs)
