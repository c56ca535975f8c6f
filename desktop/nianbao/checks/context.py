"""What a rule may look at: everything about one report in one year, and nothing it could change."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from nianbao.report.figures.figure import Promise
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.printed import PrintedText, written
from nianbao.report.model import EntryState, Report, Section
from nianbao.report.pieces import Piece, pieces, place
from nianbao.report.writing import slots
from nianbao.standards.structure import Structure, structure


@dataclass(frozen=True, kw_only=True, eq=False)
class Context:
    """A report with what it is judged by.

    `last` and `last_ledger` are there when the year before is. `promises` are those that this
    report must answer, `answered` the ids of those that are. `states` says how each entry stands
    against last year, `kept` which ones the drafter decided to keep; both are empty for a report
    that was only read.
    """

    report: Report
    ledger: Ledger
    today: date
    last: Report | None = None
    last_ledger: Ledger | None = None
    promises: tuple[Promise, ...] = ()
    answered: frozenset[str] = frozenset()
    states: Mapping[str, EntryState] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()
    standards: Structure = field(default_factory=structure, repr=False)

    @cached_property
    def pieces(self) -> Mapping[str, Piece]:
        """The pieces by their ids, in reading order."""
        return {piece.id: piece for piece in pieces(self.report)}

    @cached_property
    def printed(self) -> Mapping[str, PrintedText]:
        """What each piece prints, and where its figures stand in it."""
        return {id_: written(piece.source, self.ledger) for id_, piece in self.pieces.items()}

    @cached_property
    def headings(self) -> Mapping[str, str]:
        """Number and title of each section, with its years and without its figures."""
        return {section.id: self._heading(section) for section in self.report.walk()}

    def _heading(self, section: Section) -> str:
        plain = written(section.title, self.ledger)
        text = plain.text
        for number in reversed(plain.numbers):
            text = f"{text[: number.start]}{slots.BLANK}{text[number.start + number.length :]}"
        return section.number + text

    def place(self, piece: str) -> str:
        """Return in words where a piece stands."""
        return place(self.pieces[piece], self.ledger)
