"""What only tests ask for: the ways of the window, on data of their own."""

import json
from pathlib import Path

from nianbao import rendering
from nianbao.errors import InputError
from nianbao.machine import ordinary
from nianbao.report.document import Notice
from nianbao.report.json import Json

_MOST = 64 << 20  # bytes of data


def render(template: Path, data: Path, out: Path) -> list[Notice]:
    """Fill a Word template with the data of a JSON file; return what had to be changed in it.

    Raises:
        NianbaoError: the data is no JSON object, the template is not in order, or the place cannot
            be written.
    """
    found = _read(data)
    try:
        return rendering.write_filled(template, found, out)
    except RecursionError as error:  # lists in lists in lists
        raise _unreadable(data, error) from error


def _unreadable(path: Path, error: Exception) -> InputError:
    return InputError(f"“{path.name}”读不了，或者不是JSON。", do="请检查文件。", detail=repr(error))


def _read(path: Path) -> dict[str, Json]:
    try:
        found = json.loads(ordinary.read(path, _MOST))
    except (OSError, ValueError, RecursionError) as error:
        raise _unreadable(path, error) from error
    if not isinstance(found, dict):
        raise InputError(f"“{path.name}”最外层应是名称和值。", do="请改成{名称: 值}的样子。")
    return found
