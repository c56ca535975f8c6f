"""What a template carries besides text and must not travel with a report: what reaches elsewhere.

Fields that fetch something, objects of other programs, inserted files, pictures that lie outside.
Word would bring in, or run, what nobody has read. A template with one of these is refused; traces
that only say who made it are taken away in silence, see `neutral`.
"""

import posixpath
import re
from collections.abc import Iterator
from zipfile import ZipFile

from docx.oxml.ns import qn
from lxml import etree

from nianbao.errors import OutputError
from nianbao.rendering.docx import parts
from nianbao.rendering.docx.stories import MOST, STORY, place, stories

_FETCHING = frozenset(
    (
        *("DDE", "DDEAUTO", "INCLUDE", "INCLUDETEXT", "INCLUDEPICTURE", "IMPORT", "LINK"),
        *("DATABASE", "RD", "EMBED", "CONTROL", "HTMLCONTROL"),
    )
)
_NESTED = "嵌套的域"
_HARMLESS = ("/hyperlink", "/attachedTemplate")  # the latter goes, see `neutral`
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_LINKS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_INSERTED = frozenset([qn("w:altChunk"), qn("w:subDoc")])
_OBJECTS = frozenset([f"{_OFFICE}OLEObject", qn("w:control"), qn("w:object")])
_P, _CODE, _SIMPLE, _SIGN = (qn(f"w:{n}") for n in ("p", "instrText", "fldSimple", "fldChar"))
_KIND, _INSTRUCTION = qn("w:fldCharType"), qn("w:instr")
_VERB = re.compile(r"\s*([A-Za-z]+)")


def refused(template: bytes, name: str) -> OutputError | None:
    """Return what to say of the first thing that must not travel, None when there is none.

    Raises:
        BadZipFile: the template cannot be read.
        LxmlError: it is no XML.
    """
    with parts.opened(template) as package:
        for story, tree in stories(package):
            for number, what, do in _carried(tree, _outside(package, story)):
                return OutputError(
                    f"模板“{name}”{place(story, max(number, 1))}有{what}，报告不能带着它发出去。",
                    do=f"请在Word或WPS中打开模板，{do}，再导出。",
                )
        for other in package.namelist():
            if other.startswith("word/") and _shows_tags(package, other):
                return OutputError(
                    f"模板“{name}”的图表或图示里写有标记，那里的标记不会被填写。",
                    do="请在Word或WPS中打开模板，把它移到正文、页眉、页脚或脚注里，再导出。",
                    detail=other,
                )
    return None


def _carried(tree: etree._Element, outside: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """Yield in which paragraph something is, what it is, and what to do about it."""
    number, codes = 0, list[str]()
    for part in tree.iter():
        if part.tag == _P:
            number += 1
        elif part.tag in _INSERTED:
            yield number, "插入的另一个文件", "把那个文件的内容复制进来，删去插入的文件"
        elif part.tag in _OBJECTS:
            yield number, "别的软件的对象", "删去它，或者改成图片"
        codes = _with_code(codes, part)
        if part.tag == _SIMPLE or (part.tag == _SIGN and part.get(_KIND) != "begin"):
            for verb in filter(None, map(_fetching, codes)):
                yield number, f"会取用别处内容的域（{verb}）", "选中它按Ctrl+Shift+F9变成文字"
            codes = []
        if outside and _refers_to(part, outside):
            yield number, "放在文件外面的图片或内容", "把它插入到模板里面，不要链接"


def _with_code(codes: list[str], part: etree._Element) -> list[str]:
    """Return the codes of the fields that are open, with what a part adds to them."""
    if part.tag == _SIMPLE:
        return [*codes, part.get(_INSTRUCTION, "")]
    if part.tag == _SIGN and part.get(_KIND) == "begin":
        return [*([f"{codes[-1]} {_NESTED}"] if codes else []), ""]
    if part.tag == _CODE and codes:
        return [*codes[:-1], codes[-1] + (part.text or "")]
    return codes


def _refers_to(part: etree._Element, outside: frozenset[str]) -> bool:
    """Whether a part shows what lies outside the file."""
    return any(
        str(name).startswith((_LINKS, _OFFICE)) and value in outside
        for name, value in part.attrib.items()
    )


def _fetching(code: str) -> str:
    """Return the word by which a field fetches something, empty when it does not.

    One that another field makes up is not known before it is too late.
    """
    found = _VERB.match(code)
    verb = found[1].upper() if found else ""
    if not verb and _NESTED in code:
        return _NESTED
    return verb if verb in _FETCHING else ""


def _outside(package: ZipFile, story: str) -> frozenset[str]:
    """Return the ids by which a part refers to what lies outside the file."""
    folder, base = posixpath.split(story)
    links = posixpath.join(folder, "_rels", f"{base}.rels")
    if links not in package.namelist():
        return frozenset()
    tree = etree.fromstring(parts.part(package, links, MOST))
    return frozenset(
        link.get("Id", "")
        for link in tree
        if link.get("TargetMode") == "External" and not link.get("Type", "").endswith(_HARMLESS)
    )


_SHOWING = re.compile(r"word/(charts|diagrams)/[^/]+\.xml|word/numbering\.xml")


def _shows_tags(package: ZipFile, name: str) -> bool:
    """Whether a part that is shown and never filled in has tags."""
    if STORY.fullmatch(name) or not _SHOWING.fullmatch(name):
        return False
    data = parts.part(package, name, MOST)
    return b"{{" in data or b"{%" in data
