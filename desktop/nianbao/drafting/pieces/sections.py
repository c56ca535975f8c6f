"""Headings are put in, taken out and put back: report in, report out.

A heading that was taken out is kept as marks, so that it comes back with what stood below it. Where
it stood is said by what it stood behind, whether that is there at the time or not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from nianbao.drafting.pieces import arrange, counting
from nianbao.drafting.pieces.counting import Siblings
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Entry, EntryKind, Report, Section
from nianbao.report.writing.numbering import parse_heading_number, write_heading_number

_NAMES = ("parent", "after", "key", "number", "prefix", "suffix", "flags")
_RUN_IN, _JOINED = "run_in", "joined"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingPlace:
    """Where a heading stood, and what its marks and words were besides the title.

    `parent` is empty for a part, `after` for the first one below its parent.
    """

    parent: str = ""
    after: str = ""
    key: str = ""
    number: str = ""
    prefix: str = ""
    suffix: str = ""
    flags: str = ""

    @property
    def text(self) -> str:
        """It in lines: no heading has a line break."""
        return "\n".join(getattr(self, name) for name in _NAMES)

    @classmethod
    def parsed(cls, text: str) -> Self:
        """Return what lines say, as far as there are any."""
        return cls(**dict(zip(_NAMES, text.split("\n"), strict=False)))


def place_behind(report: Report, piece: str) -> HeadingPlace | None:
    """Return where a heading belongs that follows the section of a piece, None outside of all.

    It is the last one of a part, when the piece stands in the part itself.
    """
    home = arrange.section_of(report, piece)
    if home is None:
        return None
    parent = _parent(report, home.id)
    if parent is None:
        return HeadingPlace(parent=home.id, after=home.sections[-1].id if home.sections else "")
    return HeadingPlace(parent=parent.id, after=home.id)


def with_section(
    report: Report, place: HeadingPlace, title: str, section: str, entry: Entry
) -> Report:
    """Put a heading with one entry into a report, set and numbered as those beside it are."""
    beside = _below(report, place.parent)
    like = next((one for one in beside if one.id == place.after), None) or next(iter(beside), None)
    number = "" if beside else _first_number(report, place.parent)
    made = Section(
        id=section,
        level=_level(report, place.parent),
        number=number,
        prefix=number,
        title=title.removesuffix(like.suffix) if like else title,
        suffix=like.suffix if like else "",
        run_in=like.run_in if like else False,
        entries=(replace(entry, joined=like.run_in if like else False),),
    )
    at = _place(beside, place.after, {})
    return _with_below(report, place.parent, counting.put_in(beside, at, made))


def number_behind(report: Report, place: HeadingPlace) -> str:
    """Return the number that a heading would have at a place."""
    blank = Entry(id="", kind=EntryKind.OTHER, text="")
    tried = with_section(report, place, "", "", blank)
    return next(one.prefix for one in tried.walk() if not one.id)


def without(report: Report, section: str) -> Report:
    """Take a heading out, with what stands below it; those behind it are counted back."""
    above = _parent(report, section)
    parent = above.id if above else ""
    beside = _below(report, parent)
    ids = [one.id for one in beside]
    if section not in ids:
        return report
    return _with_below(report, parent, counting.taken_out(beside, ids.index(section)))


def of_removal(report: Report, marks: Iterable[Mark], section: str) -> list[Mark]:
    """Return what is to be kept of a heading that is taken out, to be put back."""
    marks = list(marks)
    found = report.section(section)
    assert found is not None, section
    parent = _parent(report, section)
    place = HeadingPlace(
        parent=parent.id if parent else "",
        after=_after(report, marks, section),
        key=found.key,
        number=found.number,
        prefix=found.prefix,
        suffix=found.suffix,
        flags=" ".join([_RUN_IN] * found.run_in + [_JOINED] * found.joined),
    )
    return [
        Mark(kind=MarkKind.REMOVED, target=section, text=found.title),
        Mark(kind=MarkKind.PLACE, target=section, text=place.text),
    ]


def removed(report: Report, marks: Iterable[Mark]) -> dict[str, HeadingPlace]:
    """Return the headings that were taken out and are not back, with where they place."""
    marks = list(marks)
    there = {one.id for one in report.walk()}
    gone = {mark.target for mark in marks if mark.kind is MarkKind.REMOVED} - there
    return {
        mark.target: HeadingPlace.parsed(mark.text)
        for mark in marks
        if mark.kind is MarkKind.PLACE and mark.target in gone
    }


def put_back(carried: Report | None, report: Report, marks: Iterable[Mark], section: str) -> Report:
    """Put a heading back where it stood, and those it stood under; nothing where it never was.

    `carried` is the report as the year began. What comes back has no entries.
    """
    marks = list(marks)
    gone = removed(report, marks)
    titles = {mark.target: mark.text for mark in marks if mark.kind is MarkKind.REMOVED}
    began = {one.id: one for one in carried.walk()} if carried else {}
    way: list[str] = []
    while section in gone and section not in way:
        way.append(section)
        section = gone[section].parent
    if section and report.section(section) is None:
        return report
    for one in reversed(way):
        place = gone[one]
        made = began.get(one) or _made(one, place, _level(report, place.parent))
        made = replace(made, number=place.number, prefix=place.prefix, title=titles[one])
        made = replace(made, entries=(), sections=())
        report = _with_one_back(report, place, made, gone)
    return report


def _made(section: str, place: HeadingPlace, level: int) -> Section:
    return Section(
        id=section,
        level=level,
        number=place.number,
        prefix=place.prefix,
        title="",
        suffix=place.suffix,
        run_in=_RUN_IN in place.flags,
        joined=_JOINED in place.flags,
        key=place.key,
        confidence=1.0 if place.key else 0.0,
    )


def _with_one_back(
    report: Report, place: HeadingPlace, made: Section, gone: Mapping[str, HeadingPlace]
) -> Report:
    beside = _below(report, place.parent)
    at = _place(beside, place.after, gone)
    if not made.number:
        return _with_below(report, place.parent, (*beside[:at], made, *beside[at:]))
    if not beside:
        made = counting.numbered(made, min(_ordinals(gone, place.parent), default=1))
    return _with_below(report, place.parent, counting.put_in(beside, at, made))


def _ordinals(gone: Mapping[str, HeadingPlace], parent: str) -> Iterator[int]:
    """Yield what the headings that stood below one counted; the first is the least of them."""
    for place in gone.values():
        number = parse_heading_number(place.number)
        if number is not None and place.parent == parent:
            yield number.ordinal


def nearest(report: Report, marks: Iterable[Mark], section: str) -> str:
    """Return the section that stands for one on the screen: itself, or what it stood under."""
    gone = removed(report, marks)
    met = set()
    while section in gone and section not in met:
        met.add(section)
        section = gone[section].parent or gone[section].after
    there = [one.id for one in report.walk()]
    return section if section in there else next(iter(there), "")


def _after(report: Report, marks: list[Mark], section: str) -> str:
    """Return what a heading stands behind, headings that were taken out among them."""
    above = _parent(report, section)
    parent = above.id if above else ""
    gone = removed(report, marks)
    ids = ["", *(one.id for one in _below(report, parent))]
    for one, place in gone.items():
        if place.parent == parent:
            ids.insert(_behind(ids, place.after, gone) + 1, one)
    return ids[ids.index(section) - 1]


def _place(beside: Siblings, after: str, gone: Mapping[str, HeadingPlace]) -> int:
    """Return where behind one of some headings is, first when it stood behind none."""
    return _behind(["", *(one.id for one in beside)], after, gone)


def _behind(ids: Sequence[str], after: str, gone: Mapping[str, HeadingPlace]) -> int:
    """Return the place of an id; of one that is gone, of what it stood behind."""
    met: set[str] = set()
    while after not in ids and after in gone and after not in met:
        met.add(after)
        after = gone[after].after
    return ids.index(after) if after in ids else 0


def _first_number(report: Report, parent: str) -> str:
    """Return the number of a heading that has none beside it: of the form of others like it."""
    level = _level(report, parent)
    others = [one for one in report.walk() if one.level == level]
    forms = [number for one in others if (number := parse_heading_number(one.number))]
    if others and not forms:
        return ""
    above = report.section(parent)
    own = parse_heading_number(above.number) if above else None
    form = forms[0].level if forms else own.level + 1 if own else level
    return write_heading_number(form, 1)


def _level(report: Report, parent: str) -> int:
    above = report.section(parent)
    return above.level + 1 if above else 1


def _below(report: Report, parent: str) -> Siblings:
    if not parent:
        return report.sections
    above = report.section(parent)
    return above.sections if above else ()


def _parent(report: Report, section: str) -> Section | None:
    for one in report.walk():
        if any(child.id == section for child in one.sections):
            return one
    return None


def _with_below(report: Report, parent: str, sections: Siblings) -> Report:
    """Return a report with other sections below one; without one they are its parts."""
    if not parent:
        return replace(report, sections=sections)

    def below(one: Section) -> Section:
        if one.id == parent:
            return replace(one, sections=sections)
        return replace(one, sections=tuple(map(below, one.sections)))

    return replace(report, sections=tuple(map(below, report.sections)))
