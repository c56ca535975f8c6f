"""Names for new files beside those that are there: 年报.docx, 年报（2）.docx, …"""

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path


def free(path: Path) -> Path:
    """Return the path, or the first of （2）, （3） … behind its name that nothing has taken.

    What cannot be looked at, as a name that is too long, is returned: writing there says why.
    """
    return next(name for name in numbered(path) if not os.path.exists(name))


def numbered(path: Path) -> Iterator[Path]:
    """Yield a path, then the same with （2）, （3） … behind its name."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}（{number}）{path.suffix}")
