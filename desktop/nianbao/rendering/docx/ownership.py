"""Whether a Word file is one that this program wrote and nobody has changed since."""

import re
import zipfile
from pathlib import Path

from nianbao.rendering.docx import parts
from nianbao.rendering.docx.neutral import NAME

_CORE = "docProps/core.xml"
_MOST = 64 << 10  # bytes of properties
_CHANGED_BY = re.compile(r"<cp:lastModifiedBy>([^<]*)</cp:lastModifiedBy>")


def is_ours(path: Path) -> bool:
    """Return whether the program wrote a file and was the last to do so.

    Word and WPS put the user's name in its place when they save.
    """
    try:
        with parts.opened(path) as package:
            text = parts.part(package, _CORE, _MOST, whole=False).decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile):
        return False
    found = _CHANGED_BY.search(text)
    return found is not None and found[1] == NAME
