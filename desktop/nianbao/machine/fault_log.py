"""A fault of the program itself: written down where the user can find it, without their text."""

import traceback
from pathlib import Path

from nianbao.machine import clock, installation

_LONGEST = 200_000  # bytes of log, after which it begins anew


def record(error: BaseException) -> Path | None:
    """Append where a fault arose to the log and return the log, None when it cannot be written.

    The message of the error is left out: it may quote what the user wrote.
    """
    frames = "".join(traceback.format_tb(error.__traceback__))
    return note(f"{type(error).__name__}\n{frames}")


def note(where: str) -> Path | None:
    """Append a fault that is known only by its kind and place; see `record`."""
    path = installation.log_folder() / "nianbao.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = not path.exists() or path.stat().st_size > _LONGEST
        path.touch(0o600)
        with path.open("w" if fresh else "a", encoding="utf-8", newline="\n") as log:
            log.write(f"{clock.now()} {where}\n")
    except OSError:
        return None
    return path
