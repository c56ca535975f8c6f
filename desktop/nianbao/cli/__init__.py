"""`nianbao …`: thin commands over `app`."""

from nianbao.cli.commands import main

__all__ = ["main"]
