"""The report built piece by piece from a page that was taken apart, and its outline."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count, pairwise

from nianbao.report.change import Change, ChangeRule
from nianbao.report.document import FilePlace
from nianbao.report.model import Element, ElementKind, Entry, EntryKind, Report, Section
from nianbao.report.pieces import Piece
from nianbao.standards import structure
from nianbao.standards.layout import Layout
from nianbao.understanding import kinds
from nianbao.understanding.arithmetic import relations
from nianbao.understanding.around import attached, imprints
from nianbao.understanding.around.page import PageParts
from nianbao.understanding.induce import Inducer, TextPlace
from nianbao.understanding.lines import grid
from nianbao.understanding.lines.line import Line, taken_away
from nianbao.understanding.lines.marked import SENTENCE_END, Marked, iso_date
from nianbao.understanding.lines.tree import heads, outline
from nianbao.understanding.lines.tree.headings import Heading, Passage
from nianbao.understanding.lines.tree.outline import Node
from nianbao.understanding.structure import classify, items, profile, tabled
from nianbao.understanding.structure.entries import cut
from nianbao.understanding.structure.turning import Turning
from nianbao.understanding.understood import Doubt, Understanding

_DROPPED = (ElementKind.BLANK, ElementKind.FURNITURE)
_PLAIN = (  # they hold no figure of the report
    ElementKind.DATE,
    ElementKind.NOTE,
    ElementKind.SIGNER,
    ElementKind.DOC_NUMBER,
    ElementKind.IMPRINT,
    ElementKind.BLANK,
    ElementKind.FURNITURE,
)


def is_prose(piece: Piece) -> bool:
    """Whether a piece is read as sentences; a title, a name or a salutation is not."""
    if piece.element is not None:
        return piece.element.kind is ElementKind.PREFACE
    return piece.entry is not None or "，" in piece.own_source


def holds_figures(kind: ElementKind) -> bool:
    """Whether front or back matter of a kind may hold figures: a date, a 文号 is none."""
    return kind not in _PLAIN


def elements_of(marked: Sequence[Marked], kind: ElementKind) -> list[str]:
    """Return the texts of one kind among the lines of front or back matter."""
    return [line.bare for found, line in marked if found is kind]


def element_text(marked: Sequence[Marked], kind: ElementKind) -> str:
    """Return what the lines of one kind say together."""
    return "".join(elements_of(marked, kind))


class Builder:
    """Builds the report piece by piece, in reading order, so that figures come in that order."""

    def __init__(
        self,
        *,
        inducer: Inducer,
        stem: str,
        raw: bool,
        layout: Layout,
        changes: list[Change],
        page: PageParts,
    ) -> None:
        self._inducer, self._year = inducer, inducer.year
        self._raw, self._layout, self._page = raw, layout, page
        self._changes = changes
        self._cut: list[str] = []
        self._told: EntryKind | None = None  # what a title without a number says follows it
        cells = sum(len(one.bare) for one in page.body if one.origin.place is FilePlace.TABLE)
        self._is_in_table = cells > sum(len(one.bare) for one in page.body) / 2  # the report is
        kept = [*page.body, *(line for _, line in page.back)]
        self._heads = grid.heads(kept)
        self._cells = frozenset(line.index for line in kept if line.is_cell)
        self._ids = (f"{stem}{number:04d}" for number in count(1))

    def build(
        self, preface: Sequence[Passage], nodes: Sequence[Node], *, unit: str
    ) -> Understanding:
        """Return the report with everything found in it."""
        front = [*self._elements(self._page.front), *self._preface(preface)]
        sections = tuple(self._sections(nodes))
        back = tuple(self._elements(self._page.back))
        report = Report(
            unit=unit,
            year=self._year,
            raw=self._raw,
            front=tuple(front),
            sections=sections,
            back=back,
        )
        found, doubts = relations.find(self._inducer.mentions)
        self._changes += [_doubted(doubt) for doubt in doubts] + self._inducer.changes
        self._changes += _flattened(self._page)
        return Understanding(
            report=profile.with_profile(report),
            indicators=tuple(self._inducer.indicators.values()),
            figures=tuple(self._inducer.figures()),
            mentions=tuple(self._inducer.mentions),
            relations=tuple(
                relations.formulas(
                    found,
                    self._inducer.mentions,
                    self._inducer.changing,
                    self._inducer.formers,
                )
            ),
            arithmetic=tuple(found),
            changes=tuple(self._changes),
            cut=tuple(self._cut),
            numerals=tuple(self._inducer.numerals),
            doc_number=self._doc_number(),
            date=self._date(),
            cells=tuple(tabled.marks(report, self._heads, self._cells)),
        )

    def _doc_number(self) -> str:
        if numbers := elements_of(self._page.front, ElementKind.DOC_NUMBER):
            return numbers[0]
        for _, line in self._page.front:
            if found := self._layout.element["doc_number_inside"].search(line.plain):
                return line.bare[found.start() : found.end()]
        return ""

    def _date(self) -> str:
        dates = [
            *elements_of(self._page.back, ElementKind.DATE),
            *elements_of(self._page.front, ElementKind.DATE),
        ]
        return next((iso for date in dates if (iso := iso_date(date, self._layout))), "")

    def _elements(self, marked: Sequence[Marked]) -> Iterator[Element]:
        names = attached.names(marked, self._layout)
        odd = imprints.astray(marked, self._layout)
        for found, line in marked:
            kind = ElementKind.ATTACHMENT if line.index in odd else found
            if kind is ElementKind.FURNITURE:
                self._cut.append(line.origin.text.strip())
            if not self._raw and kind in _DROPPED:
                self._drop(line)
                continue
            counts = holds_figures(kind) and (line.index not in names or "年" in line.plain)
            yield self._element(kind, line, line.text, counts=counts)

    def _drop(self, line: Line) -> None:
        if line.bare:
            self._changes.append(taken_away(line, before=line.origin.text))

    def _element(self, kind: ElementKind, line: Line, text: str, *, counts: bool) -> Element:
        piece = next(self._ids)
        cell = line.origin.place is FilePlace.TABLE
        where = TextPlace(piece=piece, section="", paragraph=line.index, cell=cell)
        prose = kind is ElementKind.PREFACE
        plain = "" if counts else kind.label  # what its numerals are then
        source = self._inducer.source(text, where, plain=plain, prose=prose)
        return Element(id=piece, kind=kind, text=source, paragraph=line.index)

    def _preface(self, passages: Sequence[Passage]) -> Iterator[Element]:
        for passage in passages:
            if passage.text.strip() or self._raw:
                kind = ElementKind.PREFACE if passage.text.strip() else ElementKind.BLANK
                yield self._element(kind, passage.line, passage.text, counts=holds_figures(kind))

    def _sections(self, nodes: Sequence[Node]) -> Iterator[Section]:
        titles = [self._restored(node)[0].title for node in nodes]
        bodies = ["".join(_node_texts(node)) for node in nodes]
        found = [
            classify.part(
                title,
                body,
                year=self._year,
                place=number / (len(nodes) - 1) if len(nodes) > 1 else 0.0,
                standards=structure.parts(),
            )
            for number, (title, body) in enumerate(zip(titles, bodies, strict=True))
        ]
        lines = ["\n".join(_node_texts(node)) for node in nodes]
        for node, choice in zip(nodes, classify.by_place(found, titles, lines), strict=True):
            yield self._section(node, part="", choice=choice)

    def _restored(self, node: Node) -> tuple[Heading, list[Change]]:
        assert node.heading is not None
        return (node.heading, []) if self._raw else outline.restored(node.heading)

    def _section(
        self,
        node: Node,
        *,
        part: str,
        choice: classify.StandardMatch | None = None,
        above: frozenset[str] = frozenset(),
    ) -> Section:
        heading, restored = self._restored(node)
        self._changes += restored
        choice = choice or classify.section(
            heading.title, "".join(_node_texts(node)), standards=structure.sections()
        )
        part = part or choice.key
        if node.level == 1:
            self._told = None
        told = kinds.told_by_title(heading.title, self._layout)
        self._told = None if told else self._told
        kind = self._told or kinds.below(part, heading.title, self._layout)
        if items.is_item(node, kind, above, self._layout):
            heading = outline.as_item(heading)
            node.passages.insert(0, Passage(text=heading.body, line=heading.line, joined=True))
        piece = next(self._ids)
        title = self._titled(heading, piece)
        return Section(
            id=piece,
            level=node.level,
            number=outline.number(heading),
            prefix=heading.prefix,
            title=title,
            suffix=heading.suffix,
            number_inferred=heading.inferred,
            run_in=heading.run_in,
            joined=heading.joined,
            key=choice.key,
            confidence=choice.confidence,
            paragraph=heading.line.index,
            entries=tuple(self._entries(node, heading.title, kind)),
            sections=tuple(
                self._below(node, kinds.part_of(self._led_to(node) or kind, part), above)
            ),
        )

    def _below(self, node: Node, part: str, above: frozenset[str]) -> Iterator[Section]:
        """Yield the sections below a heading.

        What one of them says that it tells goes on where the numbers begin anew behind it.
        """
        outer = above | items.bullets(node)
        for child, following in pairwise([*node.children, None]):
            assert child is not None
            assert child.heading is not None
            yield self._section(child, part=part, above=outer)
            told = kinds.told_by_title(child.heading.title, self._layout) or self._led_to(child)
            if told and following and following.heading and following.heading.ordinal == 1:
                self._told = told

    def _led_to(self, node: Node) -> EntryKind | None:
        """Return what stands below the last text of a heading, if that text leads in to it."""
        text = node.passages[-1].text if node.passages else ""
        return kinds.led_to(text, self._layout)

    def _titled(self, heading: Heading, piece: str) -> str:
        """Return the source of a title; its numerals are told in their places behind the number."""
        where = TextPlace(piece=piece, section=heading.title, paragraph=heading.line.index)
        self._inducer.source(heading.prefix, where, plain="标题序号")
        number = len(self._inducer.numerals)
        title = self._inducer.source(heading.title, where, prose="，" in heading.title)
        moved = [one.moved(len(heading.prefix)) for one in self._inducer.numerals[number:]]
        self._inducer.numerals[number:] = moved
        return title

    def _entries(self, node: Node, section: str, kind: EntryKind) -> Iterator[Entry]:
        in_table, told = False, kind
        of_the_year = heads.of_the_year(node.passages, self._is_cell, self._layout)
        turning, held = Turning(self._year, self._layout), self._is_statement(node, section)
        for passage, following in pairwise([*node.passages, None]):
            assert passage is not None
            if not passage.text.strip():
                if self._raw:
                    yield self._blank(passage)
                continue
            leads = following and kinds.leads_in(passage.text, following.text, self._layout)
            below = None if leads else kinds.told_by_title(passage.text, self._layout)
            if below:
                yield from self._passage(passage, section, EntryKind.OTHER)
                self._told = kind = told = below
                turning, held = Turning(self._year, self._layout), False
                continue
            if kind is EntryKind.MEASURE:
                told = kinds.of_paragraph(passage.text, told, self._year, self._layout) or kind
            cell = self._is_cell(passage)
            # A table in a plan is asked about once, at its first cell.
            own = EntryKind.OTHER if cell and in_table else told
            if cell or own is not EntryKind.SHORTCOMING:
                prose = passage.line.index not in of_the_year
                yield from self._passage(passage, section, own, prose=prose)
            else:
                turning = turning if kind is own else Turning(self._year, self._layout)
                yield from self._parted(passage, section, turning, held=held and kind is own)
            in_table, held = cell, False

    def _is_statement(self, node: Node, title: str) -> bool:
        """Whether a heading is itself something to be said, and no title of a part."""
        return node.level > 1 and not kinds.below("", title, self._layout).is_written_anew

    def _parted(
        self, passage: Passage, section: str, turning: Turning, *, held: bool
    ) -> Iterator[Entry]:
        """Yield what a text of what is wanting says, and what it goes on to plan."""
        joined = passage.joined
        for told, said in turning.parts(passage.text, held=held):
            yield from self._passage(replace(passage, text=said, joined=joined), section, told)
            joined = True

    def _is_cell(self, passage: Passage) -> bool:
        """Whether a text is a cell of a table, and not a report that was put into one."""
        if passage.line.origin.place is not FilePlace.TABLE or SENTENCE_END.search(passage.text):
            return False
        return not self._is_in_table

    def _blank(self, passage: Passage) -> Entry:
        return Entry(
            id=next(self._ids),
            kind=EntryKind.BLANK,
            text=passage.text,
            joined=passage.joined,
            paragraph=passage.line.index,
        )

    def _passage(
        self, passage: Passage, section: str, kind: EntryKind, *, prose: bool = True
    ) -> Iterator[Entry]:
        joined = passage.joined
        for title, text in cut(passage.text, self._layout):
            piece = next(self._ids)
            where = TextPlace(
                piece=piece,
                section=section,
                paragraph=passage.line.index,
                begins=not joined,
                planned=kind.is_written_anew,
                cell=passage.line.origin.place is FilePlace.TABLE,
            )
            yield Entry(
                id=piece,
                kind=kind,
                text=self._inducer.source(text, where, prose=prose),
                title=title,
                joined=joined,
                paragraph=passage.line.index,
            )
            joined = True


def _doubted(doubt: Doubt) -> Change:
    """Report a rate that its counts do not give; the text stays as it is."""
    counts = f"{doubt.part.text}÷{doubt.whole.text}"
    return Change(
        rule=ChangeRule.RATE_DISAGREES,
        before=doubt.rate.text,
        after=doubt.rate.text,
        paragraph=doubt.rate.paragraph,
        piece=doubt.rate.piece,
        reason=f"“{doubt.rate.label}”写的是{doubt.rate.text}，按{counts}应为{doubt.expected}%。",
        open=True,
    )


def _flattened(page: PageParts) -> list[Change]:
    """Say that the cells of a table have become paragraphs."""
    attached = [line for kind, line in page.back if kind is ElementKind.ATTACHMENT]
    kept = [*page.body, *attached]  # a letterhead and a 版记 get their shape from the template
    cells = [line for line in kept if line.origin.place is FilePlace.TABLE and line.bare]
    if not cells:
        return []
    return [
        Change(
            rule=ChangeRule.TABLE_FLATTENED,
            before=cells[0].bare,
            after=cells[0].bare,
            paragraph=cells[0].index,
            reason=f"原文有表格，{len(cells)}格文字逐格成段，表格的样子没有保留，请在初稿里重排。",
            open=True,
        )
    ]


def _node_texts(node: Node) -> Iterator[str]:
    for below in node.walk():
        if below is not node and below.heading is not None:
            yield below.heading.title
        yield from (passage.text for passage in below.passages)
