"""Word documents: .docx, .docm, .dotx, .dotm, transitional and strict.

Read from the XML itself, because the text the user sees in Word stands in more places than
paragraphs of the body.

[x] paragraphs, tables (each cell's paragraphs; merged cells are never multiplied)
[x] text boxes once, where they are anchored: before the paragraph whose text begins behind them
[x] content controls, smart tags, custom XML, hyperlinks, results of fields, ruby base text
[x] list numbers that Word generates, resolved to text; style name, outline level, centring
[x] insertions and moves as accepted; deletions, struck and hidden text left out with a notice
[x] text in the colour of its ground or too small to see: left out with a notice; where the ground
    is not known (table styles, boxes) read with one
[x] raised and lowered digits as such signs: the mark of a note goes on no number; 1/3
[x] content controls and old form fields as they are filled in; prompts with a notice
[x] footnotes and endnotes after the paragraph that refers to them; comments apart
[x] style separators and deleted paragraph marks join two paragraphs
[x] page breaks and soft breaks inside a paragraph separate; in a centred cell soft ones only shape
[-] enclosed characters and fractions of EQ fields; other fields without a result: a notice
[-] symbols of Wingdings where a Unicode sign exists; formulas as their letters in a row
[ ] headers and footers (not text of the report; a notice when they hold words)
[-] pages, texts and Word documents that are shown as its own text (altChunk); others: a notice
[ ] pictures, charts, diagrams, embedded files: left out with a notice
"""

import re

from lxml import etree

from nianbao.readers import refusals
from nianbao.readers.gathering import Gathering
from nianbao.readers.word.chunks import Chunks, Reader, unread
from nianbao.readers.word.docx_walk import DocxWalk
from nianbao.readers.word.xml.names import W
from nianbao.readers.word.xml.notes import Notes
from nianbao.readers.word.xml.numbering import Numbering
from nianbao.readers.word.xml.package import Package
from nianbao.readers.word.xml.styles import Styles
from nianbao.report.document import Document

_LETTERS = re.compile(r"[^\W\d_]")
# What a page number wears: “第 1 页 共 9 页”, “Page 1 of 9”.
_PAGE_WORDS = re.compile(r"[第共页總总頁]|page|of", re.IGNORECASE)


def read_docx(
    data: bytes, name: str, converted_from: str = "", inside: Reader = unread
) -> Document:
    """Read a Word document from its bytes; raise ReadingError when it is none or damaged.

    `converted_from` names in Chinese the format that a converter made it from. `inside` reads the
    files inside it that it shows as its own text.
    """
    package = Package(data, name)
    root = package.xml(package.main)
    if root.tag != W + "document":
        raise refusals.not_word(name, "别的软件的文件")
    if root.find(W + "body") is None:
        raise refusals.bad_xml(name, "no body")
    links = package.relations(package.main)
    parts = {relation.kind: relation.target for relation in links.values()}
    styles = Styles(package.optional_part(parts.get("styles", "")))

    def numbering() -> Numbering:
        return Numbering(package.optional_xml(parts.get("numbering", "")), styles)

    gathered = Gathering(name)
    notes = {
        kind: Notes(package.optional_xml(parts.get(kind + "s", "")), W + kind)
        for kind in ("footnote", "endnote", "comment")
    }
    walk = DocxWalk(gathered, styles, numbering, notes, Chunks(package, links, inside))
    walk.document(root)
    page_margins = [link.target for link in links.values() if link.kind in ("header", "footer")]
    for part in sorted(set(page_margins)):
        gathered.count("header_footer", _words_in_margin(package.xml(part)))
    if converted_from:
        gathered.count("converted", detail=converted_from)
    return gathered.finish("docx")


def _words_in_margin(root: etree._Element) -> int:
    """Count the characters of a header or footer that is more than a page number."""
    text = "".join(element.text or "" for element in root.iter(W + "t"))
    return len(text.strip()) if _LETTERS.search(_PAGE_WORDS.sub("", text)) else 0
