"""Versions of a year: kept by name or before large actions, and restored."""

from nianbao.desk.kept import opened
from nianbao.errors import InputError
from nianbao.machine import clock
from nianbao.report.version import VersionInfo
from nianbao.workspace import Action, Workspace

MOST = 30  # automatic versions of a year; those that a drafter named are never cleared away


def keep(store: Workspace, unit: str, year: int, name: str) -> None:
    """Keep a year as it is now under a name, as one action.

    Raises:
        InputError: the name is empty or taken.
    """
    name = " ".join(name.split())
    if not name:
        raise InputError("这个版本还没有名称。", do="请写一个名称，例如“送审稿”。")
    if any(info.name == name and not info.automatic for info in store.versions(unit, year)):
        raise InputError(f"已经有名为“{name}”的版本。", do="请换一个名称。")
    with store.act(f"命名版本“{name}”") as action:
        store.keep_version(action, unit, year, name, automatic=False, at=clock.now())


def listed(store: Workspace, unit: str, year: int) -> list[VersionInfo]:
    """Return the versions of a year, newest first."""
    return store.versions(unit, year)


def before(
    store: Workspace, action: Action, unit: str, year: int, doing: str, *, spare: int = 0
) -> None:
    """Keep what a large action is about to change; call this first inside the action.

    `doing` names it: 导入, 新建年度, 批量填数, 恢复. Where the year has no report yet, the unit's
    latest year is kept, because all years share one ledger. `spare` is the id of a version that is
    still needed and not cleared away, whatever its age.
    """
    years = [info.year for info in store.reports() if info.unit == unit]
    if not years:
        return
    kept = year if year in years else max(years)
    store.keep_version(action, unit, kept, f"{doing}前的样子", automatic=True, at=clock.now())
    automatic = [info.id for info in store.versions(unit, kept) if info.automatic]
    store.remove_versions(action, unit, (id_ for id_ in automatic[MOST:] if id_ != spare))


def restore(store: Workspace, unit: str, year: int, version: int) -> None:
    """Bring a year back as a version holds it, as one action that first keeps it as it is now.

    Raises:
        InputError: there is no such version.
    """
    held = opened(store, unit, year, version)
    with store.act(f"恢复到“{held.info.name}”") as action:
        before(store, action, unit, year, "恢复", spare=version)
        store.restore_version(action, unit, version)
