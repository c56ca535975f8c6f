"""The years of a text that move with the report's year."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nianbao.report.writing import slots, years
from nianbao.report.writing.chinese import COUNTING
from nianbao.report.writing.slots import Slot
from nianbao.report.writing.text import CLAUSE_END
from nianbao.standards import asks
from nianbao.standards.figures.numerals import numerals
from nianbao.understanding.numerals.numbers import Number

_WHOLE_YEAR = (
    r"(?:(?<=截[至止]\d{4}年)|(?<=截[至止]到\d{4}年))12月(?:31日|底|末|(?![\d初中上下旬]))"
    r"|(?:1|元|一)月?[至到—~-]{1,2}(?:12|十二)月"
    r"|(?:1|一)月(?:1|一)日[至到—~-]{1,2}(?:同年|当年)?(?:12月31日|十二月三十一日)"
)
_YEAR = re.compile(
    rf"(?<![\d.{COUNTING}〇])(?P<year>{years.ARABIC}|{years.CHINESE})"
    rf"(?=\s*年(?:{_WHOLE_YEAR}|(?!\s*[\d{COUNTING}十]{{1,3}}\s*"
    r"(?:[-~—至到、]+\s*\d{1,2}\s*)?月))|全年)"
)
_NAMED = re.compile(r"(?<!\d)20\d\d(?=\s*年)")
_SINCE = re.compile("年度?(?:以来|起)")
_SENTENCE_END = re.compile("[。\\n]")
_REACH = 200  # characters to either side in which a statement begins and ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year word and the slot that takes its place."""

    start: int
    stop: int
    slot: Slot


def find(
    plain: str,
    text: str,
    year: int,
    found: Sequence[Number],
    *,
    prose: bool = True,
    planned: bool = False,
) -> Iterator[Year]:
    """Yield the years around the report's own; `plain` is the text folded, `found` its figures.

    Years in titles, plans and dates keep theirs, and so do those of goals and of what happened
    once. In prose a year moves only where what is told of it surely comes back each year. The next
    year does in what is `planned`, elsewhere only where it is that of a plan made each year
    (编制2026年度目录): what was decided about it or left over for it has its own year.
    """
    kept = [one.span() for one in years.fixed(plain)]
    blank = _blanked(plain, found)
    names = {year + offset: name for name, offset in slots.YEAR_NAMES.items()}
    for one in _YEAR.finditer(plain):
        name = names.get(years.number(one["year"]))
        if name is None or any(start <= one.start() < end for start, end in kept):
            continue
        if name == "上年" and _SINCE.match(plain, one.end()):
            continue  # 2024年以来: from then on, in any report
        told, following = _statement(blank, one)
        if name == "上年" and any(int(named) < year - 1 for named in _NAMED.findall(told)):
            continue  # 2024年比2023年: both stay, and are asked about
        recurs = asks.recurs(told, following, earlier=name == "上年")
        once = asks.happened_once(told) or (prose and not recurs)
        looks_ahead = planned or not prose or asks.plans_year(told)
        moves = looks_ahead and not asks.stays(told) if name == "下年" else not once
        if moves:
            written = text[one.start() : one.end()]
            slot = Slot(
                name=name, like="" if written.isascii() and written.isdecimal() else written
            )
            yield Year(start=one.start(), stop=one.end(), slot=slot)


def _blanked(text: str, found: Sequence[Number]) -> str:
    """Return a text in which no number says how often something was done."""
    parts, end = [], 0
    for number in found:
        parts += [text[end : number.start], slots.BLANK * (number.end - number.start)]
        end = number.end
    return "".join(parts) + text[end:]


def _statement(text: str, year: re.Match[str]) -> tuple[str, str]:
    """Return the clause that a year stands in, and the one behind it in its sentence.

    A year all of its own speaks for what follows, up to the first clause that is not itself only
    a circumstance (在市委领导下，).
    """
    before = CLAUSE_END.split(text[max(0, year.start() - _REACH) : year.start()])[-1]
    sentence = _SENTENCE_END.split(text[year.end() : year.end() + _REACH])[0]
    clauses = CLAUSE_END.split(sentence)
    said = [clauses.pop(0)]
    if not before.strip() and numerals().year_alone.fullmatch(said[0].strip()):
        while clauses:
            said.append(clauses.pop(0))
            if not numerals().circumstance.match(said[-1].strip()):
                break
    return before + year[0] + "，".join(said), clauses[0] if clauses else ""
