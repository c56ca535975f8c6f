"""Where the files that come with the program lie: `templates/` and `resources/`."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parents[1]


def is_packaged() -> bool:
    """Tell whether this is an installed program and not a checkout."""
    return (_PACKAGE / "_shipped").exists()


def path(*parts: str) -> Path:
    """Return where a shipped file lies: `path("resources", "indicators.toml")`.

    A wheel and a frozen build carry the files in `nianbao/_shipped`; a checkout, an editable
    install included, has them at its top.

    Raises:
        FileNotFoundError: the installation is incomplete; the message names the file.
    """
    for base in (_PACKAGE / "_shipped", _CHECKOUT):
        found = base.joinpath(*parts)
        if found.exists():
            return found
    raise FileNotFoundError("/".join(parts))
