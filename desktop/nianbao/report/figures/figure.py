"""Figures: what was counted in one year, apart from how the number is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Self

LAST_YEAR = "@上年"  # behind an operand's name: its value of the year before


class FigureState(StrEnum):
    """Whether a figure has been answered. Zero is an answer."""

    KNOWN = "known"  # 已填
    PENDING = "pending"  # 待报
    NOT_APPLICABLE = "not_applicable"  # 不适用


class Period(StrEnum):
    """What happens to a figure when the year turns."""

    FLOW = "flow"  # 流量: counted afresh each year
    STOCK = "stock"  # 存量: goes on, to be confirmed
    RATE = "rate"  # 率: follows from its counts
    CHANGE = "change"  # 变化: follows from two years


CLEARED = "清空，重新报"
"""The source of a figure whose value of last year is not to be taken over, stock or not."""

QUOTED_NUMBER = "＿"
"""Stands for the number in a label that quotes its clause: 上线＿个‘一件事’集成服务."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What is counted. `name` is unique in a unit's ledger and is the name of its slot.

    `label` is the name as an official writes it in a table (it may hold brackets and quotation
    marks, which a slot name cannot). `key` is the id in the standard catalogue, empty when the
    indicator is the unit's own. `unit` is the unit of measure (件, %, 元), `department` who reports
    it, `definition` its 口径. `confidence` is how sure the understanding was of the name, 0 to 1.
    It is not stored: where it was low, the label quotes its clause, and that is.
    """

    name: str
    label: str
    unit: str
    period: Period = Period.FLOW
    key: str = ""
    aliases: tuple[str, ...] = ()
    department: str = ""
    definition: str = ""
    confidence: float = field(default=1.0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One indicator's value in one year.

    `value` has 万/亿 applied and is in the indicator's unit (12万余件 → 120000); a rate stays in
    percent (99.8 for 99.8%). The writing (万余、约、三) belongs to the slot, not to the figure.
    A figure that is not known has no value: it is never 0 and never last year's.
    """

    indicator: str
    year: int
    value: Decimal | None = None
    state: FigureState = FigureState.PENDING
    as_of: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if (self.value is not None) is not (self.state is FigureState.KNOWN):
            raise ValueError(f"{self.indicator} {self.year}: {self.value} is {self.state}")

    def answered(self, value: Decimal, *, source: str) -> Self:
        """Return this figure with its value."""
        return replace(self, value=value, state=FigureState.KNOWN, source=source)


class MentionKind(StrEnum):
    """What sort of quantity a number in the text is."""

    COUNT = "count"
    MONEY = "money"
    RATE = "rate"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One number where it stands in the report.

    `text` is what the text says, with its unit (“12万余份”), `writing` the part a slot replaces
    (“12万余”). `piece` is the id of the element, section or entry that holds it, `sentence` the
    sentence around it. `year` is the year the number is of, which may be earlier than the report's
    (`prior`). `found_as` is the name the program gave it by itself, `context` the words around it
    with numbers blanked: by these a correction finds it again in another year.
    """

    text: str
    writing: str
    value: Decimal
    unit: str
    approx: str
    kind: MentionKind
    label: str
    indicator: str
    year: int
    section: str
    sentence: str
    piece: str
    paragraph: int | None = None
    prior: bool = False
    found_as: str = ""
    context: str = ""


class RelationKind(StrEnum):
    """Which arithmetic holds."""

    RATIO = "ratio"  # result = a / b × 100
    SUM = "sum"  # result = a + b + …
    DIFFERENCE = "difference"  # result = a - b
    CHANGE = "change"  # result = (a - b) / b × 100, or a - b


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Arithmetic that holds in last year's text.

    `result` and `operands` are indicator names. `decimals` is the rounding of the text.
    `confirmed` relations are formulas: the result is computed, never asked for.
    """

    kind: RelationKind
    result: str
    operands: tuple[str, ...]
    decimals: int = 0
    sentence: str = ""
    confidence: float = 1.0
    confirmed: bool = False

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What tells one relation from another."""
        return self.kind.value, self.result, self.operands

    def with_names(self, names: Mapping[str, str]) -> Self:
        """Return the relation between indicators of other names; last year's operands follow."""
        every = {**names, **{old + LAST_YEAR: new + LAST_YEAR for old, new in names.items()}}
        return replace(
            self,
            result=every.get(self.result, self.result),
            operands=tuple(every.get(operand, operand) for operand in self.operands),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What last year's report said would be done or was wanting, to be answered in this one.

    `id` is the id of last year's entry (or entry and ordinal), `year` the year whose report must
    answer. `kind` is plan or shortcoming. `answer` is empty until it is answered.
    """

    id: str
    year: int
    kind: str
    title: str
    text: str
    answer: str = ""
