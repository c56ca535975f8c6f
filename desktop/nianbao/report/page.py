"""How a page is set, as records: what a Word template says, apart from Word.

All lengths are twips (1/20 pt), as Word counts them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """How a paragraph's lines stand between the margins."""

    BOTH = "both"
    CENTRE = "centre"
    RIGHT = "right"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a paragraph is set. `first` is added to `left` in the first line and may be negative.

    `face` is the name of its font, `size` that of a character, `spacing` widens each character,
    `pitch` is the height of a line. `once`: the space above and below is left out between
    paragraphs of one kind. `stays`: the paragraph stays on the page of the one that follows.
    `foot`: it stands at the foot of the page, between rules.
    """

    face: str
    size: int
    pitch: int
    spacing: int = 0
    align: Align = Align.BOTH
    left: int = 0
    right: int = 0
    first: int = 0
    before: int = 0
    after: int = 0
    once: bool = False
    stays: bool = False
    foot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSetup:
    """The paper, the place for text on it, the pitch of its lines, the form of its number."""

    paper: tuple[int, int]
    top: int
    left: int
    text_width: int
    text_height: int
    pitch: int
    number: Form

    @property
    def lines(self) -> int:
        """How many lines a full page has."""
        return self.text_height // self.pitch

    @property
    def height(self) -> int:
        """How high a full page is."""
        return self.lines * self.pitch


@dataclass(frozen=True, slots=True, kw_only=True)
class Geometry:
    """All that a template says about pages.

    `forms` are by the kind of a paragraph (标题, 一级标题, …), `body` is that of every other kind;
    `faces` are the fonts of character styles by their names.
    """

    page: PageSetup
    forms: Mapping[str, Form]
    body: Form
    faces: Mapping[str, str]

    def form(self, kind: str) -> Form:
        """Return how a kind of paragraph is set."""
        return self.forms.get(kind, self.body)

    @property
    def characters(self) -> int:
        """How many characters of the body a full line has."""
        return self.page.text_width // (self.body.size + self.body.spacing)
