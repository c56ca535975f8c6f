"""Stretches that a column cut among whole paragraphs: one part of the text came from a mail.

They are seen from lines that stop in the middle of sentences, where a mark or a word goes over a
line end; one that ends with a sentence may stand above and below them.
"""

from collections.abc import Iterator, Sequence

from nianbao.report import numeral
from nianbao.report.change import Change
from nianbao.standards.figures.quantities import quantities
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.wrapping import wraps
from nianbao.understanding.lines.wrapping.column import cut_in_sentence, surely_goes_on

_SURE = 3  # lines of one width that stop in a sentence show that it cut them
_NEAR = 8  # lines from whose width that of the next is known
_WIDER = 1.3  # by which digits, half as wide, let a line have more characters

_Cut = tuple[int, int]  # where the line stands that stops, and the one below it


def joined(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines with the paragraphs of each such stretch whole, and every joint."""
    found: list[Line] = []
    changes: list[Change] = []
    end = 0
    for start, stop in _stretches(lines, layout):
        first, last = max(start - 1, end), min(stop + 1, len(lines))
        tried = [(one, other) for one in (first, start) for other in (last, stop)]
        made = {ends: wraps.joined(lines[slice(*ends)], layout) for ends in tried}
        begun, ended = max(made, key=lambda ends: len(made[ends][1]))
        whole, joints = made[begun, ended]
        found += [*lines[end:begun], *whole]
        changes += joints
        end = ended
    return [*found, *lines[end:]], changes


def _stretches(lines: Sequence[Line], layout: Layout) -> Iterator[tuple[int, int]]:
    """Yield where the stretches begin and end."""
    place = {line.index: at for at, line in enumerate(lines)}
    runs: list[list[_Cut]] = []
    for above, below in cut_in_sentence(lines, layout, spaced=False):
        cut = place[above.index], place[below.index]
        if runs and _goes_on(lines, runs[-1], cut):
            runs[-1].append(cut)
        else:
            runs.append([cut])
    for run in runs:
        pairs = [(lines[above].plain, lines[below].plain) for above, below in run]
        alone = len(run) == 1 and numeral.is_cut(*pairs[0])  # two numbers as well as one
        if not alone and (len(run) >= _SURE or any(_is_one(*pair) for pair in pairs)):
            yield run[0][0], run[-1][1] + 1


def _is_one(above: str, below: str) -> bool:
    """Whether a mark, a word or a number with its unit stands across a line end."""
    measured = above[-1].isdecimal() and quantities().unit.match(below)
    return bool(measured) or numeral.is_cut(above, below) or surely_goes_on(above, below)


def _goes_on(lines: Sequence[Line], run: Sequence[_Cut], cut: _Cut) -> bool:
    """Whether the lines between two that stop are about as narrow, and none of them is empty."""
    widest = _WIDER * max(len(lines[above].plain) for above, _ in (*run[-_NEAR:], cut))
    return all(0 < len(one.plain) <= widest for one in lines[run[-1][1] : cut[0]])
