"""One page with every key, to look at and to print."""

from nianbao.ui.pages.shortcuts.keys import FIXED, KeyGroup, groups
from nianbao.ui.pages.shortcuts.page import ShortcutsPage

__all__ = ["FIXED", "KeyGroup", "ShortcutsPage", "groups"]
