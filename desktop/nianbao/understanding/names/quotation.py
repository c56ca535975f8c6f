"""A clause quoted with a blank for its number: the name of a figure that no name was found for."""

from collections.abc import Iterable, Sequence

from nianbao.report.figures.figure import BLANK
from nianbao.standards import words
from nianbao.understanding.names.clauses import Role, role
from nianbao.understanding.numerals.numbers import Number

_MOST_BEFORE, _MOST_AFTER = 16, 12  # characters quoted on either side of the blank
_EDGES = "，,。；;：:、！？（）() 　\t"
_INNER = str.maketrans("“”", "‘’")


def quoted(text: str, number: Number, start: int, stop: int) -> str:
    """Return what stands around a number between two places of its clause: 上线▢个‘一件事’服务.

    What is too long is cut between words, farthest from the number.
    """
    before = text[start : number.start].lstrip(_EDGES)
    unit = text[number.end : number.stop].strip()
    after = text[number.stop : stop].rstrip(_EDGES)
    kept = _up_to(reversed(words.cut(before)), _MOST_BEFORE)[::-1]
    behind = [*_up_to(words.cut(after), _MOST_AFTER)]
    while behind and role(behind[-1]) in (Role.LINK, Role.CASE):
        behind.pop()  # 对▢个乡镇和
    said = "".join((*kept, BLANK, unit, *behind))
    return said.translate(_INNER).strip(_EDGES)


def _up_to(found: Iterable[str], most: int) -> Sequence[str]:
    kept: list[str] = []
    for word in found:
        if sum(map(len, kept)) + len(word) > most:
            break
        kept.append(word)
    return kept
