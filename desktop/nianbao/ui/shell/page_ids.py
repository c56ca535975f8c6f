"""The pages over an open workspace, by name."""

FORM, LEDGER, PROMISES, COVERAGE, PREVIEW = "form", "ledger", "promises", "coverage", "preview"
SEARCH, VERSIONS, HISTORY, AUTOMATIC = "search", "versions", "history", "automatic"

WORDS = {
    FORM: "填写",
    LEDGER: "台账",
    PROMISES: "上年安排对照",
    COVERAGE: "五项×体系",
    PREVIEW: "预览",
}
"""Those that have a button in the bar at the top."""
