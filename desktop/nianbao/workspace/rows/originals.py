"""Imported files, byte for byte, and the paragraphs a reader saw in them."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from nianbao.report.document import FilePlace, Paragraph
from nianbao.workspace import refusals
from nianbao.workspace.connection import Connection, Row
from nianbao.workspace.rows.log import Action
from nianbao.workspace.rows.tables import ORIGINAL, PARAGRAPH


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalInfo:
    """An imported file without its bytes; `size` counts them."""

    sha256: str
    name: str
    kind: str
    unit: str
    year: int
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """An imported file, byte for byte."""

    sha256: str
    name: str
    kind: str
    unit: str
    year: int
    data: bytes


def add(action: Action, original: Original) -> None:
    """Keep a file. Kept again, it is the same file with its newest name, unit and year."""
    if hashlib.sha256(original.data).hexdigest() != original.sha256:
        raise ValueError(f"{original.sha256} is not the hash of {original.name}")
    fields = (original.sha256, original.name, original.kind, original.unit, original.year)
    action.put(ORIGINAL, (original.sha256,), [(*fields, original.data)])


def load(conn: Connection, sha256: str) -> Original | None:
    """Return a file, None when it is not kept here.

    Raises:
        WorkspaceError: its bytes are no longer what they were.
    """
    found = ORIGINAL.within(conn, (sha256,))
    if not found:
        return None
    _, _, name, kind, unit, year, data = found[0]
    if hashlib.sha256(data).hexdigest() != sha256:
        raise refusals.spoilt_original(conn.shown, name)
    return Original(sha256=sha256, name=name, kind=kind, unit=unit, year=year, data=data)


def listed(conn: Connection) -> list[OriginalInfo]:
    """Return what files are kept, in the order they came."""
    query = "SELECT sha256, name, kind, unit, year, length(data) FROM original ORDER BY row_id"
    return [
        OriginalInfo(sha256=sha256, name=name, kind=kind, unit=unit, year=year, size=size)
        for sha256, name, kind, unit, year, size in conn.rows(query)
    ]


def save_paragraphs(action: Action, sha256: str, paragraphs: Sequence[Paragraph]) -> None:
    """Write all paragraphs of a file, without what only helps to understand them."""
    rows = (_row(sha256, position, found) for position, found in enumerate(paragraphs))
    action.replace(PARAGRAPH, (sha256,), rows)


def paragraphs(conn: Connection, sha256: str) -> list[Paragraph]:
    """Return the paragraphs of a file, in order."""
    query = PARAGRAPH.select("sha256 = ?", order="position")
    return [_paragraph(row) for row in conn.rows(query, (sha256,))]


def _row(sha256: str, position: int, paragraph: Paragraph) -> Row:
    return (
        *(sha256, position, paragraph.text, paragraph.list_number, paragraph.style),
        *(paragraph.level, int(paragraph.centred), paragraph.place.value),
    )


def _paragraph(row: Row) -> Paragraph:
    _, _, text, list_number, style, level, centred, place = row
    return Paragraph(
        text=text,
        list_number=list_number,
        style=style,
        level=level,
        centred=bool(centred),
        place=FilePlace(place),
    )
