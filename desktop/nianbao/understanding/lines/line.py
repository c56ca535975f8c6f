"""A line of the current page: the text to work on, and the paragraph it came from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nianbao.report.change import Change, ChangeRule
from nianbao.report.document import Document, FilePlace, Paragraph
from nianbao.report.writing import text
from nianbao.report.writing.fold import folded

_LATIN = re.compile(r"[A-Za-z]")
_AROUND = 6  # characters shown on both sides of a joint


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph. `text` is what will be written, `index` counts the file's paragraphs.

    `plain` is the text as it is read (see `fold`), without outer space; each of its characters
    stands where it stands in `bare`. `parted`: what belonged to a page was taken away above it.
    """

    text: str
    index: int
    origin: Paragraph
    parted: bool = False
    plain: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", folded(self.text.strip()))

    @property
    def bare(self) -> str:
        """The text without outer space."""
        return self.text.strip()

    @property
    def is_cell(self) -> bool:
        """Whether the line stands in a cell of a table: no furniture, whatever it looks like."""
        return self.origin.place is FilePlace.TABLE

    def with_text(self, text: str) -> "Line":
        """Return the line with another text."""
        return replace(self, text=text)


def taken_away(line: Line, reason: str = "", *, before: str = "", after: str = "") -> Change:
    """Return that a line, or what of it reads as `before`, is taken away; `after` is left of it."""
    return Change(
        rule=ChangeRule.FURNITURE,
        before=before or line.text,
        after=after,
        paragraph=line.index,
        reason=reason,
    )


def put_together(above: Line, below: Line, reason: str, *, apart: str = "") -> tuple[Line, Change]:
    """Return two lines as one with `apart` between them, and the joint.

    Words of letters are kept apart in any case.
    """
    whole = _together(above.text.rstrip() + apart, below.bare)
    first, second = above.bare[-_AROUND:], below.bare[:_AROUND]
    change = Change(
        rule=ChangeRule.WRAPPED,
        before=f"{first}⏎{second}",
        after=_together(first + apart, second),
        paragraph=above.index,
        reason=reason,
    )
    return above.with_text(whole), change


def _together(first: str, second: str) -> str:
    apart = _LATIN.match(first[-1:]) and _LATIN.match(second)
    return first + (" " if apart else "") + second


def as_read(document: Document) -> list[Line]:
    """Return every paragraph exactly as read."""
    return [
        Line(text=paragraph.text, index=index, origin=paragraph)
        for index, paragraph in enumerate(document.paragraphs)
    ]


def corrected(lines: Sequence[Line]) -> tuple[list[Line], list[Change]]:
    """Return lines with marks and spaces corrected, and every correction."""
    written: list[Line] = []
    changes: list[Change] = []
    for line in lines:
        new, log = text.corrected(line.text)
        written.append(line if new == line.text else line.with_text(new))
        changes += [
            Change(rule=item.rule, before=item.before, after=item.after, paragraph=line.index)
            for item in log
            if item.before.strip()
        ]
    return written, changes
