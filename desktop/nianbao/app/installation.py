"""Where this installation keeps what is not part of a report."""

import sys
from pathlib import Path

MARKERS = ("便携.txt", "portable", "portable.txt")  # beside the program: everything stays there
_PORTABLE_FOLDER = "设置"


def config_folder() -> Path:
    """Return the folder of the settings; it need not be there yet."""
    beside = Path(sys.executable).parent
    if any((beside / marker).exists() for marker in MARKERS):
        return beside / _PORTABLE_FOLDER
    from platformdirs import user_config_path

    return user_config_path("nianbao", appauthor=False)
