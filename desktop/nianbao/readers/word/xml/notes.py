"""Footnotes, endnotes and comments of a Word document."""

from lxml import etree

from nianbao.readers.word.xml.names import W

_REAL_NOTES = (None, "normal")  # separators and continuation notices have a type of their own


class Notes:
    """The footnotes, endnotes or comments of a document, by id."""

    def __init__(self, root: etree._Element | None, tag: str) -> None:
        self._elements: dict[str, etree._Element] = {}
        for element in root.iterchildren(tag) if root is not None else ():
            if element.get(W + "type") in _REAL_NOTES:
                self._elements[element.get(W + "id", "")] = element

    def take(self, note_id: str | None) -> etree._Element | None:
        """Return a note the first time it is asked for, None afterwards or when it is missing."""
        return self._elements.pop(note_id or "", None)

    def rest(self) -> list[etree._Element]:
        """Return the notes that nobody asked for."""
        return list(self._elements.values())
