"""The names of attachments, one a line below 附件：: what they count are papers, no figures."""

import re
from collections.abc import Sequence

from nianbao.report.document import FilePlace
from nianbao.report.model import ElementKind
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.marked import SHORT, Marked

_SENTENCE = re.compile("[，。；]")
_COUNTED = re.compile(r"\d *[\u4e00-\u9fff%](?<!年)")  # 91件明细表 is told, no number of papers
_IN_BRACKETS = re.compile("[（(][^（）()]*[）)]")


def names(marked: Sequence[Marked], layout: Layout) -> frozenset[int]:
    """Return the lines, by index, that name attachments below the first one.

    Their numbers go on from that of the line with 附件：; what else is counted there is not theirs.
    """
    found: set[int] = set()
    due = 0  # the number of the next name, 0 when none is awaited
    for kind, line in marked:
        if not line.bare:
            continue
        begins = layout.element["attachments"].match(line.plain)
        number = parse_heading_number(line.bare[begins.end() :] if begins else line.bare)
        if kind is not ElementKind.ATTACHMENT or line.origin.place is FilePlace.TABLE:
            due = 0
        elif begins:
            alone = begins.end() == len(line.plain)
            due = 1 if alone else number.ordinal + 1 if number else 0
        elif number and number.ordinal == due > 0 and _is_name(line.plain):
            found.add(line.index)
            due += 1
        else:
            due = 0
    return frozenset(found)


def _is_name(plain: str) -> bool:
    bare = _IN_BRACKETS.sub("", plain)
    return len(plain) <= SHORT and not _SENTENCE.search(bare) and not _COUNTED.search(bare)
