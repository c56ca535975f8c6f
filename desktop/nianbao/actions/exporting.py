"""The report in hand as a Word file: gathered at the desk, written wherever there is time."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from nianbao.checks.open_items import OpenItems
from nianbao.desk.checked import check
from nianbao.desk.desk import Desk
from nianbao.drafting.remarks import remarks
from nianbao.errors import InputError
from nianbao.report import flow
from nianbao.report.document import Notice
from nianbao.report.flow import Line
from nianbao.report.remark import Remark

SUFFIX = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file that was exported: where it is, and what had to be changed for Word."""

    path: Path
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A report ready to be written; holds nothing of the workspace, so any thread may write it."""

    lines: tuple[Line, ...]
    open_items: OpenItems
    remarks: tuple[Remark, ...] = ()

    def write(self, out: Path, template: Path | None = None) -> Written:
        """Write the Word file beside whatever is there already, and say where.

        A name that is taken gets （2）. `template` is an office's own Word template.

        Raises:
            OutputError: the place cannot be written, or the template is not in order.
            InputError: the name is no file name.
        """
        from nianbao.rendering import write_docx

        place = free(_named(out))
        notices = write_docx(list(self.lines), place, template=template, remarks=self.remarks)
        return Written(path=place, notices=tuple(notices))


def prepare(desk: Desk) -> Export:
    """Gather what an export needs of the report in hand."""
    lines = flow.rendered(desk.report, desk.ledger.values())
    said = remarks(lines, desk.store.changes(desk.unit, desk.year))
    open_items = check(desk).open_items
    return Export(lines=tuple(lines), open_items=open_items, remarks=tuple(said))


def default_name(desk: Desk) -> str:
    """Return the name to propose; while something is open it says so, and how much."""
    unfinished = check(desk).open_items.unfinished
    bracket = f"（送审稿，{unfinished}）" if unfinished else ""
    return f"{desk.unit}{desk.year}年法治政府建设年度报告{bracket}{SUFFIX}"


def default_place(desk: Desk) -> Path:
    """Return a place for the export that is free, beside the workspace."""
    return free(desk.place.parent / default_name(desk))


def free(path: Path) -> Path:
    """Return the path, or the first of （2）, （3） … behind its name that nothing has taken."""
    if not path.exists():
        return path
    others = (path.with_name(f"{path.stem}（{number}）{path.suffix}") for number in count(2))
    return next(other for other in others if not other.exists())


def _named(out: Path) -> Path:
    """Return a path that ends as Word files do.

    Raises:
        InputError: it has no name.
    """
    if not out.name:
        raise InputError("还没有文件名。", do="请给文件起个名字，再导出。")
    if out.suffix.lower() == SUFFIX:
        return out
    return out.with_name(out.name + SUFFIX)
