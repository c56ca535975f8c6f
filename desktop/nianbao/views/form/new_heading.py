"""Where a heading of one's own would come, in words."""

from nianbao.desk.desk import Desk
from nianbao.drafting.pieces import sections
from nianbao.report.pieces import heading
from nianbao.report.writing.text import quoted


def place_of(desk: Desk, piece: str) -> str:
    """Return what a new heading follows and its number there, nothing outside of all sections."""
    place = sections.place_behind(desk.report, piece)
    if place is None:
        return ""
    beside = desk.report.section(place.after or place.parent)
    assert beside is not None, place
    number = sections.number_behind(desk.report, place)
    where = "排在{}后面" if place.after else "放在{}下面"
    named = f"编号{number}，" if number else ""
    return named + where.format(quoted(heading(beside, desk.ledger)))
