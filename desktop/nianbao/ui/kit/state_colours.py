"""Which colour goes with which state; the same in grid, text, preview and ledger."""

from nianbao.report.figures.standing import Standing
from nianbao.report.finding import Severity
from nianbao.ui.kit.theme import StateColour

_STANDINGS = {
    Standing.CARRIED: StateColour.GREY,
    Standing.FILLED: StateColour.BLUE,
    Standing.FORMULA: StateColour.GREEN,
    Standing.MANUAL: StateColour.AMBER,
    Standing.PENDING: StateColour.RED,
    Standing.NOT_APPLICABLE: StateColour.GREY,
}
_SEVERITIES = {
    Severity.MUST: StateColour.RED,
    Severity.DOUBT: StateColour.AMBER,
    Severity.HINT: StateColour.BLUE,
}


def of(standing: Standing) -> StateColour:
    """Return the colour of a figure's standing."""
    return _STANDINGS[standing]


def of_severity(severity: Severity) -> StateColour:
    """Return the colour of a finding."""
    return _SEVERITIES[severity]


def words(standing: Standing) -> str:
    """Return glyph and word: “√ 已填”."""
    return f"{standing.glyph} {standing.value}"
