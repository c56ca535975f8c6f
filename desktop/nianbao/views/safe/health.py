"""How a workspace is, in words: for 诊断."""

from collections.abc import Iterable
from pathlib import Path

from nianbao.errors import WorkspaceError
from nianbao.machine import clock
from nianbao.workspace import Workspace
from nianbao.workspace.copies import backup
from nianbao.workspace.copies.twins import Kin, Twin
from nianbao.workspace.opening import UPGRADED

Copy = Twin
"""A file that was once one with the workspace."""

_KIN = {
    Kin.SAME: "内容相同",
    Kin.NEWER: "比这份新，多{steps}步，请打开那一份",
    Kin.OLDER: "比这份旧",
    Kin.PARTED: "两份都改过，各有各的内容（那份另有{steps}步），请比较后只留一份",
}


def lines(place: Path) -> list[str]:
    """Return what there is to say of a workspace; the file is only looked at."""
    try:
        with Workspace.view(place) as store:
            years = sorted({info.year for info in store.reports()})
            steps, twins = len(store.history()), store.twins()
            size = place.stat().st_size / 1e6
    except WorkspaceError as error:
        return [f"{place.name}：{error}", *_backups(place)]
    held = "、".join(map(str, years)) or "无"
    return [
        f"{place.name}：完好，{size:.1f} MB，年度{held}，操作记录{steps}条",
        *_backups(place),
        *kin(twins),
    ]


def kin(twins: Iterable[Twin]) -> list[str]:
    """Return a sentence for each file that was once one with the workspace."""
    return [
        f"同一文件夹里的“{twin.path.name}”和这份是同一个来源，"
        f"{_KIN[twin.kin].format(steps=twin.steps)}。"
        for twin in twins
    ]


def is_ahead(twin: Twin) -> bool:
    """Whether a twin has something that the workspace has not."""
    return twin.kin in (Kin.NEWER, Kin.PARTED)


def is_behind(twin: Twin) -> bool:
    """Whether a twin is an older copy that the user made; copies of the program's own are known."""
    return twin.kin is Kin.OLDER and UPGRADED not in twin.path.stem


def _backups(place: Path) -> list[str]:
    found = backup.listed(backup.folder_of(place))
    if not found:
        return ["还没有备份。"]
    newest = found[-1]
    return [f"备份{len(found)}份，最近一份{clock.stamped(newest.at.isoformat())}（{newest.why}）。"]
