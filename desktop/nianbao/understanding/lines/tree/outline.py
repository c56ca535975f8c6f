"""Headings and passages become a tree; numbers that the text lost are inferred."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from nianbao.report.change import Change, ChangeRule
from nianbao.report.model import EntryKind
from nianbao.report.writing import numbering
from nianbao.report.writing.numbering import HeadingNumber
from nianbao.standards.layout import layout
from nianbao.understanding import kinds
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.tree import headings, nesting, sequence, titles
from nianbao.understanding.lines.tree.headings import Heading, Known, Passage, Splitter

_TOO_MANY = re.compile(
    r"(?<=[）)\]〕】﹚﹞］㈠-㈩㊀-㊉⑴-⒇①-⑳])[、.．:：，。；]+$|(?<=[、.．])[、.．]$"
)


@dataclass(slots=True, kw_only=True)
class Node:
    """A section while the tree is built: its heading, the text below it, its children.

    `heading` is None only for text that stands under no heading at all. `level` is the depth in
    this report, whatever form its numbers have: a report whose second level begins at “1.” has
    its “1.” on level 2.
    """

    heading: Heading | None
    level: int
    is_doubtful: bool = False  # its number might as well belong to another level
    passages: list[Passage] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """Yield this node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def build(lines: Sequence[Line], known: Known) -> tuple[list[Passage], list[Node]]:
    """Return the passages before the first heading, and the outline.

    `known` tells the titles of the parts that every report has.
    """
    numbers = sequence.numbers(lines)
    numbered = any(_begins_part(line, numbers) for line in lines)
    splitter = Splitter(known=known, numbers=numbers, numbered=numbered)
    pieces = list(_with_lost_numbers(piece for line in lines for piece in splitter.split(line)))
    pieces = list(_with_parts_alone(pieces))
    pieces = list(titles.alone(pieces))
    if lead := _leading(pieces):
        pieces = [_as_part(piece, lead) for piece in pieces]
    found = nesting.placed([one for one in pieces if isinstance(one, Heading)])
    levels = iter(found.levels)
    preface: list[Passage] = []
    roots: list[Node] = []
    path: list[Node] = []
    for piece in pieces:
        if isinstance(piece, Heading):
            node = _placed(piece, path, next(levels))
            node.is_doubtful = piece is found.doubtful
            (path[-2].children if len(path) > 1 else roots).append(node)
        elif path:
            path[-1].passages.append(piece)
        else:
            preface.append(piece)
    return (preface, roots) if roots else _unheaded(preface)


def _with_parts_alone(pieces: Sequence[Heading | Passage]) -> Iterator[Heading | Passage]:
    """Make a heading of 存在的不足 on a line of its own, but in a part that tells the same.

    Nor in a part that tells the other (存在的不足) when one with a number tells this.
    """
    parts = [one for one in pieces if isinstance(one, Heading) and one.ordinal and one.form == 1]
    numbered = frozenset().union(*map(_all_told, parts))
    inside = False
    for piece, below in pairwise([*pieces, None]):
        assert piece is not None
        kind = None if _leads_in(piece, below) else _told(piece)
        if isinstance(piece, Heading) and piece.ordinal:
            inside = kind is not None if piece.form == 1 else inside
        elif kind and not (inside and kind in numbered):
            found = headings.part_alone(piece.line, numbered=False)
            yield replace(found, told=kind.value) if found else piece
            continue
        yield piece


def _all_told(part: Heading) -> frozenset[EntryKind]:
    """Return all that the title of a part says that it tells: 存在的不足和下一步打算."""
    told = _told(part)
    return kinds.named(part.title) | ({told} if told else set())


def _leads_in(piece: Heading | Passage, below: Heading | Passage | None) -> bool:
    if not isinstance(piece, Passage) or not isinstance(below, Passage):
        return False
    return kinds.leads_in(piece.text, below.text, layout())


def _told(piece: Heading | Passage) -> EntryKind | None:
    """Return what a piece that may be the title of a part says that it tells: wanting, planned."""
    if isinstance(piece, Passage):
        return None if piece.joined else kinds.told_by_title(piece.text, layout())
    kind = kinds.below("", piece.title, layout()) if piece.form == 1 else None
    return kind if kind and kind.is_written_anew else None


def _leading(pieces: Iterable[Heading | Passage]) -> nesting.Form | None:
    """Return the form of number that stands above the higher ones, None where they rank as usual.

    In 1、 above （一）, or 【一】 above 一、, the first one goes on where the other begins anew.
    """
    known = [
        (nesting.form_of(piece), piece.ordinal)
        for piece in pieces
        if isinstance(piece, Heading) and piece.ordinal and piece.depth == 1
    ]
    counts = Counter(known)
    if not known or counts[known[0]] > 1 or known[0][1] > 1:
        return None
    lead = known[0][0]
    highest = min((rank for (rank, _), _ in known), default=0)
    anew = {form for (form, ordinal), count in counts.items() if ordinal == 1 and count > 1}
    above = any(form != lead and form[0] == highest for form in anew)
    return lead if above and lead[0] >= highest else None


def _as_part(piece: Heading | Passage, lead: nesting.Form) -> Heading | Passage:
    """Return a piece whose number has the leading form made one of the highest rank."""
    if isinstance(piece, Heading) and piece.ordinal and nesting.form_of(piece) == lead:
        return replace(piece, is_part=True)
    return piece


def _begins_part(line: Line, numbers: Mapping[int, HeadingNumber]) -> bool:
    number = numbers.get(line.index) or numbering.parse_heading_number(line.text)
    return number is not None and (number.level == 1 or line.origin.level == 1)


def _unheaded(passages: list[Passage]) -> tuple[list[Passage], list[Node]]:
    """Put a report that has no heading at all, but for its first paragraph, under an empty one."""
    first = next((at for at, passage in enumerate(passages) if passage.text.strip()), 0) + 1
    if len(passages) <= first:
        return passages, []
    heading = Heading(
        form=1, ordinal=0, prefix="", title="", suffix="", body="", line=passages[first].line
    )
    return passages[:first], [Node(heading=heading, level=1, passages=passages[first:])]


def _placed(heading: Heading, path: list[Node], level: int) -> Node:
    """Put a heading's node at the end of the path, at its level."""
    del path[level - 1 :]
    node = Node(heading=heading, level=level)
    if heading.body:
        node.passages.append(Passage(text=heading.body, line=heading.line, joined=True))
    path.append(node)
    return node


def _with_lost_numbers(pieces: Iterable[Heading | Passage]) -> Iterator[Heading | Passage]:
    """Give every lost numeral the ordinal behind its last sibling's."""
    last: dict[int, int] = {}
    for piece in pieces:
        if isinstance(piece, Heading):
            ordinal = piece.ordinal
            if piece.inferred:
                ordinal = last.get(piece.rank, 0) + 1
                piece = replace(piece, ordinal=ordinal)  # noqa: PLW2901 - the same heading, numbered
            last[piece.rank] = ordinal
            last |= {rank: 0 for rank in last if rank > piece.rank}
        yield piece


def number(heading: Heading) -> str:
    """Return a heading's number as it should be written, empty for one without."""
    if heading.is_part or heading.depth > 1:
        return heading.prefix.strip()
    return numbering.write_heading_number(heading.form, heading.ordinal) if heading.ordinal else ""


def restored(heading: Heading) -> tuple[Heading, list[Change]]:
    """Return a heading with its number written out and clean, and what was changed for that."""
    written = _clean(heading)
    if not written or heading.prefix == written:
        return heading, []
    change = Change(
        rule=ChangeRule.LOST_NUMERAL if heading.inferred else ChangeRule.HEADING_NUMBER,
        before=heading.prefix + heading.title,
        after=written + heading.title,
        paragraph=heading.line.index,
        reason="编号在原文中不完整，按前后编号补上。"
        if heading.inferred
        else "编号里外多余的空格、标点和符号，或缺的一半括号。",
    )
    return replace(heading, prefix=written), [change]


def _clean(heading: Heading) -> str:
    """Return a number without what does not belong to it; a style of its own (“1、” ㈠) stays."""
    if not heading.ordinal or heading.is_part or heading.depth > 1:
        return ""
    parsed = numbering.parse_heading_number(heading.prefix)
    if parsed is None:
        return number(heading)
    written = _TOO_MANY.sub("", numbering.undashed("".join(parsed.written.split())))
    ends_in_digits = (heading.title or heading.body)[:1].isdecimal() and written[-1] in ".．"
    return f"{written} " if ends_in_digits and heading.prefix.endswith(" ") else written


def as_item(heading: Heading) -> Heading:
    """Return a heading that is itself all there is to say: a number before a text."""
    return replace(heading, title="", suffix="", body=heading.title + heading.suffix)
