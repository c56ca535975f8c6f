"""What stands in 【待核：…】 is settled: left as it reads, or taken out."""

from nianbao.drafting.cells import Cell, cells, source_of
from nianbao.report.writing import placeholder, slots
from nianbao.report.writing.placeholder import Place

_STOPS = "，、；。！？"
_JOINS = "，、；"


def marked(source: str) -> list[Place]:
    """Return the placeholders that stand in a source itself; their places are of its cells."""
    return list(placeholder.find(slots.blanked(source)))


def confirmed(source: str, ordinal: int) -> str:
    """Return a source where what a placeholder holds stands as text."""
    found, place = cells(source), marked(source)[ordinal]
    held = found[place.begin : place.end]
    return source_of([*found[: place.start], *held, *found[place.stop :]])


def is_asked(source: str) -> bool:
    """Whether anything in a source is still marked to be checked."""
    return any(place.kind is placeholder.CHECK for place in marked(source))


def is_reminder(source: str, ordinal: int) -> bool:
    """Whether a placeholder holds no text of the report, but says that all of it is last year's."""
    place = marked(source)[ordinal]
    return place.start == 0 and not placeholder.unmarked(place.text)


def removed(source: str, ordinal: int) -> str:
    """Return a source without a placeholder, and without the comma that this leaves over."""
    found, place = cells(source), marked(source)[ordinal]
    before, behind = found[: place.start], found[place.stop :]
    if _is_one_of(behind[:1], _STOPS) and (not before or _is_one_of(before[-1:], _JOINS)):
        if before:
            before = before[:-1]
        elif _is_one_of(behind[:1], _JOINS):
            behind = behind[1:]
    return source_of([*before, *behind])


def inside(source: str, ordinal: int) -> str:
    """Return the source that a placeholder holds."""
    place = marked(source)[ordinal]
    return source_of(cells(source)[place.begin : place.end])


def _is_one_of(found: list[Cell], marks: str) -> bool:
    return bool(found) and isinstance(found[0], str) and found[0] in marks
