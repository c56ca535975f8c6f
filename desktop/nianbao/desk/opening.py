"""Opening a workspace at one of its reports."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nianbao.desk.desk import Desk
from nianbao.errors import InputError


@contextmanager
def opened(
    place: Path, year: int | None = None, unit: str | None = None, *, look: bool = False
) -> Iterator[Desk]:
    """Open a workspace with a unit's report of a year, the newest year without one.

    `unit` is needed only when several units have a report on that year. With `look` it is enough to
    read it: somebody else may have it open, or the place be read-only.

    Raises:
        WorkspaceError: it cannot be opened.
        InputError: it has no such report, or several.
    """
    desk = Desk.open_or_view(place) if look else Desk.open(place)
    try:
        if year is not None or unit is not None:
            desk.show(*_wanted(desk, year, unit))
        yield desk
    finally:
        desk.close()


def _wanted(desk: Desk, year: int | None, unit: str | None) -> tuple[str, int]:
    infos = [info for info in desk.store.reports() if unit in (None, info.unit)]
    infos = [info for info in infos if year in (None, info.year)]
    units = sorted({info.unit for info in infos})
    if len(units) > 1:
        reports = f"{year}年度" if year else ""
        raise InputError(
            f"年报库里有几个单位的{reports}报告：{'、'.join(units)}。",
            do="请用--unit指明单位。",
        )
    if not infos:
        there = "、".join(f"{info.unit}{info.year}年度" for info in desk.store.reports())
        wanted = f"{unit or ''}{f'{year}年度' if year else ''}"
        raise InputError(f"年报库里没有{wanted}的报告。", do=f"现有：{there or '（空）'}。")
    return units[0], max(info.year for info in infos)


@contextmanager
def created(place: Path, *, must_be_new: bool = False) -> Iterator[Desk]:
    """Open a workspace or make it; a new one whose work ends in failure is taken away again.

    Raises:
        InputError: it is there already, and `must_be_new`.
        WorkspaceError: it cannot be opened or made.
    """
    if os.path.exists(place):  # a name that is too long is not there
        if must_be_new:
            raise InputError(
                f"“{place}”已经有了。",
                do=f"要接着用它，请加-w “{place}”；要另起，请换个文件名。",
            )
        with opened(place) as desk:
            yield desk
        return
    desk = Desk.create(place)
    try:
        yield desk
    except BaseException:
        desk.close()
        place.unlink(missing_ok=True)
        raise
    desk.close()
