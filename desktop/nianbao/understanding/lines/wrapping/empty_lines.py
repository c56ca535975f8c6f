"""Empty lines in the middle of sentences, as a paste from a PDF has them below first lines, go.

What stands above and below is then looked at as any other line end.
"""

from collections.abc import Sequence

from nianbao.report.change import Change
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.wrapping.column import cut_in_sentence, is_spaced, surely_goes_on

_LEAST = 2  # sentences that surely go on below an empty line
_SHARE = 4  # one in so many shows that all do


def closed(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines without the empty ones inside of sentences; nothing that says a word changes.

    A paragraph may lack its full stop: a mark or a word across the gap tells that it goes on, and
    where that is so again and again, all such gaps are of one kind.
    """
    place = {line.index: at for at, line in enumerate(lines)}
    cut = [] if is_spaced(lines) else cut_in_sentence(lines, layout, spaced=True)
    apart = [
        (place[above.index], place[below.index])
        for above, below in cut
        if place[below.index] - place[above.index] > 1
    ]
    sure = [(at, end) for at, end in apart if surely_goes_on(lines[at].plain, lines[end].plain)]
    alike = len(sure) >= _LEAST and _SHARE * len(sure) >= len(apart)
    gone = {at for start, end in (apart if alike else sure) for at in range(start + 1, end)}
    return [line for at, line in enumerate(lines) if at not in gone], []
