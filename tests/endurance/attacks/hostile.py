"""Files that try to hurt whoever reads them, each with what is right to do with it.

All are made here, from nothing. `make(folder)` writes them and returns what to expect.
"""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.readers.old_word.old_files import container
from tests.readers.word.word_files import docx, p

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = "安澜县法治政府建设年度报告"


@dataclass(frozen=True)
class Case:
    """A file and what is right: `text` must be read, `refuse` (with a kind, if one is sure), or
    `either`, as long as it is quick and said in plain words. `heavy` ones take seconds, or end only
    at a limit of the child."""

    name: str
    data: bytes
    expect: str
    kind: str = ""

    @property
    def heavy(self) -> bool:
        return self.name in HEAVY


HEAVY = {
    "unpacks.pdf", "forms.pdf", "many.docx", "cells.html", "headings-run-in.txt", "one-line.txt",
    "brackets-closed.txt", "unit.txt", "dots.txt", "dashes.txt", "digits-lines.txt", "braces.txt",
    "digits-commas.txt", "chinese-digits.txt", "digits.txt", "quotes.txt", "years.txt", "sums.txt",
    "percents.txt", "lines.txt", "headings.txt", "brackets.txt",
}  # fmt: skip
if os.name == "nt":  # the libxml2 of lxml's wheels there takes the square of the depth
    HEAVY.add("nested.html")


def make(folder: Path) -> list[Case]:
    """Write all files into a folder and return their cases."""
    cases = list(all_cases())
    for case in cases:
        (folder / case.name).write_bytes(case.data)
    return cases


def all_cases() -> Iterator[Case]:
    """Yield every case."""
    for group in (zips, words, pdfs, oles, pages, texts):
        yield from group()


def _document(body: str, head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<w:document {W}><w:body>{body}</w:body>'
        "</w:document>"
    )


def _package(parts: dict[str, bytes | str], *, level: int = 9) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return written.getvalue()


def _word(body: str, head: str = "", **others: str | bytes) -> bytes:
    parts: dict[str, bytes | str] = {"word/document.xml": _document(body, head)}
    parts |= {name.replace("__", "/").replace("_xml", ".xml"): one for name, one in others.items()}
    return _package(parts)


def zips() -> Iterator[Case]:
    good = docx(p(TEXT))
    yield Case("empty.docx", b"", "refuse", "empty")
    yield Case("half.docx", good[: len(good) // 2], "refuse", "truncated")
    yield Case("tail.docx", good[len(good) // 2 :], "refuse")
    yield Case("magic-only.docx", b"PK\x03\x04", "refuse", "truncated")
    yield Case("nothing-inside.docx", b"PK\x05\x06" + bytes(18), "refuse", "not-word")
    broken = bytearray(good)
    middle = good.index(b"document.xml") + 60
    broken[middle : middle + 8] = b"\xff" * 8
    yield Case("damaged.docx", bytes(broken), "either")
    locked = bytearray(good)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := locked.find(mark, at + 1)) >= 0:
            locked[at + offset] |= 1
    yield Case("zip-password.docx", bytes(locked), "refuse", "encrypted")
    spaces = _document("<w:p><w:r><w:t>" + " " * (70 << 20) + "</w:t></w:r></w:p>")
    yield Case("spaces.docx", _package({"word/document.xml": spaces}), "refuse", "too-big")
    names = {f"word/media/{n}.bin": b"" for n in range(6_000)}
    yield Case("entries.docx", _package(names, level=1), "refuse", "too-big")
    inner = _package({"a.bin": bytes(20 << 20)})
    yield Case("zip-in-zip.docx", _package({"word/embeddings/a.zip": inner}), "refuse", "not-word")
    paths = {"../../../nb_out.txt": b"x", "/nb_out2.txt": b"x", "C:\\nb_out3.txt": b"x"}
    yield Case("paths.docx", _package({"word/document.xml": _document(_p(TEXT)), **paths}), "text")
    yield Case("table.xlsx", _package({"xl/workbook.xml": "<workbook/>"}), "refuse", "not-word")
    yield Case("plain.zip", _package({"readme.txt": b"hello"}), "refuse", "not-word")
    yield Case("claims.docx", _claiming_little(), "refuse")


def _claiming_little() -> bytes:
    """Return a package whose main part says it is small and unpacks to 70 MiB."""
    data = bytearray(_package({"word/document.xml": bytes(70 << 20)}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(mark)
        data[at + offset : at + offset + 4] = struct.pack("<I", 100)
    return bytes(data)


def _p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def words() -> Iterator[Case]:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE w [<!ENTITY a0 "哈">{entities}]>'
    yield Case("laughs.docx", _word(_p("&a9;"), laughs), "refuse", "bad-xml")
    outside = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield Case("entity.docx", _word(_p("&x;"), outside), "refuse", "bad-xml")
    wide = _document(_p("&x;"), outside).replace("UTF-8", "UTF-16").encode("utf-16")
    yield Case("entity16.docx", _package({"word/document.xml": wide}), "refuse", "bad-xml")
    yield Case("unclosed.docx", _word("<w:p><w:r>"), "refuse", "bad-xml")
    bodiless = f"<w:document {W}/>"
    yield Case("bodiless.docx", _package({"word/document.xml": bodiless}), "refuse", "bad-xml")
    yield Case("not-xml.docx", _package({"word/document.xml": b"\x00\x01"}), "refuse", "bad-xml")
    deep = "<w:tbl><w:tr><w:tc>" * 3000 + _p(TEXT) + "</w:tc></w:tr></w:tbl>" * 3000
    yield Case("deep-tables.docx", _word(deep), "either")
    controls = "<w:sdt><w:sdtContent>" * 200 + _p(TEXT) + "</w:sdtContent></w:sdt>" * 200
    yield Case("deep-controls.docx", _word(controls), "either")
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="90000000"/></w:tcPr>{_p(TEXT)}</w:tc>'
    yield Case("span.docx", _word(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>"), "text")
    yield Case("many.docx", _word("<w:p/>" * 400_000), "refuse", "too-big")
    yield Case(
        "runs.docx", _word("<w:p>" + "<w:r><w:t>字</w:t></w:r>" * 200_000 + "</w:p>"), "either"
    )
    yield Case("long.docx", _word(_p("字" * 5_000_000)), "either")
    yield Case("attribute.docx", _word(f'<w:p w:x="{"a" * (9 << 20)}"/>' + _p(TEXT)), "either")
    styles = (
        f"<w:styles {W}>"
        '<w:style w:styleId="a" w:type="paragraph"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b" w:type="paragraph"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    styled = f'<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>{TEXT}</w:t></w:r></w:p>'
    yield Case("style-circle.docx", _word(styled, word__styles_xml=styles), "text")
    yield Case("digits.docx", docx(p("1" * 37_000)), "either")


def _pdf(objects: list[bytes]) -> bytes:
    body, offsets = b"%PDF-1.5\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return body + head + table + tail % (len(objects) + 1, len(body))


def _stream(data: bytes, extra: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (extra, len(data), data)


def _spaces(megabytes: int) -> bytes:
    """Return compressed spaces: one megabyte of them, compressed once, again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    megabyte = b" " * (1 << 20)
    chunk = packer.compress(megabyte) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(megabytes):
        check = zlib.adler32(megabyte, check)
    return b"\x78\xda" + chunk * megabytes + packer.flush() + check.to_bytes(4, "big")


_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _page(more: bytes = b"") -> bytes:
    return (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>%s>>>>" % more
    )


def pdfs() -> Iterator[Case]:
    twice = _stream(zlib.compress(_spaces(600), 9), b"/Filter[/FlateDecode/FlateDecode]")
    yield Case(
        "unpacks.pdf", _pdf([_CATALOG, _ONE_PAGE, _page(), twice, _FONT]), "refuse", "too-big"
    )
    forms = [
        _stream(
            b"/X Do " * 12 if level < 8 else b"BT /F 12 Tf 9 9 Td (text) Tj ET",
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X %d 0 R>>"
            b"/Font<</F 5 0 R>>>>" % (7 + level),
        )
        for level in range(9)
    ]
    first = _page(b"/XObject<</X 6 0 R>>")
    objects = [_CATALOG, _ONE_PAGE, first, _stream(b"/X Do"), _FONT, *forms]
    yield Case("forms.pdf", _pdf(objects), "refuse", "too-big")
    circle = [_CATALOG, b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>", _page(), _stream(b""), _FONT]
    yield Case("circle.pdf", _pdf(circle), "either")
    kids = b" ".join([b"3 0 R"] * 6000)
    many = [_CATALOG, b"<</Type/Pages/Kids[%s]/Count 6000>>" % kids, _page(), _stream(b""), _FONT]
    yield Case("pages.pdf", _pdf(many), "refuse")
    lies = [_CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", _page(), _stream(b""), _FONT]
    yield Case("lies.pdf", _pdf(lies), "either")
    yield Case("cut.pdf", _pdf(objects)[:400], "refuse", "truncated")
    yield Case("head.pdf", b"%PDF-1.7\n%%EOF", "refuse")


def oles() -> Iterator[Case]:
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    yield Case("magic.doc", magic, "refuse", "truncated")
    yield Case("noise.doc", magic + bytes(range(256)) * 40, "refuse")
    yield Case("password.docx", container({"EncryptedPackage": b"x" * 600}), "refuse", "encrypted")
    yield Case("table.xls", container({"Workbook": b"x" * 600}), "refuse", "not-word")
    good = bytearray(container({"WordDocument": b"\xec\xa5" + bytes(5000), "1Table": bytes(900)}))
    yield Case("hollow.doc", bytes(good), "refuse")
    good[512:1024] = struct.pack("<128I", *([0] * 128))  # each sector follows the first
    yield Case("sector-circle.doc", bytes(good), "refuse")


def pages() -> Iterator[Case]:
    body = f"<p>{TEXT}</p>".encode("gb18030")
    label = b'<html><head><meta charset="gb2312"></head><body>'
    yield Case("gb2312.html", label + body + b"</body></html>", "text")
    yield Case("nested.html", b"<html>" + b"<div>" * 200_000 + TEXT.encode(), "either")
    yield Case("cells.html", b"<html><table>" + b"<tr><td>1" * 300_000, "either")
    yield Case("span.html", f'<html><table><td colspan="999999999">{TEXT}'.encode(), "text")
    entity = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<!DOCTYPE html [<!ENTITY a0 "哈">{entity}]><html><p>&a9;{TEXT}</p>'
    yield Case("laughs.html", laughs.encode(), "either")
    yield Case("script.html", f"<html><script>{'x' * 999999}</script><p>{TEXT}".encode(), "text")
    yield Case("comment.html", f"<html><p>{TEXT}</p>{'<!--' * 300_000}".encode(), "either")
    yield Case("attributes.html", b"<html><p " + b"a=1 " * 500_000 + b">x", "either")


def texts() -> Iterator[Case]:
    said: list[tuple[str, str | bytes]] = [
        ("digits", "1" * 37_000),
        ("digits-lines", ("1" * 900 + "\n") * 60),
        ("digits-commas", "1,234," * 9_000),
        ("chinese-digits", "九" * 40_000),
        ("percents", "增长12.5%，" * 20_000),
        ("headings", "一、\n" * 60_000),
        ("headings-run-in", "（一）" * 60_000),
        ("brackets", "《" * 60_000),
        ("brackets-closed", "《" * 30_000 + "》" * 30_000),
        ("quotes", "“" * 60_000),
        ("spaces", "　" * 400_000 + TEXT),
        ("dots", "。" * 200_000),
        ("dashes", "2021—" * 20_000),
        ("braces", "{{ 7*7 }}{% raw %}{#" * 6_000),
        ("one-line", TEXT * 40_000),
        ("lines", (TEXT + "\n") * 40_000),
        ("sums", "共6件，其中甲1件、乙2件、丙3件。" * 6_000),
        ("unit", "县" * 300_000),
        ("years", "2025年" * 40_000),
    ]
    for name, text in said:
        report = f"{TEXT}\n2025年，全县推进法治政府建设。\n{text}\n"
        yield Case(f"{name}.txt", report.encode(), "either")
    yield Case("noise.txt", bytes(range(256)) * 4_000, "refuse", "unreadable")
    yield Case("zeros.txt", bytes(1 << 20), "refuse")
    yield Case("surrogates.txt", f"{TEXT}\n".encode() + b"\xed\xa0\x80" * 9, "either")
    yield Case("controls.txt", f"{TEXT}\x01\x02\x1b\ufffe\n".encode(), "text")
    yield Case("gb18030.txt", f"{TEXT}合计𠮷".encode("gb18030"), "text")
    yield Case("utf16.txt", TEXT.encode("utf-16"), "text")
