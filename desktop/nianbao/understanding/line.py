"""A line of the page in hand: the text to work on, and the paragraph it came from."""

from dataclasses import dataclass

from nianbao.report import text
from nianbao.report.change import Change
from nianbao.report.document import Document, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph. `text` is what will be written, `index` counts the file's paragraphs."""

    text: str
    index: int
    origin: Paragraph

    @property
    def bare(self) -> str:
        """The text without outer space."""
        return self.text.strip()


def as_read(document: Document) -> list[Line]:
    """Return every paragraph exactly as read."""
    return [
        Line(text=paragraph.text, index=index, origin=paragraph)
        for index, paragraph in enumerate(document.paragraphs)
    ]


def corrected(document: Document) -> tuple[list[Line], list[Change]]:
    """Return the paragraphs with marks and spaces corrected, and every correction."""
    lines: list[Line] = []
    changes: list[Change] = []
    for line in as_read(document):
        written, log = text.corrected(line.text)
        lines.append(Line(text=written, index=line.index, origin=line.origin))
        changes += [
            Change(rule=item.rule, before=item.before, after=item.after, paragraph=line.index)
            for item in log
            if item.before.strip()
        ]
    return lines, changes
