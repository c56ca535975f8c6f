"""The front door of .docx: a zip of XML parts that nobody should trust.

Limits are counted while reading, never believed from the zip's own headers. A Word file has no
DTD, so a part with one is refused before the XML parser sees it.
"""

import io
import posixpath
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from nianbao.readers import refusals
from nianbao.readers.word.xml.names import WIDE, transitional

MAX_ENTRIES = 5_000
MAX_PART = 64 << 20
MAX_TOTAL = 256 << 20
MAX_RATIO = 200
_RATIO_COUNTS_FROM = 4 << 20
_MAX_TAGS = 3_000_000  # opening and closing; the tree of more would pass 512 MiB
_CHUNK = 1 << 18
_PROLOG = 4096  # bytes, in which a DTD stands that is not hidden on purpose
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)
_STRANGE = (NotImplementedError, RuntimeError)
_DOCTYPE = "<!DOCTYPE"
_WIDE_STARTS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")  # of XML in UTF-16

# What the entry with this name says the zip is (compared in lower case).
_OTHER_KINDS = (
    ("xl/workbook.xml", "Excel表格"),
    ("xl/workbook.bin", "Excel表格"),
    ("ppt/presentation.xml", "PowerPoint演示文稿"),
    ("visio/document.xml", "Visio绘图"),
    ("ofd.xml", "OFD版式文件"),
    ("meta-inf/container.xml", "电子书"),
    ("content.xml", "ODF文档（如.odt、.ods）"),
)


@dataclass(frozen=True, slots=True)
class PartLink:
    """A part's link to another part; `kind` is the last word of its type."""

    kind: str
    target: str


class Package:
    """The parts of one Word file, read on demand."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._size = len(data)
        self._read = 0
        if data.count(b"PK\x01\x02") > MAX_ENTRIES:
            raise refusals.too_big(name, "entries")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise refusals.truncated(name, repr(error)) from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._ambiguous: set[str] = set()  # parts that are there twice, and not the same
        for info in self._zip.infolist():
            first = self._entries.setdefault(_plain(info.filename), info)
            if (first.CRC, first.file_size) != (info.CRC, info.file_size):
                self._ambiguous.add(_plain(info.filename))
        self._refuse_doctypes()
        self.main = self._find_main()

    def _refuse_doctypes(self) -> None:
        """Look into the start of every part, also of those that nobody reads: another may."""
        for info in self._entries.values():
            if info.filename.lower().endswith((".xml", ".rels")) and not info.flag_bits & 1:
                with suppress(*_DAMAGE, *_STRANGE), self._zip.open(info) as stream:
                    refuse_dangerous(stream.read(_PROLOG), self._name, info.filename)

    def __contains__(self, part: str) -> bool:
        return _plain(part) in self._entries

    def part(self, part: str) -> bytes:
        """Return a part's bytes; raise ReadingError when it is damaged or beyond the limits."""
        info = self._entries[_plain(part)]
        if info.flag_bits & 1:
            raise refusals.encrypted(self._name)
        if _plain(part) in self._ambiguous:  # another program may show the other one
            raise refusals.bad_xml(self._name, f"{part}: there twice")
        limit = MAX_PART
        ratio_limit = max(_RATIO_COUNTS_FROM, MAX_RATIO * min(info.compress_size, self._size))
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(_CHUNK):
                    chunks.append(chunk)
                    size += len(chunk)
                    self._read += len(chunk)
                    if size > min(limit, ratio_limit) or self._read > MAX_TOTAL:
                        raise refusals.too_big(self._name, f"{part}: {size}")
        except _DAMAGE as error:
            raise refusals.truncated(self._name, f"{part}: {error!r}") from error
        except _STRANGE as error:  # a packing method of another tool
            raise refusals.unreadable(self._name, detail=f"{part}: {error!r}") from error
        return b"".join(chunks)

    def xml(self, part: str) -> etree._Element:
        """Return the root of a part that must be there and be XML."""
        return parse_xml(self.part(part), self._name, part)

    def optional_xml(self, part: str) -> etree._Element | None:
        """Return the root of a part, None when it is missing."""
        return self.xml(part) if part and part in self else None

    def optional_part(self, part: str) -> bytes:
        """Return a part's bytes, looked through for what may not be parsed; none when missing."""
        if not part or part not in self:
            return b""
        xml = self.part(part)
        refuse_dangerous(xml, self._name, part)
        return transitional(xml)

    def relations(self, part: str) -> dict[str, PartLink]:
        """Return a part's links by id; links out of the file and to nothing are left out."""
        folder, base = posixpath.split(part)
        root = self.optional_xml(posixpath.join(folder, "_rels", base + ".rels"))
        found: dict[str, PartLink] = {}
        for link in root if root is not None else ():
            target = link.get("Target", "")
            if not isinstance(link.tag, str) or link.get("TargetMode") == "External":
                continue
            path = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/")))
            if path in self:
                kind = link.get("Type", "").rpartition("/")[2]
                found[link.get("Id", "")] = PartLink(kind, path.lstrip("/"))
        return found

    def _find_main(self) -> str:
        for relation in self.relations("").values():
            if relation.kind == "officeDocument":
                target = relation.target
                break
        else:
            target = "word/document.xml"
        for entry, kind in _OTHER_KINDS:
            if entry in self._entries and (target not in self or _plain(target) == entry):
                raise refusals.not_word(self._name, kind)
        if target not in self:
            what = "压缩包" if self._entries else "空的压缩包"
            do = "请先解压，再选择里面的报告文件。" if self._entries else ""
            raise refusals.not_word(self._name, what, do)
        return target


def parse_xml(xml: bytes, name: str, part: str) -> etree._Element:
    """Parse a part without entities, network or DTD; raise bad-xml or too-big."""
    refuse_dangerous(xml, name, part)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(transitional(xml), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refusals.bad_xml(name, f"{part}: {error}") from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise refusals.bad_xml(name, f"{part}: DTD")
    return root


def refuse_dangerous(xml: bytes, name: str, part: str) -> None:
    """Raise ReadingError when a part has a DTD or more elements than the memory can hold."""
    codes = WIDE if xml.startswith(_WIDE_STARTS) else ("ascii",)
    if any(_DOCTYPE.encode(code) in xml for code in codes):
        raise refusals.bad_xml(name, f"{part}: DOCTYPE")
    if len(xml) > 2 * _MAX_TAGS and xml.count(b"<") > _MAX_TAGS:
        raise refusals.too_big(name, f"{part}: tags")


def _plain(entry: str) -> str:
    """Return the name of a part as all ways of writing it have it; links write it as an address."""
    return unquote(entry).replace("\\", "/").lstrip("/").lower()
