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

from nianbao.readers.web.html_blocks import HtmlBlock

_LONG = 40  # characters of a paragraph that speaks for the main text
_CLEAR = 300  # characters of long paragraphs below which a page has no clear main text
_SHARE = 0.8
_NEARLY_ALL = 0.95
_MAX_LINKED = 0.3
_A_LINK = 0.8
_LINK_LIST = 5  # this many links in a row are a list of other pages
_BUTTONS = 2  # in one line: one may be a heading that opens something
_NEIGHBOURS = 8
_SHORT = 60
_ROWS = ("tr", "tbody", "thead", "tfoot")
_FRAME = ("nav", "footer", "aside")
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:\w*title|bt|biaoti)\d?(?:$|[\s_-])", re.IGNORECASE)
_SMALL = ("p", "span", "font", "a", "b", "strong", "li", "h1", "h2", "h3", "h4", "h5", "h6")
_ICON = re.compile(r"(?:[0-2]?\d|3[0-2])(?:px)?")  # px: up to 32
_BETWEEN_TITLES = re.compile(r"[_|｜\-－—–]+")
_A_NAME = 8  # characters; shorter ones are parts of a site
_TITLE_NEAR = 15  # blocks between a page's heading and its report: source, date, buttons


@dataclass(frozen=True, slots=True)
class Main:
    """The report's blocks, the heading that stands before them, and the lines that were cut.

    `pictures` stand among the blocks: there may be text in them. `container` holds the blocks.
    """

    blocks: tuple[HtmlBlock, ...]
    container: etree._Element
    heading: str = ""
    cut: tuple[str, ...] = ()
    pictures: int = 0


def find_main(body: etree._Element, blocks: list[HtmlBlock], titles: Iterable[str]) -> Main:
    """Split a page's blocks into the report and the site; `titles` are those it gives itself."""
    # Behind or before a page's title stands the site's, which is shorter and on a banner too.
    named = "\n".join(_bare(max(_BETWEEN_TITLES.split(title), key=len)) for title in titles)
    prose = [block for block in blocks if _is_prose(block)]
    if sum(len(block.text) for block in prose) < _CLEAR:
        return whole(body, blocks)
    container = _container(body, blocks, prose)
    inside = set(container.iter())
    within = [block.element in inside for block in blocks]
    first, last = within.index(True), len(within) - within[::-1].index(True)
    parent = _around(container) if container is not body else None
    if parent is not None and parent is not body:
        beside = set(parent.iter())
        above = takewhile(lambda block: not _is_heading(block, named), reversed(blocks[:first]))
        first -= _neighbours(above, beside)
        last += _neighbours(blocks[last:], beside)
    frames = {element for frame in container.iter(*_FRAME) for element in frame.iter()}
    kept = [block for block in blocks[first:last] if block.element not in frames]
    kept = _without_link_lists(kept)
    heading_blocks = _heading(blocks[:first], kept, named)
    heading = "".join(block.text for block in heading_blocks)
    used = {id(block) for block in (*kept, *heading_blocks)}
    cut = tuple(block.text for block in blocks if id(block) not in used)
    return Main(tuple(kept), container, heading, cut, _pictures(container))


def whole(body: etree._Element, blocks: list[HtmlBlock]) -> Main:
    """Return all of a page."""
    return Main(tuple(blocks), body, pictures=_pictures(body))


def _around(container: etree._Element) -> etree._Element | None:
    """Return what stands round the report: of a cell or of rows, what stands round the table's."""
    parent = container.getparent()
    if container.tag in _ROWS and parent is not None:
        parent = parent.getparent()
    while parent is not None and parent.tag in _ROWS:
        parent = parent.getparent()
    return parent


def _pictures(element: etree._Element) -> int:
    """Count pictures, but for icons and what is a link: those belong to the site."""
    return sum(
        next(one.iterancestors("a"), None) is None
        and not any(_ICON.fullmatch(one.get(side, "")) for side in ("width", "height"))
        for one in element.iter("img")
    )


def _is_prose(block: HtmlBlock) -> bool:
    return len(block.text) >= _LONG and block.link_share < _MAX_LINKED


def _container(
    body: etree._Element, blocks: list[HtmlBlock], prose: list[HtmlBlock]
) -> etree._Element:
    """Return the smallest element that holds most prose, a larger one when that costs no links."""
    small, large = _smallest(body, prose)
    if large is small:
        return small
    added = set(large.iter()) - set(small.iter())
    beside = [block for block in blocks if block.element in added]
    linked = sum(block.linked for block in beside)
    return large if linked <= 0.1 * sum(len(block.text) for block in beside) else small


def _smallest(
    body: etree._Element, prose: list[HtmlBlock]
) -> tuple[etree._Element, etree._Element]:
    """Return the deepest elements that hold _SHARE and _NEARLY_ALL of the prose."""
    weights: Counter[etree._Element] = Counter()
    members: Counter[etree._Element] = Counter()
    for block in prose:
        weights[block.element] += len(block.text)
        members[block.element] += 1
    elements = list(body.iter())
    for element in reversed(elements):
        parent = element.getparent()
        if parent is not None and element in weights:
            weights[parent] += weights[element]
            members[parent] += members[element]
    total = weights[body]
    small = large = body
    for element in elements:  # from the outside in: of nested ones the last that holds enough
        if element in weights and not (element.tag in _SMALL and members[element] < 3):
            small = element if weights[element] >= _SHARE * total else small
            large = element if weights[element] >= _NEARLY_ALL * total else large
    return small, large


def _neighbours(blocks: Iterable[HtmlBlock], beside: set[etree._Element]) -> int:
    """Count the short lines without links that follow each other beside the container."""
    count = 0
    for block in blocks:
        is_line = len(block.text) <= _SHORT and not block.linked
        if count == _NEIGHBOURS or not is_line or block.element not in beside:
            break
        count += 1
    return count


def _is_link(block: HtmlBlock) -> bool:
    return block.link_share >= _A_LINK and len(block.text) <= _SHORT and not block.file_link


def _without_link_lists(blocks: list[HtmlBlock]) -> list[HtmlBlock]:
    """Cut links at both ends, and buttons and lists of other pages in between."""
    first, last = 0, len(blocks)
    while first < last and _is_link(blocks[first]):
        first += 1
    while last > first and _is_link(blocks[last - 1]):
        last -= 1
    kept: list[HtmlBlock] = []
    links: list[HtmlBlock] = []
    for block in blocks[first:last]:
        if _is_link(block) and block.buttons >= _BUTTONS:
            continue
        if _is_link(block):
            links.append(block)
            continue
        kept += links if len(links) < _LINK_LIST else []
        links = []
        kept.append(block)
    return kept


def _heading(before: list[HtmlBlock], kept: list[HtmlBlock], named: str) -> list[HtmlBlock]:
    """Return the blocks of the page's heading before the container, none when it is in there."""
    near = before[-_TITLE_NEAR:]
    for block in reversed(near):
        if _is_heading(block, named) and block.link_share < _A_LINK:
            lines = [other for other in near if other.element is block.element]
            title = _bare("".join(line.text for line in lines))
            start = _bare("".join(line.text for line in kept[:_NEIGHBOURS]))
            return lines if title not in start else []
    return []


def _is_heading(block: HtmlBlock, named: str) -> bool:
    """Tell whether a block is made as a title, or says what the page gives as its own."""
    classes = f"{block.element.get('class', '')} {block.element.get('id', '')}"
    is_heading = block.level is not None and block.level <= 3
    text = _bare(block.text)
    is_named = len(text) >= _A_NAME and text in named
    return is_heading or is_named or bool(_TITLE_CLASS.search(classes))


def _bare(text: str) -> str:
    return "".join(text.split())
