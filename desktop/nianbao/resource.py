"""One way to load what stands in `resources/`: TOML, read once, and the patterns in it."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, get_origin

from nianbao import shipped

Table = dict[str, Any]
"""A table of TOML: whoever asks for one knows what it holds."""
Words = Mapping[str, str | Sequence[str]]
"""What stands for each name in braces of a pattern."""
_Made = TypeVar("_Made")


@cache
def load(name: str) -> Table:
    """Return the tables of `resources/<name>.toml`."""
    with shipped.path("resources", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def regex(written: str | Sequence[str], words: Words | None = None) -> str:
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


def made(of: type[_Made], table: Table, words: Words | None = None, **given: Any) -> _Made:
    """Return a dataclass of what a table holds by the names of its fields, but for what is `given`.

    Each field says by its type what becomes of it: a pattern is compiled, with `words` in it, a
    list becomes a tuple or a set; anything else stays as it is.
    """
    loaded = {
        field.name: _typed(field.type, table[field.name], words)
        for field in fields(of)  # type: ignore[arg-type]  # every caller gives a dataclass
        if field.name not in given
    }
    return of(**loaded, **given)


def _typed(kind: Any, value: Any, words: Words | None) -> Any:
    origin = get_origin(kind)
    if origin is re.Pattern:
        return re.compile(regex(value, words))
    return origin(value) if origin in (tuple, frozenset) else value
