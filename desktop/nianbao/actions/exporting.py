"""The current report as a Word file: gathered at the desk, written wherever there is time."""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from nianbao.checks.open_items import IN_TEXT, OpenItems, open_items
from nianbao.desk.base import known_profile
from nianbao.desk.checked import check
from nianbao.desk.desk import Desk
from nianbao.drafting import elements
from nianbao.drafting.remarks import remarks
from nianbao.errors import InputError
from nianbao.machine.free_names import free
from nianbao.machine.whereabouts import real
from nianbao.report import flow
from nianbao.report.change import Change
from nianbao.report.document import Notice
from nianbao.report.flow import Line
from nianbao.report.remark import Remark
from nianbao.report.writing.text import quoted

_DOCX = ".docx"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """A file that was exported: where it is, and what had to be changed for Word."""

    path: Path
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A report ready to be written; holds nothing of the workspace, so any thread may write it."""

    lines: tuple[Line, ...]
    open_items: OpenItems
    remarks: tuple[Remark, ...] = ()

    def write(self, out: Path, template: Path | None = None) -> ExportedFile:
        """Write the Word file beside whatever is there already, and say where.

        A name that is taken gets （2）. `template` is an office's own Word template.

        Raises:
            OutputError: the place cannot be written, or the template is not in order.
            InputError: the name is no file name.
        """
        from nianbao.rendering import write_docx  # it brings Word's libraries along

        place = free(_named(out))
        notices = write_docx(list(self.lines), place, template=template, remarks=self.remarks)
        return ExportedFile(path=place, notices=tuple(notices))

    def try_template(self, template: Path) -> None:
        """Print the report with an office's own Word template, and throw the result away.

        Raises:
            OutputError: the template is not in order.
        """
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            self.write(Path(folder) / f"report{_DOCX}", template)


def prepare(desk: Desk) -> Export:
    """Gather what an export needs of the current report."""
    lines = flow.rendered(desk.report, desk.ledger.values())
    said = tuple(remarks(lines, desk.automatic))
    return Export(lines=tuple(lines), open_items=check(desk).open_items, remarks=said)


def render(
    desk: Desk,
    out: Path,
    *,
    profile: str | None = None,
    template: Path | None = None,
    final: bool = False,
    force: bool = False,
) -> tuple[Notice, ...]:
    """Write the current report as a Word file at a place, with another profile if one is named.

    `final` is refused while anything of it is open; `force` replaces a file that is not ours.

    Raises:
        NianbaoError: the profile is not a known one, or the place cannot be written.
    """
    assure_free(desk, out, force=force)
    report = desk.report
    if profile and profile != report.profile:
        report, _ = elements.completed(report, known_profile(profile))
    if final:
        checked = check(desk)
        assure_final(open_items(replace(checked.context, report=report), (), checked.new))
    lines = flow.rendered(report, desk.ledger.values())
    return tuple(write(lines, desk.automatic, out, template))


def write(
    lines: list[Line], changes: Sequence[Change], out: Path, template: Path | None = None
) -> list[Notice]:
    """Write a report as a Word file, its questions as comments; return what Word made necessary.

    Raises:
        OutputError: the place cannot be written, or the template is not in order.
    """
    from nianbao.rendering import write_docx  # it brings Word's libraries along

    return write_docx(lines, out, template=template, remarks=remarks(lines, changes))


def assure_free(desk: Desk, out: Path, *, force: bool) -> None:
    """Refuse to write over a file that is not this program's own, and over an original always.

    `force` lets anything else be replaced.

    Raises:
        InputError: there is such a file.
    """
    assure_apart(out, desk.place)
    if not os.path.isfile(out):
        return
    from nianbao.rendering.docx.ownership import is_ours

    if desk.store.original(hashlib.sha256(out.read_bytes()).hexdigest()) is not None:
        raise InputError(f"{quoted(out.name)}是导入过的往年报告，不能盖掉。", do="请换一个文件名。")
    if not force and not is_ours(out):
        raise InputError(
            f"{quoted(out.name)}已经有了，不是年报助手写的，或者后来改过。",
            do="请换一个文件名；确实要盖掉，请加--force。",
        )


def assure_final(items: OpenItems) -> None:
    """Refuse a final copy while anything is open.

    Raises:
        InputError: says how much of what.
    """
    if items.blocks_final:
        left = items.said(*IN_TEXT)
        raise InputError(f"还不能定稿：还有{left}。", do="送审稿随时可以出：去掉--final即可。")


def assure_apart(out: Path | None, other: Path | None) -> None:
    """Refuse to write a draft over the file it comes from, or over the workspace.

    Raises:
        InputError: they are one file.
    """
    if out and other and real(out) == real(other):
        raise InputError(f"{quoted(other.name)}不能用初稿盖掉。", do="请给初稿另起一个文件名。")


def _named(out: Path) -> Path:
    """Return a path that ends as Word files do.

    Raises:
        InputError: it has no name.
    """
    if not out.name:
        raise InputError("还没有文件名。", do="请给文件起个名字，再导出。")
    if out.suffix.lower() == _DOCX:
        return out
    return out.with_name(out.name + _DOCX)
