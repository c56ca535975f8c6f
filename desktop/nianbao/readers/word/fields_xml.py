"""The open fields at a place of a Word document: first their instruction, then their result."""

from dataclasses import dataclass


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    has_result: bool = False


class OpenFields:
    """Fields from their begin to their end; one may stand in the instruction of another."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def begin(self) -> None:
        """Open a field."""
        self._open.append(_Field())

    def separate(self) -> None:
        """Go from the instruction to the result."""
        if self._open:
            self._open[-1].has_result = True

    def end(self) -> str | None:
        """Close a field; return its instruction if no result followed."""
        if not self._open:
            return None
        field = self._open.pop()
        return None if field.has_result else field.instruction

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
        """Whether what is said here belongs to the instruction of an outer field."""
        return any(not field.has_result for field in self._open[:-1])
