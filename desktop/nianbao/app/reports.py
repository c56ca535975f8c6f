"""Reports come in and years begin: the two actions that fill a workspace."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Self

from nianbao.app import versions
from nianbao.app.reading import Source
from nianbao.drafting import elements, new_year
from nianbao.drafting.new_year import NewYear
from nianbao.errors import InputError
from nianbao.report.change import Change
from nianbao.report.correction import Correction
from nianbao.report.figure import Figure, Indicator, Relation
from nianbao.report.mark import Mark
from nianbao.report.model import Report
from nianbao.standards.structure import profiles
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What a year is begun from: a report and its ledger, stored or fresh from a file."""

    report: Report
    indicators: Sequence[Indicator]
    figures: Sequence[Figure]
    relations: Sequence[Relation]

    @classmethod
    def understood(cls, found: Understanding) -> Self:
        """Take what was understood from a file."""
        return cls(
            report=found.report,
            indicators=found.indicators,
            figures=found.figures,
            relations=found.relations,
        )

    @classmethod
    def stored(cls, workspace: Workspace, unit: str, year: int) -> Self:
        """Take a year of the workspace.

        Raises:
            InputError: there is no report on that year.
        """
        report = workspace.report(unit, year)
        if report is None:
            raise InputError(
                f"工作文件里没有{unit}{year}年度的报告，不能建立{year + 1}年度。",
                do=f"请先导入{year}年度的报告。",
            )
        return cls(
            report=report,
            indicators=workspace.indicators(unit),
            figures=workspace.figures(unit),
            relations=workspace.relations(unit),
        )


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


def start_year(
    workspace: Workspace, unit: str, year: int, *, profile: str | None = None
) -> NewYear:
    """Begin a unit's year from its report of the year before, as one action.

    Raises:
        InputError: there is no report to begin from, or the year has begun already.
    """
    base = Base.stored(workspace, unit, year - 1)
    assure_not_begun(workspace, unit, year)
    turned = turn(base, profile)
    store_year(workspace, turned)
    return turned


def assure_not_begun(workspace: Workspace, unit: str, year: int) -> None:
    """Refuse to begin a year twice.

    Raises:
        InputError: the workspace has the year.
    """
    if workspace.report(unit, year) is not None:
        raise InputError(
            f"工作文件里已经有{unit}{year}年度的报告。",
            do="请接着填写；要重新建立，请先撤销原来的一步。",
        )


def turn(base: Base, profile: str | None) -> NewYear:
    """Return the year after a report, with the front and back matter of its profile.

    Raises:
        InputError: the profile is not a known one.
    """
    wanted = known_profile(profile or base.report.profile)
    turned = new_year.start(base.report, base.indicators, base.figures)
    report, added = elements.completed(turned.report, wanted)
    return replace(turned, report=report, changes=(*turned.changes, *added))


def store_year(workspace: Workspace, turned: NewYear, marks: Iterable[Mark] = ()) -> None:
    """Write a new year and what was decided about it, as one action."""
    unit, year = turned.report.unit, turned.report.year
    with workspace.act(f"建立{year}年度") as action:
        versions.before(workspace, action, unit, year, "新建年度")
        workspace.save_report(action, turned.report)
        workspace.save_figures(action, unit, turned.figures)
        workspace.save_promises(action, unit, turned.promises)
        workspace.save_changes(action, unit, year, turned.changes)
        workspace.save_marks(action, unit, year, marks)


def known_profile(profile: str) -> str:
    """Return a profile's id.

    Raises:
        InputError: it is not a known one.
    """
    if profile not in profiles():
        names = "、".join(f"{one.id}（{one.name}）" for one in profiles().values())
        raise InputError(f"没有“{profile}”这种报告样式。", do=f"可用的有：{names}。")
    return profile
