"""One way to load what stands in `resources/`: TOML, read once, and the patterns in it."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from nianbao import shipped

Table = dict[str, Any]
"""A table of TOML: whoever asks for one knows what it holds."""


@cache
def load(name: str) -> Table:
    """Return the tables of `resources/<name>.toml`."""
    with shipped.path("resources", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def regex(
    written: str | Sequence[str], words: Mapping[str, str | Sequence[str]] | None = None
) -> str:
    """Return a pattern that is written in one piece, or as the list of its alternatives.

    `{name}` in it stands for what `words` hold under that name: a piece as it is, or one of a list.
    A word may in turn name those that stand below it.
    """
    pattern = written if isinstance(written, str) else "|".join(written)
    for name, said in (words or {}).items():
        if (place := f"{{{name}}}") in pattern:
            meaning = said if isinstance(said, str) else f"(?:{'|'.join(said)})"
            pattern = pattern.replace(place, meaning)
    return pattern
