"""Reports: their pieces as rows, and the rows as a report again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.workspace.connection import Connection, Row
from nianbao.workspace.rows import limits
from nianbao.workspace.rows.log import Action
from nianbao.workspace.rows.tables import (
    ELEMENT,
    ENTRY,
    FIGURE,
    INDICATOR,
    RELATION,
    REPORT,
    SECTION,
    Table,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportInfo:
    """A stored report without its text. `sha256` names the original, empty for a draft."""

    unit: str
    year: int
    profile: str
    raw: bool
    sha256: str


def save(action: Action, report: Report, sha256: str) -> None:
    """Write a report over the one of its unit and year. Without `sha256` the original stays."""
    scope = (report.unit, report.year)
    if not sha256 and (stored := action.stored(REPORT, scope)):
        sha256 = stored[-1]
    action.put(REPORT, scope, [(*scope, report.profile, int(report.raw), sha256 or None)])
    action.replace(ELEMENT, scope, _element_rows(report))
    sections, entries = _section_rows(report)
    limits.assure_all(action.place, _texts(report))
    action.replace(SECTION, scope, sections)
    action.replace(ENTRY, scope, entries)


def _texts(report: Report) -> Iterator[str]:
    yield from (one.text for one in (*report.front, *report.back))
    for section in report.walk():
        yield section.title
        yield from (entry.text for entry in section.entries)


def load(conn: Connection, unit: str, year: int) -> Report | None:
    """Return a report, None when there is none."""
    found = REPORT.within(conn, (unit, year))
    if not found:
        return None
    return from_rows(
        found[0][1:],
        *(conn.rows(query, (unit, year)) for query in (_ELEMENTS, _SECTIONS, _ENTRIES)),
    )


def from_rows(
    report: Row, elements: Sequence[Row], sections: Sequence[Row], entries: Sequence[Row]
) -> Report:
    """Return the report that rows hold; pieces come in order among their siblings."""
    unit, year, profile, raw, _ = report
    return Report(
        unit=unit,
        year=year,
        profile=profile,
        raw=bool(raw),
        front=tuple(_element(row) for row in elements if row[3] == "front"),
        sections=_sections(sections, entries),
        back=tuple(_element(row) for row in elements if row[3] == "back"),
    )


def states(conn: Connection, unit: str) -> dict[int, tuple[int, ...]]:
    """Return for each year of a unit a value that is another when what the year prints is.

    It is told from the seals, without reading the rows.
    """
    shared = tuple(_weight(conn, table, unit).get(None, 0) for table in (INDICATOR, RELATION))
    texts = [_weight(conn, table, unit, "year") for table in (ELEMENT, SECTION, ENTRY)]
    figures = _weight(conn, FIGURE, unit, "year")
    return {
        info.year: (
            *shared,
            *(weights.get(info.year, 0) for weights in texts),
            *(figures.get(year, 0) for year in (info.year, info.year - 1)),
        )
        for info in listed(conn)
        if info.unit == unit
    }


def _weight(conn: Connection, table: Table, unit: str, by: str = "NULL") -> dict[int | None, int]:
    """Return the sums of a unit's seals, by year or under None."""
    query = f'SELECT {by}, sum(crc) FROM "{table.name}" WHERE unit = ? GROUP BY 1'
    return dict(conn.rows(query, (unit,)))


def listed(conn: Connection) -> list[ReportInfo]:
    """Return what reports there are, by unit and year."""
    rows = conn.rows(REPORT.select(order="unit, year"))
    return [
        ReportInfo(unit=unit, year=year, profile=profile, raw=bool(raw), sha256=sha256 or "")
        for unit, year, profile, raw, sha256 in rows
    ]


_OF_YEAR = "unit = ? AND year = ?"
_ELEMENTS = ELEMENT.select(_OF_YEAR, order="position")
_SECTIONS = SECTION.select(_OF_YEAR, order="position")
_ENTRIES = ENTRY.select(_OF_YEAR, order="position")


def _element_rows(report: Report) -> Iterator[Row]:
    for part, elements in (("front", report.front), ("back", report.back)):
        for position, element in enumerate(elements):
            yield (
                *(report.unit, report.year, element.id, part, position),
                *(element.kind.value, element.text, element.paragraph),
            )


def _element(row: Row) -> Element:
    _, _, id_, _, _, kind, text, paragraph = row
    return Element(id=id_, kind=ElementKind(kind), text=text, paragraph=paragraph)


def _section_rows(report: Report) -> tuple[list[Row], list[Row]]:
    """Return the rows of all sections and of all their entries."""
    scope = (report.unit, report.year)
    sections: list[Row] = []
    entries: list[Row] = []

    def add(parent: str | None, siblings: tuple[Section, ...]) -> None:
        for position, section in enumerate(siblings):
            sections.append(_section_row(scope, parent, position, section))
            entries.extend(
                _entry_row(scope, section.id, number, entry)
                for number, entry in enumerate(section.entries)
            )
            add(section.id, section.sections)

    add(None, report.sections)
    return sections, entries


def _section_row(scope: Row, parent: str | None, position: int, section: Section) -> Row:
    return (
        *(*scope, section.id, parent, position, section.level, section.number, section.prefix),
        *(section.title, section.suffix, int(section.number_inferred), int(section.run_in)),
        *(int(section.joined), section.key, float(section.confidence), section.paragraph),
    )


def _entry_row(scope: Row, section: str, position: int, entry: Entry) -> Row:
    return (
        *(*scope, entry.id, section, position, entry.kind.value, entry.text, entry.title),
        *(int(entry.joined), entry.paragraph),
    )


def _sections(rows: Sequence[Row], entry_rows: Sequence[Row]) -> tuple[Section, ...]:
    entries: defaultdict[str, list[Entry]] = defaultdict(list)
    for row in entry_rows:
        entries[row[3]].append(_entry(row))
    children: defaultdict[str | None, list[Row]] = defaultdict(list)
    for row in rows:
        children[row[3]].append(row)
    _assure_reached(children, len(rows))

    def below(parent: str | None) -> tuple[Section, ...]:
        return tuple(
            _section(row, tuple(entries[row[2]]), below(row[2])) for row in children[parent]
        )

    return below(None)


def _assure_reached(children: Mapping[str | None, list[Row]], count: int) -> None:
    """Raise ValueError when sections are not below the report, as when one is its own parent."""
    reached = list(children.get(None, ()))
    for row in reached:
        reached += children.get(row[2], ())
    if len(reached) < count:
        raise ValueError("sections in a circle")


def _section(row: Row, entries: tuple[Entry, ...], sections: tuple[Section, ...]) -> Section:
    _, _, id_, _, _, level, number, prefix, title, suffix, inferred, run_in, joined, *rest = row
    key, confidence, paragraph = rest
    return Section(
        id=id_,
        level=level,
        number=number,
        prefix=prefix,
        title=title,
        suffix=suffix,
        number_inferred=bool(inferred),
        run_in=bool(run_in),
        joined=bool(joined),
        key=key,
        confidence=confidence,
        paragraph=paragraph,
        entries=entries,
        sections=sections,
    )


def _entry(row: Row) -> Entry:
    _, _, id_, _, _, kind, text, title, joined, paragraph = row
    return Entry(
        id=id_,
        kind=EntryKind(kind),
        text=text,
        title=title,
        joined=bool(joined),
        paragraph=paragraph,
    )
