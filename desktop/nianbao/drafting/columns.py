"""Many answers at once, from a pasted column or a file: what can be taken, and what is odd."""

from collections.abc import Iterable
from dataclasses import dataclass

from nianbao.drafting.answering import figure
from nianbao.errors import DoubtError, InputError
from nianbao.report.figures.figure import Figure
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.typed import Names
from nianbao.report.model import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One answer: where it stands (第3行, or nothing), which indicator, what was typed.

    `word` is what the table calls the indicator; `name` is set where the place says which it is.
    """

    where: str = ""
    word: str = ""
    name: str = ""
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Odd:
    """A line that is not taken as it stands, or only on a second look: what is the matter."""

    where: str
    what: str
    is_doubt: bool = False

    def __str__(self) -> str:
        """Return it in words, with its line."""
        what = self.what.removesuffix("。")
        return f"{self.where}：{what}" if self.where else what


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnAnswers:
    """What lines answer. `doubtful` figures may be meant otherwise; each is among the odd too."""

    figures: tuple[Figure, ...]
    doubtful: tuple[Figure, ...]
    typed: dict[str, str]
    odd: tuple[Odd, ...]

    @property
    def faults(self) -> list[Odd]:
        """What cannot be taken at all."""
        return [one for one in self.odd if not one.is_doubt]

    @property
    def doubts(self) -> list[Odd]:
        """What may be meant otherwise."""
        return [one for one in self.odd if one.is_doubt]


def column(
    report: Report, ledger: Ledger, lines: Iterable[AnswerLine], *, source: str
) -> ColumnAnswers:
    """Return what lines answer; of two lines that contradict each other neither is taken."""
    names = Names(ledger.indicators.values())
    figures: dict[str, Figure] = {}
    doubtful: dict[str, Figure] = {}
    typed: dict[str, str] = {}
    odd: list[Odd] = []
    contradicted: set[str] = set()
    for line in lines:
        try:
            name = line.name or names.indicator(line.word).name
            found, doubt = _understood(report, ledger, name, line.typed, source)
        except InputError as error:
            odd.append(Odd(where=line.where, what=error.what))
            continue
        known = figures.get(name) or doubtful.get(name)
        if known is not None and (known.value, known.state) != (found.value, found.state):
            contradicted.add(name)
            label = ledger.indicators[name].label
            odd.append(Odd(where=line.where, what=f"“{label}”填了两个不同的值，两个都没有填"))
            continue
        (doubtful if doubt else figures)[name] = found
        typed[name] = line.typed
        if doubt and known is None:
            odd.append(Odd(where=line.where, what=doubt, is_doubt=True))
    return ColumnAnswers(
        figures=tuple(one for name, one in figures.items() if name not in contradicted),
        doubtful=tuple(one for name, one in doubtful.items() if name not in contradicted),
        typed=typed,
        odd=tuple(odd),
    )


def _understood(
    report: Report, ledger: Ledger, name: str, typed: str, source: str
) -> tuple[Figure, str]:
    """Return a figure, and how it may be meant otherwise.

    Raises:
        InputError: it is no number, or one that cannot be.
    """
    try:
        return figure(report, ledger, name, typed, source), ""
    except DoubtError as doubt:
        return figure(report, ledger, name, typed, source, sure=True), doubt.what
