"""Front and back matter that is new every year, filled in."""

from nianbao.actions import editing
from nianbao.desk.desk import Desk
from nianbao.drafting import element_fields
from nianbao.machine import clock
from nianbao.report.writing import placeholder


def set_field(desk: Desk, piece: str, name: str, typed: str, *, sure: bool = False) -> None:
    """Put what was typed into a field of an element, as one action; nothing typed empties it.

    Raises:
        InputError: it is no date or number.
        DoubtError: it may be meant otherwise, and nobody is `sure`.
    """
    element = desk.report.element(piece)
    assert element is not None, piece
    text = element_fields.filled(
        element, name, typed, year=desk.year, today=clock.today(), sure=sure
    )
    editing.write(desk, piece, text, act=f"填{name}" if typed.strip() else f"清空{name}")


def fill(desk: Desk, piece: str, text: str) -> None:
    """Write an element, as one action."""
    element = desk.report.element(piece)
    assert element is not None, piece
    said = placeholder.parse(element.text)
    editing.write(desk, piece, text, act=f"填{said.label}" if said else "")
