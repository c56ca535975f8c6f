"""What of last year belongs to an entry that was split, merged or dropped since the year began.

It is kept as marks, so that it is undone, versioned and compared with the entries themselves. The
report as the year began is cut and joined in the same way: whoever compares with it finds beside
each entry the text of last year that belongs to it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher

from nianbao.drafting.cells import cells, source_of
from nianbao.drafting.pieces import arrange, sections
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import Entry, Report, Section

SOURCES = (MarkKind.DECIDED, MarkKind.BASE, MarkKind.DROPPED, MarkKind.REMOVED)
"""The kinds of marks whose text is the source of a text."""

_BARE = Section(id="", level=1, number="", prefix="", title="")
_BETWEEN = " "  # ids; none has a space


def descended(carried: Report, marks: Iterable[Mark], title: Callable[[str], str]) -> Report:
    """Return the report as the year began, its entries cut and joined as they were since.

    `title` returns the lead sentence of a text.
    """
    marks = list(marks)
    for mark in marks:
        if mark.kind is MarkKind.PART:
            carried = _with_part(carried, mark)
    bases = _texts(marks, MarkKind.BASE)

    def section(one: Section) -> Section:
        entries = (_based(entry, bases, title) for entry in one.entries)
        return replace(
            one,
            entries=tuple(entry for entry in entries if entry is not None),
            sections=tuple(map(section, one.sections)),
        )

    return replace(carried, sections=tuple(map(section, carried.sections))) if bases else carried


def _with_part(carried: Report, mark: Mark) -> Report:
    origin = arrange.entry_of(carried, mark.text)
    if origin is None:
        return carried
    return arrange.behind(carried, mark.text, replace(origin, id=mark.target, text=""))


def _based(entry: Entry, bases: Mapping[str, str], title: Callable[[str], str]) -> Entry | None:
    """Return an entry with the text that belongs to it, None when all of it went elsewhere."""
    base = bases.get(entry.id)
    if base is None:
        return entry
    if not base:
        return None
    text = base.removeprefix("\n")  # a break alone is an entry without text
    joined = entry.joined if text == base else False
    return replace(entry, text=text, title=title(text), joined=joined)


def origins(marks: Iterable[Mark], piece: str) -> list[str]:
    """Return the pieces of last year that a piece comes from."""
    return _texts(marks, MarkKind.ORIGIN).get(piece, piece).split(_BETWEEN)


def of_split(
    carried: Report | None, marks: Iterable[Mark], piece: str, halves: tuple[str, str], new: str
) -> list[Mark]:
    """Return what is to be kept when an entry is cut into two; nothing for a new entry.

    `carried` is the report as the year began, see `descended`.
    """
    base = arrange.entry_of(carried, piece) if carried else None
    if base is None:
        return []
    first, second = divided(base.text, *halves)
    ids = _BETWEEN.join(origins(marks, piece))
    return [
        Mark(kind=MarkKind.PART, target=new, text=piece),
        Mark(kind=MarkKind.BASE, target=piece, text=first),
        Mark(kind=MarkKind.BASE, target=new, text=second),
        Mark(kind=MarkKind.ORIGIN, target=piece, text=ids),
        Mark(kind=MarkKind.ORIGIN, target=new, text=ids),
    ]


def of_merge(carried: Report | None, marks: Iterable[Mark], one: Entry, other: Entry) -> list[Mark]:
    """Return what is to be kept when an entry takes in the next one."""
    if carried is None:
        return []
    marks = list(marks)
    first, second = (arrange.entry_of(carried, entry.id) for entry in (one, other))
    if second is None:
        return []
    between = "" if other.joined else "\n"
    text = first.text + between + second.text if first else second.text
    ids = [*(origins(marks, one.id) if first else ()), *origins(marks, other.id)]
    found = [
        Mark(kind=MarkKind.BASE, target=one.id, text=text),
        Mark(kind=MarkKind.BASE, target=other.id),
        Mark(kind=MarkKind.ORIGIN, target=one.id, text=_BETWEEN.join(dict.fromkeys(ids))),
    ]
    return found if first else [Mark(kind=MarkKind.PART, target=one.id, text=other.id), *found]


def of_drop(carried: Report | None, report: Report, piece: str) -> list[Mark]:
    """Return what is to be kept of an entry that is written no longer, to be taken up again.

    Nothing for one that stands as the year began with it: that is at hand.
    """
    entry, home = arrange.entry_of(report, piece), arrange.section_of(report, piece)
    assert entry is not None, piece
    assert home is not None, piece
    began = arrange.entry_of(carried, piece) if carried else None
    found = []
    if began is None or began.text != entry.text:
        found.append(Mark(kind=MarkKind.DROPPED, target=piece, text=entry.text))
    if carried is None or not arrange.stands_as_begun(carried, report, piece):
        before = [""] + [one.id for one in home.entries]
        after = before[before.index(piece) - 1]
        text = _BETWEEN.join([home.id, after]).strip()
        found.append(Mark(kind=MarkKind.PLACE, target=piece, text=text))
    return found


def dropped_from(marks: Iterable[Mark], piece: str) -> tuple[str, str] | None:
    """Return the section from which, and behind which entry, an entry was dropped.

    None when it stood where the year began with it.
    """
    text = _texts(marks, MarkKind.PLACE).get(piece)
    if text is None:
        return None
    section, _, after = text.partition(_BETWEEN)
    return section, after


def dropped(
    report: Report, carried: Report | None, marks: Iterable[Mark]
) -> Iterator[tuple[str, Entry]]:
    """Yield the entries that are written no longer, each with the section it stood in.

    Those of last year come first; what was typed into them is their text.
    """
    marks = list(marks)
    met = {entry.id for section in report.walk() for entry in section.entries}
    typed = _texts(marks, MarkKind.DROPPED)
    for section in carried.walk() if carried else ():
        for entry in section.texts:
            if entry.id not in met:
                place = dropped_from(marks, entry.id)
                home = place[0] if place else section.id
                yield home, replace(entry, text=typed.get(entry.id, entry.text))
                met.add(entry.id)
    homes = {section.id: section for section in report.walk()}
    homes |= dict.fromkeys(sections.removed(report, marks), _BARE)
    for piece, text in typed.items():
        place = dropped_from(marks, piece)
        if piece not in met and place and place[0] in homes:
            yield place[0], replace(arrange.blank_entry(homes[place[0]], piece), text=text)


def divided(base: str, first: str, second: str) -> tuple[str, str]:
    """Cut a text where its rewritten form was cut: all of it stands in the two parts."""
    if base.startswith(first):
        return first, base[len(first) :]
    old, ahead = cells(base), cells(first)
    new = [*ahead, *cells(second)]
    at = len(ahead)
    for _, start, stop, begin, end in SequenceMatcher(None, new, old, autojunk=False).get_opcodes():
        if start <= at <= stop and (at < stop or stop == len(new)):
            cut = min(begin + at - start, end)
            return source_of(old[:cut]), source_of(old[cut:])
    return base, ""


def _texts(marks: Iterable[Mark], kind: MarkKind) -> dict[str, str]:
    return {mark.target: mark.text for mark in marks if mark.kind is kind}
