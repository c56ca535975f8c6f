"""`nianbao backup`, `restore`, `export-open`, `import-open`: copies made, compared, put back."""

import sys
from argparse import Namespace
from pathlib import Path

from nianbao.actions.safe import safekeeping
from nianbao.machine import clock


def write_open(arguments: Namespace) -> int:
    """Write a workspace in open formats."""
    safekeeping.write_open(Path(arguments.workspace), Path(arguments.folder))
    print(f"已导出到：{arguments.folder}")
    return 0


def read_open(arguments: Namespace) -> int:
    """Make a workspace again from open formats."""
    safekeeping.read_open(Path(arguments.folder), Path(arguments.workspace))
    print(f"已重建：{arguments.workspace}")
    return 0


def back_up(arguments: Namespace) -> int:
    """Make a backup, or list them."""
    place = Path(arguments.workspace)
    if arguments.list:
        found = safekeeping.backups(place)
        if not found:
            print("没有找到备份。", file=sys.stderr)
        for one in found:
            print(f"{one.number}\t{clock.stamped(one.at.isoformat())}\t{one.why}\t{one.path.name}")
        return 0
    made = safekeeping.back_up(place, Path(arguments.to) if arguments.to else None)
    print(f"已备份：{made.path}" if made else "和最近一份备份相同，没有再备份。")
    return 0


def restore(arguments: Namespace) -> int:
    """Put a backup back, say what it would change, or rescue a damaged file."""
    place = Path(arguments.workspace)
    if arguments.salvage:
        found = safekeeping.rescue(place, Path(arguments.salvage))
        print(f"已抢救到：{arguments.salvage}（原来的文件没有动）")
        for one in found:
            print(f"  {one}")
        print("  撤销记录没有带过来；完全读不到的内容数不出来，请对照备份核对。")
        return 1 if any(one.lost for one in found) else 0
    source = _source(place, arguments.source)
    for line in safekeeping.changes(place, source):
        print(f"  {line}")
    if arguments.show:
        return 0
    aside = safekeeping.restore(place, source)
    print(f"已恢复到备份：{source.name}")
    print(f"损坏的文件留在：{aside}" if aside else "恢复前的样子也备份了，可以再恢复回来。")
    return 0


def _source(place: Path, wanted: str | None) -> Path:
    if wanted is None or wanted.isdecimal():
        return safekeeping.the_backup(place, None if wanted is None else int(wanted))
    return Path(wanted)
