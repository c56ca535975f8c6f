"""What the user types into a figure, in a chip, a table or a pasted column: one sense for all."""

from nianbao.desk.desk import Desk
from nianbao.errors import DoubtError
from nianbao.report.figures.doubt import directed, doubt, doubt_direction
from nianbao.report.figures.figure import Figure, Indicator, Period
from nianbao.report.figures.typed import answered
from nianbao.standards.quantities import quantities


def figure(desk: Desk, name: str, typed: str, source: str, *, sure: bool = False) -> Figure:
    """Return a figure with what was typed; with `sure` nothing is asked any more.

    Raises:
        InputError: it is no number, or one that cannot be.
        DoubtError: it may be meant otherwise.
    """
    indicator = desk.ledger.indicators[name]
    found = answered(indicator, typed, desk.year, source)
    if found.value is None:
        return found
    before = desk.ledger.prior.get(name)
    prior = before.value if before else None
    falls = indicator.period is Period.CHANGE and _is_fall(indicator)
    value = directed(found.value, prior, falls=falls)
    asked = doubt(indicator, value, prior, typed)
    if indicator.period is Period.CHANGE and not falls and not typed.strip().startswith("+"):
        asked = asked or doubt_direction(value, prior)
    if asked and not sure:
        raise DoubtError(
            f"“{indicator.label}”{asked}", do="要改，请写清楚；就是这个数，请再填一次。"
        )
    return found if value == found.value else found.answered(value, source=source)


def _is_fall(indicator: Indicator) -> bool:
    """Whether the name of a change says that it went down."""
    falls = {fall for _, fall in quantities().pairs.values()}
    return any(word in indicator.label for word in falls)
