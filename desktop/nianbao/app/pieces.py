"""The pieces of a report in reading order: where each stands and what it reads as."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nianbao.report import flow
from nianbao.report.model import Report, Section

_FRONT, _BACK = "开头", "落款"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An element, a heading or an entry: where it stands, its source, what it reads as.

    `way` holds the ids of the sections down to it, a heading's own included; `place` is the same in
    words.
    """

    id: str
    way: tuple[str, ...]
    place: str
    source: str
    text: str

    @property
    def is_heading(self) -> bool:
        """Whether it is the heading of a section."""
        return self.way[-1:] == (self.id,)


def pieces(report: Report, rendered: Iterable[flow.Line]) -> list[Piece]:
    """Return a report's pieces in reading order, given its paragraphs with every slot filled."""
    texts: dict[str, list[str]] = {}
    for line in rendered:
        for span in line:
            texts.setdefault(span.piece, []).append(span.text)
    read = {id_: "\n".join(parts) for id_, parts in texts.items()}
    front = [(element.id, (), element.text) for element in report.front]
    back = [(element.id, (), element.text) for element in report.back]
    outside = dict.fromkeys((id_ for id_, _, _ in front), _FRONT)
    outside |= dict.fromkeys((id_ for id_, _, _ in back), _BACK)
    return [
        Piece(
            id=id_,
            way=way,
            place=outside.get(id_) or " › ".join(read[one] for one in way if one in read),
            source=source,
            text=read[id_],
        )
        for id_, way, source in (*front, *_sections((), report.sections), *back)
        if id_ in read  # a section without a heading has nothing to read
    ]


def _sections(
    way: tuple[str, ...], sections: tuple[Section, ...]
) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield id, way and source of every heading and entry."""
    for section in sections:
        here = (*way, section.id)
        yield section.id, here, section.prefix + section.title + section.suffix
        yield from ((entry.id, here, entry.text) for entry in section.entries)
        yield from _sections(here, section.sections)
