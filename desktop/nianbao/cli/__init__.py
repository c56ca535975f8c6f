"""`nianbao …`: thin commands over `actions` and `views`."""

from nianbao.cli.dispatch import main

__all__ = ["main"]
