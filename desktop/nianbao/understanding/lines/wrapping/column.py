"""The column that a text was cut to: its width, and how its paragraphs begin.

It is seen from the lines that stop in the middle of a sentence, see `wraps`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nianbao.report.document import FilePlace
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards import structure, words
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.marked import SHORT, is_date, is_signature

ENDED = re.compile(r"[。！？；：!?;:…][”’」』）)》]*$")
_IN_SENTENCE = re.compile(r"[，。；、：]")
_SENTENCE = re.compile(r"[。；：]")
_GOES_ON = re.compile(r"[，。；、：！？）》”’%]")  # no paragraph begins so
_OPEN = "，、（《“"  # nor ends so
_FIRST_WORD = re.compile(r"(?:[A-Za-z]+|[0-9][0-9.,:/%]*|.)[，。；：、！？）》”’%]*")
_LAST_NUMBER = re.compile(
    r"(?<![0-9.,])[0-9][0-9.,]*%[，。；：、！？）》”’]*$"
)  # may stand out whole
_BULLETED = re.compile(r"[●○•·◆◇■□▲△★☆▪►➢※](?![0-9])")
_UNFINISHED_TITLE = re.compile(r"情况$")
_NARROWEST, _WIDEST = 10, 80  # characters of a column
_MOST = 0.8  # of the lines that stop in a sentence are full where a column cut them
_NEARLY_ALL = 0.9  # of all lines keep within it
_HANGING = 1.5  # characters that marks may stand out (%，)
_SURE = 4  # votes of a heading that shows how it stands
_CANDIDATES = 6
_SIGNED = 7  # lines in which other bodies and the date stand below one that signs

Width = Callable[[str], float]


def full_width(text: str) -> float:
    """Return a text's width in Chinese characters."""
    return sum(0.5 if char < "\u2000" else 1.0 for char in text)


def count(text: str) -> float:
    """Return how many characters a text has, for programs that cut by them."""
    return float(len(text))


def count_from_indent(text: str) -> float:
    """Return how many characters a text has, its indent by the room it takes: 4 narrow are 2."""
    bare = text.lstrip()
    return full_width(text[: len(text) - len(bare)]) + len(bare)


@dataclass(frozen=True, slots=True)
class TextColumn:
    """The width that a text was cut to, and how its paragraphs begin.

    `indented`: a paragraph begins with space. `spaced`: an empty line stands between any two.
    `own_line`: the forms of headings that no text follows on the same line. `fits`: how well the
    width fits the lines that stop in a sentence. `lost`: the room of indents that are not there.
    `starts`: the lines that stand as first lines do, by index, where an indent does not say so.
    """

    width: float
    measure: Width
    indented: bool
    spaced: bool
    own_line: frozenset[int]
    fits: float
    layout: Layout
    lost: int = 0
    starts: frozenset[int] | None = None

    def is_full(self, above: Line, below: Line, *, exactly: bool = False) -> bool:
        """Whether a line left no room for what the line below it begins with."""
        return self.room(above) < (1 if exactly else self.measure(_first_word(below.plain)))

    def room(self, line: Line) -> float:
        """Return how many characters would still have stood in a line."""
        return self.width - self.measure(seen(line))

    def continues(
        self, above: Line, line: Line, found: Sequence[Line], lines: Sequence[Line], at: int
    ) -> bool:
        """Whether a line goes on with the paragraph of the line above it."""
        if self.begins(line, lines, at) or not (
            self.is_full(above, line) or self._was_indented(above, line)
        ):
            return False
        if _is_marked(above.plain, line.plain):
            return True
        so_far = next(one for one in reversed(found) if one.bare)
        if _is_whole(so_far, self.layout):
            return False
        if ENDED.search(above.plain):
            return self.indented or self.is_full(above, line, exactly=True)
        number = parse_heading_number(so_far.plain)
        if number is None or self.indented or _SENTENCE.search(so_far.plain):
            return True
        return self._goes_on(number.level, above, line)

    def _stands_in(self, line: Line) -> bool:
        """Whether a line stands as the first line of a paragraph does."""
        return line.text[:1].isspace() if self.starts is None else line.index in self.starts

    def _was_indented(self, above: Line, below: Line) -> bool:
        """Whether a line that stops in a sentence is full with the indent that it has lost."""
        room = self.width - self.lost - self.measure(seen(above))
        inside = _IN_SENTENCE.search(above.plain) and not ENDED.search(above.plain)
        return bool(self.lost and inside) and room < self.measure(_first_word(below.plain))

    def _goes_on(self, form: int, above: Line, line: Line) -> bool:
        """Whether the line below a heading that fills its line belongs to the heading."""
        short = not ENDED.search(line.plain) and self.measure(line.plain) < self.width - 2
        if short or word_across(above.plain, line.plain):
            return True
        return form not in self.own_line and not (form == 1 and structure.is_part(above.plain))

    def begins(self, line: Line, lines: Sequence[Line], at: int) -> bool:
        """Whether a line certainly begins a paragraph."""
        if line.origin.place is not FilePlace.BODY or line.origin.level:
            return True
        if self.indented and self._stands_in(line):
            return True
        if parse_heading_number(line.plain) or opens_item(line.plain):
            return True
        return _is_element(line, self.layout) or _signs(lines, at, self.layout)


def _signs(lines: Sequence[Line], at: int, layout: Layout) -> bool:
    """Whether a line is a signature: a date stands below it, or other bodies and the date."""
    below = [one for one in lines[at + 1 : at + _SIGNED] if one.bare]
    for one in below:
        if is_date(one, layout):
            return one is below[0] or is_signature(lines[at].plain, layout)
        if not is_signature(one.plain, layout):
            return False
    return False


def _is_element(line: Line, layout: Layout) -> bool:
    kinds = ("doc_number", "signer", "closing", "attachment", "imprint", "note")
    if is_date(line, layout) or _names_signer(line, layout):
        return True
    return len(line.plain) <= SHORT and any(layout.element[k].search(line.plain) for k in kinds)


def _names_signer(line: Line, layout: Layout) -> bool:
    """Whether a line of the letterhead says who signed, alone or beside the document's number."""
    return len(line.plain) <= SHORT and bool(layout.element["signer_inside"].search(line.plain))


def _is_whole(line: Line, layout: Layout) -> bool:
    """Whether what was put together so far is an element that nothing follows."""
    if len(line.plain) > SHORT:
        return False
    kinds = ("doc_number", "title", "addressee", "imprint")
    if _UNFINISHED_TITLE.search(line.plain):
        return False
    close = "".join(line.plain.split())  # 梧 溪 县 年 度 报 告
    if any(layout.element[kind].search(close) for kind in kinds):
        return not any(mark in line.plain[:-1] for mark in "，。；")
    return is_date(line, layout) or _names_signer(line, layout)


def seen(line: Line) -> str:
    """Return a line as it takes its room, with its indent."""
    indent = len(line.text) - len(line.text.lstrip())
    return line.text[:indent] + line.plain


def _first_word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found[0] if found else ""


def word_across(above: str, below: str) -> str:
    """Return the word of the language that stands across a line end, empty without one."""
    head, tail = above[-4:], below[:4]
    placed = words.placed(head + tail)
    return next((word for start, word in placed if start < len(head) < start + len(word)), "")


def column_of(lines: Sequence[Line], layout: Layout) -> TextColumn | None:
    """Return the column that a text was cut to; None when it was not."""
    body = [one for one in lines if one.bare and one.origin.place is FilePlace.BODY]
    spaced = is_spaced(lines)
    cut = list(cut_in_sentence(lines, layout, spaced=spaced))
    if not cut:
        return None
    best: tuple[float, float, Width] | None = None
    for measure in (count, full_width, count_from_indent):
        widths = [measure(_LAST_NUMBER.sub("", seen(one))) for one in body]
        ends = [(measure(seen(one)), measure(_first_word(below.plain))) for one, below in cut]
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
    return TextColumn(
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


def cut_in_sentence(
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
            and not _names_signer(above, layout)
            and (_SENTENCE if parse_heading_number(above.plain) else _IN_SENTENCE).search(
                above.plain
            )
            and not ENDED.search(above.plain)
            and not parse_heading_number(line.plain)
            and not _is_element(line, layout)
            and not _signs(lines, at, layout)
            and line.origin.place is above.origin.place is FilePlace.BODY
        ):
            yield above, line
        above = line


def opens_item(plain: str) -> bool:
    """Whether a line begins with the bullet of an item."""
    return _BULLETED.match(plain) is not None


def surely_goes_on(above: str, below: str) -> bool:
    """Whether a mark at a line end, or a word of the language across it, says that both are one."""
    return _is_marked(above, below) or bool(word_across(above, below))


def _is_marked(above: str, below: str) -> bool:
    return _GOES_ON.match(below) is not None or above[-1] in _OPEN


def _is_proved(above: Line, below: Line, lines: Sequence[Line]) -> bool:
    """Whether a single line end stands in the middle of a word or a number of the widest line."""
    widest = max(len(one.plain) for one in lines)
    within_number = above.plain[-1:].isdecimal() and below.plain[:1].isdecimal()
    one = within_number or bool(word_across(above.plain, below.plain))
    return one and len(above.plain) >= widest - 1


def is_spaced(lines: Sequence[Line]) -> bool:
    """Whether an empty line stands below every line, so that it says nothing of paragraphs."""
    full = [at for at, one in enumerate(lines) if one.bare]
    apart = sum(after - before > 1 for before, after in pairwise(full))
    return len(full) > 2 and apart >= _NEARLY_ALL * (len(full) - 1)


def _is_indented(lines: Sequence[Line], width: float, measure: Width) -> bool:
    """Whether a paragraph begins with space: lines behind a short last line do."""
    full = [one for one in lines if one.bare]
    begins = [
        below.text[:1].isspace()
        for above, below in pairwise(full)
        if ENDED.search(above.plain) and measure(seen(above)) < width - 2
    ]
    every = sum(one.text[:1].isspace() for one in full)
    return bool(begins) and sum(begins) >= _MOST * len(begins) and every < _MOST * len(full)


def _own_line(body: Sequence[Line], width: float, measure: Width) -> frozenset[int]:
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
            width - measure(seen(one)) >= measure(_first_word(below.plain))
            or (not _IN_SENTENCE.search(below.plain) and measure(below.plain) < width / 2)
            or (number.level == 1 and structure.is_part(one.plain))
        ):
            votes[number.level] += _SURE
        else:
            before, stop, _ = below.plain.partition("。")
            votes[number.level] += 1 if "，" in before else -bool(stop)
    return frozenset(form for form, count in votes.items() if count > 0)
