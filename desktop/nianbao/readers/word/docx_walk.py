"""The walk over a Word document's XML: which elements speak, which are silent.

Elements that are not named here are entered, so that text in a wrapper nobody thought of is read.
Recursion is safe: the parser refuses XML that is nested deeper than 256 elements.
"""

from collections import deque
from collections.abc import Callable, Mapping
from typing import ClassVar

from lxml import etree

from nianbao.readers.fields import is_worked_out, keeps_result
from nianbao.readers.gathering import Gathering
from nianbao.readers.word.asides import Aside, Asides
from nianbao.readers.word.characters import SPEAKERS
from nianbao.readers.word.chunks import Chunks
from nianbao.readers.word.grid import Grid
from nianbao.readers.word.open_text import OpenText
from nianbao.readers.word.shown import Ground, ground_of, shown
from nianbao.readers.word.xml.names import (
    CHART,
    CHART_NEW,
    DIAGRAM,
    DRAWN,
    MC,
    OFFICE,
    PIC,
    VML,
    R,
    W,
)
from nianbao.readers.word.xml.notes import Notes
from nianbao.readers.word.xml.numbering import Numbering, whole
from nianbao.readers.word.xml.styles import (
    Properties,
    StyleLook,
    Styles,
    children,
    is_centred,
    is_hidden,
    is_on,
    list_place,
    outline_level,
)
from nianbao.readers.word.xml.texts import goes_on, is_drop_cap, length, letters
from nianbao.report.document import FilePlace

_T, _P_PR, _R_PR, _VAL, _BOX = W + "t", W + "pPr", W + "rPr", W + "val", W + "txbxContent"
_P_STYLE, _R_STYLE = W + "pStyle", W + "rStyle"
_SILENT_NAMES = (
    *("pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr"),
    *("smartTagPr", "customXmlPr", "rubyPr", "delInstrText", "delText"),
    *("fldData", "ffData", "background", "proofErr", "lastRenderedPageBreak"),
    *("bookmarkStart", "bookmarkEnd", "softHyphen", "footnoteRef", "endnoteRef"),
)
_SILENT = (*(W + name for name in _SILENT_NAMES), OFFICE + "OLEObject")


class DocxWalk:
    """Goes once through a document and gathers what a reader of it sees."""

    def __init__(
        self,
        gathered: Gathering,
        styles: Styles,
        numbering: Callable[[], Numbering],
        notes: Mapping[str, Notes],
        chunks: Chunks,
    ) -> None:
        self._out = gathered
        self._styles = styles
        self._load_numbering = numbering
        self._numbering: Numbering | None = None
        self._notes = notes
        self._chunks = chunks
        self._place = FilePlace.BODY
        self._look = styles.look(None)
        self._ground = self._cell_ground = Ground.PAPER
        self._open = OpenText(gathered)
        self._carried_number = ""
        self._asides = Asides()
        self._grid = Grid()

    def document(self, root: etree._Element) -> None:
        """Gather the body of a document, then the comments that stand nowhere in it."""
        if root.find(W + "background") is not None:
            self._ground = self._cell_ground = Ground.UNKNOWN
        self._enter(root)
        self._close_open_text()
        for comment in self._notes["comment"].rest():
            self._out.add_comment(comment.get(W + "author", ""), letters(comment), None)

    def _enter(self, parent: etree._Element) -> None:
        for child in parent:
            speak = self._speakers.get(child.tag, DocxWalk._enter)
            if speak is not None:
                speak(self, child)

    # Paragraphs

    def _paragraph(self, element: etree._Element) -> None:
        properties = children(next(element.iterchildren(_P_PR), None))
        style = properties.get(_P_STYLE)
        look = self._look = self._styles.look(style.get(_VAL) if style is not None else None)
        self._ground = ground_of(element.find(_P_PR), self._cell_ground)
        self._enter(element)
        self._ground = self._cell_ground
        self._open.fields.end_paragraph()
        mark = children(properties.get(_R_PR))
        if W + "del" in mark or W + "moveFrom" in mark or is_drop_cap(properties):
            return  # the next paragraph continues this one
        if is_hidden(mark, look.hidden):
            # A style separator: the heading's number is seen, the heading runs on into the next.
            if self._open and not self._carried_number:
                self._carried_number = self._number(properties, look)
            return
        self._close(properties, look)

    def _close(self, properties: Properties, look: StyleLook) -> None:
        text = self._open.take()
        self._say(self._asides.before())
        number = self._carried_number or self._number(properties, look)
        self._carried_number = ""
        self._out.add(
            text,
            list_number=number,
            style=look.name,
            level=outline_level(properties, look.level),
            centred=bool(is_centred(properties, look.centred)),
            place=self._place,
            cell=self._grid.cell if self._place is FilePlace.TABLE else None,
        )
        due = self._asides.after(self._place, text)
        self._out.count("box_within", sum(one.parts(text) for one in due))
        self._say(due)

    def _close_open_text(self) -> None:
        """Close text that no mark closed: the last one was removed, or there was none."""
        if self._open:
            self._close({}, self._styles.look(None))
        self._say(self._asides.rest())

    def _say(self, asides: list[Aside]) -> None:
        """Gather boxes and notes as if the paragraph that holds them were not open."""
        if not asides:
            return
        outer = self._place, self._look, self._open, self._asides, self._carried_number
        grounds = self._ground, self._cell_ground
        waiting = deque(asides)
        while waiting:
            self._place, element, _ = waiting.popleft()
            is_box = self._place is FilePlace.TEXT_BOX
            self._open, self._asides = OpenText(self._out), Asides(None if is_box else waiting)
            self._ground = self._cell_ground = Ground.UNKNOWN if is_box else Ground.PAPER
            self._carried_number = ""
            self._enter(element)
            self._close_open_text()
        self._place, self._look, self._open, self._asides, self._carried_number = outer
        self._ground, self._cell_ground = grounds

    def _number(self, properties: Properties, look: StyleLook) -> str:
        own_id, level = list_place(properties)
        num_id = look.num_id if own_id is None else own_id
        if not num_id or num_id == "0":
            return ""
        if self._numbering is None:
            self._numbering = self._load_numbering()
        if own_id is None and level is None:
            level = look.num_level
            if level is None:
                position = self._numbering.level_of_style(num_id, look.num_style)
                return self._numbering.next(num_id, position)
        return self._numbering.next(num_id, max(0, whole(level, 0)))

    # Tables

    def _table(self, element: etree._Element) -> None:
        self._close_open_text()
        place = self._place
        if place is FilePlace.BODY:
            self._place = FilePlace.TABLE
        self._grid.begin_table()
        self._enter(element)
        self._grid.end_table()
        self._place = place

    def _row(self, element: etree._Element) -> None:
        self._grid.begin_row(element.find(W + "trPr"))
        properties = children(element.find(W + "trPr"))
        if W + "del" in properties:
            self._deleted(element)
        elif W + "hidden" in properties:
            self._out.count("hidden_text", length(element))
        else:
            if W + "ins" in properties:
                self._out.count("inserted_text", length(element))
            self._enter(element)

    def _cell(self, element: etree._Element) -> None:
        properties = element.find(W + "tcPr")
        self._grid.begin_cell(properties)
        if properties is not None and properties.find(W + "cellDel") is not None:
            self._deleted(element)
            return
        if properties is not None and goes_on(properties) and (covered := length(element)):
            self._out.count("hidden_text", covered)
            return
        outer = self._cell_ground
        # A table's style may colour its cells.
        self._cell_ground = self._ground = ground_of(properties, Ground.UNKNOWN)
        self._enter(element)
        self._close_open_text()
        self._cell_ground = self._ground = outer

    # Characters

    def _run(self, element: etree._Element) -> None:
        properties = children(next(element.iterchildren(_R_PR), None))
        style = properties.get(_R_STYLE)
        own = self._look if style is None else self._styles.look(style.get(_VAL)).over(self._look)
        outer = self._open.shown
        self._open.shown = shown(properties, own, self._ground).inside(outer)
        self._enter(element)
        self._open.shown = outer

    def _character(self, element: etree._Element) -> None:
        SPEAKERS[element.tag](self._open, self._out, element)

    def _simple_field(self, element: etree._Element) -> None:
        instruction = element.get(W + "instr", "")
        if keeps_result(instruction):
            self._out.count("field_code", length(element))
            return
        is_empty = next(element.iter(_T), None) is None
        if is_empty or (is_worked_out(instruction) and not length(element)):
            self._open.without_result(instruction)
        self._enter(element)

    def _backwards(self, element: etree._Element) -> None:
        self._out.count("reordered", int(element.get(_VAL) == "rtl"))
        self._enter(element)

    def _control(self, element: etree._Element) -> None:
        """Read a content control; what it shows may be the prompt of one that is not filled in."""
        properties = element.find(W + "sdtPr")
        prompt = properties.find(W + "showingPlcHdr") if properties is not None else None
        if prompt is not None and is_on(prompt, _VAL, otherwise=True):
            self._out.count("unfilled_control", int(length(element) > 0))
        self._enter(element)

    # What Word keeps in two versions, or in another place

    def _inserted(self, element: etree._Element) -> None:
        before = self._open.length
        self._enter(element)
        self._out.count("inserted_text", max(0, self._open.length - before))

    def _deleted(self, element: etree._Element) -> None:
        self._out.count("deleted_text", length(element))

    def _moved_away(self, element: etree._Element) -> None:
        self._out.count("moved_text", length(element))

    def _alternatives(self, element: etree._Element) -> None:
        versions = list(element.iterchildren(MC + "Choice", MC + "Fallback"))
        speaking = [one for one in versions if next(one.iter(_T, W + "sym"), None) is not None]
        for version in (speaking or versions)[:1]:
            self._enter(version)
        for other in speaking[1:]:
            if other.tag == MC + "Choice" and (text := letters(other)) != letters(speaking[0]):
                self._out.count("other_version", len(text))

    def _box(self, element: etree._Element) -> None:
        if self._open.shown.hidden:
            self._out.count("hidden_text", length(element))
        else:
            self._asides.box(element, self._open.length, opens=self._open.is_blank)

    def _footnote(self, element: etree._Element) -> None:
        self._take_mark(element)
        self._note(self._notes["footnote"].take(element.get(W + "id")), FilePlace.FOOTNOTE)

    def _endnote(self, element: etree._Element) -> None:
        self._take_mark(element)
        self._note(self._notes["endnote"].take(element.get(W + "id")), FilePlace.ENDNOTE)

    def _take_mark(self, reference: etree._Element) -> None:
        """Where the mark of a note is typed, it follows in the same run."""
        if is_on(reference, W + "customMarkFollows"):
            self._open.shown = self._open.shown.as_mark()

    def _note(self, note: etree._Element | None, place: FilePlace) -> None:
        if note is not None and not self._open.shown.hidden:
            self._out.count("footnote")
            self._asides.note(note, place)

    def _comment(self, element: etree._Element) -> None:
        comment = self._notes["comment"].take(element.get(W + "id"))
        if comment is not None:
            author = comment.get(W + "author", "")
            self._out.add_comment(author, letters(comment), len(self._out))

    def _word_art(self, element: etree._Element) -> None:
        """Read decorated text, as of a letterhead, like that of a box."""
        if text := element.get("string", ""):
            box = etree.SubElement(element, _BOX)
            etree.SubElement(
                etree.SubElement(etree.SubElement(box, W + "p"), W + "r"), _T
            ).text = text
            self._box(box)

    def _object(self, element: etree._Element) -> None:
        self._out.count("embedded")
        for box in element.iter(_BOX):
            self._box(box)

    def _embedded(self, _: etree._Element) -> None:
        self._out.count("embedded")

    def _chunk(self, element: etree._Element) -> None:
        """Read a file that Word shows here as if its text stood in this one."""
        inside = self._chunks.read(element.get(R + "id", ""))
        if inside is None:
            self._out.count("chunk_left_out")
            return
        self._close_open_text()
        self._out.count("chunk")
        self._out.take_in(inside, self._place)

    def _picture(self, _: etree._Element) -> None:
        self._out.count("picture")

    def _chart(self, _: etree._Element) -> None:
        self._out.count("chart")

    _speakers: ClassVar[dict[str, Callable[["DocxWalk", etree._Element], None] | None]] = {
        **dict.fromkeys(_SILENT),
        **dict.fromkeys(SPEAKERS, _character),
        W + "p": _paragraph,
        W + "r": _run,
        W + "fldSimple": _simple_field,
        W + "sdt": _control,
        W + "bdo": _backwards,
        W + "tbl": _table,
        W + "tr": _row,
        W + "tc": _cell,
        W + "ins": _inserted,
        W + "del": _deleted,
        W + "moveFrom": _moved_away,
        MC + "AlternateContent": _alternatives,
        W + "txbxContent": _box,
        W + "footnoteReference": _footnote,
        W + "endnoteReference": _endnote,
        W + "commentRangeStart": _comment,
        W + "commentReference": _comment,
        W + "object": _object,
        W + "altChunk": _chunk,
        W + "subDoc": _embedded,
        PIC + "pic": _picture,
        VML + "imagedata": _picture,
        VML + "textpath": _word_art,
        W + "contentPart": _picture,
        CHART + "chart": _chart,
        CHART_NEW + "chart": _chart,
        DRAWN + "txBody": _chart,
        DIAGRAM + "relIds": _chart,
    }
