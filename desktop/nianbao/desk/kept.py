"""A kept version of a year, opened."""

from nianbao.errors import InputError
from nianbao.report.version import Version
from nianbao.workspace import Workspace


def opened(store: Workspace, unit: str, year: int, version: int) -> Version:
    """Return a version of a year with its content.

    Raises:
        InputError: there is no such version.
    """
    held = store.version(unit, version)
    if held is None or held.info.year != year:
        raise InputError("这个版本已经不在了。", do="请在列表里另选一个。")
    return held
