"""The standard parts that the current report does not have, by the title they would get."""

from nianbao.desk.desk import Desk
from nianbao.drafting.parts import addable
from nianbao.standards.structure import parts


def missing(desk: Desk) -> list[tuple[str, str]]:
    """Return the id and the title of each standard part that can be put into the report."""
    return [(id_, parts()[id_].title_in(desk.year)) for id_ in addable(desk.report)]
