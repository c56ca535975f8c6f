"""Reports come in: read and understood, stored as one action."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from nianbao.actions import versions
from nianbao.desk.reading import Source
from nianbao.errors import InputError
from nianbao.report.change import Change
from nianbao.report.correction import Correction
from nianbao.report.figure import Figure, Relation
from nianbao.report.model import Report
from nianbao.understanding import relations
from nianbao.understanding.understand import Understanding
from nianbao.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did. `already`: this very file was here, nothing was written."""

    unit: str
    year: int
    already: bool
    changes: tuple[Change, ...] = ()
    cut: tuple[str, ...] = ()


def import_report(
    workspace: Workspace, source: Source, *, year: int | None = None, raw: bool = False
) -> Imported:
    """Store a report with its original file, as one action.

    Raises:
        InputError: the workspace has another report of this unit and year.
        ReadingError: the file holds no report.
    """
    known = workspace.original(source.sha256)
    if known is not None:
        return Imported(unit=known.unit, year=known.year, already=True)
    found = source.understood(year=year, raw=raw, corrections=workspace.corrections)
    assure_new(workspace, found.report)
    return store_import(workspace, source, found)


def assure_new(workspace: Workspace, report: Report) -> None:
    """Refuse a second report of the same unit and year.

    Raises:
        InputError: there is one.
    """
    if workspace.report(report.unit, report.year) is not None:
        raise InputError(
            f"{report.unit}{report.year}年度的报告已经在工作文件里了，这是另一份文件。",
            do="要换成这一份，请先撤销原来的导入；否则请换一个工作文件。",
        )


def store_import(
    workspace: Workspace,
    source: Source,
    found: Understanding,
    *,
    corrections: Iterable[Correction] = (),
) -> Imported:
    """Write what was understood from a file, as one action.

    What the unit's ledger says already of an indicator or a formula stays as the drafter left it.
    `corrections` were made before storing: they are kept for the next import.
    """
    report = found.report
    unit = report.unit
    known = {indicator.name for indicator in workspace.indicators(unit)}
    settled = {
        _key(relation)
        for relation in workspace.relations(unit)
        if relation.confirmed or not relation.confidence
    }
    formulas, doubts = judged(found, workspace.figures(unit, report.year - 1))
    with workspace.act(f"导入{report.year}年度报告“{source.name}”") as action:
        versions.before(workspace, action, unit, report.year, "导入")
        workspace.add_original(
            action,
            sha256=source.sha256,
            name=source.name,
            kind=source.document.kind,
            data=source.data,
            unit=report.unit,
            year=report.year,
        )
        workspace.save_paragraphs(action, source.sha256, source.document.paragraphs)
        workspace.save_report(action, report, sha256=source.sha256)
        workspace.save_indicators(
            action, unit, (one for one in found.indicators if one.name not in known)
        )
        workspace.save_figures(action, unit, found.figures)
        workspace.save_mentions(action, unit, report.year, found.mentions)
        workspace.save_relations(action, unit, (r for r in formulas if _key(r) not in settled))
        changes = (*found.changes, *(doubt for _, doubt in doubts))
        workspace.save_changes(action, unit, report.year, changes)
        workspace.save_corrections(action, unit, corrections)
    cut = (*source.document.cut, *found.cut)
    return Imported(unit=unit, year=report.year, already=False, changes=changes, cut=cut)


def _key(relation: Relation) -> tuple[str, str, tuple[str, ...]]:
    return relation.kind.value, relation.result, relation.operands


def judged(
    found: Understanding, then: Iterable[Figure]
) -> tuple[list[Relation], list[tuple[Relation, Change]]]:
    """Judge a report's changes against last year by the figures that the ledger has of it.

    Returns the relations, and the doubtful ones with what to ask.
    """
    relations_, doubtful = relations.against_last_year(
        found.relations,
        {figure.indicator: figure.value for figure in found.figures if figure.value is not None},
        {figure.indicator: figure.value for figure in then if figure.value is not None},
    )
    return relations_, [(relation, _doubted(relation, given)) for relation, given in doubtful]


def _doubted(relation: Relation, given: Decimal) -> Change:
    return Change(
        rule="change_disagrees",
        before=relation.sentence,
        after=relation.sentence,
        reason=f"“{relation.result}”按两年的数应为{given}，与原文不符，请核对。",
        open=True,
    )
