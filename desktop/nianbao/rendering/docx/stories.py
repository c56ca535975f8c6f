"""The stories of a Word template: body, headers, footers and notes, each with its paragraphs."""

import re
from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from nianbao.rendering.docx import parts

STORY = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
MOST = 64 << 20
"""Bytes of one part."""

_SHOWN = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注"}
_KIND = re.compile(r"word/|\d*\.xml")


def stories(package: ZipFile) -> Iterator[tuple[str, etree._Element]]:
    """Yield the name and the tree of each story, the body first.

    Raises:
        BadZipFile: one is damaged.
        LxmlError: one is no XML.
    """
    found = [name for name in package.namelist() if STORY.fullmatch(name)]
    for story in sorted(found, key=lambda one: "document" not in one):
        yield story, etree.fromstring(parts.part(package, story, MOST))


def place(story: str, number: int) -> str:
    """Return what the user calls a paragraph of a story, counted from 1."""
    return f"{_SHOWN.get(_KIND.sub('', story), '')}第{number}段"
