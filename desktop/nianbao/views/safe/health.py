"""How a workspace is, in words: for 诊断."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from nianbao.desk import health
from nianbao.desk.health import Backup, Kin, Twin
from nianbao.machine import clock

_KIN = {
    Kin.SAME: "内容相同",
    Kin.NEWER: "比这份新，多{steps}步，请打开那一份",
    Kin.OLDER: "比这份旧",
    Kin.PARTED: "两份都改过，各有各的内容（那份另有{steps}步），请比较后只留一份",
}


def lines(place: Path) -> list[str]:
    """Return what there is to say of a workspace; the file is only looked at."""
    found = health.look(place)
    backups, inside = _backups(found.backups), found.contents
    if inside is None:
        return [f"{place.name}：{found.refusal}", backups]
    held = "、".join(map(str, inside.years)) or "无"
    return [
        f"{place.name}：完好，{inside.megabytes:.1f} MB，年度{held}，操作记录{inside.steps}条",
        backups,
        *kin(inside.twins),
    ]


def kin(twins: Iterable[Twin]) -> list[str]:
    """Return a sentence for each file that was once one with the workspace."""
    return [
        f"同一文件夹里的“{twin.path.name}”和这份是同一个来源，"
        f"{_KIN[twin.kin].format(steps=twin.steps)}。"
        for twin in twins
    ]


def _backups(found: Sequence[Backup]) -> str:
    if not found:
        return "还没有备份。"
    newest = found[-1]
    return f"备份{len(found)}份，最近一份{clock.stamped(newest.at.isoformat())}（{newest.why}）。"
