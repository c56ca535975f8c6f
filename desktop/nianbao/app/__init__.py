"""The use cases: what both the window and the commands call. Each change is one named action."""

from nianbao.app.drafting import Draft, demo, draft, render
from nianbao.app.filling import Filled, fill
from nianbao.app.keeping import history, keep, redo, undo
from nianbao.app.reading import Source, from_bytes, open_source
from nianbao.app.reports import Imported, import_report, start_year
from nianbao.app.reviewing import changes, check_file, check_workspace

__all__ = [
    "Draft",
    "Filled",
    "Imported",
    "Source",
    "changes",
    "check_file",
    "check_workspace",
    "demo",
    "draft",
    "fill",
    "from_bytes",
    "history",
    "import_report",
    "keep",
    "open_source",
    "redo",
    "render",
    "start_year",
    "undo",
]
