"""Sentences that still stand in two lines: a page parted them, or a line end that says nothing.

What the page parted is one; else it may as well be a paragraph without its full stop.
"""

import re
from collections.abc import Sequence

from nianbao.report import numeral
from nianbao.report.change import Change, ChangeRule
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line, put_together
from nianbao.understanding.lines.wrapping.column import cut_in_sentence, opens_item

_REASON = "一句话被页码或页眉隔成两行，接回成一段。"
_PROSE = re.compile("[，。]")
_LEAST = 16  # characters of a line of prose
_SHOWN = 10  # characters of it, at its end


def joined(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines whole that a page parted in the middle of a sentence, and every joint.

    What may be the halves of a number stays apart, and is asked about. A question follows where
    other lines stop in a sentence.
    """
    cut = list(cut_in_sentence(lines, layout, spaced=False))
    goes_on = {
        below.index
        for above, below in cut
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
    return found, [
        *changes,
        *_asked([pair for pair in cut if pair[1].index not in goes_on], layout),
    ]


def _asked(cut: Sequence[tuple[Line, Line]], layout: Layout) -> list[Change]:
    """Return a question about the first line that stops in a sentence of prose."""
    doubted = [above for above, below in cut if _may_be_one(above, below, layout)]
    if not doubted:
        return []
    more = f"另有{len(doubted) - 1}处也是这样。" if len(doubted) > 1 else ""
    return [
        Change(
            rule=ChangeRule.PARAGRAPH_IN_DOUBT,
            before=doubted[0].bare[-_SHOWN:],
            after=doubted[0].bare[-_SHOWN:],
            paragraph=doubted[0].index,
            reason=f"“{doubted[0].bare[-_SHOWN:]}”后面没有句号就换了行，是一段话断成了两截，还是漏了"
            f"句号，看不出来，现在当作两段，请核对。{more}",
            open=True,
        )
    ]


def _may_be_one(above: Line, below: Line, layout: Layout) -> bool:
    """Whether two lines are prose, and the second one does not begin anew."""
    prose = all(_PROSE.search(one.plain) for one in (above, below))
    anew = opens_item(below.plain) or layout.told_by_text["continued"].match(below.plain)
    return prose and len(above.plain) >= _LEAST and not below.origin.soft and not anew
