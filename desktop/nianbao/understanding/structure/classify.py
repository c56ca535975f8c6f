"""Which standard part or section a heading belongs to, from its title and the text below it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nianbao.report.writing import years
from nianbao.standards import telling
from nianbao.standards.layout import layout
from nianbao.standards.structure import (
    ACHIEVEMENTS,
    FIRST_RESPONSIBLE,
    NEXT_YEAR,
    SHORTCOMINGS,
    Standard,
)

_TITLE = 3.0
_NAMED_TWICE = 1.0
_MOST_KEYWORDS = 3  # of a title that count
_OFTEN = 4  # a word that stands in the text more often says no more
_TITLE_KEYWORD = 0.8
_BODY = 2.0
_BY_PLACE = 0.4  # how sure it is what a part is that is known by its place
_YEAR = 3.0  # a title that names the next year says what is planned
_PLACE = 0.6
_BEGINNING = 30  # characters in which a text says what it is about
_YEAR_IN_TITLE = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class StandardMatch:
    """A standard's id, and from 0 to 1 how sure it is; an empty id when nothing speaks for any."""

    key: str
    confidence: float


def part(
    title: str,
    body: str,
    *,
    year: int,
    place: float,
    standards: Mapping[str, Standard],
) -> StandardMatch:
    """Return the standard part of a level-1 heading; `place` runs from 0 (first) to 1 (last)."""
    title = years.in_digits(title)
    scores = _scores(title, body, standards.values())
    for found in _YEAR_IN_TITLE.finditer(title):
        if int(found[1]) == year + 1:
            scores[NEXT_YEAR] += _YEAR
    if standards[FIRST_RESPONSIBLE].is_named(title):
        scores[FIRST_RESPONSIBLE] += _TITLE  # “履职情况” also looks like 工作情况
    if standards[NEXT_YEAR].is_named(title):
        scores[ACHIEVEMENTS] -= 1  # “主要工作安排” also looks like 主要工作
    scores[ACHIEVEMENTS] += _PLACE * (1 - place)
    scores[NEXT_YEAR] += _PLACE * place
    scores[SHORTCOMINGS] += _PLACE * min(place, 0.5)
    best = _best(scores)
    if scores[best.key] < _TITLE and not (place == 1 and _says_next_year(body, year)):
        return StandardMatch(ACHIEVEMENTS, 0.5)  # 平铺: a level-1 heading that is itself a topic
    return best


def by_place(
    found: Sequence[StandardMatch], titles: Sequence[str], bodies: Sequence[str]
) -> list[StandardMatch]:
    """Return the parts of a report, in order, with those known by their place that no title names.

    Right before the plans, or last, stands what is wanting when it reads so; behind that, or last
    with a title that looks ahead, stand the plans when nothing in them has been done.
    """
    told = list(found)
    for at, (title, body) in enumerate(zip(titles, bodies, strict=True)):
        if not telling.is_unnamed(found[at].key, title):
            continue
        keys = [one.key for one in told]
        late = layout().told_by_text
        is_last = at == len(told) - 1
        ends = is_last or keys[at + 1] == NEXT_YEAR
        wanting = SHORTCOMINGS in keys[:at]
        if ends and not wanting and at and telling.is_wanting(body):
            named = late["late_shortcoming_title"].search(title) is not None
            if named or (not is_last and not telling.says_results(body)):
                told[at] = StandardMatch(SHORTCOMINGS, _BY_PLACE)
        elif (
            is_last
            and at
            and NEXT_YEAR not in keys
            and (wanting or late["late_plan_title"].search(title))
            and not telling.says_results(body)
        ):
            told[at] = StandardMatch(NEXT_YEAR, _BY_PLACE)
    return told


def _says_next_year(body: str, year: int) -> bool:
    """Whether a text begins with what comes next; that it is the last one says nothing."""
    begins = years.in_digits(body[:_BEGINNING].partition("。")[0])
    return f"{year + 1}年" in begins or layout().told_by_text["plan"].search(begins) is not None


def section(title: str, body: str, *, standards: Mapping[str, Standard]) -> StandardMatch:
    """Return the standard section of a heading below level 1."""
    return _best(_scores(title, body, standards.values()))


def _scores(title: str, body: str, standards: Iterable[Standard]) -> dict[str, float]:
    counts = {
        standard.id: sum(min(body.count(word), _OFTEN) for word in standard.keywords)
        for standard in standards
    }
    most = max(counts.values(), default=0) or 1
    return {
        standard.id: _title_score(title, standard) + _BODY * counts[standard.id] / most
        for standard in standards
    }


def _title_score(title: str, standard: Standard) -> float:
    words = sum(word in title for word in standard.keywords)
    hits = sum(1 for _ in standard.hits(title))
    named = _TITLE + _NAMED_TWICE * (hits > 1) if hits else 0.0
    return _TITLE_KEYWORD * min(words, _MOST_KEYWORDS) + named


def _best(scores: Mapping[str, float]) -> StandardMatch:
    ranked = sorted(scores.values(), reverse=True)
    key = max(scores, key=lambda name: scores[name])
    if ranked[0] <= 0:
        return StandardMatch("", 0.0)
    margin = (ranked[0] - ranked[1]) / ranked[0] if len(ranked) > 1 else 1.0
    certainty = min(1.0, ranked[0] / (_TITLE + _BODY))
    return StandardMatch(key, round(min(1.0, 0.5 * certainty + 0.5 * min(1.0, margin * 2)), 2))
