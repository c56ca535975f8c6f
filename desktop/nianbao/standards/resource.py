"""One way to load a standard: TOML from `resources/`, read once."""

import tomllib
from functools import cache
from typing import Any

from nianbao import shipped


@cache
def load(name: str) -> dict[str, Any]:
    """Return the tables of `resources/<name>.toml`."""
    with shipped.path("resources", f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
