"""The command palette: everything the window can do and everywhere it can go, by name."""

from nianbao.ui.palette.choices import Target
from nianbao.ui.palette.palette import Palette

__all__ = ["Palette", "Target"]
