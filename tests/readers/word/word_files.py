"""Word files for the tests, written by hand so that every strange thing Word does can be had."""

import io
import zipfile
from xml.sax.saxutils import escape

from nianbao.readers import read
from nianbao.report.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_NAMES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATION = '<Relationship Id="{id}" Type="{base}/{kind}" Target="{target}"/>'
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{links}</Relationships>"
)
PARTS = ("styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer")


def run(text: str, properties: str = "") -> str:
    """Return a run."""
    properties = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(content: str, properties: str = "") -> str:
    """Return a paragraph; content that is no XML becomes a run."""
    content = content if content.startswith("<") or not content else run(content)
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{properties}{content}</w:p>"


def part(name: str, content: str) -> str:
    """Return a part with its root element."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {_NAMES}>{content}</w:{name}>'


def listed(text: str, num_id: int = 1, level: int = 0) -> str:
    """Return a paragraph of a list."""
    numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return p(text, numbering)


def level(position: int, number_format: str, text: str, more: str = "") -> str:
    """Return one level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{position}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'):
    """Return the content of numbering.xml with one abstract list."""
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def docx(
    body: str, *, main: str = "word/document.xml", extra=None, document=None, **parts
) -> bytes:
    """Return a .docx with this body and these parts (`styles=`, `numbering=`, …)."""
    folder = main.rpartition("/")[0]
    files = {"[Content_Types].xml": _CONTENT_TYPES}
    files["_rels/.rels"] = _relations({"rId1": ("officeDocument", main)})
    files[main] = document or part("document", f"<w:body>{body}</w:body>")
    links = {}
    for number, (kind, content) in enumerate(parts.items()):
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"{folder}/{kind}.xml"] = part(root, content)
        links[f"rId{number}"] = (kind, f"{kind}.xml")
    files[f"{folder}/_rels/{main.rpartition('/')[2]}.rels"] = _relations(links)
    return zipped(files | (extra or {}))


def zipped(files: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip of these files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _relations(links: dict[str, tuple[str, str]]) -> str:
    filled = (
        _RELATION.format(id=key, base=R, kind=kind, target=target)
        for key, (kind, target) in links.items()
    )
    return _RELATIONS.format(links="".join(filled))


def opened(body: str, **parts) -> Document:
    """Return what is read of a .docx with this body."""
    return read(docx(body, **parts), "年报.docx")


def texts(body: str, **parts) -> list[str]:
    """Return its paragraphs."""
    return [paragraph.text for paragraph in opened(body, **parts).paragraphs]


def counted(document: Document) -> dict[str, int]:
    """Return how much was told of, by its kind."""
    return {notice.kind: notice.count for notice in document.notices}
