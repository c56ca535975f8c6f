"""A part that the report does not have is put into it, as one action."""

from nianbao.desk.desk import Desk
from nianbao.drafting.pieces import arrange
from nianbao.drafting.pieces.parts import with_part
from nianbao.report.writing.text import quoted
from nianbao.standards.structure import parts


def add(desk: Desk, part: str = "") -> str:
    """Put a part into the current report and return the id of what is to be written first.

    A standard part is named by its id: its empty entry comes first, else its heading.
    """
    known = [mark.target for mark in desk.marks]
    section = arrange.new_id(desk.report, known)
    entry = arrange.new_id(desk.report, (*known, section))
    name = f"加上{quoted(parts()[part].title_in(desk.year))}" if part else "加上一个部分"
    with desk.act(name) as running:
        desk.store.save_report(running, with_part(desk.report, part, section, entry))
    return entry if part else section
