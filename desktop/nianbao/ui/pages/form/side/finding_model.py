"""The findings as rows for a view."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject

from nianbao.report.finding import Severity
from nianbao.ui.kit.models.index import Index
from nianbao.ui.kit.models.records import RecordModel
from nianbao.views.form.finding_rows import ELSEWHERE, FindingGroup, key_of, rows
from nianbao.views.form.findings import FindingShown
from nianbao.views.open_items import OpenKind


class FindingModel(RecordModel[FindingGroup | FindingShown]):
    """Single findings, and one row for many of a kind, which opens."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[FindingShown] = ()
        self._opened = {OpenKind.PROMISE.value}
        self._severity: Severity | None = None

    def show_findings(self, found: Sequence[FindingShown]) -> None:
        """Replace all findings; what was opened stays open."""
        self._found = found
        self._lay_out()

    def limit(self, severity: Severity | None) -> None:
        """Show only findings of one weight, or all."""
        self._severity = severity
        self._lay_out()

    def toggle(self, key: str) -> None:
        """Open or close the row of many."""
        self._opened ^= {key}
        self._lay_out()

    def open_for(self, shown: FindingShown) -> None:
        """Show a finding, whatever hides it."""
        if self._severity not in (None, shown.finding.severity):
            self._severity = None
        if key_of(shown) in ELSEWHERE:
            self._severity = None
        self._opened.add(key_of(shown))
        self._lay_out()

    @property
    def severity(self) -> Severity | None:
        """The only weight that is shown, None for all."""
        return self._severity

    def place(self, fingerprint: str, start: int) -> QModelIndex:
        """Return where a finding is shown, an invalid index when it is not."""
        for number, row in enumerate(self.records):
            if isinstance(row, FindingShown) and (row.fingerprint, row.start) == (
                fingerprint,
                start,
            ):
                return self.index(number, 0)
        return QModelIndex()

    def next(self, current: Index, step: int) -> QModelIndex:
        """Return the next finding that stands, round the end; a closed row of many is opened."""
        if not any(_stands(row) for row in self.records):
            for row in self.records:
                if isinstance(row, FindingGroup) and row.severity is not None:
                    self.toggle(row.key)
                    current = QModelIndex()
                    break
        count = len(self.records)
        at = current.row() if current.isValid() else (-1 if step > 0 else count)
        for away in range(1, count + 1):
            number = (at + step * away) % count
            if _stands(self.records[number]):
                return self.index(number, 0)
        return QModelIndex()

    def title(self, record: FindingGroup | FindingShown) -> str:
        if isinstance(record, FindingGroup):
            return f"{record.title} {record.count}条，按回车{'收起' if record.is_open else '展开'}"
        return f"{record.finding.severity.value}，{record.title}，{record.sentence}{record.place}"

    def spoken(self, record: FindingGroup | FindingShown) -> str:
        said = self.title(record)
        if isinstance(record, FindingGroup):
            return said
        keys = f"，按回车{record.answer}" + ("，按删除键忽略" if record.ignorable else "")
        return said + ("，已忽略，按回车不再忽略" if record.ignored else keys)

    def _lay_out(self) -> None:
        self.show(rows(self._found, self._opened, self._severity))


def _stands(row: FindingGroup | FindingShown) -> bool:
    return isinstance(row, FindingShown) and not row.ignored
