"""Word 97–2003 documents: .doc, and the .wps of WPS, which has the same inside.

[x] text through the piece table, one- and two-byte pieces
[x] paragraphs, soft breaks; results of fields without their codes
[x] cells of tables, with their places where no cells are joined
[x] style name, outline level, centring, from the paragraph or its style
[x] text that a revision deleted, struck and hidden text, left out with a notice
[x] raised digits as raised signs: the mark of a note goes on no number
[-] text in white or too small to see: left out with a notice, in a box or a cell read with one
[x] footnotes and endnotes, after the main text; text boxes where they are anchored
[x] list numbers that Word generates; a notice where the list tables are damaged
[ ] headers, footers and comments: a notice says how many characters
[ ] pictures and embedded objects; Word 6 and 95, encrypted files: refused with a sentence
"""

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from nianbao.readers import refusals
from nianbao.readers.fields import is_worked_out, keeps_result, without_result
from nianbao.readers.gathering import Gathering
from nianbao.readers.old_word import doc_format as form
from nianbao.readers.old_word.doc_boxes import DocBoxes
from nianbao.readers.old_word.doc_lists import DocLists
from nianbao.readers.old_word.doc_tables import DocTables
from nianbao.readers.old_word.ole import Streams
from nianbao.readers.raised import levelled, lowered, raised
from nianbao.report.document import Cell, Document, FilePlace

_WORD_97, _WORD_95 = 0xA5EC, 0xA5DC
_FIRST_97 = 0xC0  # version number of the format
_IS_ENCRYPTED, _TABLE_IS_1 = 0x0100, 0x0200
_FIB_SIZE = 0x382  # of the file information block that Word 97 writes
_NO_LIST = 0xF801  # from here on a list's number says that the paragraph is in none
_MAX_UNITS = 20_000_000
_MARKS = re.compile("[\r\x07\x0c]")
_FIELD_SIGNS = re.compile("([\x13\x14\x15])")
_SURROGATES = re.compile("[\ud800-\udfff]")
# Anchors of pictures and notes, deleted characters; a soft break and a hyphen that may not break.
_AS_SHOWN = str.maketrans(
    {
        **dict.fromkeys("\x00\x01\x02\x03\x04\x05\x06\x08\x0e\x1f"),
        "\x0b": "\n",
        "\x0c": "\n",
        "\x1e": "-",
    }
)
_UNSEEN = "".join(map(chr, range(0x20))) + " \u3000"  # signs, anchors, the room before a text
_NOTE_PLACES = {
    "footnote": FilePlace.FOOTNOTE,
    "endnote": FilePlace.ENDNOTE,
    "text_box": FilePlace.TEXT_BOX,
}
_LEFT_OUT = ("margin", "comment", "margin_box")
_LEFT_OUT_TEXT = {
    "deleted_text": form.DELETED,
    "hidden_text": form.HIDDEN,
    "struck_text": form.STRUCK,
}
_LETTER = re.compile(r"[^\x00-\x1f]")
_LETTERS = re.compile(r"[^\W\d_]")


def read_doc(streams: Streams, name: str) -> Document:
    """Read a document from its streams; raise ReadingError when it is too old or damaged."""
    stream = streams.get("WordDocument")
    if len(stream) < _FIB_SIZE:
        raise refusals.truncated(name, f"{len(stream)} bytes")
    identity, number = struct.unpack_from("<HH", stream)
    flags = int.from_bytes(stream[0x0A:0x0C], "little")
    if identity == _WORD_95 or (identity == _WORD_97 and number < _FIRST_97):
        raise refusals.legacy(name, "Word 6.0或Word 95的文档")
    if identity != _WORD_97:
        raise refusals.truncated(name, f"identity {identity:x}")
    if flags & _IS_ENCRYPTED:
        raise refusals.encrypted(name)
    gathered = Gathering(name)
    try:
        table = streams.get("1Table" if flags & _TABLE_IS_1 else "0Table")
        _Word(stream, table, name).gather(gathered)
    except (struct.error, IndexError, ValueError) as error:
        raise refusals.truncated(name, repr(error)) from error
    return gathered.finish("doc")


class _Word:
    """One document: its text as 16-bit units, its pieces and its formatting."""

    def __init__(self, stream: bytes, table: bytes, name: str) -> None:
        self._lengths = form.text_lengths(stream)
        self._pieces = form.read_pieces(stream, table)
        if sum(piece.count for piece in self._pieces) > _MAX_UNITS:
            raise refusals.too_big(name, "pieces")
        self._firsts = [piece.first for piece in self._pieces]
        self._paragraphs = form.paragraph_formatting(stream, table)
        self._styles = form.read_styles(stream, table)
        self._lists = DocLists(stream, table)
        self._tables = DocTables()
        self._boxes = DocBoxes(stream, table)
        before = takewhile(lambda kind: kind != "text_box", self._lengths)
        self._first_box = sum(self._lengths[kind] for kind in before)
        self._read: list[tuple[int, int]] = []  # boxes, in the text of all of them
        self._gone = dict.fromkeys((*_LEFT_OUT_TEXT, "faint_text", "field_without_result"), 0)
        self._is_uneven = False  # something was raised or lowered
        marked = form.character_formatting(stream, table)
        self._text = "".join(self._decode(piece, stream, marked) for piece in self._pieces)
        self._fields: list[bool] = []
        self._instructions: list[str] = []

    def gather(self, gathered: Gathering) -> None:
        """Gather the main text, then notes and boxes."""
        at = 0
        for kind, length in self._lengths.items():
            text = self._text[at : at + length]
            if kind == "text":
                self._gather_main(text, gathered)
            elif kind == "text_box":
                self._gather_notes(self._without_read(text), FilePlace.TEXT_BOX, gathered)
            elif kind in _NOTE_PLACES:
                self._gather_notes(text, _NOTE_PLACES[kind], gathered)
            elif kind in _LEFT_OUT and _LETTERS.search(text):
                gathered.count("footnote_left_out", len(text.translate(_AS_SHOWN).strip()))
            at += length
        for kind, count in self._gone.items():
            gathered.count(kind, count)

    def _decode(self, piece: form.DocPiece, stream: bytes, marked: form.Formatting) -> str:
        """Return a piece's units, one character each; those that are left out as zeros."""
        width = 1 if piece.is_narrow else 2
        end = piece.offset + width * piece.count
        raw = stream[piece.offset : end]
        if len(raw) < width * piece.count:
            raise ValueError("a piece beyond the end")
        if piece.is_narrow:
            text = raw.decode("cp1252", "replace")
        else:
            text = "".join(map(chr, struct.unpack(f"<{piece.count}H", raw)))
        parts, at = [], 0
        for span in marked.between(piece.offset, end):
            first = max(at, max(0, span.start - piece.offset) // width)
            last = max(first, (min(end, span.end) - piece.offset) // width)
            on_paper = self._is_on_paper(piece, first, piece.offset + first * width)
            shown = self._as_marked(text[first:last], span.properties, on_paper=on_paper)
            parts += [text[at:first], shown]
            at = last
        return "".join([*parts, text[at:]])

    def _is_on_paper(self, piece: form.DocPiece, unit: int, offset: int) -> bool:
        """Tell whether nothing coloured can lie behind the text at an offset."""
        below = self._paragraphs.at(offset)
        is_main = piece.first + unit < self._lengths["text"]
        return is_main and (below is None or form.is_on_paper(below.properties))

    def _as_marked(self, text: str, properties: form.Properties, *, on_paper: bool) -> str:
        """Return a stretch as it is shown, as long as it was; what is left out is counted."""
        length = len(text.translate(_AS_SHOWN).strip())
        for reason, marks in _LEFT_OUT_TEXT.items():
            if form.has(properties, marks):
                self._gone[reason] += length
                return "\0" * len(text)
        pale = form.is_pale(properties)
        if form.is_tiny(properties) or (pale and on_paper):
            self._gone["hidden_text"] += length
            return _LETTER.sub("\0", text)  # the ends of paragraphs and cells stay
        self._gone["faint_text"] += length if pale else 0
        shown = raised(text) if form.is_raised(properties) else text
        shown = lowered(shown) if form.is_lowered(properties) else shown
        self._is_uneven = self._is_uneven or shown != text
        return shown

    def _without_read(self, boxes: str) -> str:
        """Return the text of the boxes that stand nowhere in the main text."""
        parts, end = [], 0
        for start, stop in sorted(self._read):
            parts.append(boxes[end:start])
            end = max(end, stop)
        return "".join([*parts, boxes[end:]])

    def _gather_boxes(self, place: int, gathered: Gathering, *, in_table: bool) -> int:
        """Gather the boxes anchored in the main text up to a place; return how many they are."""
        count = 0
        for start, stop in self._boxes.until(place):
            kept = self._fields[:], self._instructions[:]
            lines = self._lines(self._text[self._first_box + start : self._first_box + stop])
            for line in lines:
                box = partial(_add_box, gathered, line)
                self._tables.add(box, in_table=in_table, ends_cell=False)
            self._fields, self._instructions = kept
            self._read.append((start, stop))
            count += bool(lines)
        return count

    def _gather_main(self, text: str, gathered: Gathering) -> None:
        first = 0
        for mark in _MARKS.finditer(text):
            span = self._paragraphs.at(self._offset(mark.start()))
            if mark[0] == "\x0c" and not self._ends(span, mark.start()):
                continue  # a page break inside a paragraph separates, but does not end it
            properties = self._inherited(span)
            ends_cell = mark[0] == "\x07"
            in_table = ends_cell or form.has(properties, form.IN_TABLE)
            raw = text[first : mark.start()]
            begins = first + len(raw) - len(raw.lstrip(_UNSEEN))
            self._gather_boxes(begins, gathered, in_table=in_table)
            if form.has(properties, form.ROW_END):
                self._tables.end_row()
            else:
                add = partial(self._gather_paragraph, gathered, raw, span, properties)
                self._tables.add(add, in_table=in_table, ends_cell=ends_cell)
            within = self._gather_boxes(mark.start(), gathered, in_table=in_table)
            gathered.count("box_within", within)
            first = mark.end()
        self._tables.close()
        if first < len(text):
            self._gather_paragraph(gathered, text[first:], None, {}, FilePlace.BODY)

    def _gather_paragraph(
        self,
        gathered: Gathering,
        raw: str,
        span: form.FormatSpan | None,
        properties: form.Properties,
        place: FilePlace,
        cell: Cell | None = None,
    ) -> None:
        style = self._style(span)
        shown = self._shown(raw.strip("\x0c"))
        number = self._number(properties)
        if number is None and shown:
            gathered.count("list_numbers")
        outline = _first(properties, form.OUTLINE_LEVEL)
        level = (style.heading or None) if style and outline is None else None
        if outline is not None and outline < 9:
            level = outline + 1
        gathered.add(
            shown,
            list_number=number or "",
            style=style.name if style else "",
            level=level,
            centred=_first(properties, form.CENTRED) == 1,
            place=place,
            cell=cell,
        )

    def _number(self, properties: form.Properties) -> str | None:
        """Return a paragraph's list number, none when it has none, None when it is not known."""
        which = _first(properties, form.LIST) or 0
        if which == 0 or which >= _NO_LIST:
            return ""
        return self._lists.next(which, _first(properties, form.LIST_LEVEL) or 0)

    def _gather_notes(self, text: str, place: FilePlace, gathered: Gathering) -> None:
        for line in self._lines(text):
            gathered.add(line, place=place)
            is_box = place is FilePlace.TEXT_BOX
            gathered.count("box_below" if is_box else "footnote_below")

    def _lines(self, text: str) -> list[str]:
        """Return the paragraphs of notes or boxes."""
        self._fields.clear()
        self._instructions.clear()
        return [line for raw in _MARKS.split(text) if (line := self._shown(raw).strip())]

    def _shown(self, raw: str) -> str:
        """Return what a reader sees: results of fields, no codes, no anchors."""
        seen: list[str] = []
        result = 0  # where in `seen` the result begins that is open
        for part in _FIELD_SIGNS.split(raw):
            if part == "\x13":
                self._fields.append(True)
                self._instructions.append("")
            elif part == "\x14" and self._fields:
                self._fields[-1] = False
                result = len(seen)
            elif part == "\x15" and self._fields:
                instruction = self._instructions.pop()
                is_shown = any(seen[result:]) or not is_worked_out(instruction)
                if (self._fields.pop() or not is_shown) and True not in self._fields:
                    seen.append(self._without_result(instruction))
            elif part in ("\x14", "\x15"):
                continue
            elif True not in self._fields:
                if not any(map(keeps_result, self._instructions)):
                    seen.append(part)
            else:
                self._instructions[-1] += part
        # A field whose code has not ended with its paragraph is broken: show what follows.
        self._fields = [False for instruction in self._fields if not instruction]
        self._instructions = [""] * len(self._fields)
        shown = _joined("".join(seen).translate(_AS_SHOWN))
        return levelled(shown) if self._is_uneven else shown

    def _without_result(self, instruction: str) -> str:
        shown = without_result(instruction)
        self._gone["field_without_result"] += shown is None
        return shown or ""

    def _offset(self, position: int) -> int:
        piece = self._pieces[bisect_right(self._firsts, position) - 1]
        return piece.offset + (position - piece.first) * (1 if piece.is_narrow else 2)

    def _ends(self, span: form.FormatSpan | None, position: int) -> bool:
        return span is None or self._offset(position) + 2 >= span.end

    def _style(self, span: form.FormatSpan | None) -> form.StyleSheetEntry | None:
        known = span is not None and span.style < len(self._styles)
        return self._styles[span.style] if span is not None and known else None

    def _inherited(self, span: form.FormatSpan | None) -> form.Properties:
        """Return a paragraph's properties over its style's over the style's parents'."""
        chain = [span.properties] if span else []
        chain.extend(style.properties for style in self._parents(self._style(span)))
        merged: form.Properties = {}
        for properties in reversed(chain):
            merged.update(properties)
        return merged

    def _parents(self, style: form.StyleSheetEntry | None) -> Iterator[form.StyleSheetEntry]:
        for _ in range(12):
            if style is None:
                return
            yield style
            style = self._styles[style.parent] if style.parent < len(self._styles) else None


def _add_box(gathered: Gathering, line: str, _place: FilePlace, _cell: Cell | None) -> None:
    gathered.add(line, place=FilePlace.TEXT_BOX)


def _first(properties: form.Properties, numbers: tuple[int, ...]) -> int | None:
    # The newer number of a property stands last and wins.
    for number in reversed(numbers):
        if number in properties:
            return properties[number]
    return None


def _joined(text: str) -> str:
    """Join the halves of characters that take two units."""
    if not _SURROGATES.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
