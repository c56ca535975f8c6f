"""Where this installation keeps what is not part of a report."""

import sys
from pathlib import Path

from nianbao import shipped

MARKERS = ("便携.txt", "portable", "portable.txt")  # beside the program: everything stays there
_PORTABLE_FOLDER = "设置"
_WORK = "年报助手"
_SAMPLE = "示例（安澜县）"
WORKSPACE = ".nianbao"
"""How the name of a workspace ends, and that of a backup, which can take its place."""


def config_folder() -> Path:
    """Return the folder of the settings; it need not be there yet."""
    if beside := _stick():
        return beside / _PORTABLE_FOLDER
    from platformdirs import user_config_path

    return user_config_path("nianbao", appauthor=False)


def documents_folder() -> Path:
    """Return the folder in which new workspaces are made; it need not be there yet."""
    if beside := _stick():
        return beside / _WORK
    from platformdirs import user_documents_path

    return user_documents_path() / _WORK


def documents_words() -> str:
    """Return where new workspaces are made, in the user's words."""
    return f"{'程序旁边' if _stick() else '“文档”里'}的“{_WORK}”文件夹"


def log_folder() -> Path:
    """Return the folder of the log of faults; it need not be there yet."""
    if beside := _stick():
        return beside / _PORTABLE_FOLDER
    from platformdirs import user_log_path

    return user_log_path("nianbao", appauthor=False)


def _stick() -> Path | None:
    """Return the folder of the program when everything stays there, as on a USB stick."""
    beside = Path(sys.executable).parent
    return beside if any((beside / marker).exists() for marker in MARKERS) else None


def home_of(unit: str) -> Path:
    """Return the workspace file of a unit: there is one for all its years."""
    name = "".join(char for char in unit if char.isalnum()) or "本单位"
    return documents_folder() / f"{name}{WORKSPACE}"


def sample_home() -> Path:
    """Return the workspace file of the made-up county; it need not be there yet."""
    return home_of(_SAMPLE)


def sample_report() -> Path:
    """Return the report of a made-up county that comes with the program."""
    return next(shipped.path("resources", "sample").glob("*.docx"))
