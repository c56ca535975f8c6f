"""Which colour goes with which state; the same in grid, text, preview and ledger."""

from nianbao.report.finding import Severity
from nianbao.report.standing import Standing
from nianbao.ui.kit.theme import Tone

_STANDINGS = {
    Standing.CARRIED: Tone.GREY,
    Standing.FILLED: Tone.BLUE,
    Standing.FORMULA: Tone.GREEN,
    Standing.MANUAL: Tone.AMBER,
    Standing.PENDING: Tone.RED,
    Standing.NOT_APPLICABLE: Tone.GREY,
}
_SEVERITIES = {Severity.MUST: Tone.RED, Severity.DOUBT: Tone.AMBER, Severity.HINT: Tone.BLUE}


def of(standing: Standing) -> Tone:
    """Return the colour of a figure's standing."""
    return _STANDINGS[standing]


def of_severity(severity: Severity) -> Tone:
    """Return the colour of a finding."""
    return _SEVERITIES[severity]


def words(standing: Standing) -> str:
    """Return glyph and word: “✓ 已填”."""
    return f"{standing.glyph} {standing.value}"
