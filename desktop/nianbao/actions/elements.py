"""Front and back matter that is new every year: what is offered for it, and filled in."""

import re

from nianbao.actions import editing
from nianbao.desk.desk import Desk
from nianbao.drafting import element_fields
from nianbao.machine import clock
from nianbao.report.model import Element, ElementKind
from nianbao.report.writing import placeholder
from nianbao.report.writing.placeholder import FILL, Placeholder

_NUMBER = re.compile(r"(?P<code>[^〔\[（(\d]+)[〔\[（(]\s*\d{4}\s*[〕\]）)]\s*第?\s*\d+\s*号")
_ORDINAL = "顺序号"
_LAST = "上年"


def offered(desk: Desk, piece: str) -> str:
    """Return what a missing element may read this year, nothing when there is nothing to offer.

    A date is today's; a document number keeps the office's code and waits for its number.
    """
    element = _element(desk, piece)
    if element is None or placeholder.parse(element.text) is None:
        return ""
    today = clock.today()
    if element.kind is ElementKind.DATE:
        return f"{today.year}年{today.month}月{today.day}日"
    if element.kind is ElementKind.DOC_NUMBER:
        found = _NUMBER.search(_last(element).removeprefix(_LAST))
        waits = Placeholder(kind=FILL, label=_ORDINAL)
        return f"{found['code']}〔{today.year}〕{waits}号" if found else ""
    return ""


def set_field(desk: Desk, piece: str, name: str, typed: str, *, sure: bool = False) -> None:
    """Put what was typed into a field of an element, as one action; nothing typed empties it.

    Raises:
        InputError: it is no date or number.
        DoubtError: it may be meant otherwise, and nobody is `sure`.
    """
    element = _element(desk, piece)
    assert element is not None, piece
    text = element_fields.filled(
        element, name, typed, year=desk.year, today=clock.today(), sure=sure
    )
    editing.write(desk, piece, text, act=f"填{name}" if typed.strip() else f"清空{name}")


def fill(desk: Desk, piece: str, text: str) -> None:
    """Write an element, as one action."""
    element = _element(desk, piece)
    assert element is not None, piece
    said = placeholder.parse(element.text)
    editing.write(desk, piece, text, act=f"填{said.label}" if said else "")


def _element(desk: Desk, piece: str) -> Element | None:
    report = desk.report
    return next((one for one in (*report.front, *report.back) if one.id == piece), None)


def _last(element: Element) -> str:
    said = placeholder.parse(element.text)
    return said.note if said else ""
