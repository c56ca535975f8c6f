"""From characters with places to lines, and from lines to paragraphs.

A PDF has no paragraphs. In a Chinese report a paragraph begins two characters in from the margin,
or with a heading's number, and runs on as long as its lines reach the right margin; a title stands
in the middle. A line reaches the margin when what the next line begins with had no room on it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from statistics import median

from nianbao.readers.pdf.layout import PageLayout
from nianbao.readers.pdf.shapes import BARE_NUMBER, Char, Edge, PdfBlock
from nianbao.readers.raised import levelled, raised
from nianbao.report.writing.chinese import ORDINAL
from nianbao.report.writing.numbering import parse_heading_number

_SMALLER, _HIGHER = 0.8, 0.15  # of the line's size: a raised character's, and how far it is up
_SAME_LINE = 0.4  # of a character's size that two baselines may differ
_INDENT = 1.5  # characters in from the left margin that begin a paragraph
_SHORT = 2.2  # characters missing at the right margin that end one
_LOOSE = 0.5  # characters a line may lack besides the room for the next line's first word
_EVEN = 0.3  # characters a line may lack where lines are set to one width
_MOSTLY, _ENOUGH = 0.9, 5  # of the full lines, that are as wide as each other where that is so
_LONGEST_WORD = 8.0  # characters; before a longer one a line is short for another reason
_HANGING = 6.0  # characters in from its first line that a paragraph's other lines may stand
_CENTRED_FROM = 3.0  # characters free on both sides of a line in the middle
_GAP = 1.7  # of the usual distance between lines
_OTHER_SIZE = 0.12
_PAGE_NUMBER = re.compile(
    r"[\s\-—–－_·~第页Pp/共]*\d{1,4}(?:[\s\-—–－_·~页/共第]+\d{0,4})?[\s\-—–－_·~页]*"
)
_APART, _LONGEST_NUMBER = 0.6, 8  # characters: room behind a number of a list, and its length
_LATIN = re.compile(r"[0-9A-Za-z]")
_SENTENCE_END = tuple("。！？；：”!?;:")
_PART = re.compile(f"第{ORDINAL}(?:部分|[编章节])")
_OPENING, _CLOSING = r"“‘（〔《〈【「『［(\[<", r"，。、；：？！”’）〕》〉】」』］…％℃!%),.:;?\]>"
_ATOM = rf"(?:[0-9A-Za-z][-0-9A-Za-z.,:/+&_@%·]*|[^{_OPENING}])"
_WORD = re.compile(  # what stays on one line: quotation marks hold on to what stands on both sides
    rf"[{_OPENING}]*{_ATOM}(?:[{_CLOSING}]*[“”‘’][{_OPENING}{_CLOSING}]*{_ATOM})*"
    rf"(?:[{_CLOSING}]+[0-9A-Za-z]+)?[{_CLOSING}]*"
)
_ANY = -1  # lines of all kinds
_SMALL, _TWICE = 0.9, 2  # of the usual size; times
_MARGIN_LINES = 2  # lines from the top and the bottom that may be a running header or footer


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line of text on a page; `word` is the width of what it begins with and cannot be broken.

    `column` is 0 for a line of the whole width, `cell` counts the cells of the page from 1.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    word: float
    page: int
    column: int = 0
    cell: int = 0


@dataclass(frozen=True, slots=True)
class Joined:
    """A paragraph or cell of a table, whether it stands in the middle, how many lines it had."""

    text: str
    centred: bool
    lines: int
    is_cell: bool = False


def lines_of(
    chars: Iterable[Char], page: int, layout: PageLayout | None = None, edges: Sequence[Edge] = ()
) -> list[PdfLine]:
    """Return a page's lines in the order of reading, characters by place and not by file order."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (-char.base, char.left)):
        if rows and rows[-1][0].base - char.base < _SAME_LINE * max(char.size, 0.1):
            rows[-1].append(char)
        else:
            rows.append([char])
    rows = [sorted(row, key=lambda char: char.left) for row in rows]
    blocks = (layout or PageLayout()).blocks(rows, edges)
    cells = count(1)
    return [
        line
        for block in blocks
        for cell in [next(cells) if block.is_cell else 0]
        for row in block.rows
        if (line := _line(row, page, block, cell)).text
    ]


def _line(row: Sequence[Char], page: int, block: PdfBlock, cell: int) -> PdfLine:
    pieces: list[str] = []
    seen = [char for char in row if not char.text.isspace()]
    size, base = median(char.size for char in row), median(char.base for char in row)
    before: Char | None = None
    is_uneven = False
    stands_out = _standing_out(seen, size)
    for char in row:
        if char is stands_out:
            pieces.append(" ")
        elif before and _LATIN.match(char.text) and _LATIN.match(before.text):
            pieces.append(" " if char.left - before.right > 0.2 * size else "")
        is_high = _is_raised(char, base, size)
        is_uneven = is_uneven or is_high
        pieces.append(raised(char.text) if is_high else char.text)
        before = char
    text = "".join(pieces).strip()
    return PdfLine(
        text=levelled(text) if is_uneven else text,
        left=seen[0].left - block.shift if seen else 0.0,
        right=seen[-1].right - block.shift if seen else 0.0,
        base=base,
        size=size,
        word=_first_word(seen),
        page=page,
        column=block.column,
        cell=cell,
    )


def _standing_out(seen: Sequence[Char], size: float) -> Char | None:
    """Return the first character of a text that its number, without a mark, stands well apart from.

    That would otherwise be read as one with its text: 1规范执法.
    """
    for before, char in pairwise(seen[:_LONGEST_NUMBER]):
        if char.left - before.right > _APART * size:
            number = "".join(one.text for one in seen[: seen.index(char)])
            return char if BARE_NUMBER.fullmatch(number) else None
    return None


def _is_raised(char: Char, base: float, size: float) -> bool:
    """Tell whether a character is smaller than its line and stands above the others."""
    return char.size < _SMALLER * size and char.base > base + _HIGHER * size


def _first_word(chars: list[Char]) -> float:
    if not chars:
        return 0.0
    text = "".join(char.text for char in chars)
    found = _WORD.match(text)
    return chars[(found.end() if found else len(text)) - 1].right - chars[0].left


def without_furniture(pages: list[list[PdfLine]]) -> tuple[list[list[PdfLine]], int]:
    """Take out page numbers and lines that repeat at the edge of most pages; count them.

    Small print needs to be there only twice, to the letter: a head of the odd pages, or of a text
    of two pages. A row of a table is none.
    """
    edges = Counter(
        _pattern(line)
        for lines in pages
        for line in {*lines[:_MARGIN_LINES], *lines[-_MARGIN_LINES:]}
    )
    same = Counter(
        _place(line)
        for lines in pages
        for line in {*lines[:_MARGIN_LINES], *lines[-_MARGIN_LINES:]}
    )
    often = max(3, 0.5 * len(pages))
    sizes = [line.size for lines in pages for line in lines]
    small = _SMALL * median(sizes) if sizes else 0.0
    kept: list[list[PdfLine]] = []
    for lines in pages:
        last = len(lines) - 1
        kept.append(
            [
                line
                for position, line in enumerate(lines)
                if not (
                    (position in (0, last) and not line.cell and _PAGE_NUMBER.fullmatch(line.text))
                    or (
                        min(position, last - position) < _MARGIN_LINES
                        and (
                            edges[_pattern(line)] >= often
                            or (
                                line.size < small and not line.cell and same[_place(line)] >= _TWICE
                            )
                        )
                    )
                )
            ]
        )
    return kept, sum(map(len, pages)) - sum(map(len, kept))


def _pattern(line: PdfLine) -> str:
    return re.sub(r"[\d\s]+", "", line.text) + f"@{round(line.base / 20)}"


def _place(line: PdfLine) -> str:
    return f"{line.text}@{round(line.base / 20)}"


def paragraphs_of(pages: list[list[PdfLine]]) -> list[Joined]:
    """Join lines to paragraphs, also across pages, and the lines of a cell."""
    lines = [line for page in pages for line in page]
    flows: dict[bool, list[PdfLine]] = {}
    for line in lines:
        if not line.cell:
            flows.setdefault(line.column > 0, []).append(line)
    shapes = {kind: _Page(flow) for kind, flow in flows.items()}
    groups: list[list[PdfLine]] = []
    for line in lines:
        before = groups[-1][-1] if groups else None
        if (
            before is not None
            and _is_one_flow(before, line)
            and (line.cell or shapes[line.column > 0].continues(groups[-1], line))
        ):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [_joined(group, shapes) for group in groups]


def _is_one_flow(before: PdfLine, line: PdfLine) -> bool:
    """Tell whether a line may go on with the one before it: in its column, its cell."""
    same_cell = before.cell == line.cell and (not line.cell or before.page == line.page)
    return same_cell and (before.column > 0) == (line.column > 0)


def _joined(group: list[PdfLine], shapes: dict[bool, "_Page"]) -> Joined:
    last = group[-1]
    centred = not last.cell and shapes[last.column > 0].is_centred(last)
    return Joined(_join(group), centred, len(group), is_cell=last.cell > 0)


class _Page:
    """The margins that most lines keep."""

    def __init__(self, lines: list[PdfLine]) -> None:
        self.size = _usual(line.size for line in lines)
        near = _OTHER_SIZE * self.size
        body = [line for line in lines if abs(line.size - self.size) < near] or lines
        widest = max(len(line.text) for line in body)
        full = [line for line in body if len(line.text) >= 0.6 * widest]
        rights = sorted(line.right for line in full)
        self.right = rights[int(0.9 * (len(rights) - 1))]
        lefts = sorted(line.left for line in body)
        self.left = lefts[int(0.1 * (len(lefts) - 1))]
        self.em = median((line.right - line.left) / _width(line.text) for line in full) or 1.0
        self.is_even = self._is_even(body)
        steps = [
            above.base - below.base
            for above, below in pairwise(lines)
            if above.page == below.page and above.base > below.base
        ]
        self.step = median(steps) if steps else 2 * self.size
        begins = [line for above, line in pairwise(lines) if self._certainly_begins(above, line)]
        indents = [line.left - self.left for line in begins if self._is_indented(line)]
        self.indent = median(indents) if indents else 2 * self.em
        self.begins_indented = self._habits(lines, begins)

    def _is_even(self, body: list[PdfLine]) -> bool:
        """Whether full lines end at one edge."""
        lacks = [
            (self.right - line.right) / self.em
            for line in body
            if self._is_full(line) and not line.text.endswith(_SENTENCE_END)
        ]
        return sum(lack < _EVEN for lack in lacks) >= max(_MOSTLY * len(lacks), _ENOUGH)

    def _certainly_begins(self, above: PdfLine, line: PdfLine) -> bool:
        """Whether a line begins a paragraph, as the line above is short."""
        return (
            self.right - above.right > _SHORT * self.em
            and abs(line.size - self.size) < _OTHER_SIZE * self.size
            and line.left - self.left < _HANGING * self.em
        )

    def _habits(self, lines: list[PdfLine], begins: list[PdfLine]) -> dict[int, bool]:
        """Return which kinds of paragraphs begin indented."""
        votes: dict[int, list[bool]] = {}
        for line in begins:
            for kind in (_kind(line.text), _ANY):
                votes.setdefault(kind, []).append(self._is_indented(line))
        most = {kind: 2 * sum(said) >= len(said) for kind, said in votes.items()}
        return {_ANY: any(map(self._is_indented, lines))} | most

    def is_centred(self, line: PdfLine) -> bool:
        free_left, free_right = line.left - self.left, self.right - line.right
        is_title = line.size > (1 + _OTHER_SIZE) * self.size
        needed = (1.0 if is_title else _CENTRED_FROM) * self.em
        return abs(free_left - free_right) < 2 * self.em and min(free_left, free_right) > needed

    def continues(self, group: list[PdfLine], line: PdfLine) -> bool:
        """Tell whether a line goes on where the lines before it stopped."""
        before = group[-1]
        if abs(before.size - line.size) > _OTHER_SIZE * max(before.size, line.size):
            return False
        same_page = before.page == line.page
        if same_page and before.base - line.base > _GAP * max(self.step, line.size):
            return False
        if line.size > (1 + _OTHER_SIZE) * self.size:  # a title of two or three lines
            return same_page and (self.is_centred(line) or self._is_full(before))
        if self.is_centred(line):
            return False
        if self._is_indented(line):
            return self._hangs(group, line)
        kind = _kind(line.text)
        if self.begins_indented.get(kind, self.begins_indented[_ANY]):
            return self._is_full(before, line)
        if before.text.endswith(_SENTENCE_END) and (
            kind or (self.is_even and self.right - before.right > _EVEN * self.em)
        ):
            return False
        return self._is_full(before, line, 0.0)

    def _hangs(self, group: list[PdfLine], line: PdfLine) -> bool:
        """Tell whether a line stands in under its paragraph's first, as those of a list do."""
        first, before = group[0], group[-1]
        if before.text.endswith(_SENTENCE_END) or _kind(line.text):
            return False
        if not self._is_full(before, line):
            return False
        if len(group) > 1:
            return abs(line.left - before.left) < _LOOSE * self.em
        is_usual = abs(line.left - self.left - self.indent) < _LOOSE * self.em
        return _INDENT < (line.left - first.left) / self.em < _HANGING and not is_usual

    def _is_indented(self, line: PdfLine) -> bool:
        return line.left - self.left > _INDENT * self.em

    def _is_full(self, line: PdfLine, after: PdfLine | None = None, short: float = _SHORT) -> bool:
        """Tell whether a line left no room for what the line after it begins with."""
        word = min(after.word, _LONGEST_WORD * self.em) if after else 0.0
        return self.right - line.right < max(short * self.em, word + _LOOSE * self.em)


def _kind(text: str) -> int:
    """Return the level of the heading whose number a line begins with; 0 for none."""
    if _PART.match(text):
        return 1
    number = parse_heading_number(text)
    return number.level if number else 0


def _usual(sizes: Iterable[float]) -> float:
    return Counter(round(size, 1) for size in sizes).most_common(1)[0][0]


def _width(text: str) -> float:
    """Return a text's width in Chinese characters."""
    return max(1.0, sum(0.5 if char < "\u2000" else 1.0 for char in text))


def _join(group: list[PdfLine]) -> str:
    text = group[0].text
    for line in group[1:]:
        both_latin = _LATIN.match(text[-1]) and _LATIN.match(line.text[0])
        # A number broken over two lines stays one number; two words stay two.
        apart = both_latin and (text[-1].isalpha() or line.text[0].isalpha())
        text += (" " if apart else "") + line.text
    return text
