"""A document's lines made ready to be understood, every step of it listed and off with `--raw`."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from nianbao.report.change import Change, ChangeRule
from nianbao.report.document import Document
from nianbao.report.model import ElementKind, EntryKind
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.layout import Layout
from nianbao.understanding import kinds
from nianbao.understanding.around import back, elements, front, labels
from nianbao.understanding.around.page import PageParts
from nianbao.understanding.lines import frames, line, markdown, pages, pasted
from nianbao.understanding.lines.line import Line, taken_away
from nianbao.understanding.lines.marked import LONG, SENTENCE_END, SHORT
from nianbao.understanding.lines.tree import titles
from nianbao.understanding.lines.tree.outline import Node
from nianbao.understanding.lines.wrapping import (
    empty_lines,
    in_two,
    lone_numbers,
    soft,
    stretches,
    wraps,
)

_LONG_PART = 1500  # characters that a part of a report may have without a heading in it
_REPEATED = 2  # in the text; the first may stand above the title
_MOST = 0.8  # of the text in one stretch
_SHOWN = 20  # characters of a heading that is asked about


def prepared(document: Document, layout: Layout, *, raw: bool) -> tuple[list[Line], list[Change]]:
    """Return the lines as they are to be understood, and everything that was changed for that."""
    lines = line.as_read(document)
    if raw:
        return lines, []
    changes: list[Change] = []
    steps: tuple[Callable[[Sequence[Line]], tuple[list[Line], list[Change]]], ...] = (
        lambda found: markdown.without_talk(found, layout),
        lambda found: pasted.without_margins(found, layout),
        lambda found: markdown.without_marks(found, layout),
        frames.unframed,
        lambda found: labels.without_labels(found, layout),
        lambda found: without_contents(found, layout),
        lambda found: without_page_numbers(found, layout),
        lambda found: empty_lines.closed(found, layout),
        lambda found: soft.joined(found, layout),
        lambda found: wraps.joined(found, layout),
        lambda found: stretches.joined(found, layout),
        lambda found: in_two.joined(found, layout),
        lone_numbers.joined,
        line.corrected,
        lambda found: elements.separated(found, layout),
    )
    for step in steps:
        lines, made = step(lines)
        changes += made
    return lines, changes


def without_contents(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines without a table of contents: 目录, and lines that end with their page."""
    title, entry = layout.element["contents"], layout.element["contents_entry"]
    gone: list[Line] = []
    inside = False
    for one in lines:
        is_title = title.search(one.plain) is not None and not one.is_cell
        short = len(one.plain) <= LONG
        inside = is_title or (inside and short and (not one.bare or bool(entry.search(one.plain))))
        if inside and one.bare and not one.is_cell:
            gone.append(one)
    return _without(lines, gone, "目录，导出时由Word另做。") if len(gone) > 1 else (list(lines), [])


def without_page_numbers(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines without the page numbers and rules that came along when pages were copied."""
    pattern = layout.element["page_number"]
    found = [one for one in lines if pattern.search(one.plain) and not one.is_cell]
    return _without(lines, found, "页码或分隔线。")


def _without(
    lines: Sequence[Line], unwanted: Sequence[Line], reason: str
) -> tuple[list[Line], list[Change]]:
    changes = [taken_away(one, reason) for one in unwanted]
    gone = {one.index for one in unwanted}
    return pages.without(lines, (at for at, one in enumerate(lines) if one.index in gone)), changes


def missing_structure(body: Sequence[Line], nodes: Sequence[Node]) -> Change | None:
    """Return a question when a long text has no headings, or all but all of it stands under one."""
    length = sum(len(one.plain) for one in body)
    headed = [node for node in nodes if node.heading and node.heading.title]
    if headed and (length < _LONG_PART or _widest(nodes) < _MOST * length):
        return None
    shown = next((one.plain[:_SHOWN] for one in body if one.plain), "")
    return Change(
        rule=ChangeRule.NO_STRUCTURE,
        before=shown,
        after=shown,
        reason="没有认出结构：全文找不到“一、”“（一）”这样的标题。请在原文里补上标题序号再导入，"
        "或导入后自己分节。",
        open=True,
    )


def doubtful_level(nodes: Sequence[Node], layout: Layout) -> Change | None:
    """Return a question when a heading's number may belong to this level or to another one."""
    doubtful = (node for root in nodes for node in root.walk() if node.is_doubtful)
    astray = (one for one, below in pairwise(nodes) if _is_astray(one, below))
    inside = _parts_inside(nodes, layout)
    again = (one for root in nodes for node in root.walk() for one in _same_inside(node))
    asked = (*doubtful, *astray, *inside, *again)
    heading = next((node.heading for node in asked if node.heading), None)
    if heading is None:
        return None
    shown = (heading.prefix + heading.title)[:_SHOWN]
    return Change(
        rule=ChangeRule.LEVEL_IN_DOUBT,
        before=shown,
        after=shown,
        paragraph=heading.line.index,
        reason=f"序号里外用了同一种，“{shown}”是一级标题还是里面一层的，看不出来，请核对分节。",
        open=True,
    )


def _same_inside(node: Node) -> list[Node]:
    """Return the only section of another one that has its very number: （一） below （一）.

    It was to be the next one.
    """
    alike = [one for one in node.children if _number(one)[:1] == _number(node)[:1]]
    same = len(alike) == 1 and _number(alike[0]) == _number(node)
    return alike if same and node.heading and node.heading.ordinal else []


def _number(node: Node) -> tuple[int, ...]:
    """Return the rank and the ordinal of a section's number, nothing where it has no heading."""
    return (node.heading.rank, node.heading.ordinal) if node.heading else ()


def _parts_inside(nodes: Sequence[Node], layout: Layout) -> list[Node]:
    """Return the only section that tells what is planned, or was wanting, when no part does."""
    told = {kind for node in nodes if node.heading for kind in kinds.named(node.heading.title)}
    inside: dict[EntryKind, list[Node]] = {}
    for node in (node for root in nodes for child in root.children for node in child.walk()):
        if node.heading and node.heading.ordinal and not node.heading.body:
            kind = kinds.told_by_title(node.heading.title, layout)
            if kind and kind not in told:
                inside.setdefault(kind, []).append(node)
    return [only[0] for only in inside.values() if len(only) == 1]


def broken_title(nodes: Sequence[Node]) -> Change | None:
    """Return a question when a line below a heading may be the end of it, or another heading."""
    headed = ((node.heading, node.passages) for root in nodes for node in root.walk())
    for heading, passages in headed:
        if heading and (line := titles.broken(heading, passages)):
            shown = (heading.prefix + heading.title).strip()
            return Change(
                rule=ChangeRule.TITLE_IN_DOUBT,
                before=line.text.strip(),
                after=line.text.strip(),
                paragraph=line.line.index,
                reason=f"“{shown}”下面单独的一行，是标题断开的后半截，还是另一个标题，看不出来，"
                "现在当作正文，请核对。",
                open=True,
            )
    return None


def second_report(lines: Sequence[Line], layout: Layout) -> Change | None:
    """Return a question when another report begins further down: a title, and part one again.

    A title that is the same may head every page, and a list inside of a section begin with 一、.
    """
    firsts = [at for at, one in enumerate(lines) if _is_first_part(one)]
    known = [at for at, one in enumerate(lines) if _is_title(one, layout)]
    for before, again in pairwise(firsts):
        between = [at for at in known if before < at < again]
        first = next((lines[at] for at in known if at < before), None)
        is_other = between and (first is None or first.plain != lines[between[-1]].plain)
        if between and (is_other or lines[before].plain == lines[again].plain):
            second = lines[between[-1]]
            return Change(
                rule=ChangeRule.SECOND_REPORT,
                before=second.bare,
                after=second.bare,
                paragraph=second.index,
                reason=f"文件里好像不止一份报告：“{second.bare}”下面又从“一、”开始。现在当作一份读，"
                "年份、署名和日期可能不是同一份的，请把要用的一份另存后再导入。",
                open=True,
            )
    return None


def notice_above(page: PageParts, layout: Layout) -> Change | None:
    """Return a question when the report hangs on a notice, of which nothing is kept."""
    titled = (at for at, (kind, _) in enumerate(page.front) if kind is ElementKind.TITLE)
    above = [line for _, line in page.front[: next(titled, 0)]]
    if not (name := front.notice(above, layout)):
        return None
    return Change(
        rule=ChangeRule.NOTICE_ABOVE,
        before=name,
        after=name,
        paragraph=next(line.index for line in above if line.bare),
        reason=f"报告前面还有一份“{name}”，连同它的文号、主送、署名和日期都没有读入，只读了后面的报告，"
        "请核对。",
        open=True,
    )


def repeated_line(lines: Sequence[Line], body: Sequence[Line]) -> Change | None:
    """Return a question when one line stands again and again, as at the heads of pages."""
    again = pages.repeated(lines)
    inside = {line.index for line in body}
    if sum(line.index in inside for line in again) < _REPEATED:
        return None
    return Change(
        rule=ChangeRule.LINE_REPEATED,
        before=again[0].bare,
        after=again[0].bare,
        paragraph=again[0].index,
        reason=f"“{again[0].bare}”单独成行出现了{len(again)}次，像是每页都有的页眉、页脚，"
        "现在当作正文，请核对。",
        open=True,
    )


def _is_first_part(line: Line) -> bool:
    number = parse_heading_number(line.bare)
    return number is not None and (number.level, number.ordinal) == (1, 1)


def _is_title(line: Line, layout: Layout) -> bool:
    short = len(line.plain) <= SHORT and not SENTENCE_END.search(line.plain)
    known = (layout.element[kind].search(line.plain) for kind in ("title", "explanation"))
    return short and any(known)


def _is_astray(node: Node, below: Node) -> bool:
    """Whether a part has the number of the next one, and its first section follows on others.

    （一） 二、（三） and then the part 二、: the first 二、 was to be （二）.
    """
    first = next((child.heading for child in node.children), None)
    same = node.heading and below.heading and node.heading.ordinal == below.heading.ordinal > 0
    return bool(same) and first is not None and first.ordinal > 1


def doubtful_end(body: Sequence[Line], layout: Layout) -> Change | None:
    """Return a question when the text ends in a name that may sign it, and in what is no date."""
    line = back.doubtful(body, layout)
    if line is None:
        return None
    return Change(
        rule=ChangeRule.END_IN_DOUBT,
        before=line.bare,
        after=line.bare,
        paragraph=line.index,
        reason=f"“{line.bare}”像是署名，下面的字看不出是不是成文日期，都当作正文放在最后一节，请核对。",
        open=True,
    )


def _widest(nodes: Sequence[Node]) -> int:
    """Return how many characters stand under one heading, the most of any."""
    return max(
        (
            sum(len(passage.text) for passage in node.passages)
            for root in nodes
            for node in root.walk()
        ),
        default=0,
    )
