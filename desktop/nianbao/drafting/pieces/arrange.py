"""Entries are taken out, put in, moved, split and merged: report in, report out.

Paragraphs belong to places and not to entries: an entry that goes on in the paragraph of the one
before it (`joined`) keeps doing so when others are moved around it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from nianbao.report.model import Entry, EntryKind, Report, Section

Entries = tuple[Entry, ...]


def section_of(report: Report, piece: str) -> Section | None:
    """Return the section that holds an entry, or is the piece itself."""
    for section in report.walk():
        if section.id == piece or any(entry.id == piece for entry in section.entries):
            return section
    return None


def entry_of(report: Report, piece: str) -> Entry | None:
    """Return an entry by its id."""
    return next((e for s in report.walk() for e in s.entries if e.id == piece), None)


def new_id(report: Report, others: Iterable[str] = ()) -> str:
    """Return an id that no piece of the report has, nor any other that is known."""
    taken = {section.id for section in report.walk()} | set(others)
    taken |= {entry.id for section in report.walk() for entry in section.entries}
    number = 1
    while (found := f"{report.year}-新{number}") in taken:
        number += 1
    return found


def without(report: Report, piece: str) -> Report:
    """Take an entry out; what went on in its paragraph begins the paragraph now."""

    def changed(entries: Entries, at: int) -> Entries:
        rest = list(entries)
        gone = rest.pop(at)
        if at < len(rest) and rest[at].joined:
            rest[at] = replace(rest[at], joined=gone.joined)
        return tuple(rest)

    return _changed(report, piece, changed)


def with_entry(
    report: Report, section: str, entry: Entry, *, after: str = "", first: bool = False
) -> Report:
    """Put an entry into a section as a paragraph of its own: behind another, first, or last."""

    def put(entries: Entries) -> Entries:
        ids = [one.id for one in entries]
        at = ids.index(after) + 1 if after in ids else 0 if first else len(entries)
        while at < len(entries) and entries[at].joined:
            at += 1  # never into the middle of a paragraph
        return (*entries[:at], entry, *entries[at:])

    return _in_section(report, section, put)


def behind(report: Report, piece: str, entry: Entry) -> Report:
    """Put an entry right behind another, into its paragraph or not as the entry says."""
    return _changed(
        report, piece, lambda entries, at: (*entries[: at + 1], entry, *entries[at + 1 :])
    )


def put_back(carried: Report, report: Report, entry: Entry) -> Report:
    """Put an entry of a year's beginning back into its place there, and into its paragraph.

    Undoes `without`, in whatever order entries were taken out and come back.
    """
    began = section_of(carried, entry.id)
    assert began is not None, entry.id
    order = [one.id for one in began.entries]
    joined = {one.id: one.joined for one in began.entries}
    own = order.index(entry.id)

    def put(entries: Entries) -> Entries:
        ids = [one.id for one in entries]
        before = next((n for n in range(own - 1, -1, -1) if order[n] in ids), -1)
        after = next((n for n in range(own + 1, len(order)) if order[n] in ids), len(order))
        if before >= 0:
            at = ids.index(order[before]) + 1
        else:
            at = ids.index(order[after]) if after < len(order) else len(ids)
        rest = list(entries)
        if at < len(rest) and after < len(order) and rest[at].id == order[after]:
            goes_on = all(joined[order[n]] for n in range(own + 1, after + 1))
            rest[at] = replace(rest[at], joined=goes_on)
        goes_on = all(joined[order[n]] for n in range(before + 1, own + 1))
        rest.insert(at, replace(entry, joined=goes_on))
        return tuple(rest)

    return _in_section(report, began.id, put)


def stands_as_begun(carried: Report, report: Report, piece: str) -> bool:
    """Whether an entry is in its section of the year's beginning, in the same order as there."""
    began, home = section_of(carried, piece), section_of(report, piece)
    if began is None or home is None or began.id != home.id:
        return False
    now = [one.id for one in home.entries]
    then = [one.id for one in began.entries]
    return [one for one in now if one in then] == [one for one in then if one in now]


def moved(report: Report, piece: str, by: int) -> Report:
    """Move an entry by so many places within its section, as far as there are places."""

    def changed(entries: Entries, at: int) -> Entries:
        order = list(entries)
        entry = order.pop(at)
        order.insert(min(max(at + by, 0), len(order)), entry)
        return _in_places_of(entries, order)

    return _changed(report, piece, changed)


def moved_to(report: Report, piece: str, section: str) -> Report:
    """Move an entry to the end of another section."""
    entry = entry_of(report, piece)
    home = section_of(report, piece)
    if entry is None or home is None or home.id == section:
        return report
    return with_entry(without(report, piece), section, replace(entry, joined=False))


def split(report: Report, piece: str, first: str, second: str, title: str, new: str) -> Report:
    """Make two entries of one: their sources, the title and the id of the second."""

    def changed(entries: Entries, at: int) -> Entries:
        old = entries[at]
        halves = (
            replace(old, text=first),
            replace(old, id=new, text=second, title=title, joined=not second.startswith("\n")),
        )
        halves = (halves[0], replace(halves[1], text=second.removeprefix("\n")))
        return (*entries[:at], *halves, *entries[at + 1 :])

    return _changed(report, piece, changed)


def merged(report: Report, piece: str) -> Report:
    """Make one entry of an entry and the next one of its section."""

    def changed(entries: Entries, at: int) -> Entries:
        if at + 1 == len(entries):
            return entries
        one, other = entries[at], entries[at + 1]
        between = "" if other.joined else "\n"
        both = replace(one, text=one.text + between + other.text)
        return (*entries[:at], both, *entries[at + 2 :])

    return _changed(report, piece, changed)


def following(report: Report, piece: str) -> Entry | None:
    """Return the next entry of the same section."""
    home = section_of(report, piece)
    entries = home.entries if home else ()
    ids = [entry.id for entry in entries]
    at = ids.index(piece) + 1 if piece in ids else len(ids)
    return entries[at] if at < len(entries) else None


def _in_places_of(places: Sequence[Entry], order: Sequence[Entry]) -> Entries:
    return tuple(
        replace(entry, joined=place.joined) for place, entry in zip(places, order, strict=True)
    )


def _changed(report: Report, piece: str, change: Callable[[Entries, int], Entries]) -> Report:
    home = section_of(report, piece)
    ids = [entry.id for entry in home.entries] if home else []
    if home is None or piece not in ids:
        return report
    return _in_section(report, home.id, lambda entries: change(entries, ids.index(piece)))


def _in_section(report: Report, section: str, change: Callable[[Entries], Entries]) -> Report:
    def one(found: Section) -> Section:
        entries = change(found.entries) if found.id == section else found.entries
        return replace(found, entries=entries, sections=tuple(map(one, found.sections)))

    return replace(report, sections=tuple(map(one, report.sections)))


def blank_entry(section: Section, id_: str, otherwise: EntryKind = EntryKind.MEASURE) -> Entry:
    """Return an empty entry of the kind that a section's other entries have, if it has any."""
    kind = section.texts[0].kind if section.texts else otherwise
    return Entry(id=id_, kind=kind, text="")
