"""Versions of a year: kept by name or before large actions, and restored."""

from nianbao.desk import stepping
from nianbao.desk.desk import Desk
from nianbao.errors import InputError
from nianbao.machine import clock
from nianbao.workspace import Action, Workspace

MOST = 30  # automatic versions of a year; those that a drafter named are never cleared away


def keep(desk: Desk, name: str) -> None:
    """Keep the current year as it is now under a name, as one action.

    Raises:
        InputError: the name is empty or taken.
    """
    name = " ".join(name.split())
    if not name:
        raise InputError("这个版本还没有名称。", do="请写一个名称，例如“送审稿”。")
    if any(info.name == name and not info.automatic for info in desk.versions()):
        raise InputError(f"已经有名为“{name}”的版本。", do="请换一个名称。")
    with desk.act(f"命名版本“{name}”") as action:
        desk.store.keep_version(action, desk.unit, desk.year, name, automatic=False, at=clock.now())


def before(
    store: Workspace, action: Action, unit: str, year: int, doing: str, *, spare: int = 0
) -> None:
    """Back the workspace up and keep what a large action is about to change; call this first in it.

    `doing` names it: 导入, 建立年度, 批量填数, 恢复. Where the year has no report yet, the unit's
    latest year is kept, because all years share one ledger. `spare` is the id of a version that is
    still needed and not cleared away, whatever its age.
    """
    if store.reports():
        store.back_up(f"{doing}前")
    years = [info.year for info in store.reports() if info.unit == unit]
    if not years:
        return
    kept = year if year in years else max(years)
    store.keep_version(action, unit, kept, f"{doing}前的样子", automatic=True, at=clock.now())
    automatic = [info.id for info in store.versions(unit, kept) if info.automatic]
    store.remove_versions(action, unit, (id_ for id_ in automatic[MOST:] if id_ != spare))


def restore(desk: Desk, version: int) -> None:
    """Bring the current year back as a version holds it; first it is kept as it is now.

    A year that went with undone steps comes back and becomes current.

    Raises:
        InputError: there is no such version.
    """
    if gone := desk.lost_year(version):
        with desk.act(stepping.coming_back([gone])) as action:
            desk.store.restore_version(action, gone.unit, version)
            desk.show(gone.unit, gone.year)
        return
    held = desk.version(version)
    with desk.act(f"恢复到“{held.info.name}”") as action:
        before(desk.store, action, desk.unit, desk.year, "恢复", spare=version)
        desk.store.restore_version(action, desk.unit, version)
