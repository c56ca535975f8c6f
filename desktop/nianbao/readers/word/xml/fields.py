"""The open fields at a place of a Word document: first their instruction, then their result."""

from dataclasses import dataclass

from lxml import etree

from nianbao.readers.fields import is_worked_out, keeps_result
from nianbao.readers.word.xml.names import W

_VAL = W + "val"
_OFF = ("0", "false", "off")
_TICKED, _OPEN = "☑", "☐"


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_result: bool = False
    has_spoken: bool = False  # in its result
    chosen: str = ""


class OpenFields:
    """Fields from their begin to their end; one may stand in the instruction of another."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self, chosen: str = "") -> None:
        """Open a field, of a form perhaps, in which something is `chosen`."""
        self._open.append(_Field(chosen=chosen))

    def separate(self) -> None:
        """Go from the instruction to the result."""
        if self._open:
            self._open[-1].has_result = True

    def end(self) -> tuple[str, str] | None:
        """Close a field; return its instruction and what is chosen if no result followed.

        An empty result is none where Word works out anew what it shows.
        """
        if not self._open:
            return None
        field = self._open.pop()
        is_shown = field.has_spoken or not is_worked_out(field.instruction)
        return None if field.has_result and is_shown else (field.instruction, field.chosen)

    def speak(self) -> None:
        """Note that text stands in the results that are open."""
        for field in self._open:
            field.has_spoken = field.has_spoken or field.has_result

    def end_paragraph(self) -> None:
        """Close what is broken: an instruction that has not ended with its paragraph."""
        self._open = [_Field(has_result=True) for field in self._open if field.has_result]

    def instruct(self, text: str) -> bool:
        """Add to an instruction; return False when none is being read."""
        if not self._open or self._open[-1].has_result:
            return False
        self._open[-1].instruction += text
        return True

    @property
    def is_code(self) -> bool:
        """Whether what is said here is an outer field's instruction, or a result not shown."""
        kept = any(one.has_result and keeps_result(one.instruction) for one in self._open)
        return kept or any(not field.has_result for field in self._open[:-1])


def chosen(form: etree._Element | None) -> str:
    """Return what is ticked or chosen in a field of a form as Word 97 had them."""
    box = form.find(W + "checkBox") if form is not None else None
    if box is not None:
        said = [one for name in ("checked", "default") if (one := box.find(W + name)) is not None]
        return _TICKED if said and said[0].get(_VAL, "1") not in _OFF else _OPEN
    choice = form.find(W + "ddList") if form is not None else None
    if choice is None:
        return ""
    entries = [entry.get(_VAL, "") for entry in choice.iterchildren(W + "listEntry")]
    said = [one for name in ("result", "default") if (one := choice.find(W + name)) is not None]
    which = said[0].get(_VAL, "0") if said else "0"
    at = int(which) if which.isdecimal() and len(which) < 6 else 0
    return entries[at] if at < len(entries) else ""
