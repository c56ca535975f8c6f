"""What a reader returns: the paragraphs of a file, and what it left out."""

from dataclasses import dataclass, field
from enum import StrEnum


class FilePlace(StrEnum):
    """Where in the file a paragraph stands."""

    BODY = "body"
    TABLE = "table"
    TEXT_BOX = "text_box"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where a cell stands: its table in the file, its row and its first column, all from 0.

    It takes `width` columns.
    """

    table: int
    row: int
    column: int
    width: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph as a reader of the file sees it.

    `text` holds no line break. It begins with `list_number` when Word generated one (“（一）”).
    `level` is the outline level that the file itself states (1 = 一级), None when it states none.
    A soft line break or a page break separates two paragraphs; in a centred cell of a table a soft
    break only shapes a head and is joined, except between numbers and before a date or a bracket.
    Where the text would run on from the digits of its list number, a space keeps them apart.
    `soft`: no more than a soft line break or a page break stands between this and the paragraph
    above, which are one in the file. `cell` is where in a table it stands, if the reader knows it.
    """

    text: str
    list_number: str = ""
    style: str = ""
    level: int | None = None
    centred: bool = False
    place: FilePlace = FilePlace.BODY
    soft: bool = False
    cell: Cell | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something a reader left out, repaired or could not decide, for the user to see.

    `kind` is a stable English word (hidden_text, deleted_text, site_chrome, …), `message` a Chinese
    sentence, `count` how many characters or pieces it concerns.
    """

    kind: str
    message: str
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """A reviewer's comment, kept apart from the text. `paragraph` counts from 0."""

    author: str
    text: str
    paragraph: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file's text in reading order, before anything is understood.

    `kind` is docx, doc, html, txt or pdf, told from the content. `title` is what the file says of
    itself outside its text (HTML title or meta, never trusted alone). `cut` lists lines that a
    reader removed because they belong to the site and not to the page.
    """

    kind: str
    name: str
    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    comments: tuple[Comment, ...] = ()
    notices: tuple[Notice, ...] = ()
    cut: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        """The text as read: one paragraph a line, without a final line end."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)
