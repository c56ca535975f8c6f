"""What comes of understanding a document: the report, its figures, and what is told of both."""

from dataclasses import dataclass
from decimal import Decimal

from nianbao.report.change import Change
from nianbao.report.figures.figure import Figure, Indicator, Mention, Relation
from nianbao.report.mark import Mark
from nianbao.report.model import Report
from nianbao.report.numeral import Numeral


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRelation:
    """A relation between mentions."""

    relation: Relation
    result: Mention
    operands: tuple[Mention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A rate whose counts give something else: `expected` is what they give."""

    rate: Mention
    part: Mention
    whole: Mention
    expected: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """A report and what was found in it.

    `doc_number` is as the page says, wherever it says it, `date` likewise, as 2025-02-13.
    `arithmetic` is what holds in the text, `relations` the formulas of the ledger that follow from
    it. `changes` lists every correction, `cut` the lines that belong to the web site. `numerals`
    says of every numeral of the text what became of it, `cells` of pieces with numerals that were
    cells of a table in which column and row.
    """

    report: Report
    indicators: tuple[Indicator, ...]
    figures: tuple[Figure, ...]
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    arithmetic: tuple[FoundRelation, ...]
    changes: tuple[Change, ...]
    cut: tuple[str, ...]
    numerals: tuple[Numeral, ...] = ()
    doc_number: str = ""
    date: str = ""
    cells: tuple[Mark, ...] = ()
