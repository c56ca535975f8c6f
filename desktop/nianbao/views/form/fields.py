"""The fields of front and back matter, as a page shows them, and what is offered for them."""

from nianbao.desk.desk import Desk
from nianbao.drafting import element_fields
from nianbao.drafting.element_fields import Field, Sort, as_written
from nianbao.machine import clock

__all__ = ["Field", "Sort", "as_written", "offered"]


def offered(desk: Desk, piece: str) -> str:
    """Return what a missing element may read this year, nothing when there is nothing to offer."""
    element = desk.report.element(piece)
    return element_fields.offered(element, clock.today()) if element else ""
