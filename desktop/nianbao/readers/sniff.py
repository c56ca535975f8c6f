"""Which kind of file some bytes are. The name is never asked: people rename files."""

import re

# What the first bytes say; None stands for a kind that another reader looks into.
_PICTURES = (
    b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*",
)  # fmt: skip
_OLD_WORD = (b"\xdb\xa5", b"\x9b\xa5", b"\x31\xbe\x00\x00", b"\x32\xbe\x00\x00", b"\xfe\x37\x00")
_OTHERS = (
    (b"Rar!", "压缩包（RAR）"),
    (b"7z\xbc\xaf\x27\x1c", "压缩包（7z）"),
    (b"\x1f\x8b", "压缩包（gz）"),
    (b"BZh", "压缩包（bz2）"),
    (b"\xfd7zXZ", "压缩包（xz）"),
    (b"MZ", "程序文件"),
    (b"\x7fELF", "程序文件"),
    (b"SQLite format 3\x00", "数据库"),
    (b"ID3", "录音"),
    (b"%!PS", "打印文件（PostScript）"),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*+>\s*)*+(?:<!--.*?-->\s*)*+"  # +: looked at once, however many
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|h[1-6]|table|center|span|font|article"
    rb"|section|main|header|style|script|link|base|[uo]l|pre|br)"
    rb"[\s/>]",
    re.IGNORECASE | re.DOTALL,
)
_MHTML = re.compile(
    rb"\A(?:[\w-]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)*?"
    rb"(?:content-type:\s*(?:multipart/related|text/html)|mime-version:)",
    re.IGNORECASE,
)
_XML = re.compile(rb"\s*<(?:\?xml|svg|office:document)[\s>]")
_WORD_2003_XML = (b"schemas.microsoft.com/office/word/2003/wordml", b"2006/xmlPackage")
_RAW = re.compile(rb"\\bin(\d{1,12})")  # in RTF: so many bytes of raw data follow
_HEAD = 4096
_BEFORE_PDF = 1024  # bytes within which its mark stands
_BLANKS = b"\xef\xbb\xbf \t\r\n\0"


def sniff(data: bytes) -> str:
    """Return ole, zip, pdf, rtf, word-xml, mhtml, html, xml, picture, old-word, other or text."""
    head = data[:_HEAD]
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "ole"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    if _is_pdf(data):
        return "pdf"
    if head.lstrip(_BLANKS).startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_PICTURES) or (data.startswith(b"BM") and b"\x00" in data[:16]):
        return "picture"
    if data.startswith(_OLD_WORD):
        return "old-word"
    if other_kind(data):
        return "other"
    return _sniff_text(head)


def _is_pdf(data: bytes) -> bool:
    """Tell whether bytes are a PDF, which may have something in front, and no text about one."""
    at = data.find(b"%PDF-", 0, _BEFORE_PDF)
    return at >= 0 and (not data[:at].strip(_BLANKS) or b"startxref" in data)


def other_kind(data: bytes) -> str:
    """Return the Chinese name of a kind that is surely no report, empty when it may be one."""
    for magic, kind in _OTHERS:
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:64]):
            return kind
    return ""


def is_cut_rtf(data: bytes) -> bool:
    """Tell whether an RTF ends before its raw data does: an office program waits for it."""
    return any(len(data) - found.end() < int(found[1]) for found in _RAW.finditer(data))


def _sniff_text(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<\x00" in head[:4] or b"\x00<" in head[:4]:
        head = head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    head = head.removeprefix(b"\xef\xbb\xbf")
    if any(mark in head for mark in _WORD_2003_XML) and head.lstrip().startswith(b"<?xml"):
        return "word-xml"
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        return "xml"
    return "mhtml" if _MHTML.match(head) else "text"
