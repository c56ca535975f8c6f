"""The back of the page: closing, attachments, signature, date, note and imprint (版记).

The date with a body above it is where the report ends. What stands above the signature is read
upwards, what stands below the date is notes, attachments and imprint, however it is written.
"""

import re
from collections.abc import Sequence
from itertools import accumulate

from nianbao.report.document import FilePlace
from nianbao.report.model import ElementKind
from nianbao.report.writing.chinese import ORDINAL
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards.figures import tables
from nianbao.standards.layout import Layout
from nianbao.understanding.around import notes
from nianbao.understanding.lines import days, pages
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.marked import (
    LONG,
    NAME,
    SENTENCE_END,
    Marked,
    as_date,
    blank_or,
    is_date,
    is_odd_date,
    is_signature,
    may_sign,
)

_ATTACHED = re.compile(
    rf"(?:(?:\d{{1,2}}|{ORDINAL})[.、]|[（(](?:\d{{1,2}}|{ORDINAL})[）)]|[①-⑳])[^。；]{{2,60}}$"
)
_NOTES = (FilePlace.FOOTNOTE, FilePlace.ENDNOTE)
_BEFORE_NOTES = 0.8  # of all characters
_BODIES = 4  # that sign one report
_DOUBTFUL = 2  # lines below who signs that may be anything
_PRINTED = 3  # lines in which the office that printed stands above the day


def take(lines: Sequence[Line], layout: Layout) -> list[Marked]:
    """Return the lines at the end that are no text of the report, each with what it is."""
    end = _Back(lines, layout)
    date = end.date()
    if date is None:
        last = end.undated()
        return end.upward(last) + end.below(last)
    below = end.below(date + 1)
    above = end.signed(date)
    return end.upward(above) + end.marked(above, date) + [(ElementKind.DATE, lines[date])] + below


def doubtful(body: Sequence[Line], layout: Layout) -> Line | None:
    """Return the line of a body that may sign the report, with more below it than can be told."""
    below = 0
    for line in reversed(body):
        if len(line.plain) > NAME or below > _DOUBTFUL or parse_heading_number(line.bare):
            return None
        if line.is_cell and any(tables.alone(line.plain)):
            return None
        surely = layout.element["undated"].search(line.plain)
        if below and surely and is_signature(line.plain, layout):
            return line
        below += bool(line.bare)
    return None


class _Back:
    """The lines of a body with its back matter, seen from the end."""

    def __init__(self, lines: Sequence[Line], layout: Layout) -> None:
        self._lines, self._layout = lines, layout
        self._printed = self._printed_by()
        office = layout.element["printing_office"]
        self._printing = frozenset(at for at in self._printed if office.search(lines[at].plain))
        attached = (at for at, line in enumerate(lines) if self._is_attachment(line))
        self._attached = next(attached, len(lines))
        self._table = self._last_table()
        self._lengths = list(accumulate(len(line.bare) for line in lines)) or [0]

    def date(self) -> int | None:
        """Return the line of the date that ends the report; the first one that can be it."""
        found = None
        in_text = False
        for at in range(len(self._lines) - 1, -1, -1):
            line = self._lines[at]
            if len(line.plain) > LONG or parse_heading_number(line.bare):
                if at < min(self._attached, self._table):  # they have headings and long lines too
                    if found is not None:
                        return found
                    in_text = True
            elif self._is_date(at) and (
                self._is_closed(at) or (not in_text and self._ends_report(at))
            ):
                found = at
        return found

    def undated(self) -> int:
        """Return where what stands below a signature without a date begins."""
        above = self._neighbour(self._table, -1)
        if above is not None and is_signature(self._lines[above].plain, self._layout):
            return self._table
        return self._signed_without_date()

    def _signed_without_date(self) -> int:
        """Return where the bodies end that sign below a closing; all short lines follow."""
        last = len(self._lines)
        for at in range(last - 1, -1, -1):
            line = self._lines[at]
            if len(line.plain) > LONG or parse_heading_number(line.bare):
                break
            if line.bare and self._is_closed(at):
                return at
        return last

    def _is_date(self, at: int) -> bool:
        """Whether a line is a date; below a body that signs it, or last, in any writing.

        The day on which an office printed what others signed is none.
        """
        if self._neighbour(at, -1) in self._printing:
            return False
        if is_date(self._lines[at], self._layout):
            return True
        plain = self._lines[at].plain
        if not plain or self._lines[at].is_cell or not is_odd_date(plain, self._layout):
            return False
        above = self._neighbour(at, -1)
        if above is not None and is_signature(self._lines[above].plain, self._layout):
            return True
        return self._neighbour(at, 1) is None and days.is_told(
            as_date(plain, self._layout), self._layout
        )

    def _is_closed(self, at: int) -> bool:
        """Whether the bodies that sign stand right above a line, and the closing above them.

        Nothing that follows can then be the report's own text, unless it is most of the text. Nor
        can it where nothing but a few numbered notes follows.
        """
        start = self.signed(at)
        above = self._neighbour(start, -1)
        if start == at or above is None:
            return False
        if self._kind(self._lines[above]) is ElementKind.CLOSING:
            return self._lengths[at] > self._lengths[-1] / 2
        signs = self._neighbour(at, -1)
        body = signs is not None and is_signature(self._lines[signs].plain, self._layout)
        few = self._lengths[at] > _BEFORE_NOTES * self._lengths[-1]
        return body and few and notes.numbered(self._lines[at + 1 :])

    def _last_table(self) -> int:
        """Return where the table that ends the lines begins, with its caption.

        A table that holds the half of the text or more is the report itself.
        """
        table = end = len(self._lines)
        for at in range(end - 1, -1, -1):
            line = self._lines[at]
            if (
                line.bare
                and line.origin.place is not FilePlace.TABLE
                and not self._titles(at, table)
            ):
                break
            table = at if line.bare else table
        inside, all_in_all = (sum(len(one.bare) for one in self._lines[at:]) for at in (table, 0))
        return table if inside < all_in_all / 2 else end

    def _titles(self, at: int, table: int) -> bool:
        """Whether a line is the caption of the table that begins further down."""
        plain, above = self._lines[at].plain, self._neighbour(at, -1)
        if table == len(self._lines) or above is None or is_date(self._lines[at], self._layout):
            return False
        if self._layout.element["caption"].search(plain):
            return True
        return is_date(self._lines[above], self._layout) and not (
            len(plain) > NAME or SENTENCE_END.search(plain) or parse_heading_number(plain)
        )

    def _ends_report(self, at: int) -> bool:
        above, below = self._neighbour(at, -1), self._neighbour(at, 1)
        signed = above is not None and is_signature(self._lines[above].plain, self._layout)
        if below is not None and not signed and not self._may_follow(below):
            return False
        if below == self._table and self._lines[at].origin.place is FilePlace.TABLE:
            return False
        if above is None:
            return False
        line = self._lines[above]
        return (
            may_sign(line.plain, self._layout)
            or is_signature(line.plain, self._layout)
            or SENTENCE_END.search(line.plain) is not None
            or self._kind(line) is not None
        )

    def _may_follow(self, at: int) -> bool:
        line = self._lines[at]
        known = (ElementKind.NOTE, ElementKind.IMPRINT, ElementKind.ATTACHMENT)
        if (
            self._kind(line) in known
            or at in self._printed
            or pages.is_page_number(self._lines, at, self._layout)
        ):
            return True
        if at == self._table:
            return True
        if is_date(line, self._layout):  # each body has its own
            return True
        return is_signature(line.plain, self._layout) or line.plain.startswith(("（", "("))

    def _neighbour(self, at: int, step: int) -> int | None:
        at += step
        while 0 <= at < len(self._lines):
            if self._lines[at].bare:
                return at
            at += step
        return None

    def signed(self, date: int) -> int:
        """Return where the bodies that sign begin, above the date."""
        start, bodies = date, 0
        at = self._neighbour(date, -1)
        while at is not None and bodies < _BODIES:
            plain = self._lines[at].plain
            signs = is_signature(plain, self._layout)
            if not bodies:
                signs = signs or may_sign(plain, self._layout)
            if not signs or parse_heading_number(plain):
                break
            start, bodies = at, bodies + 1
            at = self._neighbour(at, -1)
        return self._closed_above(start) if bodies else start

    def _closed_above(self, start: int) -> int:
        """Return where the bodies begin when names of any kind stand between them and a closing."""
        at, first = self._neighbour(start, -1), start
        while at is not None and start - at <= _BODIES:
            line = self._lines[at]
            if self._kind(line) is ElementKind.CLOSING:
                return first
            known = self._kind(line) or parse_heading_number(line.bare)
            if known or not may_sign(line.plain, self._layout):
                return start
            first, at = at, self._neighbour(at, -1)
        return start

    def marked(self, start: int, end: int) -> list[Marked]:
        """Return the lines of the signature."""
        return [(blank_or(ElementKind.SIGNATURE, line), line) for line in self._lines[start:end]]

    def below(self, start: int) -> list[Marked]:
        """Return the lines below the date; what is nothing else belongs to an attachment."""
        found: list[Marked] = []
        kind = ElementKind.SIGNATURE
        for at in range(start, len(self._lines)):
            line = self._lines[at]
            own = self._below_kind(at, kind)
            kind = own if own not in (ElementKind.BLANK, ElementKind.FURNITURE) else kind
            found.append((own, line))
        return found

    def _below_kind(self, at: int, before: ElementKind) -> ElementKind:
        line = self._lines[at]
        if not line.bare:
            return ElementKind.BLANK
        if pages.is_page_number(self._lines, at, self._layout):
            return ElementKind.FURNITURE
        if at in self._printed:
            return ElementKind.IMPRINT
        if kind := self._kind(line):
            return kind
        if self._begins_imprint(at):
            return ElementKind.IMPRINT
        if self._layout.element["note_below"].search(line.plain):
            return ElementKind.NOTE
        in_brackets = line.plain.startswith(("（", "(")) and line.plain.endswith(("）", ")"))
        if in_brackets and len(line.plain) <= LONG and not line.is_cell:
            return ElementKind.NOTE
        if before in (ElementKind.SIGNATURE, ElementKind.DATE) and line.origin.place not in _NOTES:
            if is_signature(line.plain, self._layout):
                return ElementKind.SIGNATURE
            if self._is_date(at):
                return ElementKind.DATE
        return ElementKind.IMPRINT if before is ElementKind.IMPRINT else ElementKind.ATTACHMENT

    def upward(self, end: int) -> list[Marked]:
        """Return closing, attachments and notes above a line, reading upwards.

        Numbered names of attachments count when 附件： stands above them; bodies that sign without
        a date count below a closing.
        """
        found: list[Marked] = []
        seen: set[ElementKind] = set()
        kept = waiting = 0
        for at in range(end - 1, -1, -1):
            line = self._lines[at]
            kind = self._upward_kind(at, seen)
            closed = ElementKind.CLOSING in seen
            listed = _ATTACHED.match(line.plain) and (not closed or self._is_listed(at))
            if kind is None and (listed or self._is_named_below(at)):
                found.append((ElementKind.ATTACHMENT, line))
                continue
            if kind is None and is_signature(line.plain, self._layout) and waiting < _BODIES:
                waiting += 1
                found.append((ElementKind.SIGNATURE, line))
                continue
            if kind is None:
                kept = kept or self._undated(found, line)
                break
            found.append((kind, line))
            if kind is ElementKind.CLOSING or (kind is not ElementKind.BLANK and not waiting):
                seen.add(kind)
                kept, waiting = len(found), 0
        return found[:kept][::-1]

    def _is_listed(self, at: int | None) -> bool:
        """Whether a numbered line goes on with the list that 附件：1.… above it begins."""
        due = None
        while at is not None:
            line = self._lines[at]
            begins = self._layout.element["attachments"].match(line.plain)
            number = parse_heading_number(line.bare[begins.end() :] if begins else line.bare)
            ordinal = number.ordinal if number else 0
            if begins:
                return due == ordinal + 1
            if not _ATTACHED.match(line.plain) or not ordinal or due not in (None, ordinal + 1):
                return False
            due = ordinal
            at = self._neighbour(at, -1)
        return False

    def _is_named_below(self, at: int) -> bool:
        """Whether a line is the name of what 附件1 stands for, on a line of its own above it."""
        plain, above = self._lines[at].plain, self._neighbour(at, -1)
        if above is None or not (2 < len(plain) <= NAME) or SENTENCE_END.search(plain):
            return False
        return bool(self._layout.element["attachment_alone"].search(self._lines[above].plain))

    def _undated(self, found: Sequence[Marked], above: Line) -> int:
        """Return how many lines are bodies that sign below the last sentence, with no date."""
        bodies = [line for kind, line in found if kind is ElementKind.SIGNATURE]
        in_text = all(line.origin.place is not FilePlace.TABLE for line in bodies)
        surely = all(self._layout.element["undated"].search(line.plain) for line in bodies)
        ended = SENTENCE_END.search(above.plain) is not None
        return len(found) if bodies and in_text and surely and ended else 0

    def _upward_kind(self, at: int, seen: set[ElementKind]) -> ElementKind | None:
        line = self._lines[at]
        if at in self._printing:
            return ElementKind.IMPRINT
        if not line.bare:
            return ElementKind.BLANK
        if pages.is_page_number(self._lines, at, self._layout) and not seen:
            return ElementKind.FURNITURE
        return self._kind(line)

    def _kind(self, line: Line) -> ElementKind | None:
        """Return what a line is by itself."""
        patterns = self._layout.element
        if len(line.plain) > LONG:
            return ElementKind.IMPRINT if patterns["imprint"].search(line.plain) else None
        order = (ElementKind.IMPRINT, ElementKind.NOTE, ElementKind.ATTACHMENT, ElementKind.CLOSING)
        for kind in order:
            if patterns[kind.value].search(line.plain):
                return kind
        return None

    def _begins_imprint(self, at: int) -> bool:
        """Whether a line is the first cell of a table that 版记 is: 印数, with 50份 beside it."""
        line, above = self._lines[at], self._neighbour(at, -1)
        first = above is None or self._lines[above].origin.place is not FilePlace.TABLE
        in_table = line.origin.place is FilePlace.TABLE and first
        return in_table and bool(self._layout.element["imprint_label"].search(line.plain))

    def _is_attachment(self, line: Line) -> bool:
        return self._layout.element["attachment"].search(line.plain) is not None

    def _printed_by(self) -> frozenset[int]:
        """Return the lines of the office that printed, which stand above the day it did."""
        imprint = self._layout.element["imprint"]
        found: set[int] = set()
        for at, line in enumerate(self._lines):
            if len(line.plain) <= NAME and imprint.search(line.plain) and "印" in line.plain:
                above = [one for one in range(max(0, at - _PRINTED), at) if self._lines[one].bare]
                if above and is_signature(self._lines[above[-1]].plain, self._layout):
                    found.add(above[-1])
        return frozenset(found)
