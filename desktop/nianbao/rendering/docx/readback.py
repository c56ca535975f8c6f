"""The gate before a file is handed out: opened again, does it hold the lines that went in?"""

from collections.abc import Iterable, Iterator, Sequence
from zipfile import BadZipFile

from docx.oxml.ns import qn
from lxml import etree

from nianbao.errors import OutputError
from nianbao.rendering.docx import parts
from nianbao.rendering.docx.stories import STORY

_P, _T, _TAB = qn("w:p"), qn("w:t"), qn("w:tab")
_BR = qn("w:br")
_RANGE_START, _RANGE_END = qn("w:commentRangeStart"), qn("w:commentRangeEnd")
_ID = qn("w:id")
_BODY, _RUN = qn("w:body"), qn("w:r")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LARGEST = 64 << 20  # bytes of a part
_DOCUMENT = "word/document.xml"
_TRIMMED = " \t\r\n"  # what Word drops at both ends of a text that does not say preserve
_DO = "请重新导出一次；若仍不行，请换回自带的模板。"


def check(docx: bytes, texts: Sequence[str], template: bytes) -> None:
    """Refuse a .docx whose paragraphs are not these texts, in this order.

    Between them may stand only what the template itself says: its letterhead.

    Raises:
        OutputError: text is missing, changed, moved or added; says where.
    """
    fixed = {text for text in _said_by(template) if "{" not in text}
    wanted = iter(enumerate(texts, start=1))
    number, expected = next(wanted, (0, None))
    for found in _read(docx):
        if found == expected:
            number, expected = next(wanted, (0, None))
        elif found not in fixed:
            raise _changed(number, expected, found)
    if expected is not None:
        raise _changed(number, expected, "")


def _said_by(template: bytes) -> Iterator[str]:
    """Yield the paragraphs of a template, which somebody else may have packed.

    Raises:
        OutputError: they cannot be read.
    """
    try:
        with parts.opened(template) as package:
            body = parts.part(package, _DOCUMENT, _LARGEST)
        yield from _paragraphs(body)
    except (BadZipFile, KeyError, etree.LxmlError) as error:
        raise _unfinished(error) from error


def check_comments(docx: bytes, wanted: Sequence[tuple[str, str]]) -> None:
    """Refuse a .docx whose comments are not these, in this order: on which words, saying what.

    Raises:
        OutputError: a comment is missing, stands elsewhere or says something else.
    """
    try:
        with parts.opened(docx) as package:
            body = etree.fromstring(parts.part(package, _DOCUMENT, _LARGEST))
            said = etree.fromstring(parts.part(package, "word/comments.xml", _LARGEST))
    except (BadZipFile, KeyError, etree.LxmlError) as error:
        raise _unfinished(error) from error
    texts = {one.get(_ID): "\n".join(shown(one)) for one in said}
    found = [(words, texts.get(number, "")) for number, words in _commented(body).items()]
    if found != list(wanted):
        raise OutputError(
            "导出的文件读回来，批注与写入的不一致，已经丢弃。", do=_DO, detail=repr(found)[:500]
        )


def _commented(body: etree._Element) -> dict[str | None, str]:
    """Return the words that each comment is on, by its number, in the order they begin."""
    found: dict[str | None, str] = {}
    begun: set[str | None] = set()
    for part in body.iter(_RANGE_START, _RANGE_END, _T, _TAB):
        if part.tag == _RANGE_START:
            begun.add(part.get(_ID))
            found[part.get(_ID)] = ""
        elif part.tag == _RANGE_END:
            begun.discard(part.get(_ID))
        for number in begun:
            found[number] += _shown(part)
    return found


def check_stories(docx: bytes, stories: Iterable[Sequence[str]]) -> None:
    """Refuse a .docx in which body, headers, footers or notes are not as they were rendered.

    Raises:
        OutputError: one of these lists of paragraphs is not in it.
    """
    try:
        with parts.opened(docx) as package:
            names = [name for name in package.namelist() if STORY.fullmatch(name)]
            read = [parts.part(package, name, _LARGEST) for name in names]
        found = [list(shown(etree.fromstring(story))) for story in read]
    except (BadZipFile, KeyError, etree.LxmlError) as error:
        raise _unfinished(error) from error
    for number, story in enumerate(stories):
        if list(story) not in found:
            raise OutputError(
                f"导出的文件读回来，{'正文' if number == 0 else '页眉、页脚或脚注'}与写入的不一致，"
                "已经丢弃。",
                do=_DO,
                detail=repr(story)[:500],
            )


def shown(tree: etree._Element) -> Iterator[str]:
    """Yield the paragraphs of a part as Word shows them, soft breaks as line ends."""
    for paragraph in tree.iter(_P):
        yield "".join(
            "\n" if part.tag == _BR else _shown(part) for part in paragraph.iter(_T, _TAB, _BR)
        )


def _read(docx: bytes) -> list[str]:
    try:
        return list(paragraphs(docx))
    except (BadZipFile, KeyError, etree.LxmlError) as error:
        raise _unfinished(error) from error


def _unfinished(error: Exception) -> OutputError:
    return OutputError("导出的文件没有写完整，已经丢弃。", do=_DO, detail=repr(error))


def paragraphs(docx: bytes) -> Iterator[str]:
    """Yield the paragraphs of a .docx as Word shows them, soft breaks joined."""
    with parts.opened(docx) as package:
        read = {name: parts.part(package, name, _LARGEST) for name in package.namelist()}
    yield from _paragraphs(read[_DOCUMENT])  # each was read whole: its sum was compared


def _paragraphs(document: bytes) -> Iterator[str]:
    body = etree.fromstring(document).find(_BODY)
    if body is None:
        raise KeyError("w:body")
    for paragraph in body.iter(_P):
        yield "".join(_shown(part) for part in paragraph.iter(_T, _TAB))


def _shown(part: etree._Element) -> str:
    parent = part.getparent()
    if part.tag in (_RANGE_START, _RANGE_END):
        return ""
    if part.tag == _TAB:
        return "\t" if parent is not None and parent.tag == _RUN else ""  # else a tab stop
    text = part.text or ""
    return text if part.get(_SPACE) == "preserve" else text.strip(_TRIMMED)


def _changed(number: int, expected: str | None, found: str) -> OutputError:
    where = f"第{number}段" if expected is not None else "末尾"
    return OutputError(
        f"导出的文件读回来与报告在{where}不一致，已经丢弃。",
        do=_DO,
        detail=f"{where}: {expected!r} → {found!r}",
    )
