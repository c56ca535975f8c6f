"""Files that are odd rather than hostile, and some of both: most can be read, and must be."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from tests.endurance.attacks import hostile
from tests.endurance.attacks.hostile import TEXT, Case
from tests.readers.old_word.old_files import doc
from tests.readers.word.word_files import (
    STRICT_W,
    R,
    W,
    docx,
    level,
    listed,
    numbering,
    p,
    part,
    run,
)

_MAIN = "word/document.xml"
_DOCUMENT = part("document", f"<w:body>{p(TEXT)}</w:body>")
_OTHER = part("document", f"<w:body>{p('另外的正文')}</w:body>")


def _zip(*entries: tuple[str, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip in which names may be there twice."""
    written = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(written, "w", method) as package:
        warnings.simplefilter("ignore")  # of names that are there already
        for name, data in entries:
            with package.open(zipfile.ZipInfo(name), "w", force_zip64=True) as entry:
                entry.write(data.encode())
    return written.getvalue()


def _marked(data: bytes, local: int, listed_: int, value: int) -> bytes:
    """Return a zip in whose heads of entries two bytes are other ones."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\3\4", local), (b"PK\1\2", listed_)):
        at = -1
        while (at := changed.find(mark, at + 1)) >= 0:
            changed[at + offset : at + offset + 2] = value.to_bytes(2, "little")
    return bytes(changed)


def zips() -> Iterator[Case]:
    """Yield packages as no office program writes them."""
    good = _zip((_MAIN, _DOCUMENT))
    yield Case("64-bit.docx", good, "text")
    yield Case("twice-the-same.docx", _zip((_MAIN, _DOCUMENT), (_MAIN, _DOCUMENT)), "text")
    for name in (_MAIN, "Word/Document.xml", "word\\document.xml", "word/%64ocument.xml"):
        data = _zip((_MAIN, _DOCUMENT), (name, _OTHER))
        yield Case(f"twice-{name.replace('/', '-')}.docx", data, "refuse", "bad-xml")
    for name, method in (("stored", 0), ("bzip2", 12), ("lzma", 14)):
        yield Case(f"{name}.docx", _zip((_MAIN, _DOCUMENT), method=method), "text")
    for method in (1, 6, 9, 93, 98):
        yield Case(f"method-{method}.docx", _marked(good, 8, 10, method), "refuse", "unreadable")
    yield Case("strong-password.docx", _marked(good, 6, 8, 0x41), "refuse", "encrypted")
    yield Case("beyond.docx", good.replace(b"PK\5\6", b"PK\6\6"), "refuse", "truncated")
    yield Case("other-name.docx", good.replace(b"document", b"dokument", 1), "refuse", "truncated")


def _encoded(code: str, codec: str, head: str = "") -> bytes:
    xml = _DOCUMENT.replace("UTF-8", code).replace("?>", f"?>{head}", 1)
    return docx("", document=xml.encode(codec))


def codes() -> Iterator[Case]:
    """Yield Word files whose XML is written in other ways."""
    hidden = '<!DOCTYPE a [<!ENTITY x "x">]>'
    for code, codec in (
        *(("UTF-16", "utf-16"), ("UTF-16LE", "utf-16-le"), ("UTF-16BE", "utf-16-be")),
        *(("UTF-32", "utf-32"), ("UCS-4", "utf-32-be"), ("UTF-7", "utf-7")),
    ):
        yield Case(f"dtd-{code}.docx", _encoded(code, codec, hidden), "refuse", "bad-xml")
    yield Case("wide.docx", _encoded("UTF-16", "utf-16"), "text")
    strict = _DOCUMENT.replace(W, STRICT_W).replace("UTF-8", "UTF-16").encode("utf-16")
    yield Case("strict-wide.docx", docx("", document=strict), "text")
    yield Case("gb.docx", _encoded("GB18030", "gb18030"), "text")
    for name, sign in (
        ("zero", "&#0;"),
        ("half", "&#xD800;"),
        ("unknown", "&nbsp;"),
        ("nul", "\0"),
    ):
        data = docx("", document=_DOCUMENT.replace(TEXT, TEXT + sign))
        yield Case(f"sign-{name}.docx", data, "refuse", "bad-xml")
    for name, body in (("default", ""), ("other", "x:")):
        names = f'xmlns{":x" if body else ""}="{W}"'
        tags = [f"{body}{tag}" for tag in ("document", "body", "p", "r", "t")]
        opened = "".join(f"<{tag} {names}>" for tag in tags)
        closed = "".join(f"</{tag}>" for tag in reversed(tags))
        yield Case(f"names-{name}.docx", docx("", document=f"{opened}{TEXT}{closed}"), "text")


def _links(*links: tuple[str, str], of: str = "word/_rels/document.xml.rels") -> dict[str, str]:
    found = (f'<Relationship Id="i" Type="{R}/{kind}" Target="{to}"/>' for kind, to in links)
    return {of: f"<Relationships>{''.join(found)}</Relationships>"}


def words() -> Iterator[Case]:
    """Yield Word files in which numbers are none, and notes have notes."""
    for name, place in (("long", "9" * 10_000), ("square", "²"), ("minus", "-1"), ("none", "x")):
        body = p(TEXT, f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="1"/></w:numPr>')
        numbers = numbering(level(0, "decimal", "%1."))
        yield Case(f"level-{name}.docx", docx(body, numbering=numbers), "text")
    for name, kind in (("large", "padded:99999999999"), ("none", "padded:x")):
        numbers = numbering(level(0, kind, "%1."))
        yield Case(f"digits-{name}.docx", docx(listed(TEXT), numbering=numbers), "text")
    for top in ("1.2.3", "..", "."):
        style = f"margin-top:{top}pt;mso-position-vertical-relative:page"
        box = f'<v:shape style="{style}"><v:textbox><w:txbxContent>{p("框")}'
        box = f"<w:r><w:pict>{box}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        yield Case(f"box-{top}.docx", docx(p(box + run(TEXT))), "text")
    cited = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    notes = "".join(
        f'<w:footnote w:id="{n}">{p(cited.format(n + 1) + run("注"))}</w:footnote>'
        for n in range(1, 2000)
    )
    yield Case("notes.docx", docx(p(cited.format(1) + run(TEXT)), footnotes=notes), "text")
    link = _links(("officeDocument", "word/%E6%AD%A3%20%E6%96%87.xml"), of="_rels/.rels")
    yield Case("address.docx", docx(p(TEXT), main="word/正 文.xml", extra=link), "text")
    types = {"[Content_Types].xml": "<Types/>"}
    yield Case("types.docx", docx(p(TEXT), extra=types), "text")
    chunk = '<w:altChunk r:id="i"/><w:subDoc r:id="i"/>'
    yield Case("chunk.docx", docx(p(TEXT) + chunk, extra=_links(("aFChunk", "x.html"))), "text")
    yield Case("empty-header.docx", docx(p(TEXT), header=p("")), "text")
    yield Case("cells.docx", docx(_nested("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")), "text")
    yield Case("halves.doc", doc(f"{TEXT}\ud800\ud800\udc00\udfff\r"), "text")
    yield Case("lengths.doc", doc(f"{TEXT}\r", lengths=(2**31 - 1, 2**31 - 1)), "text")


def _nested(opened: str, closed: str) -> str:
    return opened * 80 + p(TEXT) + closed * 80


def pages() -> Iterator[Case]:
    """Yield pages and texts that begin or are labelled as something else."""
    page = f"<html><body><p>{TEXT}</p></body></html>"
    for name, text in (
        *(("remarks.html", "<!-- a -->" * 60 + page), ("remarks.txt", "<!-- a -->" * 60 + TEXT)),
        *(("part.html", "<!-- a -->" * 60 + f"<section><p>{TEXT}"), ("link.html", "<link>" + page)),
        *(("on-pdf.txt", f"{TEXT}\n%PDF-1.7 是什么"), ("next-line.txt", f"{TEXT}\x85下一行")),
    ):
        yield Case(name, text.encode(), "text")
    label = "<html><head><meta charset={}></head><body><p>" + f"{TEXT}，推进依法行政</p>"
    for said in (
        *("big5", "zlib", "rot13", "hex", "unicode_escape", "undefined", "punycode", "aliases"),
        *("shift_jis", "utf-16", "utf-32", "x" * 200, "..", "hz"),
    ):
        data = label.format(said).encode("gb18030")
        yield Case(f"said-{said[:9].replace('.', '-')}.html", data, "text")
    yield Case("unseen.txt", "\u200b\u200d\ufeff\u2060".encode() * 50, "refuse", "empty")
    packed = hostile._stream(zlib.compress(b"BT ET"), b"/Filter/FlateDecode")
    objects = [hostile._CATALOG, hostile._ONE_PAGE, hostile._page(), packed, hostile._FONT]
    yield Case(
        "in-front.pdf", b"HTTP/1.1 200 OK\r\n\r\n" + hostile._pdf(objects), "refuse", "empty"
    )


GROUPS = (zips, codes, words, pages)
