"""From last year's file to a Word draft in one go."""

import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from nianbao.actions import exporting, importing, years
from nianbao.actions.importing import Imported
from nianbao.checks.open_items import FIGURES, IN_TEXT
from nianbao.desk.base import Base, assure_not_begun, turn
from nianbao.desk.checked import open_at_begin
from nianbao.desk.desk import Desk
from nianbao.desk.incoming.reading import Source, open_source
from nianbao.desk.opening import created, opened
from nianbao.errors import InputError, OutputError
from nianbao.machine.free_names import free, numbered
from nianbao.machine.installation import WORKSPACE, sample_report
from nianbao.report import flow
from nianbao.report.change import Change
from nianbao.report.document import Comment, Notice
from nianbao.standards import asks, facts
from nianbao.standards.figures import numerals
from nianbao.understanding.understood import Understanding

_DEMO_FOLDER = Path("年报助手-示范")
_STATEMENT = "县行政复议中心迁入新址"  # to tell what it says takes most patterns and the dictionary


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A draft that was written: where, for whom, what is open, what was changed.

    `pending` are the placeholders of the figures that are to come, `others` says in words how much
    else is open.
    """

    unit: str
    year: int
    document: Path
    workspace: Path
    imported: Imported
    pending: tuple[str, ...]
    others: str
    changes: tuple[Change, ...]
    notices: tuple[Notice, ...]
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was asked for; see `draft`. `other_unit`: also where other units only have reports."""

    year: int | None = None
    out: Path | None = None
    profile: str | None = None
    template: Path | None = None
    final: bool = False
    force: bool = False
    other_unit: bool = False


def prepare() -> None:
    """Import what a draft is written with and compile its patterns, while the report is read."""
    import_module("nianbao.rendering")
    numerals.numerals()
    asks.happened_once(_STATEMENT)
    facts.plans()


def draft(
    source: Source,
    wanted: Wanted | None = None,
    *,
    workspace: Path | None = None,
    raw: bool = False,
) -> Draft:
    """Import last year's report and write this year's draft.

    `wanted.year` is the year of the draft, `wanted.template` an office's own Word template. Without
    `workspace` a new one is made beside the draft. What fails leaves an existing workspace as it
    was and a new one away. `wanted.final` is refused while anything of the draft is open,
    and a file that is not the program's own is replaced only with `wanted.force`.

    Raises:
        NianbaoError: the file holds no report, the year has begun, a place cannot be written.
    """
    wanted = wanted or Wanted()
    exporting.assure_apart(wanted.out, source.path)
    last_year = None if wanted.year is None else wanted.year - 1
    if workspace is not None and os.path.exists(workspace):
        with opened(workspace) as desk:
            corrections = desk.store.corrections
            found = source.understood(year=last_year, raw=raw, corrections=corrections)
            return _draft(desk, source, found, wanted)
    found = source.understood(year=last_year, raw=raw)
    document = wanted.out or _default(found)
    place = workspace or document.parent / f"{document.stem}{WORKSPACE}"
    with created(place, must_be_new=workspace is None) as desk:
        return _draft(desk, source, found, wanted)


def _default(found: Understanding) -> Path:
    report = found.report
    return Path(f"{report.unit}{report.year + 1}年法治政府建设年度报告（初稿）.docx")


def _draft(desk: Desk, source: Source, found: Understanding, wanted: Wanted) -> Draft:
    """Make the draft in memory and write it; only then does the workspace change."""
    known = desk.store.original(source.sha256)
    if known is None:
        new = importing.incoming(desk, found, other_unit=wanted.other_unit)
        base = new.base
    else:
        _assure_follows(wanted.year, known.year)
        base = Base.stored(desk.store, known.unit, known.year)
    document = wanted.out or free(_default(found))
    exporting.assure_free(desk, document, force=wanted.force)
    assure_not_begun(desk.store, base.report.unit, base.report.year + 1)
    turned = turn(base, wanted.profile)
    ledger = base.ledger(base.report.year + 1, turned.figures)
    items = open_at_begin(turned.report, ledger)
    if wanted.final:
        exporting.assure_final(items)
    lines = flow.rendered(turned.report, ledger.values())
    notices = exporting.write(lines, turned.changes, document, wanted.template)
    if known is None:
        imported = importing.store(desk, source, new)
    else:
        imported = Imported(unit=known.unit, year=known.year, already=True)
        desk.show(known.unit, known.year)
    years.store(desk, turned)
    return Draft(
        unit=desk.unit,
        year=desk.year,
        document=document,
        workspace=desk.place,
        imported=imported,
        pending=tuple(str(ledger.placeholder(one.figure)) for one in items.of(FIGURES)),
        others=items.said(*(kind for kind in IN_TEXT if kind not in FIGURES)),
        changes=turned.changes,
        notices=(*source.document.notices, *notices),
        comments=source.document.comments,
    )


def _assure_follows(wanted: int | None, imported: int) -> None:
    if wanted not in (None, imported + 1):
        raise InputError(
            f"这份文件已按{imported}年度导入过，不能用来起草{wanted}年度。",
            do=f"请去掉--year，或改成{imported + 1}。",
        )


def demo(out: Path | None = None) -> Draft:
    """Run the main job on the bundled sample; what an earlier demo left stays.

    Raises:
        OutputError: the folder cannot be written.
        InputError: there is a workspace of that name already.
    """
    source = open_source(sample_report())
    document = out or _free(_DEMO_FOLDER / _default(source.understood()))
    try:
        if out is None:
            _DEMO_FOLDER.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"不能在“{document.parent}”里写文件。", do="请换一个文件夹。", detail=str(error)
        ) from error
    return draft(source, Wanted(out=document))


def _free(document: Path) -> Path:
    """Return the first of a name, （2）, （3） … that is neither a draft's nor a workspace's."""
    for name in numbered(document):
        if not any(map(os.path.exists, (name, name.with_suffix(WORKSPACE)))):
            return name
    raise AssertionError("names never end")
