"""Long titles broken into lines: at the borders of words, in the shape of a 梯形 or 菱形."""

import math
import re
from collections.abc import Iterator
from itertools import pairwise

from nianbao.rendering.setting.measure import width
from nianbao.standards import words

_MOST_LINES = 6

_YEAR_AFTER_NUMBER = re.compile(r"[年度届次号]")
_ON = "关于"
_OPENING = frozenset("《〈“‘（〔【(")
_CLOSING = frozenset("》〉”’）〕】)，、。：；！？的")
_ISSUER = re.compile(r".+?(?=关于|\d{4}年)")
_BRACKETED = re.compile(r"《[^》]*》|“[^”]*”|（[^）]*）|【[^】]*】")

_AT_PHRASE, _AT_WORD = 0.0, 40.0  # what it costs to break there
_HOURGLASS = 400.0


def lines(title: str, room: int) -> list[str]:
    """Return a title's lines of so many characters at most; joined they give the title back."""
    if not room < width(title) <= _MOST_LINES * room:
        return [title]
    blocks = list(_blocks(title, room))
    for count in range(math.ceil(width(title) / room), _MOST_LINES + 1):
        if found := _best(blocks, count, room):
            return found
    return [title]  # nothing to hold on to: Word breaks it where a line is full


def _blocks(title: str, room: int) -> Iterator[str]:
    """Yield what must stay together: the issuer's name, a bracket, 2025年度, a word."""
    block = ""
    for token in _tokens(title, room):
        if block and not _sticks(block, token):
            yield block
            block = ""
        block += token
    yield block


def _tokens(title: str, room: int) -> Iterator[str]:
    issuer = _ISSUER.match(title)
    end = issuer.end() if issuer and width(issuer.group()) <= room else 0
    if end:
        yield title[:end]
    for found in _BRACKETED.finditer(title, end):
        if width(found.group()) <= room:
            yield from words.cut(title[end : found.start()])
            yield found.group()
            end = found.end()
    yield from words.cut(title[end:])


def _sticks(block: str, token: str) -> bool:
    return (
        token[0] in _CLOSING
        or block[-1] in _OPENING
        or block == _ON
        or (block[-1].isdigit() and _YEAR_AFTER_NUMBER.match(token) is not None)
        or (block[-1].isascii() and token[0].isascii() and not token[0].isspace())
    )


def _best(blocks: list[str], count: int, room: int) -> list[str] | None:
    """Return the best way to make so many lines of the blocks, None when there is none.

    The best lines from block `start` on do not depend on those before, but for their shape: so the
    shapes are tried one by one.
    """
    mean = sum(map(width, blocks)) / count
    found = [_fitted(blocks, [mean * part for part in shape], room) for shape in _shapes(count)]
    options = [(cost + _shape_cost(made), made) for cost, made in filter(None, found)]
    return min(options)[1] if options else None


def _shapes(count: int) -> Iterator[list[float]]:
    """Yield the wanted widths of the lines, as parts of the mean: 正梯形, 倒梯形, 菱形."""
    step = 0.4 / (count - 1)
    yield [0.8 + step * line for line in range(count)]
    yield [1.2 - step * line for line in range(count)]
    if count > 2:
        middle = (count - 1) / 2
        yield [1.2 - 0.4 * abs(line - middle) / middle for line in range(count)]


def _fitted(blocks: list[str], wanted: list[float], room: int) -> tuple[float, list[str]] | None:
    """Return the lines that come nearest to the wanted widths, and what they cost."""
    # ways[end]: the best lines made of blocks[:end]
    ways: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
    for width_wanted in wanted:
        longer: dict[int, tuple[float, list[str]]] = {}
        for start, (cost, made) in ways.items():
            for end in range(start + 1, len(blocks) + 1):
                line = "".join(blocks[start:end])
                if width(line) > room:
                    break
                total = cost + (width(line) - width_wanted) ** 2
                if end < len(blocks):
                    total += _AT_PHRASE if _phrase_starts(blocks[end]) else _AT_WORD
                if end not in longer or total < longer[end][0]:
                    longer[end] = (total, [*made, line])
        ways = longer
    return ways.get(len(blocks))


def _phrase_starts(block: str) -> bool:
    return block.startswith(_ON) or block[:4].isdigit()


def _shape_cost(made: list[str]) -> float:
    """Return what it costs that a line is shorter than both its neighbours."""
    widths = [width(line) for line in made]
    falls = [after - before for before, after in pairwise(widths)]
    return _HOURGLASS * sum(first < 0 < second for first, second in pairwise(falls))
