"""What an import or a new year did to the current report by itself, and what it still asks."""

from nianbao.desk.desk import Desk
from nianbao.drafting.years import asking
from nianbao.report import flow
from nianbao.report.change import Change


def changes(desk: Desk) -> list[Change]:
    """Return the automatic changes in reading order.

    What was asked about and has been written anew since is no question any more.
    """
    lines = flow.rendered(desk.report, desk.ledger.values())
    return asking.still_open(desk.automatic, flow.texts(lines))
