"""Web pages saved from a government site, and Word files saved as web pages.

[x] encoding by byte order mark, meta, or the bytes; gb2312 means GB18030
[x] paragraphs as a browser breaks them (block elements, br), spaces as a browser draws them
[x] the main text found by the weight of its paragraphs; what was cut is listed
[x] title from the page's own meta, its heading or <title>
[x] tables of data by their cells; numbers of ordered lists; raised digits as raised signs
[x] struck text left out with a notice
[x] .mht (a page with its pictures in one file): the page part
[x] notes and comments of Word
[x] fields of a form as they are filled in, formulas of MathML in one line
[x] style sheets in the page and beside it in one .mht: what they hide, strike, raise or write
[-] style sheets in other files: they are told of
[ ] pictures, frames, scripts
"""

import email
import email.policy
import re
from email.message import Message

from lxml import etree
from lxml import html as lxml_html

from nianbao.readers import refusals
from nianbao.readers.encodings import Decoded, decode
from nianbao.readers.gathering import Gathering
from nianbao.readers.web.data_tables import DataTables
from nianbao.readers.web.html_blocks import Left, blocks_of, shown_text
from nianbao.readers.web.html_main import Main, find_main, whole
from nianbao.readers.web.looks import Looks
from nianbao.readers.web.notes_html import settle_notes
from nianbao.readers.web.style_rules import Rules
from nianbao.readers.web.style_sheets import NOTHING_BESIDE, Beside
from nianbao.report.document import Document, FilePlace

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE)
_XML_HEAD = re.compile(r"\A\s*<\?xml[^>]*\?>")
# Word writes list numbers of a saved web page between these, which other readers take as comments.
_BREAK_AS_END = re.compile(r"</br\s*/?>", re.IGNORECASE)  # a break all the same, says HTML
_WORD_CONDITION = re.compile(r"<!\[(?:if|endif)[^\]]*\]>", re.IGNORECASE)
_TITLE_METAS = ("articletitle", "og:title", "title", "dc.title")
_MAX_BLOCKS = 60_000  # lines of a page; a report has some hundred


def read_html(
    data: bytes,
    name: str,
    *,
    label: str = "",
    encoding: str = "",
    beside: Beside = NOTHING_BESIDE,
    is_site: bool = True,
) -> Document:
    """Read a page; `label` is the encoding its envelope names, `encoding` the user's choice.

    A page that is part of another file `is_site` of nothing: all of it is read.
    """
    found = _CHARSET.search(data[:8192]) or _XML_CHARSET.search(data[:256])
    own_label = found[1].decode("ascii", "replace") if found else ""
    decoded = decode(data, label or own_label, encoding)
    if decoded is None:
        raise refusals.unreadable(name)
    page = _parse(decoded.text, name)
    body = page.find("body") if page is not None else None
    if page is None or body is None:
        raise refusals.empty(name)
    notes = settle_notes(page)
    rules = Rules(page, beside)
    looks = Looks(rules.of)
    titles = _titles(page)
    main, left = _read(body, looks, name, titles, is_site=is_site)
    gathered = Gathering(name)
    for kind, number in notes.items():
        gathered.count(kind, number)
    if _is_brought_into_view(main, left):
        all_of_it, left_then = _read(body, Looks({}), name, titles, is_site=is_site)
        if _length(all_of_it) > 2 * _length(main):
            main, left = all_of_it, left_then
            gathered.count("shown_by_script")
    if not (main.blocks or main.cut):
        raise refusals.empty(name)
    _gather(gathered, main)
    inside = set(main.container.iter())
    for one in left:
        if one.element in inside:
            gathered.count(one.kind, one.number)
    gathered.count("style_unread", int(not (rules.is_whole and looks.is_whole)))
    gathered.count("style_elsewhere", rules.elsewhere)
    _tell_encoding(gathered, decoded)
    sure, *others = titles
    title = sure or main.heading or next(filter(None, others), "")
    return gathered.finish("html", title)


def _read(
    body: etree._Element, looks: Looks, name: str, titles: list[str], *, is_site: bool
) -> tuple[Main, list[Left]]:
    blocks, left = blocks_of(body, _MAX_BLOCKS + 1, looks)
    if len(blocks) > _MAX_BLOCKS:
        raise refusals.too_big(name, f"more than {_MAX_BLOCKS} lines")
    return find_main(body, blocks, titles) if is_site else whole(body, blocks), left


def _is_brought_into_view(main: Main, left: list[Left]) -> bool:
    """Tell whether a style sheet hides more than is left to read: a script shows it then."""
    hidden = sum(one.number for one in left if one.kind == "hidden_text")
    return hidden > _length(main)


def _length(main: Main) -> int:
    return sum(len(block.text) for block in main.blocks)


def read_mhtml(data: bytes, name: str, encoding: str = "", *, is_site: bool = True) -> Document:
    """Read the page inside a .mht file."""
    try:
        parts = list(email.message_from_bytes(data, policy=email.policy.compat32).walk())
    except RecursionError as error:  # envelopes in envelopes without end
        raise refusals.unreadable(name, detail=repr(error)) from error
    for part in parts:
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                beside = Beside(_address(part), _sheets(parts))
                label = _charset(part)
                return read_html(
                    payload, name, label=label, encoding=encoding, beside=beside, is_site=is_site
                )
    raise refusals.unreadable(name, f"“{refusals.shown_name(name)}”里没有网页正文。")


def _sheets(parts: list[Message]) -> dict[str, tuple[bytes, str]]:
    """Return the style sheets of an envelope by their addresses."""
    found: dict[str, tuple[bytes, str]] = {}
    for part in parts:
        payload = part.get_payload(decode=True)
        if part.get_content_type() == "text/css" and isinstance(payload, bytes):
            ident = part.get("Content-ID", "").strip("<> ")
            found |= dict.fromkeys((_address(part), f"cid:{ident}"), (payload, _charset(part)))
    return found


def _address(part: Message) -> str:
    return "".join(part.get("Content-Location", "").split())


def _charset(part: Message) -> str:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else ""


def _parse(text: str, name: str) -> etree._Element | None:
    """Parse a page; comments go, and the brackets round Word's list numbers with them."""
    text = _WORD_CONDITION.sub("", _XML_HEAD.sub("", text.replace("\x00", "")))
    text = _BREAK_AS_END.sub("<br>", text)
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        page = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    # Beyond its limits (2,048 elements deep) the parser stops and keeps what it has: a silent loss.
    if found := _fatal(parser.error_log):
        raise refusals.too_big(name, found)
    for row in list(page.iter("tr")):
        _set_in_body(row)
    return page


def _set_in_body(row: etree._Element) -> None:
    """Set a row of a table into a tbody, as a browser does: selectors name it."""
    table = row.getparent()
    if table is None or table.tag != "table":
        return
    body = row.getprevious()
    if body is None or body.tag != "tbody":
        body = etree.Element("tbody")
        row.addprevious(body)
    body.append(row)


def _fatal(log: etree._ListErrorLog) -> str:
    """Return what made the parser stop before the end.

    libxml2 before 2.14, as in lxml for Windows, has no limit of depth, and takes a tag that the end
    of the page cuts off for a want of memory.
    """
    cut_off = False
    for entry in log:
        if entry.level == etree.ErrorLevels.FATAL and not cut_off:
            return str(entry)
        cut_off = entry.type == etree.ErrorTypes.ERR_GT_REQUIRED
    return ""


def _gather(gathered: Gathering, main: Main) -> None:
    if main.heading:
        gathered.add(main.heading, centred=True)
    tables = DataTables()
    for block in main.blocks:
        gathered.add(
            block.text,
            list_number=block.list_number,
            level=block.level,
            centred=block.centred,
            place=FilePlace.TABLE if tables.is_data(block.element) else FilePlace.BODY,
            soft=False,
            cell=tables.cell(block.element),
        )
    for line in main.cut:
        gathered.cut(line)
    gathered.count("site_chrome", len(main.cut))
    gathered.count("picture", main.pictures)


def _titles(page: etree._Element) -> list[str]:
    """Return the titles that a page gives itself, the surest first; empty where it does not."""
    metas = {
        str(meta.get("name") or meta.get("property") or "").lower(): meta.get("content", "")
        for meta in page.iter("meta")
    }
    given = [metas.get(meta, "") for meta in _TITLE_METAS]
    return [shown_text(one) for one in (*given, page.findtext("head/title") or "")]


def _tell_encoding(gathered: Gathering, decoded: Decoded) -> None:
    if decoded.encoding:
        gathered.count("encoding", detail=decoded.encoding)
    gathered.count("damaged_characters", decoded.damaged)
