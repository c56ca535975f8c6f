"""The numbers of a text under review, as they are shown: rows of a table, stretches of the text."""

from dataclasses import dataclass
from enum import Enum

from nianbao.report.figures.figure import Mention


class State(Enum):
    """How sure a number is: the word for it, and its sign."""

    SURE = ("认出", "√")
    FORMULA = ("由算式得出", "＝")
    DOUBT = ("请看一眼", "?")
    ASK = ("请确认", "?")

    @property
    def word(self) -> str:
        """What it is called."""
        return self.value[0]

    @property
    def glyph(self) -> str:
        """The sign that goes with it."""
        return self.value[1]

    @property
    def is_open(self) -> bool:
        """Whether the user should look."""
        return self in (State.DOUBT, State.ASK)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow:
    """A number of a page. `key` is where it stands; `why` says what is doubtful about it.

    `mention` is None for a number that was not taken for a figure.
    """

    key: str
    label: str
    value: str
    unit: str
    state: State
    why: str = ""
    mention: Mention | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStretch:
    """A stretch of a page's text: plain, a heading, or the number of a row.

    `aside` is the key of a number that was taken for no figure and has no row.
    """

    text: str
    key: str = ""
    aside: str = ""
    state: State | None = None
    heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The text of some pieces, and the numbers in it."""

    paragraphs: tuple[tuple[ReviewStretch, ...], ...]
    rows: tuple[ReviewRow, ...]


class ReviewPiece:
    """A piece's stretches; `breaks` are the places among them where a paragraph ends."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.stretches: list[ReviewStretch] = []
        self.rows: list[ReviewRow] = []
        self.breaks: list[int] = []

    def add_text(self, text: str) -> None:
        """Add plain text; a line break in it ends a paragraph."""
        first, *others = text.split("\n")
        self._add(first)
        for other in others:
            self.breaks.append(len(self.stretches))
            self._add(other)

    def _add(self, text: str) -> None:
        if text:
            self.stretches.append(ReviewStretch(text=text))
