"""How deep each heading stands, where the form of its number alone does not say it.

Usually 一、 stands above （一）, and that above 1. But a list numbered 一、二、 may stand inside of
（一）, and a title without a number (存在的不足) inside of each section. Of all the ways to place
the headings the one is taken in which the numbers run on best: what breaks a rule costs something,
and the cheapest way counts.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple, Self

from nianbao.report.writing.fold import folded
from nianbao.standards import structure
from nianbao.understanding.lines.tree.headings import Heading

Form = tuple[int, str]
"""The rank of a number, and the brackets it stands in."""

_BRACKETS = re.compile(r"[（）()【】\[\]〔〕]")
_Habit = tuple[Form, Form]  # below a heading of the first form stands one of the second

_ROOT: Form = (-2, "")
_ANY: Form = (-3, "")
_FIRST = 10  # rank of 一、
_TITLE = -1  # rank of a title without a number (存在的不足) that may stand inside of sections
_WAYS = 12  # that are kept in mind
_MOST = 1000  # headings; no report has more
_DEEPEST = 8
_LONG = 30  # characters that are more than a title
_RESTART = 3.0  # one behind three, below the same heading
_JUMP = 2.0  # three behind one, or at the head of a list
_MIXED = 1.0  # two forms of numbers below the same heading
_LOWER_BESIDE = 5.0  # （一） beside 一、 and not below it
_INVERSION = 0.2  # a form inside of a lower one
_NEW_INVERSION = 1.5
_NEW_PLACE = 1.0  # of a title without a number inside of a section
_OTHER_TITLE = 0.3  # the first of another kind in such a place
_TOLD_TWICE = 1.5  # such a title as a part for the second time
_TOLD_INSIDE = 0.5  # such a title as a part, when one stood inside of a section
_AFTER_TITLE = 0.4  # a list that goes on behind such a title
_PART_INSIDE = 1.5  # 一、存在的不足和原因 below another heading
_OTHER_PLACE = 0.2  # one with a list below it, and one without, in one list
_OTHER_SHAPE = 0.4  # a sentence in a list of titles
_LEVEL = 0.01  # of two ways that are as good the one with less levels
_CLEARLY = 1.5  # better than what the forms of the numbers say
_NEARLY = 0.3  # as good
_SUSPICIOUS = 1.4  # what the forms of the numbers say is not all there is to it


class _Number(NamedTuple):
    """What is asked of a heading; `ordinal` 0 is one without a number."""

    form: Form
    ordinal: int
    is_title: bool  # on a line of its own
    is_part: bool  # it is called as a part is
    is_fixed: bool  # its form alone says where it stands
    is_above: bool  # another list begins behind it
    is_styled: bool  # the file itself marks it as a heading, and it has no number
    is_listed: bool  # the file counts it, below 一、, and does not mark it as a heading


class _Open(NamedTuple):
    """A heading that others may stand below, and the last one that does."""

    form: Form
    last: _Number | None = None
    is_styled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """One way to place the headings so far; `before` and `level` are the way here."""

    path: tuple[_Open, ...] = (_Open(_ROOT),)
    habits: frozenset[_Habit] = frozenset()
    cost: float = 0.0
    level: int = 0
    before: Self | None = None

    def levels(self) -> tuple[int, ...]:
        found: list[int] = []
        way: _Way | None = self
        while way is not None and way.before is not None:
            found.append(way.level)
            way = way.before
        return tuple(found[::-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """The level of each heading, and the first one that may as well stand elsewhere."""

    levels: tuple[int, ...]
    doubtful: Heading | None = None


def form_of(heading: Heading) -> Form:
    """Return the rank of a heading's number, and the brackets it stands in."""
    return heading.rank, "".join(_BRACKETS.findall(folded(heading.prefix)))


def placed(headings: Sequence[Heading]) -> Placed:
    """Return where each heading stands."""
    numbers = [_number(one, below) for one, below in pairwise([*headings, None]) if one]
    usual = _Way()
    for number in numbers:
        usual = _step(usual, number, _usual_level(usual, number))
    if usual.cost < _SUSPICIOUS or len(headings) > _MOST:
        return Placed(levels=usual.levels())
    ways = [_Way()]
    for number in numbers:
        ways = _best(
            _step(way, number, level) for way in ways for level in _possible_levels(way, number)
        )
    better = _NEARLY if any(heading.told for heading in headings) else _CLEARLY
    gain = usual.cost - ways[0].cost
    if gain < better:
        rivals = ways[:1] if gain > _NEARLY else []
        return _found(usual, rivals, headings)
    rivals = [way for way in ways if way.cost - ways[0].cost <= _NEARLY]
    return _found(ways[0], rivals, headings)


def _found(best: _Way, rivals: Iterable[_Way], headings: Sequence[Heading]) -> Placed:
    """Return the best way; a heading that is a part in it, not in a rival, is in doubt."""
    levels = best.levels()
    others = [way.levels() for way in rivals]
    for heading, level, *other in zip(headings, levels, *others, strict=True):
        if not heading.told and any((one == 1) is not (level == 1) for one in other):
            return Placed(levels=levels, doubtful=heading)
    return Placed(levels=levels)


def _number(heading: Heading, below: Heading | None) -> _Number:
    begins = below is not None and below.ordinal == 1
    is_title = not heading.body and len(heading.title) <= _LONG
    return _Number(
        form=(_TITLE, heading.told) if heading.told else form_of(heading),
        ordinal=heading.ordinal,
        is_title=is_title,
        is_part=heading.ordinal > 0 and is_title and structure.is_part_alone(folded(heading.title)),
        is_fixed=heading.is_part or not (heading.ordinal or heading.told),
        is_above=begins and below is not None and form_of(below) != form_of(heading),
        is_styled=not heading.ordinal and heading.line.origin.level is not None,
        is_listed=_is_listed(heading),
    )


def _is_listed(heading: Heading) -> bool:
    origin = heading.line.origin
    return bool(origin.list_number) and origin.level is None and heading.rank > _FIRST


def _best(ways: Iterable[_Way]) -> list[_Way]:
    """Return the cheapest ways, one of those that go on alike."""
    cheapest: dict[object, _Way] = {}
    for way in ways:
        alike = way.path, way.habits
        if alike not in cheapest or way.cost < cheapest[alike].cost:
            cheapest[alike] = way
    return sorted(cheapest.values(), key=lambda way: way.cost)[:_WAYS]


def _usual_level(way: _Way, number: _Number) -> int:
    """Return the level that the form of a heading's number belongs to."""
    rank = number.form[0]
    if rank == _TITLE:
        return 1
    higher = (_rank(one, level) < rank for level, one in enumerate(way.path))
    usual = next((level for level, is_higher in enumerate(higher) if not is_higher), len(way.path))
    return max(usual, _highest_level(way, number))


def _highest_level(way: _Way, number: _Number) -> int:
    """Return the level above which a number cannot stand.

    What the file counts belongs to the heading that the file marks, wherever its list began.
    """
    if not number.is_listed:
        return 1
    styled = max((level for level, one in enumerate(way.path) if one.is_styled), default=0)
    return min(1 + styled, _DEEPEST)


def _rank(one: _Open, level: int) -> int:
    """Return the rank of what stands at a level: a part without a number has that of 一、."""
    return _FIRST if one.form[0] == _TITLE and level == 1 else one.form[0]


def _possible_levels(way: _Way, number: _Number) -> Iterable[int]:
    if number.is_fixed:
        return (_usual_level(way, number),)
    levels = range(_highest_level(way, number), min(len(way.path), _DEEPEST) + 1)
    if number.form[0] == _TITLE:
        return (level for level in levels if way.path[level - 1].form[0] != _TITLE)
    return levels


def _step(way: _Way, number: _Number, level: int) -> _Way:
    """Return a way with one more heading at a level."""
    above = way.path[:level]
    parent = above[-1]
    beside = way.path[level] if 1 < level < len(way.path) else None
    habit = _habit(above, number)
    cost = _LEVEL * level + _PART_INSIDE * (number.is_part and level > 1)
    if number.form[0] == _TITLE:
        cost += _title_cost(habit, way.habits)
    elif number.ordinal:
        cost += _run_cost(parent.last, number)
        cost += _AFTER_TITLE * (beside is not None and beside.form[0] == _TITLE)
        goes_on = parent.last is not None and parent.last.form == number.form
        if habit and not goes_on:
            cost += _INVERSION if habit in way.habits else _NEW_INVERSION
        above = (*above[:-1], parent._replace(last=number))
    return _Way(
        path=(*above, _Open(number.form, is_styled=number.is_styled)),
        habits=way.habits | {habit} if habit and habit not in way.habits else way.habits,
        cost=way.cost + cost,
        level=level,
        before=way,
    )


def _habit(above: Sequence[_Open], number: _Number) -> _Habit | None:
    """Return what is unusual in a place: done once, it costs less to do it again."""
    if number.form[0] == _TITLE:
        return above[-1].form, number.form
    outer = next(one.form for one in reversed(above) if one.form[0] != _TITLE)
    return (_ANY, number.form) if outer[0] >= number.form[0] else None


def _title_cost(habit: _Habit | None, habits: frozenset[_Habit]) -> float:
    """Return what it costs that a title without a number is a part, or stands inside of one."""
    assert habit is not None
    parent, form = habit
    if parent == _ROOT:
        is_inside = any(other == form and place != _ROOT for place, other in habits)
        return _TOLD_TWICE * (habit in habits) + _TOLD_INSIDE * is_inside
    known = any(place == parent and other[0] == _TITLE for place, other in habits)
    is_new = _OTHER_TITLE if known else _NEW_PLACE
    return is_new * (habit not in habits) + _TOLD_INSIDE * ((_ROOT, form) in habits)


def _run_cost(last: _Number | None, number: _Number) -> float:
    """Return what it costs that a number follows another one below the same heading."""
    if last is None or last.form != number.form:
        beside = _LOWER_BESIDE if last and last.form[0] < number.form[0] else _MIXED
        return beside * (last is not None) + _JUMP * (number.ordinal > 1)
    if number.ordinal == last.ordinal + 1:
        other = _OTHER_SHAPE * (number.is_title is not last.is_title)
        return other + _OTHER_PLACE * (number.is_above is not last.is_above)
    return _RESTART if number.ordinal == 1 else _JUMP
