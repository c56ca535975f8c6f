"""One way to load what stands in `resources/`: TOML, read once."""

import tomllib
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
