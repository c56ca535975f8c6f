"""The workspace: one SQLite file that holds everything, with one undo. All SQL is here.

tables       what the file holds: the columns of each table, row seals
migrations   how the file came to look so, version by version
log          named actions, undo and redo
reports, ledger, marks, originals   rows ↔ dataclasses
versions, figure_steps   a year as it was, a figure's way
holding      who writes: a lock beside the file
snapshot     a file to look at, in memory
backup, copying   which backups there are, are due and are needed; making them
restoring, salvage   a backup in place of a workspace; a damaged one's rows into a new one
open_format  a workspace as JSON, CSV and originals, and back
twins        files that were once one
opening      creating, opening, refusing and upgrading files
connection, sidecars, refusals   the connection, what lies beside a file, the sentences
store        `Workspace`, the front of it all
"""

from nianbao.workspace.connection import SQLITE
from nianbao.workspace.rows.log import UNDONE, Action, ActionInfo
from nianbao.workspace.rows.originals import Original, OriginalInfo
from nianbao.workspace.rows.reports import ReportInfo
from nianbao.workspace.store import Workspace

__all__ = [
    "SQLITE",
    "UNDONE",
    "Action",
    "ActionInfo",
    "Original",
    "OriginalInfo",
    "ReportInfo",
    "Workspace",
]
