"""What is open in the report in hand: the one list that everything on the screen counts from."""

from nianbao.checks.open_items import FIGURES, IN_TEXT, Kind, OpenItem, OpenItems
from nianbao.desk.checked import check
from nianbao.desk.desk import Desk

__all__ = ["FIGURES", "IN_TEXT", "Kind", "OpenItem", "OpenItems", "open_items", "status"]


def open_items(desk: Desk) -> OpenItems:
    """Return everything that is open, in reading order."""
    return OpenItems(()) if desk.is_empty else check(desk).open_items


def status(items: OpenItems) -> str:
    """Return how much of the text is open, kind by kind, for one line: 待报 66 项　待核 4 项."""
    counted = ((kind, items.count(kind)) for kind in IN_TEXT)
    return "　".join(f"{kind.value} {count} 项" for kind, count in counted if count) or "都写好了"
