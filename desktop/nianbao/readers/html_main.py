"""Where on a page the report is: by the weight of its paragraphs, not by a site's class names.

A county's page is a report of thousands of characters in a frame of links. The smallest element
that holds four fifths of the long paragraphs is the report. Short lines round it (an addressee, a
signature, a date) are taken in as long as no link stands among them.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from lxml import etree

from nianbao.readers.html_blocks import Block

_LONG = 40  # characters of a paragraph that speaks for the main text
_CLEAR = 300  # characters of long paragraphs below which a page has no clear main text
_SHARE = 0.8
_NEARLY_ALL = 0.95
_MAX_LINKED = 0.3
_A_LINK = 0.8
_LINK_LIST = 5  # this many links in a row are a list of other pages
_NEIGHBOURS = 8
_SHORT = 60
_FRAME = ("nav", "footer", "aside")
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:\w*title|bt|biaoti)\d?(?:$|[\s_-])", re.IGNORECASE)
_SMALL = ("p", "span", "font", "a", "b", "strong", "li", "h1", "h2", "h3", "h4", "h5", "h6")
_TITLE_NEAR = 15  # blocks between a page's heading and its report: source, date, buttons


@dataclass(frozen=True, slots=True)
class Main:
    """The report's blocks, the heading that stands before them, and the lines that were cut."""

    blocks: tuple[Block, ...]
    heading: str = ""
    cut: tuple[str, ...] = ()


def find_main(body: etree._Element, blocks: list[Block]) -> Main:
    """Split a page's blocks into the report and the site."""
    prose = [block for block in blocks if _is_prose(block)]
    if sum(len(block.text) for block in prose) < _CLEAR:
        return Main(tuple(blocks))
    container = _container(body, blocks, prose)
    within = [_is_within(block.element, container) for block in blocks]
    first, last = within.index(True), len(within) - within[::-1].index(True)
    parent = container.getparent() if container is not body else None
    if parent is not None and parent is not body:
        above = takewhile(lambda block: not _is_heading(block), reversed(blocks[:first]))
        first -= _neighbours(above, parent)
        last += _neighbours(blocks[last:], parent)
    kept = [block for block in blocks[first:last] if not _in_frame(block, container)]
    kept = _without_link_lists(kept)
    heading_blocks = _heading(blocks[:first], kept)
    heading = "".join(block.text for block in heading_blocks)
    used = {id(block) for block in (*kept, *heading_blocks)}
    cut = tuple(block.text for block in blocks if id(block) not in used)
    return Main(tuple(kept), heading, cut)


def _is_prose(block: Block) -> bool:
    return len(block.text) >= _LONG and block.link_share < _MAX_LINKED


def _container(body: etree._Element, blocks: list[Block], prose: list[Block]) -> etree._Element:
    """Return the smallest element that holds most prose, a larger one when that costs no links."""
    small = _smallest(body, prose, _SHARE)
    large = _smallest(body, prose, _NEARLY_ALL)
    if large is small:
        return small
    added = [
        block
        for block in blocks
        if _is_within(block.element, large) and not _is_within(block.element, small)
    ]
    linked = sum(block.linked for block in added)
    return large if linked <= 0.1 * sum(len(block.text) for block in added) else small


def _smallest(body: etree._Element, prose: list[Block], share: float) -> etree._Element:
    weights: Counter[etree._Element] = Counter()
    members: Counter[etree._Element] = Counter()
    depths: dict[etree._Element, int] = {body: 0}
    for block in prose:
        path = [block.element, *block.element.iterancestors()]
        path = path[: path.index(body)] if body in path else []
        for height, element in enumerate(path):
            weights[element] += len(block.text)
            members[element] += 1
            depths[element] = len(path) - height
    needed = share * sum(len(block.text) for block in prose)
    best = body
    for element, weight in weights.items():
        is_paragraph = element.tag in _SMALL and members[element] < 3
        if weight >= needed and depths[element] > depths[best] and not is_paragraph:
            best = element
    return best


def _is_within(element: etree._Element, container: etree._Element) -> bool:
    return element is container or any(
        ancestor is container for ancestor in element.iterancestors(container.tag)
    )


def _neighbours(blocks: Iterable[Block], parent: etree._Element) -> int:
    """Count the short lines without links that follow each other beside the container."""
    count = 0
    for block in blocks:
        is_line = len(block.text) <= _SHORT and not block.linked
        if count == _NEIGHBOURS or not is_line or not _is_within(block.element, parent):
            break
        count += 1
    return count


def _in_frame(block: Block, container: etree._Element) -> bool:
    for element in (block.element, *block.element.iterancestors()):
        if element is container:
            return False
        if element.tag in _FRAME:
            return True
    return False


def _is_link(block: Block) -> bool:
    return block.link_share >= _A_LINK and len(block.text) <= _SHORT and not block.file_link


def _without_link_lists(blocks: list[Block]) -> list[Block]:
    """Cut links at both ends (where one is, buttons) and lists of other pages in between."""
    first, last = 0, len(blocks)
    while first < last and _is_link(blocks[first]):
        first += 1
    while last > first and _is_link(blocks[last - 1]):
        last -= 1
    kept: list[Block] = []
    links: list[Block] = []
    for block in blocks[first:last]:
        if _is_link(block):
            links.append(block)
            continue
        kept += links if len(links) < _LINK_LIST else []
        links = []
        kept.append(block)
    return kept


def _heading(before: list[Block], kept: list[Block]) -> list[Block]:
    """Return the blocks of the page's heading before the container, none when it is in there."""
    near = before[-_TITLE_NEAR:]
    for block in reversed(near):
        if _is_heading(block) and block.link_share < _A_LINK:
            lines = [other for other in near if other.element is block.element]
            title = _bare("".join(line.text for line in lines))
            start = _bare("".join(line.text for line in kept[:_NEIGHBOURS]))
            return lines if title not in start else []
    return []


def _is_heading(block: Block) -> bool:
    classes = f"{block.element.get('class', '')} {block.element.get('id', '')}"
    is_heading = block.level is not None and block.level <= 3
    return is_heading or bool(_TITLE_CLASS.search(classes))


def _bare(text: str) -> str:
    return "".join(text.split())
