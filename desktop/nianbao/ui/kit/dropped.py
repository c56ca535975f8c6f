"""What a file that is dropped or chosen is good for, told by its name."""

from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

REPORTS = (
    *(".docx", ".doc", ".wps", ".docm", ".dotx", ".dot", ".wpt", ".rtf", ".xml"),
    *(".pdf", ".txt", ".htm", ".html", ".mht", ".mhtml", ".xhtml"),
)
WORKSPACE = ".nianbao"
_DO = "请拖入 Word、WPS、PDF、网页或纯文本的报告，或者年报库。"


class Use(Enum):
    """What to do with a file."""

    REPORT = auto()
    WORKSPACE = auto()


def use(path: Path) -> Use | None:
    """Return what a file is for, None for one that is of no use here."""
    suffix = path.suffix.lower()
    if suffix == WORKSPACE:
        return Use.WORKSPACE
    return Use.REPORT if suffix in REPORTS else None


def failure(paths: Sequence[Path]) -> str:
    """Say in one sentence why nothing can be done with what was dropped, empty when it can."""
    if len(paths) > 1:
        return f"一次只能放一个文件，这里有{len(paths)}个。请只拖去年的那一份报告。"
    if not paths or not paths[0].name:
        return f"拖来的不是这台电脑上的文件，没有导入。{_DO}"
    path = paths[0]
    if path.is_dir():
        return f"“{path.name}”是文件夹，没有导入。请打开它，把里面的报告拖过来。"
    if use(path) is None:
        return f"“{path.name}”不是报告文件，没有导入。{_DO}"
    return ""
