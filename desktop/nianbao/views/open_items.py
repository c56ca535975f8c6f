"""What is open in the current report: the one list that everything on the screen counts from."""

from nianbao.checks.open_items import IN_TEXT, OpenItem, OpenItems, OpenKind
from nianbao.desk.checked import check
from nianbao.desk.desk import Desk

__all__ = ["IN_TEXT", "OpenItem", "OpenItems", "OpenKind", "open_items", "status"]
"""The window may not ask the checks, and finds their words here."""


def open_items(desk: Desk) -> OpenItems:
    """Return everything that is open, in reading order."""
    return OpenItems(()) if desk.is_empty else check(desk).open_items


def status(items: OpenItems) -> str:
    """Return how much is left to do in all, for one line; kind by kind it stands over the form."""
    left = len(items.items)
    if items.blocks_final:
        return f"还有 {left} 处，做完就能定稿"
    return f"可以定稿，还有 {left} 处可以再看" if left else "都写好了，可以定稿"
