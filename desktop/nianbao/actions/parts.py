"""A part that the report does not have is put into it, as one action."""

from nianbao.desk.desk import Desk
from nianbao.drafting import arrange, parts
from nianbao.report.writing.text import quoted
from nianbao.standards import structure


def add(desk: Desk, part: str = "") -> str:
    """Put a part into the current report and return the id of what is to be written first.

    A standard part is named by its id: its empty entry comes first, else its heading.
    """
    known = [mark.target for mark in desk.marks]
    section = arrange.new_id(desk.report, known)
    entry = arrange.new_id(desk.report, (*known, section))
    name = f"加上{quoted(title(part, desk.year))}" if part else "加上一个部分"
    with desk.act(name) as running:
        desk.store.save_report(running, parts.with_part(desk.report, part, section, entry))
    return entry if part else section


def title(part: str, year: int) -> str:
    """Return how the title of a standard part reads in a year."""
    return structure.parts()[part].title.format(y=year, y1=year + 1)
