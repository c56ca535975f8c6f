"""More files that try to hurt: by links, lists, fields, fonts and marks; see `hostile`."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator

from tests.endurance.attacks import hostile
from tests.endurance.attacks.hostile import TEXT, Case
from tests.readers.word.word_files import R, docx, listed, p, run

_LINK = '<Relationship Id="r1" {mode}Type="{base}/{kind}" Target="{target}"/>'
_DTD = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "http://127.0.0.1:9/">]><r>&a;</r>'
_KINDS = (
    *("image", "attachedTemplate", "hyperlink", "oleObject", "aFChunk", "styles", "numbering"),
    *("footnotes", "header"),
)
_FORMATS = (
    *("chineseCounting", "decimal", "lowerRoman", "upperRoman", "lowerLetter", "none", "bogus"),
    *("ideographTraditional", "chineseCountingThousand", "hex", "cardinalText"),
)


def links() -> Iterator[Case]:
    """Yield documents whose parts lead out of the file, to themselves or to what is none."""
    for kind in _KINDS:
        for how, mode, target in (
            ("out", 'TargetMode="External" ', "http://127.0.0.1:9/x"),
            ("up", "", "../../../../../etc/passwd"),
            ("self", "", "document.xml"),
        ):
            link = _LINK.format(mode=mode, base=R, kind=kind, target=target)
            extra = {"word/_rels/document.xml.rels": f"<Relationships>{link}</Relationships>"}
            yield Case(f"{how}-{kind}.docx", docx(p(TEXT), extra=extra), "text")
    for part in ("[Content_Types].xml", "_rels/.rels", "customXml/item1.xml", "docProps/core.xml"):
        data = docx(p(TEXT), extra={part: _DTD})
        yield Case(f"dtd-{part.replace('/', '-')}.docx", data, "refuse", "bad-xml")
    macro = {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(999)}
    yield Case("macro.docm", docx(p(TEXT), extra=macro), "text")
    yield Case("overlapping.docx", _overlapping(), "refuse", "too-big")
    yield Case("wide-sheet.xlsx", _workbook(), "refuse", "not-word")


def _overlapping() -> bytes:
    """Return a zip of 400 entries that are all the same bytes: 20 MiB each."""
    data, name = bytes(20 << 20), b"word/document.xml"
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed, check = packer.compress(data) + packer.flush(), zlib.crc32(data)
    sizes = struct.pack("<III", check, len(packed), len(data))
    first = struct.pack("<4sHHHHH", b"PK\3\4", 20, 0, 8, 0, 0) + sizes
    first += struct.pack("<HH", len(name), 0) + name + packed
    listing = b""
    for number in range(400):
        one = b"word/media/%d.bin" % number if number else name
        listing += struct.pack("<4sHHHHHH", b"PK\1\2", 20, 20, 0, 8, 0, 0) + sizes
        listing += struct.pack("<HHHHHII", len(one), 0, 0, 0, 0, 0, 0) + one
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 400, 400, len(listing), len(first), 0)
    return first + listing + end


def _workbook() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
        sheet = '<worksheet><dimension ref="A1:XFD1048576"/></worksheet>'
        package.writestr("xl/worksheets/sheet1.xml", sheet)
    return written.getvalue()


def _list(levels: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


def _level(kind: str, text: str, start: str = "2147483647") -> str:
    return (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def inside() -> Iterator[Case]:
    """Yield documents with lists, fields and tables beyond all measure."""
    for kind in _FORMATS:
        numbers = _list(_level(kind, "%1.%2.%9"))
        yield Case(f"list-{kind}.docx", docx(listed(TEXT), numbering=numbers), "text")
    for name, text, start in (("long", "%1" * 200_000, "1"), ("odd", "%0%10", "-" + "9" * 30)):
        numbers = _list(_level("decimal", text, start))
        body = listed(TEXT) * (1 if name == "odd" else 2000)
        yield Case(f"list-{name}.docx", docx(body, numbering=numbers), "either")
    chain = "".join(
        f'<w:style w:styleId="s{n}" w:type="paragraph"><w:basedOn w:val="s{n - 1}"/></w:style>'
        for n in range(10_000)
    )
    body = p(TEXT, '<w:pStyle w:val="s9999"/>') * 200
    yield Case("style-chain.docx", docx(body, styles=chain), "text")
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    for name, code in (("dde", "DDEAUTO c:\\\\cmd.exe"), ("include", 'INCLUDETEXT "/etc/passwd"')):
        end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        yield Case(f"{name}.docx", docx(p(begin.format(code) + end) + p(TEXT)), "text")
    yield Case("fields.docx", docx(p(begin.format("IF") * 20_000 + run(TEXT))), "either")
    notes = f'<w:footnote w:id="1">{p("注" * 20_000)}</w:footnote>'
    cited = p('<w:r><w:footnoteReference w:id="1"/></w:r>' * 50_000 + run(TEXT))
    yield Case("one-note.docx", docx(cited, footnotes=notes), "either")
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/><w:vMerge/></w:tcPr>' + p("格") + "</w:tc>"
    )
    yield Case("merged.docx", docx(f"<w:tbl>{f'<w:tr>{cell}</w:tr>' * 3000}</w:tbl>"), "either")


def _page_of(content: bytes, font: bytes = hostile._FONT) -> bytes:
    objects = [hostile._CATALOG, hostile._ONE_PAGE, hostile._page(), content, font]
    return hostile._pdf(objects)


def pdfs() -> Iterator[Case]:
    """Yield PDFs whose streams, fonts and trees are not what they seem."""
    drawn = b"BT /F 12 Tf 50 700 Td (Hello report 2025) Tj ET"
    good = _page_of(hostile._stream(drawn))
    for name, old, new in (
        ("script", b"/Catalog", b"/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>"),
        ("launch", b"/Catalog", b"/Catalog/OpenAction<</S/Launch/F(cmd.exe)>>"),
        ("reach", b"/Catalog", b"/Catalog/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>"),
        ("box", b"[0 0 595 842]", b"[0 0 1e30 -1e30]"),
        ("xref", b"xref\n0 6", b"xref\n0 2000000000"),
        ("length", b"/Length 47", b"/Length 99999999999"),
        ("arrays", b"/Catalog", b"/Catalog/X " + b"[" * 200_000 + b"]" * 200_000),
    ):
        yield Case(f"{name}.pdf", good.replace(old, new), "either")
    locked = (
        b"/Root 1 0 R/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -4/O(%s)/U(%s)>>/ID[(a)(b)]"
    )
    data = good.replace(b"/Root 1 0 R", locked % (b"o" * 32, b"u" * 32))
    yield Case("locked.pdf", data, "refuse", "encrypted")
    for name, extra, content in (
        ("predictor", b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2000000000>>", b"x"),
        ("runs", b"/Filter[/FlateDecode/RunLengthDecode]", b"\x81 " * (4 << 20)),
        ("filters", b"/Filter[" + b"/ASCIIHexDecode " * 20_000 + b"]", b""),
        ("saves", b"/Filter/FlateDecode", b"q " * 2_000_000 + drawn),
    ):
        yield Case(
            f"{name}.pdf", _page_of(hostile._stream(zlib.compress(content), extra)), "either"
        )


def marks() -> Iterator[Case]:
    """Yield what the first bytes are wrong about."""
    noise = random.Random(1).randbytes(4_000)  # noqa: S311
    for name, data in (
        ("mark-8.txt", b"\xef\xbb\xbfPK\3\4" + noise),
        ("mark-16.txt", b"\xff\xfe" + noise),
        ("noise-gbk.txt", noise),
    ):
        yield Case(name, data, "refuse", "unreadable")
    good, page = docx(p(TEXT)), f"<html><body><p>{TEXT}".encode()
    for name, data in (
        *(("word.pdf", good), ("word.doc", good), ("page.docx", page), ("page.doc", page)),
        *(("text.docx", TEXT.encode()), ("text.pdf", TEXT.encode())),
    ):
        yield Case(name, data, "text")
    for name, data in (
        *(("program.docx", b"MZ\x90\0" + bytes(5000)), ("archive.docx", b"Rar!\x1a\7\1\0" + noise)),
        ("slides.ppt", hostile.container({"PowerPoint Document": bytes(600)})),
    ):
        yield Case(name, data, "refuse", "not-word")
    yield Case("picture.docx", b"\x89PNG\r\n\x1a\n" + noise, "refuse", "scan")
    parts = b"--x\r\nContent-Type: text/plain\r\n\r\na\r\n" * 20_000
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    yield Case("parts.mht", head + parts, "either")
    for name, body in (("list.html", "<ul><li>" * 30_000), ("breaks.html", "<br>" * 100_000)):
        yield Case(name, f"<html><p>{TEXT}{body}".encode(), "either")


GROUPS = (links, inside, pdfs, marks)
