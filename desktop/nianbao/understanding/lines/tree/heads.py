"""The lines of a table whose years are those of the report: its caption, the heads of its columns.

A table is written anew each year: 2024年情况表, 2023年 | 2024年. Where it says when something was
(授予时间 | 2024年), the year is no head of a column. The first cell may be the caption.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from nianbao.standards.figures.tables import heads
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.tree.headings import Passage

_CAPTION = 40  # characters of what stands above a table
_ABOVE = 2  # lines: its caption, and 单位：件
_NO_CAPTION = re.compile("[。；，！？;!?]")


def of_the_year(
    passages: Sequence[Passage], is_cell: Callable[[Passage], bool], layout: Layout
) -> frozenset[int]:
    """Return the lines, by index, that are captions or heads."""
    full = [one for one in passages if one.text.strip()]
    return frozenset([*_captions(full, is_cell, layout), *_heads(full, is_cell)])


def _captions(
    passages: Sequence[Passage], is_cell: Callable[[Passage], bool], layout: Layout
) -> Iterator[int]:
    below = 0  # lines between this one and a table, or the table itself
    for one in reversed(passages):
        below = 0 if is_cell(one) else below + 1
        told = one.line.plain
        above_table = 0 < below <= _ABOVE and _may_be_caption(told)
        below = below if above_table or not below else _ABOVE  # a text ends what stands above
        if above_table or layout.element["caption"].search(told):
            yield one.line.index


def _heads(passages: Sequence[Passage], is_cell: Callable[[Passage], bool]) -> Iterator[int]:
    dated, begins = False, True
    for one in passages:
        if not is_cell(one):
            dated, begins = False, True
            continue
        told = one.line.plain
        dated = dated or heads().dated.search(told) is not None
        if not dated and (heads().year_head.search(told) or (begins and _may_be_caption(told))):
            yield one.line.index
        begins = False


def _may_be_caption(told: str) -> bool:
    return len(told) <= _CAPTION and not _NO_CAPTION.search(told)
