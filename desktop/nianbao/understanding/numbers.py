"""The reported quantities in a stretch of text, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from nianbao.report import quantity
from nianbao.report.figure import MentionKind
from nianbao.standards.quantities import Quantities

_CLAUSE_ENDS = re.compile("[，,。；;、]|$")
_AFTER_NOUN = re.compile("[\u4e00-\u9fff）)]")
_CLAUSE = 40  # characters before a number in which its comparison stands
_NEAR = 12  # characters before a number in which a word of change speaks of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in a text: `writing` from `start` to `end`, its unit behind it up to `stop`.

    `after` is the 约词 behind the unit (以上), `stop` the end of both. A change against last year
    has its word (增长, 下降了) from `word_start` on.
    """

    start: int
    end: int
    stop: int
    writing: str
    unit: str
    value: Decimal
    approx: str
    kind: MentionKind
    after: str = ""
    word_start: int | None = None


def find(text: str, quantities: Quantities) -> list[Number]:
    """Return the reported quantities of a text, in order."""
    masked = [found.span() for found in quantities.not_figures.finditer(text)]
    numbers: list[Number] = []
    end = 0
    for number in sorted([*_arabic(text, quantities), *_chinese(text, quantities)], key=_start):
        free = not any(start < number.stop and number.start < stop for start, stop in masked)
        if free and number.start >= end:
            numbers.append(number)
            end = number.end
    return numbers


def _start(number: Number) -> int:
    return number.start


def _arabic(text: str, quantities: Quantities) -> Iterator[Number]:
    for found in quantities.arabic.finditer(text):
        unit = found["unit"].replace("％", "%")
        yield from _number(text, found, "writing", unit, found["after"] or "", quantities)


def _chinese(text: str, quantities: Quantities) -> Iterator[Number]:
    for found in quantities.chinese.finditer(text):
        if found["writing"]:
            yield from _number(text, found, "writing", "%", found["after"] or "", quantities)
        elif _counts(text, found, quantities):
            yield from _number(text, found, "writing2", found["unit2"], "", quantities)


def _counts(text: str, found: re.Match[str], quantities: Quantities) -> bool:
    """Whether Chinese numerals count something: 百余场次, 全年三次; not 三级, 一件事, 一次性."""
    if found.start() and text[found.start() - 1] in "第每":
        return False
    if found["writing2"][-1] in "余多":
        return True
    parsed = quantity.parse(found["writing2"])
    pattern = quantities.often_cue if found["unit2"] in quantities.often else quantities.chinese_cue
    cue = pattern.search(text, max(0, found.start() - 22), found.start())
    if parsed is None or parsed.value < 2 or found["writing2"] == "二":  # 二期 is the second
        return False
    written_out = parsed.value > 10 and len(found["writing2"]) > 1  # 十二名, 一百二十卷
    if written_out and text[found.start() - 1 : found.start()] not in ("“", "‘", "《"):
        return True
    if found["unit2"] == "次" and quantities.times_done.match(text, found.end()):
        return True
    stands_alone = _CLAUSE_ENDS.match(text, found.end()) is not None and found.start() > 1
    return cue is not None or (
        stands_alone and _AFTER_NOUN.match(text[found.start() - 1]) is not None
    )


def _number(
    text: str, found: re.Match[str], group: str, unit: str, after: str, quantities: Quantities
) -> Iterator[Number]:
    parsed = quantity.parse(found[group])
    if parsed is None:
        return
    yield Number(
        start=found.start(group),
        end=found.end(group),
        stop=found.end(),
        writing=found[group],
        unit=unit.removeprefix("余"),
        value=parsed.value,
        approx=parsed.approx or after,
        kind=_kind(text, found.start(group), unit, quantities),
        after=after,
        word_start=_word_start(text, found.start(group), quantities),
    )


def _word_start(text: str, start: int, quantities: Quantities) -> int | None:
    """Return where the word of a change against last year begins, right before its number."""
    reach = max(0, start - _CLAUSE)
    found = quantities.against_last_year.search(text[reach:start])
    return reach + found.start("word") if found else None


def _kind(text: str, start: int, unit: str, quantities: Quantities) -> MentionKind:
    if unit in quantities.money:
        return MentionKind.MONEY
    clause = re.split("[，,。；;：:、（(]", text[max(0, start - _NEAR) : start])[-1]
    if quantities.change.search(clause) and not clause.rstrip("约近").endswith(("至", "到", "为")):
        return MentionKind.CHANGE
    return MentionKind.RATE if unit in quantities.rates else MentionKind.COUNT
