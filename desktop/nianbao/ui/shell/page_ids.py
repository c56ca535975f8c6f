"""The pages over an open workspace, by name."""

from nianbao.report import places

FORM, LEDGER, PROMISES, COVERAGE, PREVIEW = "form", "ledger", "promises", "coverage", "preview"
SEARCH, VERSIONS, HISTORY, AUTOMATIC = "search", "versions", "history", "automatic"

WORDS = {
    FORM: places.FORM,
    LEDGER: places.LEDGER,
    PROMISES: places.PROMISES,
    COVERAGE: places.COVERAGE,
    PREVIEW: places.PREVIEW,
}
"""Those that have a button in the bar at the top."""
