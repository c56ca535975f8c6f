"""From last year's file to a Word draft, and from the workspace to a Word file."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from nianbao import rendering, shipped
from nianbao.actions.importing import Imported, assure_new, store_import
from nianbao.actions.years import assure_not_begun, store_year
from nianbao.checks.open_items import FIGURES, IN_TEXT, OpenItems, open_items
from nianbao.desk.base import Base, known_profile, turn
from nianbao.desk.checked import context, open_at_begin
from nianbao.desk.desk import Desk
from nianbao.desk.reading import Source, open_source
from nianbao.drafting import elements
from nianbao.drafting.remarks import remarks
from nianbao.errors import InputError, OutputError
from nianbao.report import flow
from nianbao.report.change import Change
from nianbao.report.document import Comment, Notice
from nianbao.report.flow import Line
from nianbao.report.ledger import Ledger
from nianbao.report.model import Report
from nianbao.understanding.understand import Understanding
from nianbao.workspace import Workspace

SUFFIX = ".nianbao"
_SAMPLE = "安澜县2025年法治政府建设年度报告.docx"
_SHOWN = Path("年报助手-示范")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft that was written: where, for whom, what is pending, what was changed."""

    unit: str
    year: int
    document: Path
    workspace: Path
    imported: Imported
    pending: tuple[str, ...]
    changes: tuple[Change, ...]
    notices: tuple[Notice, ...]
    comments: tuple[Comment, ...] = ()


def draft(
    source: Source,
    *,
    year: int | None = None,
    workspace: Path | None = None,
    out: Path | None = None,
    profile: str | None = None,
    template: Path | None = None,
    raw: bool = False,
    final: bool = False,
) -> Draft:
    """Import last year's report and write this year's draft.

    `year` is the year of the draft, `template` an office's own Word template. Without `workspace`
    a new one is made beside the draft. What fails leaves an existing workspace as it was and a new
    one away. `final` is refused while anything of the draft is open.

    Raises:
        NianbaoError: the file holds no report, the year has begun, a place cannot be written.
    """
    _assure_apart(out, source.path, workspace)
    last_year = None if year is None else year - 1
    if workspace is not None and workspace.exists():
        with Workspace.open(workspace) as store:
            found = source.understood(year=last_year, raw=raw, corrections=store.corrections)
            document = out or _default(found)
            return _draft(store, source, found, document, year, profile, template, final)
    found = source.understood(year=last_year, raw=raw)
    document = out or _default(found)
    with opened(workspace or document.with_suffix(SUFFIX), must_be_new=workspace is None) as store:
        return _draft(store, source, found, document, year, profile, template, final)


def _assure_apart(out: Path | None, *others: Path | None) -> None:
    """Refuse to write the draft over the file it comes from, or over the workspace.

    Raises:
        InputError: they are one file.
    """
    for other in others:
        if out and other and out.resolve() == other.resolve():
            raise InputError(f"“{other.name}”不能用初稿盖掉。", do="请给初稿另起一个文件名。")


def _default(found: Understanding) -> Path:
    report = found.report
    return Path(f"{report.unit}{report.year + 1}年法治政府建设年度报告（初稿）.docx")


def _draft(
    store: Workspace,
    source: Source,
    found: Understanding,
    document: Path,
    year: int | None,
    profile: str | None,
    template: Path | None,
    final: bool,
) -> Draft:
    """Make the draft in memory and write it; only then does the workspace change."""
    known = store.original(source.sha256)
    if known is None:
        assure_new(store, found.report)
        base = Base(
            report=found.report,
            indicators=found.indicators,
            figures=found.figures,
            relations=found.relations,
        )
    elif year is None or year == known.year + 1:
        base = Base.stored(store, known.unit, known.year)
    else:
        raise InputError(
            f"这份文件已按{known.year}年度导入过，不能用来起草{year}年度。",
            do=f"请去掉 --year，或改成{known.year + 1}。",
        )
    unit, new = base.report.unit, base.report.year + 1
    assure_not_begun(store, unit, new)
    turned = turn(base, profile)
    ledger = Ledger.of(new, base.indicators, [*base.figures, *turned.figures], base.relations)
    lines = flow.rendered(turned.report, ledger.values())
    items = open_at_begin(turned.report, ledger)
    if final:
        _assure_final(items)
    notices = _write(lines, turned.changes, document, template)
    imported = (
        store_import(store, source, found)
        if known is None
        else Imported(unit=unit, year=base.report.year, already=True)
    )
    store_year(store, turned)
    return Draft(
        unit=unit,
        year=new,
        document=document,
        workspace=store.path,
        imported=imported,
        pending=tuple(str(ledger.placeholder(one.figure)) for one in items.of(FIGURES)),
        changes=turned.changes,
        notices=(*source.document.notices, *notices),
        comments=source.document.comments,
    )


def demo(out: Path | None = None) -> Draft:
    """Run the main job on the bundled sample; what an earlier demo left is replaced."""
    document = out or _SHOWN / "安澜县2026年法治政府建设年度报告（初稿）.docx"
    try:
        if out is None:
            _SHOWN.mkdir(exist_ok=True)
        document.with_suffix(SUFFIX).unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            f"不能在“{document.parent}”里写文件。", do="请换一个文件夹。", detail=str(error)
        ) from error
    return draft(open_source(shipped.path("resources", "sample", _SAMPLE)), out=document)


def render(
    place: Path,
    year: int,
    out: Path,
    *,
    unit: str | None = None,
    profile: str | None = None,
    template: Path | None = None,
    final: bool = False,
) -> tuple[Notice, ...]:
    """Write a report of the workspace as a Word document, with an office's own template if given.

    `final` is refused while anything of it is open.

    Raises:
        NianbaoError: no such report, or a place that cannot be written.
    """
    _assure_apart(out, place)
    with Workspace.open(place) as store:
        report = the_report(store, year, unit)
        if profile and profile != report.profile:
            report, _ = elements.completed(report, known_profile(profile))
        lines = flow.rendered(report, ledger(store, report.unit, year).values())
        if final:
            desk = Desk(store)
            desk.show(report.unit, year)
            _assure_final(open_items(replace(context(desk), report=report), ()))
        return tuple(_write(lines, store.changes(report.unit, year), out, template))


def the_report(store: Workspace, year: int, unit: str | None = None) -> Report:
    """Return a workspace's report on a year; `unit` is needed only when several units have one.

    Raises:
        InputError: there is none, or several.
    """
    units = [
        info.unit
        for info in store.reports()
        if info.year == year and (unit is None or info.unit == unit)
    ]
    if len(units) > 1:
        names = "、".join(units)
        raise InputError(
            f"工作文件里有几个单位的{year}年度报告：{names}。", do="请用 --unit 指明单位。"
        )
    found = store.report(units[0], year) if units else None
    if found is None:
        years = "、".join(f"{info.unit}{info.year}年度" for info in store.reports())
        raise InputError(
            f"工作文件里没有{unit or ''}{year}年度的报告。", do=f"现有：{years or '（空）'}。"
        )
    return found


def ledger(store: Workspace, unit: str, year: int) -> Ledger:
    """Return a unit's figures around a year, with its formulas."""
    return Ledger.of(year, store.indicators(unit), store.figures(unit), store.relations(unit))


def _assure_final(items: OpenItems) -> None:
    """Refuse a final copy while anything is open.

    Raises:
        InputError: says how much of what.
    """
    if left := items.said(*IN_TEXT):
        raise InputError(f"还不能定稿：还有{left}。", do="送审稿随时可以出：去掉 --final 即可。")


def _write(
    lines: list[Line], changes: Sequence[Change], out: Path, template: Path | None
) -> list[Notice]:
    return rendering.write_docx(lines, out, template=template, remarks=remarks(lines, changes))


@contextmanager
def opened(place: Path, *, must_be_new: bool = False) -> Iterator[Workspace]:
    """Open or create a workspace; a new one that ends in failure is taken away again."""
    if place.exists():
        if must_be_new:
            raise InputError(
                f"“{place}”已经有了。", do=f"要接着用它，请加 -w “{place}”；要另起，请换个文件名。"
            )
        with Workspace.open(place) as store:
            yield store
        return
    store = Workspace.create(place)
    try:
        yield store
    except BaseException:
        store.close()
        place.unlink(missing_ok=True)
        raise
    store.close()
