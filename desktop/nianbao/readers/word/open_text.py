"""The text of the paragraph that is open: what was said so far, and how the next is shown."""

from nianbao.readers.fields import reading, without_result
from nianbao.readers.gathering import Gathering
from nianbao.readers.raised import levelled, lowered, raised
from nianbao.readers.word.shown import PLAIN
from nianbao.readers.word.xml.fields import OpenFields


class OpenText:
    """Pieces of one paragraph, with the fields that are open at its end."""

    def __init__(self, out: Gathering) -> None:
        self.shown = PLAIN
        self.fields = OpenFields()
        self.length = 0  # characters that were said
        self.is_blank = True  # nothing was said that is seen
        self._out = out
        self._pieces: list[str] = []
        self._is_uneven = False  # something was raised or lowered

    def __bool__(self) -> bool:
        return bool(self._pieces)

    def say(self, text: str) -> None:
        """Add text as it is shown now; what is not read is counted."""
        how = self.shown
        self.fields.speak()
        if how.hidden:
            self._out.count("hidden_text", len(text))
        elif self.fields.is_code:
            self._out.count("field_code", len(text))
        elif how.struck:
            self._out.count("struck_text", len(text))
        else:
            if how.faint:
                self._out.count("faint_text", len(text.strip()))
            if how.raised or how.lowered:
                text = raised(text) if how.raised else lowered(text)
                self._is_uneven = True
            self._pieces.append(text)
            self.length += len(text)
            self.is_blank = self.is_blank and not text.strip()

    def part(self, sign: str) -> None:
        """Add a break; one that is struck out with the text around it still parts what is seen."""
        if self.shown.struck and not self.fields.is_code:
            self._pieces.append(sign)
        else:
            self.say(sign)

    def end_field(self) -> None:
        """Close a field, and say what it shows when no result stood in it."""
        if (ended := self.fields.end()) is not None:
            self.without_result(*ended)

    def without_result(self, instruction: str, chosen: str = "") -> None:
        """Say what a field without a result shows, as far as that is known."""
        result = chosen or without_result(instruction)
        if result is None:
            self._out.count("field_without_result")
        elif result and not self.fields.instruct(result):
            self._out.count("ruby", len(reading(instruction)))
            self.say(result)

    def take(self) -> str:
        """Return what was said, and begin anew."""
        text = "".join(self._pieces).strip("\f")
        text = levelled(text) if self._is_uneven else text
        self._pieces.clear()
        self._is_uneven, self.length, self.is_blank = False, 0, True
        return text
