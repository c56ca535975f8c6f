"""A page of a review in portions: no more at once than can be read, laid out and gone through."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from nianbao.desk.reviewing.rows import ReviewRow, ReviewStretch, Text

_CHARACTERS, _NUMBERS = 20_000, 300
"""What one portion holds at most. The longest section of a real report is half as long."""

Paragraph = tuple[ReviewStretch, ...]
_Item = TypeVar("_Item")


def portions(text: Text) -> tuple[Text, ...]:
    """Cut a text into portions, each with the numbers that stand in it; at least one.

    A paragraph that is too long for a portion is cut between two stretches, or in plain text.
    """
    rows = {row.key: row for row in text.rows}
    parts = (tuple(part) for line in text.paragraphs for part in _packed(_sized(line)))
    packed = _packed((part, _characters(part), _numbers(part)) for part in parts)
    made = (Text(paragraphs=tuple(one), rows=tuple(_rows(one, rows))) for one in packed)
    return tuple(made) or (text,)


def _rows(paragraphs: Iterable[Paragraph], rows: dict[str, ReviewRow]) -> Iterator[ReviewRow]:
    for paragraph in paragraphs:
        yield from (rows[stretch.key] for stretch in paragraph if stretch.key in rows)


def _packed(items: Iterable[tuple[_Item, int, int]]) -> Iterator[list[_Item]]:
    """Yield items, told with their characters and numbers: as many as one portion holds."""
    packed: list[_Item] = []
    characters = numbers = 0
    for item, longer, more in items:
        characters, numbers = characters + longer, numbers + more
        if packed and (characters > _CHARACTERS or numbers > _NUMBERS):
            yield packed
            packed, characters, numbers = [], longer, more
        packed.append(item)
    if packed:
        yield packed


def _sized(paragraph: Paragraph) -> Iterator[tuple[ReviewStretch, int, int]]:
    """Yield stretches with their characters and numbers, one that no portion holds in pieces."""
    for whole in paragraph:
        text, stretch = whole.text, whole
        while len(text) > _CHARACTERS:
            yield replace(stretch, text=text[:_CHARACTERS]), _CHARACTERS, 0
            text = text[_CHARACTERS:]
            stretch = ReviewStretch(
                text=text, heading=whole.heading
            )  # its key stands at the beginning
        yield stretch, len(text), _counts(stretch)


def _characters(paragraph: Paragraph) -> int:
    return sum(len(stretch.text) for stretch in paragraph)


def _numbers(paragraph: Paragraph) -> int:
    return sum(map(_counts, paragraph))


def _counts(stretch: ReviewStretch) -> int:
    """Return how many numbers a stretch is that can be picked: one or none."""
    return bool(stretch.key or stretch.aside)
