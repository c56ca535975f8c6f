"""Places of files, some of them on a share or a stick that is no longer there."""

from pathlib import Path


def real(path: Path) -> Path:
    """Return where a file is, whatever links lead there; where that cannot be asked, its name."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a share that is cut off, a link that leads back to itself
        return path.absolute()
