"""Boxes and notes that hang on the paragraph being read: which are said before it, which after."""

from collections import deque
from typing import NamedTuple

from lxml import etree

from nianbao.readers.word.xml.boxes import stands_low
from nianbao.report.document import FilePlace

_SENTENCE_END = "。"
_NOTES = (FilePlace.FOOTNOTE, FilePlace.ENDNOTE)


class Aside(NamedTuple):
    """A box or a note, and after how many characters of its paragraph it stands."""

    place: FilePlace
    element: etree._Element
    at: int = 0

    def parts(self, text: str) -> bool:
        """Whether this is a box with text of its paragraph on both sides."""
        return self.place is FilePlace.TEXT_BOX and 0 < self.at < len(text)


class Asides:
    """Collects boxes and notes in reading order until they may be said."""

    def __init__(self, of_notes: deque[Aside] | None = None) -> None:
        self._before: list[Aside] = []  # boxes anchored before the text of their paragraph
        self._after: list[Aside] = []
        self._held: list[Aside] = []  # notes of titles, see `after`
        self._of_notes = of_notes  # where notes go that stand in the note being said

    def box(self, element: etree._Element, at: int, *, opens: bool) -> None:
        """Keep a box; one that opens its paragraph stands before it, unless low on its page."""
        if stands_low(element):
            self._after.append(Aside(FilePlace.TEXT_BOX, element))
        else:
            (self._before if opens else self._after).append(Aside(FilePlace.TEXT_BOX, element, at))

    def note(self, element: etree._Element, place: FilePlace) -> None:
        """Keep a note; one in a note waits until that is said: they may refer in a circle."""
        (self._after if self._of_notes is None else self._of_notes).append(Aside(place, element))

    def before(self) -> list[Aside]:
        """Take the boxes that are said before the paragraph."""
        due, self._before = self._before, []
        return due

    def after(self, place: FilePlace, text: str) -> list[Aside]:
        """Take what is said after a paragraph; notes of a title wait for the text below it."""
        due, self._after = self._after, []
        if place is not FilePlace.BODY:
            return due
        if _SENTENCE_END in text:
            due, self._held = [*self._held, *due], []
            return due
        self._held += [one for one in due if one.place in _NOTES]
        return [one for one in due if one.place not in _NOTES]

    def rest(self) -> list[Aside]:
        """Take all that still waits."""
        due = [*self._before, *self._held, *self._after]
        self._before, self._held, self._after = [], [], []
        return due
