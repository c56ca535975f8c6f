"""Words of a clause that may name its number."""

from typing import NamedTuple


class NameSpan(NamedTuple):
    """Words of a clause in the order of a name, and how they were taken."""

    words: tuple[str, ...]
    shape: str
