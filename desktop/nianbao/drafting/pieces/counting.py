"""Headings side by side are counted on when one comes between them, and back when one goes."""

from dataclasses import replace

from nianbao.report.model import Section
from nianbao.report.writing.numbering import parse_heading_number, with_ordinal

Siblings = tuple[Section, ...]


def put_in(siblings: Siblings, at: int, new: Section) -> Siblings:
    """Return headings with another at a place, and what stands behind it counted on.

    Where those beside it have numbers it has the one that comes next, written as its own if it has
    one of their form, else as theirs.
    """
    ahead = [one for one in siblings[:at] if parse_heading_number(one.number)]
    behind = [one for one in siblings[at:] if parse_heading_number(one.number)]
    if not (ahead or behind):
        return (*siblings[:at], new, *siblings[at:])
    like = ahead[-1] if ahead else behind[0]
    number, own = parse_heading_number(like.number), parse_heading_number(new.number)
    assert number is not None
    if own is None or own.level != number.level:
        new = replace(new, number=like.number, prefix=like.prefix or like.number)
    new = numbered(new, number.ordinal + bool(ahead))
    return (*siblings[:at], new, *_counted(siblings[at:], number.level, 1))


def taken_out(siblings: Siblings, at: int) -> Siblings:
    """Return headings without one of them, and what stood behind it counted back."""
    number = parse_heading_number(siblings[at].number)
    rest = siblings[at + 1 :]
    if number is not None:
        rest = _counted(rest, number.level, -1, above=number.ordinal)
    return (*siblings[:at], *rest)


def _counted(siblings: Siblings, level: int, by: int, above: int = 0) -> Siblings:
    """Return headings with other numbers, as far as these have the form of a level."""
    counted = []
    for one in siblings:
        number = parse_heading_number(one.number)
        moves = number is not None and number.level == level and number.ordinal > above
        counted.append(numbered(one, number.ordinal + by) if number and moves else one)
    return tuple(counted)


def numbered(section: Section, ordinal: int) -> Section:
    """Return a heading with another ordinal, written as it is."""
    return replace(
        section,
        number=with_ordinal(section.number, ordinal),
        prefix=with_ordinal(section.prefix, ordinal),
    )
