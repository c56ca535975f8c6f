"""One page with every key, to look at and to print."""

from nianbao.ui.shortcuts.keys import FIXED, KeyGroup, groups
from nianbao.ui.shortcuts.page import ShortcutsPage

__all__ = ["FIXED", "KeyGroup", "ShortcutsPage", "groups"]
