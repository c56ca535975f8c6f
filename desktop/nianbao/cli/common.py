"""What several commands share: the file, the workspace and the JSON of their arguments."""

import json
import sys
from argparse import Namespace
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from nianbao.desk.incoming import reading
from nianbao.report.json import Json

if TYPE_CHECKING:
    from nianbao.desk.desk import Desk


def source(
    file: str, *, only_read: bool = False, meanwhile: reading.Meanwhile | None = None
) -> reading.Source:
    """Read a file, or standard input for `-`; for the rest see `reading.open_source`.

    Raises:
        ReadingError: it cannot be read.
    """
    if file == "-":
        data = sys.stdin.buffer.read()
        return reading.from_bytes(data, only_read=only_read, meanwhile=meanwhile)
    return reading.open_source(Path(file), only_read=only_read, meanwhile=meanwhile)


def path(text: str | None) -> Path | None:
    """Return a place that was named, None when none was."""
    return Path(text) if text else None


def desk(arguments: Namespace, *, look: bool = False) -> "AbstractContextManager[Desk]":
    """Open the workspace that is named, at the report that is named if there is one.

    With `look` it is only read, whoever has it open.
    """
    from nianbao.desk import opening

    year, unit = getattr(arguments, "year", None), getattr(arguments, "unit", None)
    return opening.opened(Path(arguments.workspace), year, unit, look=look)


def print_json(shaped: Json) -> None:
    """Print data as JSON."""
    print(json.dumps(shaped, ensure_ascii=False, indent=1))
