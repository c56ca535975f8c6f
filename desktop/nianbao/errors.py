"""What the program may refuse, said so that the user can act.

    NianbaoError          the user can do something about it: one sentence, exit 1
    ├── ReadingError      no report, damaged, encrypted, an image
    │   └── NoYearError   a report, but on which year?
    ├── WorkspaceError    locked, damaged, written by a newer version
    ├── InputError        a value, a year or a name that does not fit
    │   └── DoubtError    a value that may be meant otherwise
    └── OutputError       a place that cannot be written

Anything else that is raised is a bug: logged with its traceback, shown as one.
"""


class NianbaoError(Exception):
    """Say what happened, that nothing was lost, and what to do.

    `what` and `do` are whole sentences. `detail` goes to the log and to 诊断, not to the screen.
    """

    def __init__(self, what: str, *, do: str, detail: str = "") -> None:
        super().__init__(what)
        self.what, self.do, self.detail = what, do, detail

    def __str__(self) -> str:
        return f"{self.what}原有内容没有改动。{self.do}"


class ReadingError(NianbaoError):
    """A file that cannot be understood as a report.

    `kind` is one of empty, truncated, encrypted, legacy-doc, not-word, too-big, bad-xml, scan,
    unreadable, not-report: the word that `nianbao probe import` prints.
    """

    def __init__(self, kind: str, what: str, *, do: str, detail: str = "") -> None:
        super().__init__(what, do=do, detail=detail)
        self.kind = kind


class NoYearError(ReadingError):
    """A report that does not say which year it is on: the user has to."""


class WorkspaceError(NianbaoError):
    """A workspace file that cannot be opened or trusted."""


class InputError(NianbaoError):
    """A value, a year or a name that does not fit."""


class DoubtError(InputError):
    """A value that may be meant otherwise; given once more, it is taken."""


class OutputError(NianbaoError):
    """A place that cannot be written."""
