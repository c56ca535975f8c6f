"""Paragraphs that were cut into lines of one width are put together again.

Text copied from a page, a mail or a chat has a line end where its column ended. That is seen from
the lines that stop in the middle of a sentence: they are all as wide as the column, or lack only
the room for what the next line begins with. Where a line is full and a sentence ends with it, an
indent decides, and without indents the line itself: a paragraph rarely fills its last line.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from nianbao.report.change import Change
from nianbao.report.document import Place
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards import structure, words
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.marked import SHORT, is_date

_ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)》]*$")
_IN_SENTENCE = re.compile(r"[，。；、：]")
_SENTENCE = re.compile(r"[。；：]")
_GOES_ON = re.compile(r"[，。；、：！？）》”’%]")  # no paragraph begins so
_OPEN = "，、（《“"  # nor ends so
_FIRST_WORD = re.compile(r"(?:[A-Za-z]+|[0-9][0-9.,:/%]*|.)[，。；：、！？）》”’%]*")
_BULLETED = re.compile(r"[●○•·◆◇■□▲△★☆▪►➢※](?![0-9])")
_UNFINISHED_TITLE = re.compile(r"情况$")
_LATIN = re.compile(r"[A-Za-z]")
_NARROWEST, _WIDEST = 10, 80  # characters of a column
_MOST = 0.8  # of the lines that stop in a sentence are full where a column cut them
_NEARLY_ALL = 0.9  # of all lines keep within it
_INDENT = "　　"
_INDENTED = 3  # characters that a last line lacks at least, where its first one has an indent
_HANGING = 1.5  # characters that marks may stand out (%，)
_SURE = 4  # votes of a heading that shows how it stands
_CANDIDATES = 6
_AROUND = 6  # characters shown on both sides of a joint

_Width = Callable[[str], float]


def joined(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines with the paragraphs whole that a column cut, and every joint."""
    column, as_cut = _column(lines, layout), list(lines)
    begins_full = column is not None and _begins_full(lines, column)
    for measure in (_count, _full_width):
        # A page is read without its indents, and its first lines are shorter by that.
        indented = _with_indents(lines, measure)
        other = _column(indented, layout) if indented else None
        if other is None or other.measure is not measure or begins_full:
            continue
        if column is None or other.fits >= column.fits:
            column, as_cut = other, indented
    if column is None:
        return as_cut, []
    lost = not any(line.text[:1].isspace() for line in lines)
    found, changes = _joined(as_cut, replace(column, lost=len(_INDENT) * lost))
    return [
        one.with_text(one.text.removeprefix(_INDENT)) if lost else one for one in found
    ], changes


def _begins_full(lines: Sequence[Line], column: "_Column") -> bool:
    """Whether the first lines of paragraphs are as wide as the others: they lost no indent."""
    firsts = [
        column.room(one) < len(_INDENT)
        for one, below in pairwise([line for line in lines if line.bare])
        if parse_heading_number(one.plain)
        and not parse_heading_number(below.plain)
        and not _ENDED.search(one.plain)
    ]
    return bool(firsts) and 2 * sum(firsts) >= len(firsts)


def _with_indents(lines: Sequence[Line], measure: "_Width") -> list[Line]:
    """Return lines with an indent where a paragraph must begin; none when the text has its own."""
    if any(line.text[:1].isspace() for line in lines):
        return []
    widest = max((measure(line.plain) for line in lines), default=0.0)
    found: list[Line] = []
    above: Line | None = None
    for line in lines:
        ended = above is None or (
            (_ENDED.search(above.plain) or parse_heading_number(above.plain))
            and measure(_seen(above)) < widest - _INDENTED
        )
        begins = line.bare and (ended or parse_heading_number(line.plain))
        found.append(line.with_text(_INDENT + line.text) if begins else line)
        above = found[-1] if line.bare else above
    return found


def _joined(lines: Sequence[Line], column: "_Column") -> tuple[list[Line], list[Change]]:
    found: list[Line] = []
    changes: list[Change] = []
    last: int | None = None  # the last line with text that was looked at
    for at, line in enumerate(lines):
        if not line.bare:
            if not column.spaced:
                last = None
            found.append(line)
            continue
        if last is not None and column.continues(lines[last], line, found, lines, at):
            while found and not found[-1].bare:
                found.pop()
            changes.append(_joint(found[-1], line))
            found[-1] = found[-1].with_text(_together(found[-1].text.rstrip(), line.bare))
        else:
            found.append(line)
        last = at
    return found, changes


def _together(first: str, second: str) -> str:
    apart = _LATIN.match(first[-1:]) and _LATIN.match(second)
    return first + (" " if apart else "") + second


def _joint(above: Line, below: Line) -> Change:
    first, second = above.bare[-_AROUND:], below.bare[:_AROUND]
    return Change(
        rule="wrapped",
        before=f"{first}⏎{second}",
        after=_together(first, second),
        paragraph=above.index,
        reason="原文一行一个回车，接回成一段。",
    )


def _full_width(text: str) -> float:
    return sum(0.5 if char < "\u2000" else 1.0 for char in text)


def _count(text: str) -> float:
    return float(len(text))


@dataclass(frozen=True, slots=True)
class _Column:
    """The width that a text was cut to, and how its paragraphs begin.

    `indented`: a paragraph begins with space. `spaced`: an empty line stands between any two.
    `own_line`: the forms of headings that no text follows on the same line. `fits`: how well the
    width fits the lines that stop in a sentence. `lost`: the room of indents that are not there.
    """

    width: float
    measure: _Width
    indented: bool
    spaced: bool
    own_line: frozenset[int]
    fits: float
    layout: Layout
    lost: int = 0

    def is_full(self, above: Line, below: Line, *, exactly: bool = False) -> bool:
        """Whether a line left no room for what the line below it begins with."""
        return self.room(above) < (1 if exactly else self.measure(_first_word(below.plain)))

    def room(self, line: Line) -> float:
        """Return how many characters would still have stood in a line."""
        return self.width - self.measure(_seen(line))

    def continues(
        self, above: Line, line: Line, found: Sequence[Line], lines: Sequence[Line], at: int
    ) -> bool:
        """Whether a line goes on with the paragraph of the line above it."""
        if self.begins(line, lines, at) or not (
            self.is_full(above, line) or self._was_indented(above, line)
        ):
            return False
        if _GOES_ON.match(line.plain) or above.plain[-1] in _OPEN:
            return True
        so_far = next(one for one in reversed(found) if one.bare)
        if _is_whole(so_far, self.layout):
            return False
        if _ENDED.search(above.plain):
            return self.indented or self.is_full(above, line, exactly=True)
        number = parse_heading_number(so_far.plain)
        if number is None or self.indented or _SENTENCE.search(so_far.plain):
            return True
        return self._goes_on(number.level, above, line)

    def _was_indented(self, above: Line, below: Line) -> bool:
        """Whether a line that stops in a sentence is full with the indent that it has lost."""
        room = self.width - self.lost - self.measure(_seen(above))
        inside = _IN_SENTENCE.search(above.plain) and not _ENDED.search(above.plain)
        return bool(self.lost and inside) and room < self.measure(_first_word(below.plain))

    def _goes_on(self, form: int, above: Line, line: Line) -> bool:
        """Whether the line below a heading that fills its line belongs to the heading."""
        short = not _ENDED.search(line.plain) and self.measure(line.plain) < self.width - 2
        if short or _is_one_word(above.plain, line.plain):
            return True
        return form not in self.own_line and not (form == 1 and structure.is_part(above.plain))

    def begins(self, line: Line, lines: Sequence[Line], at: int) -> bool:
        """Whether a line certainly begins a paragraph."""
        if line.origin.place is not Place.BODY or line.origin.level:
            return True
        if self.indented and line.text[:1].isspace():
            return True
        if parse_heading_number(line.plain) or _BULLETED.match(line.plain):
            return True
        return _is_element(line, self.layout) or _signs(lines, at, self.layout)


def _signs(lines: Sequence[Line], at: int, layout: Layout) -> bool:
    """Whether the line below is the date, so that this one is the signature."""
    below = next((one for one in lines[at + 1 : at + 3] if one.bare), None)
    return below is not None and is_date(below, layout)


def _is_element(line: Line, layout: Layout) -> bool:
    kinds = ("doc_number", "signer", "closing", "attachment", "imprint", "note")
    if is_date(line, layout):
        return True
    return len(line.plain) <= SHORT and any(layout.element[k].search(line.plain) for k in kinds)


def _is_whole(line: Line, layout: Layout) -> bool:
    """Whether what was put together so far is an element that nothing follows."""
    if len(line.plain) > SHORT:
        return False
    kinds = ("doc_number", "title", "addressee", "imprint")
    if _UNFINISHED_TITLE.search(line.plain):
        return False
    if any(layout.element[kind].search(line.plain) for kind in kinds):
        return not any(mark in line.plain[:-1] for mark in "，。；")
    return is_date(line, layout)


def _seen(line: Line) -> str:
    """Return a line as it takes its room, with its indent."""
    indent = len(line.text) - len(line.text.lstrip())
    return line.text[:indent] + line.plain


def _first_word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found[0] if found else ""


def _is_one_word(above: str, below: str) -> bool:
    """Whether a word of the language stands across the line end."""
    head, tail = above[-4:], below[:4]
    end = 0
    for word in words.cut(head + tail):
        start, end = end, end + len(word)
        if start < len(head) < end:
            return True
    return False


def _column(lines: Sequence[Line], layout: Layout) -> _Column | None:
    """Return the column that a text was cut to; None when it was not."""
    body = [one for one in lines if one.bare and one.origin.place is Place.BODY]
    spaced = _is_spaced(lines)
    cut = list(_cut_in_sentence(lines, layout, spaced=spaced))
    if not cut:
        return None
    best: tuple[float, float, _Width] | None = None
    for measure in (_count, _full_width):
        widths = [measure(_seen(one)) for one in body]
        ends = [(measure(_seen(one)), measure(_first_word(below.plain))) for one, below in cut]
        for width in _candidates([end for end, _ in ends]):
            within = sum(w <= width + _HANGING for w in widths) / len(widths)
            fits = sum(width - word < end <= width + _HANGING for end, word in ends)
            if within >= _NEARLY_ALL and fits >= _MOST * len(cut):
                exact = sum(end == width for end, _ in ends)
                score = fits + exact / len(cut)
                if best is None or score > best[0]:
                    best = score, width, measure
    if best is None or not _NARROWEST <= best[1] <= _WIDEST:
        return None
    if len(cut) == 1 and not _is_proved(*cut[0], lines):
        return None
    return _Column(
        width=best[1],
        measure=best[2],
        indented=_is_indented(lines, best[1], best[2]),
        spaced=spaced,
        own_line=_own_line(body, best[1], best[2]),
        fits=best[0],
        layout=layout,
    )


def _candidates(widths: Sequence[float]) -> list[float]:
    counted = [width for width, _ in Counter(widths).most_common(_CANDIDATES)]
    return list(dict.fromkeys([*counted, max(widths)]))


def _cut_in_sentence(
    lines: Sequence[Line], layout: Layout, *, spaced: bool
) -> Iterator[tuple[Line, Line]]:
    """Yield the lines that stop in the middle of a sentence, each with the line below it."""
    above: Line | None = None
    for at, line in enumerate(lines):
        if not line.bare:
            above = above if spaced else None
            continue
        if (
            above is not None
            and (_SENTENCE if parse_heading_number(above.plain) else _IN_SENTENCE).search(
                above.plain
            )
            and not _ENDED.search(above.plain)
            and not parse_heading_number(line.plain)
            and not _is_element(line, layout)
            and not _signs(lines, at, layout)
            and line.origin.place is above.origin.place is Place.BODY
        ):
            yield above, line
        above = line


def _is_proved(above: Line, below: Line, lines: Sequence[Line]) -> bool:
    """Whether a single line end stands in the middle of a word or a number of the widest line."""
    widest = max(len(one.plain) for one in lines)
    within_number = above.plain[-1:].isdecimal() and below.plain[:1].isdecimal()
    return len(above.plain) >= widest - 1 and (
        within_number or _is_one_word(above.plain, below.plain)
    )


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Whether an empty line stands below every line, so that it says nothing of paragraphs."""
    full = [at for at, one in enumerate(lines) if one.bare]
    apart = sum(after - before > 1 for before, after in pairwise(full))
    return len(full) > 2 and apart >= _NEARLY_ALL * (len(full) - 1)


def _is_indented(lines: Sequence[Line], width: float, measure: _Width) -> bool:
    """Whether a paragraph begins with space: lines behind a short last line do."""
    full = [one for one in lines if one.bare]
    begins = [
        below.text[:1].isspace()
        for above, below in pairwise(full)
        if _ENDED.search(above.plain) and measure(_seen(above)) < width - 2
    ]
    every = sum(one.text[:1].isspace() for one in full)
    return bool(begins) and sum(begins) >= _MOST * len(begins) and every < _MOST * len(full)


def _own_line(body: Sequence[Line], width: float, measure: _Width) -> frozenset[int]:
    """Return the forms of headings that mostly stand on a line of their own.

    So does one that left room for what the line below begins with, or goes on in a short line. One
    that fills its line says little: a comma comes before the first stop when it has no stop itself.
    """
    votes: Counter[int] = Counter()
    for one, below in pairwise(body):
        number = parse_heading_number(one.plain)
        if number is None or parse_heading_number(below.plain):
            continue
        if "。" in one.plain[:-1]:
            votes[number.level] -= _SURE
        elif (
            width - measure(_seen(one)) >= measure(_first_word(below.plain))
            or (not _IN_SENTENCE.search(below.plain) and measure(below.plain) < width / 2)
            or (number.level == 1 and structure.is_part(one.plain))
        ):
            votes[number.level] += _SURE
        else:
            before, stop, _ = below.plain.partition("。")
            votes[number.level] += 1 if "，" in before else -bool(stop)
    return frozenset(form for form, count in votes.items() if count > 0)
