"""Sentences that the end of a page parted are put together again, in a text that no column cut."""

from collections.abc import Sequence

from nianbao.report import numeral
from nianbao.report.change import Change
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line, put_together
from nianbao.understanding.lines.wrapping.column import cut_in_sentence

_REASON = "一句话被页码或页眉隔成两行，接回成一段。"


def joined(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines whole that a page parted in the middle of a sentence, and every joint.

    What may be the halves of a number stays apart, and is asked about.
    """
    goes_on = {
        below.index
        for above, below in cut_in_sentence(lines, layout, spaced=False)
        if below.parted and not numeral.is_cut(above.plain, below.plain)
    }
    found: list[Line] = []
    changes: list[Change] = []
    for line in lines:
        if line.index in goes_on:
            found[-1], change = put_together(found[-1], line, _REASON)
            changes.append(change)
        else:
            found.append(line)
    return found, changes
