"""The command palette: everything the window can do and everywhere it can go, by name."""

from nianbao.ui.pages.palette.choices import Target
from nianbao.ui.pages.palette.palette import Palette

__all__ = ["Palette", "Target"]
