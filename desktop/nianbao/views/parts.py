"""The standard parts that the current report does not have, by the title they would get."""

from nianbao.desk.desk import Desk
from nianbao.standards import parts


def missing(desk: Desk) -> list[tuple[str, str]]:
    """Return the id and the title of each standard part that can be put into the report."""
    return [(part.id, part.title_in(desk.year)) for part in parts.missing(desk.report)]
