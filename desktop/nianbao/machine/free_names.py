"""Names for new files beside those that are there: 年报.docx, 年报（2）.docx, …"""

from collections.abc import Iterator
from itertools import count
from pathlib import Path


def free(path: Path) -> Path:
    """Return the path, or the first of （2）, （3） … behind its name that nothing has taken."""
    return next(name for name in numbered(path) if not name.exists())


def numbered(path: Path) -> Iterator[Path]:
    """Yield a path, then the same with （2）, （3） … behind its name."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}（{number}）{path.suffix}")
