"""The manual as a text of the window: headings, steps, pictures, keys."""

from collections.abc import Sequence
from html import escape

from nianbao.standards import manual
from nianbao.standards.manual import Chapter, KeyTables, ManualPart
from nianbao.ui.kit import theme


def html(book: manual.Manual, keys: KeyTables, width: int) -> str:
    """Return the whole manual, its pictures `width` pixels wide; each part has an anchor."""
    chapters = "".join(_chapter(each, keys, width) for each in book.chapters)
    return f"<h1>{escape(book.title)}</h1>{_paragraph(book.lead)}{chapters}"


def contents(book: manual.Manual) -> list[tuple[str, bool]]:
    """Return the titles of chapters and parts in their order; True is a chapter's."""
    found = []
    for chapter in book.chapters:
        found.append((chapter.title, True))
        found += [(part.title, False) for part in chapter.parts if part.title]
    return found


def _chapter(chapter: Chapter, keys: KeyTables, width: int) -> str:
    parts = "".join(_part(part, width) for part in chapter.parts)
    tables = "".join(_keys(title, rows) for title, rows in keys) if chapter.keys else ""
    return f"{_heading(2, chapter.title)}{_paragraph(chapter.lead)}{parts}{tables}"


def _part(part: ManualPart, width: int) -> str:
    says = "".join(map(_paragraph, part.says))
    steps = "".join(f"<li>{escape(step)}</li>" for step in part.steps)
    note = f"<p><b>注意：{escape(part.note)}</b></p>" if part.note else ""
    return (
        f"{_heading(3, part.title)}{says}{f'<ol>{steps}</ol>' if steps else ''}{note}"
        f"{_picture(part, width)}"
    )


def _picture(part: ManualPart, width: int) -> str:
    path = manual.picture(part.picture) if part.picture else None
    if path is None:
        return ""
    soft = theme.colours().soft
    return (
        f'<p><img src="{path.as_uri()}" width="{width}"></p>'
        f'<p style="color:{soft}">{escape(part.caption)}</p>'
    )


def _keys(title: str, rows: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<tr><td width="30%">{escape(pressed)}</td><td>{escape(does)}</td></tr>'
        for pressed, does in rows
    )
    return f"<h4>{escape(title)}</h4><table cellpadding='3' width='100%'>{lines}</table>"


def _heading(level: int, title: str) -> str:
    said = escape(title)
    return f'<h{level}><a name="{said}"></a>{said}</h{level}>' if title else ""


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""
