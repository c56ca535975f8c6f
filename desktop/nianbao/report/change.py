"""What the program changed by itself, each change to be seen and taken back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One automatic change to a text.

    `rule` is a stable word (punctuation, space, furniture, lost_numeral, year_shifted,
    year_kept, figure_cleared, …). `paragraph` is the paragraph of the original file, `piece` the id
    of the element, section or entry, whichever is known. `open` changes are questions: the program
    left the text as it was and asks.
    """

    rule: str
    before: str
    after: str
    paragraph: int | None = None
    piece: str = ""
    reason: str = ""
    open: bool = False
