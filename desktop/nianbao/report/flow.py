"""A report as paragraphs: the one order in which its pieces are read, rendered and compared."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.report.writing import slots
from nianbao.report.writing.numbering import parse_heading_number


class Role(StrEnum):
    """What a stretch of text is on the page: what decides its style in Word."""

    ELEMENT = "element"  # see `kind`
    HEADING = "heading"  # see `level`
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of one paragraph with one role. `piece` is the id of what it belongs to."""

    role: Role
    piece: str
    text: str
    level: int = 0
    kind: ElementKind | EntryKind | None = None


Line = tuple[Span, ...]
"""One paragraph. An empty paragraph has one span without text."""


def lines(report: Report) -> list[Line]:
    """Return the report's paragraphs, in order, as source with slots."""
    found: list[list[Span]] = []
    for joined, span in _spans(report):
        if joined and found:
            found[-1].append(span)
        else:
            found.append([span])
    return [tuple(line) for line in found]


def _spans(report: Report) -> Iterator[tuple[bool, Span]]:
    for element in report.front:
        yield False, _element(element)
    for section in report.walk():
        yield from _section(section)
    for element in report.back:
        yield False, _element(element)


def _element(element: Element) -> Span:
    return Span(role=Role.ELEMENT, piece=element.id, text=element.text, kind=element.kind)


def _section(section: Section) -> Iterator[tuple[bool, Span]]:
    heading = section.prefix + section.title + section.suffix
    if heading:
        yield (
            section.joined,
            Span(role=Role.HEADING, piece=section.id, text=heading, level=_form(section)),
        )
    for entry in section.entries:
        yield from _entry(entry)


def _form(section: Section) -> int:
    """Return the level whose form the heading's number has: “1.” is set as level 3 at any depth."""
    number = parse_heading_number(section.number)
    return number.level if number else section.level


def _entry(entry: Entry) -> Iterator[tuple[bool, Span]]:
    for number, text in enumerate(entry.text.split("\n")):
        yield (
            entry.joined and number == 0,
            Span(role=Role.TEXT, piece=entry.id, text=text, kind=entry.kind),
        )


def rendered(report: Report, values: Mapping[str, Decimal | str]) -> list[Line]:
    """Return the report's paragraphs with every slot filled."""
    paragraphs = lines(report)
    texts = iter(slots.render([span.text for line in paragraphs for span in line], values))
    return [
        tuple(
            Span(
                role=span.role,
                piece=span.piece,
                text=next(texts),
                level=span.level,
                kind=span.kind,
            )
            for span in line
        )
        for line in paragraphs
    ]


def texts(paragraphs: Iterable[Line]) -> dict[str, str]:
    """Return what each piece reads as, by its id."""
    found: dict[str, list[str]] = {}
    for line in paragraphs:
        for span in line:
            found.setdefault(span.piece, []).append(span.text)
    return {piece: "\n".join(parts) for piece, parts in found.items()}


def text(paragraphs: list[Line]) -> str:
    """Return paragraphs as plain text, one a line, without a final line end."""
    return "\n".join("".join(span.text for span in line) for line in paragraphs)
