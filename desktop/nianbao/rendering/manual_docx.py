"""The manual as a Word file, with its pictures and all keys."""

import io
from collections.abc import Mapping
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentType
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from nianbao.rendering.atomic import replace_file
from nianbao.standards.manual import Chapter, KeyTables, Manual, ManualPart

_FACES = {"Normal": ("宋体", 11), "Title": ("黑体", 22), "Heading 1": ("黑体", 16)}
_FACES |= {"Heading 2": ("黑体", 13), "Caption": ("宋体", 9)}
_PAGE = Cm(21), Cm(29.7)  # A4
_MARGIN = Cm(2.4)
_PICTURE = Cm(15.5)
_KEY_COLUMN = Cm(4.5)


def write_manual(manual: Manual, keys: KeyTables, pictures: Mapping[str, Path], out: Path) -> None:
    """Write the manual in the place of `out`; a picture that is not there is left away.

    Raises:
        OutputError: it cannot be written there.
    """
    document = _new()
    document.add_heading(manual.title, level=0)
    document.add_paragraph(manual.lead)
    for chapter in manual.chapters:
        _add_chapter(document, chapter, pictures)
        if chapter.keys:
            _add_keys(document, keys)
    data = io.BytesIO()
    document.save(data)
    replace_file(out, data.getvalue())


def _new() -> DocumentType:
    """Return an empty document on A4 in Chinese fonts."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = _PAGE
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    for name, (face, size) in _FACES.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = face, Pt(size)
        style.font.color.rgb = None
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        fonts.set(qn("w:eastAsia"), face)
    return document


def _add_chapter(document: DocumentType, chapter: Chapter, pictures: Mapping[str, Path]) -> None:
    document.add_heading(chapter.title, level=1)
    if chapter.lead:
        document.add_paragraph(chapter.lead)
    for part in chapter.parts:
        _add_part(document, part, pictures)


def _add_part(document: DocumentType, part: ManualPart, pictures: Mapping[str, Path]) -> None:
    if part.title:
        document.add_heading(part.title, level=2)
    for said in part.says:
        document.add_paragraph(said)
    for number, step in enumerate(part.steps, start=1):
        hung = document.add_paragraph(f"（{number}）{step}").paragraph_format
        hung.left_indent, hung.first_line_indent = Cm(1), Cm(-1)
    if part.note:
        document.add_paragraph().add_run(f"注意：{part.note}").bold = True
    if part.picture in pictures:
        held = document.add_paragraph()
        held.add_run().add_picture(str(pictures[part.picture]), width=_PICTURE)
        held.paragraph_format.keep_with_next = True
        for centred in (held, document.add_paragraph(part.caption, style="Caption")):
            centred.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _add_keys(document: DocumentType, keys: KeyTables) -> None:
    for title, rows in keys:
        heading: Paragraph = document.add_heading(title, level=2)
        heading.paragraph_format.keep_with_next = True
        table = document.add_table(rows=0, cols=2, style="Table Grid")
        for pressed, does in rows:
            first, second = table.add_row().cells
            first.text, second.text = pressed, does
            first.width = _KEY_COLUMN
