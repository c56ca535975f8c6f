"""What the user types into a figure, in a chip, a table or a pasted column: one sense for all."""

from decimal import Decimal
from itertools import pairwise

from nianbao.errors import DoubtError, InputError
from nianbao.report.figures.doubt import directed, doubt, doubt_direction
from nianbao.report.figures.figure import Figure, Indicator, Period
from nianbao.report.figures.ledger import Ledger
from nianbao.report.figures.typed import answered
from nianbao.report.model import Report
from nianbao.report.pieces import pieces
from nianbao.report.writing import slots
from nianbao.report.writing.changing import UNCHANGED
from nianbao.report.writing.fold import folded
from nianbao.standards.figures.quantities import quantities


def figure(
    report: Report, ledger: Ledger, name: str, typed: str, source: str, *, sure: bool = False
) -> Figure:
    """Return a figure of a report with what was typed; with `sure` nothing is asked any more.

    Raises:
        InputError: it is no number, or one that cannot be.
        DoubtError: it may be meant otherwise.
    """
    indicator = ledger.indicators[name]
    is_change = indicator.period is Period.CHANGE
    told, typed = _told_direction(typed) if is_change else (None, typed)
    found = answered(indicator, typed, ledger.year, source)
    if found.value is None:
        return found
    before = ledger.prior.get(name)
    prior = before.value if before else None
    plus = folded(typed).strip().startswith("+")
    falls = is_change and _is_fall(indicator) and (prior is not None or _is_compared(report, name))
    value = found.value if plus else directed(found.value, prior, falls=falls)
    if told is not None:
        value = abs(found.value) * told if found.value else abs(found.value)
    if is_change and (stands := _standing_word(report, name)):
        value = _as_standing(indicator, stands, value, told)
    asked = doubt(indicator, value, prior, typed, whole=_is_counted(indicator))
    if is_change and told is None and plus == falls:
        asked = asked or doubt_direction(value, prior)
    if asked and not sure:
        raise DoubtError(
            f"“{indicator.label}”{asked}", do="要改，请写清楚；就是这个数，请再填一次。"
        )
    return found if value == found.value else found.answered(value, source=source)


def _standing_word(report: Report, name: str) -> str:
    """Return the word for a direction that stands before a figure and does not turn with it."""
    for piece in pieces(report):
        for before, part in pairwise(slots.parse(piece.source)):
            if isinstance(before, str) and isinstance(part, slots.Slot) and part.name == name:
                found = quantities().change_word.search(folded(before))
                if found and not part.rise:
                    return found[0]
    return ""


def _as_standing(indicator: Indicator, stands: str, value: Decimal, told: int | None) -> Decimal:
    """Return how much a change is whose word stands in the text.

    Raises:
        InputError: it went the other way than the text says.
    """
    rise, fall = next(pair for word, pair in quantities().pairs.items() if stands.startswith(word))
    down = stands.startswith(fall) and not stands.startswith(rise)
    is_said = told is not None or value < 0
    if value and is_said and (value < 0) is not down:
        raise InputError(
            f"正文里写的是“{stands}”，“{indicator.label}”填的是相反的。",
            do="请先把正文里的字改好再填。",
        )
    return abs(value)


def _is_compared(report: Report, name: str) -> bool:
    """Whether the text writes a figure with a word for its direction: 下降25%."""
    sources = (piece.source for piece in pieces(report))
    return any(s.name == name and s.rise for source in sources for s in slots.slots(source))


def _told_direction(typed: str) -> tuple[int | None, str]:
    """Return the direction that was typed along, and the rest: 下降25% is -1 and 25%."""
    text = folded(typed).strip()
    if text == UNCHANGED:
        return 1, "0"
    for word, (_, fall) in quantities().pairs.items():
        rest = text.removeprefix(word).removeprefix("了")
        if text.startswith(word) and rest:  # a word alone is no number, and does not clear one
            return (-1 if word == fall else 1), rest
    return None, typed


def _is_counted(indicator: Indicator) -> bool:
    """Whether what an indicator counts has no fractions: 件, not 公里 and no average."""
    has_parts = indicator.unit in quantities().divisible or "均" in indicator.label
    return not has_parts and indicator.period in (Period.FLOW, Period.STOCK)


def _is_fall(indicator: Indicator) -> bool:
    """Whether the name of a change says that it went down."""
    falls = {fall for _, fall in quantities().pairs.values()}
    return any(word in indicator.label for word in falls if len(word) > 1)  # no 青少年
