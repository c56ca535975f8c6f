"""Reports come in: read and understood, stored as one action."""

from collections.abc import Iterable
from dataclasses import dataclass

from nianbao.actions.safe import versions
from nianbao.desk import homes
from nianbao.desk.base import Base
from nianbao.desk.desk import Desk
from nianbao.desk.incoming.reading import Source
from nianbao.desk.reviewing.review import Review
from nianbao.drafting.years import refused
from nianbao.errors import InputError
from nianbao.report.change import Change
from nianbao.report.correction import Correction
from nianbao.report.model import Report
from nianbao.report.writing.text import quoted
from nianbao.understanding.aligning import aligned
from nianbao.understanding.arithmetic.disputes import judged
from nianbao.understanding.understood import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did. `already`: this very file was here, nothing was written."""

    unit: str
    year: int
    already: bool
    changes: tuple[Change, ...] = ()
    cut: tuple[str, ...] = ()


def import_report(
    desk: Desk,
    source: Source,
    *,
    year: int | None = None,
    raw: bool = False,
    other_unit: bool = False,
) -> Imported:
    """Store a report with its original file, as one action, and make it current.

    `other_unit`: also when the workspace has reports of other units only.

    Raises:
        InputError: the workspace has another report of this unit and year, or other units only.
        ReadingError: the file holds no report.
    """
    if (known := already(desk, source)) is not None:
        return known
    found = source.understood(year=year, raw=raw, corrections=desk.store.corrections)
    return store(desk, source, incoming(desk, found, other_unit=other_unit))


def store_review(desk: Desk, review: Review, *, other_unit: bool = False) -> Imported:
    """Store a report as it was reviewed, with all corrections, and make it current.

    `other_unit`: also when the workspace has reports of other units only.

    Raises:
        InputError: the workspace has another report of this unit and year, or other units only.
    """
    if (known := already(desk, review.source)) is not None:
        return known
    found = incoming(desk, review.found, other_unit=other_unit)
    return store(desk, review.source, found, corrections=review.corrections())


def already(desk: Desk, source: Source) -> Imported | None:
    """Return what this very file was imported as, and make it current; None when it is new."""
    known = desk.store.original(source.sha256)
    if known is None:
        return None
    desk.show(known.unit, known.year)
    desk.refresh()
    return Imported(unit=known.unit, year=known.year, already=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A report as the workspace will hold it: under the ledger's names, with the user's settings.

    `base` is what the workspace will then know of the unit. `doubts` are changes against last year
    that the ledger contradicts.
    """

    found: Understanding
    base: Base
    doubts: tuple[Change, ...]


def incoming(desk: Desk, found: Understanding, *, other_unit: bool = False) -> Incoming:
    """Return an understood report as the workspace will hold it; nothing is written.

    What the ledger says already of an indicator or a formula stays as the user left it.

    Raises:
        InputError: the workspace has another report of this unit and year, or reports of other
            units only and `other_unit` does not say that it may.
    """
    store_ = desk.store
    unit, year = found.report.unit, found.report.year
    _assure_home(desk, unit, other_unit=other_unit)
    _assure_new(desk, found.report)
    known = store_.indicators(unit)
    found = aligned(found, known)
    names = {indicator.name for indicator in known}
    kept = store_.relations(unit)
    settled = {one.key for one in kept if one.confirmed or not one.confidence}
    before = store_.figures(unit)
    relations, doubts = judged(found, [one for one in before if one.year == year - 1])
    new = [one for one in relations if one.key not in settled]
    replaced = {one.key for one in new}
    answered = {(one.indicator, one.year) for one in found.figures}
    base = Base(
        report=found.report,
        indicators=[*known, *(one for one in found.indicators if one.name not in names)],
        figures=[
            *(one for one in before if (one.indicator, one.year) not in answered),
            *found.figures,
        ],
        relations=[*(one for one in kept if one.key not in replaced), *new],
        refusals=refused.by_numerals(found.numerals),
        cells=found.cells,
    )
    return Incoming(found=found, base=base, doubts=tuple(doubt for _, doubt in doubts))


def _assure_home(desk: Desk, unit: str, *, other_unit: bool) -> None:
    if homes.takes(desk, unit):
        return
    if homes.is_sample(desk):
        raise InputError(
            "这是示例的年报库，不收别的报告。", do=f"请把{unit}的报告收进它自己的年报库。"
        )
    if not other_unit:
        raise InputError(
            f"这份报告是{unit}的，年报库里是{'、'.join(desk.units())}的，没有收进去。",
            do="请换一个年报库；确实要放在一起，请加--other-unit。",
        )


def _assure_new(desk: Desk, report: Report) -> None:
    if desk.store.report(report.unit, report.year) is not None:
        raise InputError(
            f"{report.unit}{report.year}年度的报告已经在年报库里了，这是另一份文件。",
            do="要换成这一份，请先撤销原来的导入；否则请换一个年报库。",
        )


def store(
    desk: Desk, source: Source, new: Incoming, *, corrections: Iterable[Correction] = ()
) -> Imported:
    """Write an incoming report as one action, and make it current.

    `corrections` were made before storing: they are kept for the next import.
    """
    found, base, workspace = new.found, new.base, desk.store
    unit, year = base.report.unit, base.report.year
    changes = (*found.changes, *new.doubts)
    with desk.act(f"导入{year}年度报告{quoted(source.name)}") as action:
        versions.before(workspace, action, unit, year, "导入")
        workspace.add_original(
            action,
            sha256=source.sha256,
            name=source.name,
            kind=source.document.kind,
            data=source.data,
            unit=unit,
            year=year,
        )
        workspace.save_paragraphs(action, source.sha256, source.document.paragraphs)
        workspace.save_report(action, base.report, sha256=source.sha256)
        workspace.save_indicators(action, unit, base.indicators)
        workspace.save_figures(action, unit, found.figures)
        workspace.save_mentions(action, unit, year, found.mentions)
        workspace.save_relations(action, unit, base.relations)
        workspace.save_changes(action, unit, year, changes)
        workspace.save_marks(action, unit, year, found.cells)
        workspace.save_corrections(action, unit, corrections)
        desk.show(unit, year)
    cut = (*source.document.cut, *found.cut)
    return Imported(unit=unit, year=year, already=False, changes=changes, cut=cut)
