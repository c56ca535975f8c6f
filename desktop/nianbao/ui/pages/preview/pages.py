"""Lines on pages: 22 to a full one, headings and signatures with what they belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF

from nianbao.report.page import PageSetup as Paper
from nianbao.ui.pages.preview.setting import SetParagraph, SetStretch
from nianbao.views import preview
from nianbao.views.preview import PreviewLine


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line on its page; `top` is counted in twips from the upper margin."""

    paragraph: SetParagraph
    number: int
    top: float

    @property
    def place(self) -> QRectF:
        """The whole line."""
        width = self.paragraph.line.page.text_width
        return QRectF(0, self.top, width, self.paragraph.pitch)


@dataclass(frozen=True, slots=True)
class PaperSpot:
    """A stretch of text and its places on one page."""

    stretch: SetStretch
    places: tuple[QRectF, ...]


@dataclass(slots=True)
class PaperPage:
    """The lines of one page."""

    paper: Paper
    rows: list[PaperLine] = field(default_factory=list)
    foot: list[PaperLine] = field(default_factory=list)  # an imprint, which stands between rules

    @property
    def text(self) -> str:
        """What is read on the page, a paragraph a line."""
        every = groupby([*self.rows, *self.foot], key=lambda row: id(row.paragraph))
        return "\n".join(
            "".join(row.paragraph.row_text(row.number) for row in rows) for _, rows in every
        )

    def share(self, row: PaperLine) -> float:
        """Return how far down the paper a line stands, from 0 to 1."""
        return (self.paper.top + row.top) / self.paper.paper[1]

    def spots(self) -> list[PaperSpot]:
        """Return the numbers and marks of the page, in reading order."""
        found: dict[tuple[int, int], PaperSpot] = {}
        for row in [*self.rows, *self.foot]:
            for stretch, place in row.paragraph.stretches(row.number):
                if not (stretch.run.slot_name or stretch.run.mark):
                    continue
                key = id(row.paragraph), stretch.start
                before = found[key].places if key in found else ()
                moved = place.translated(0, row.top)
                found[key] = PaperSpot(stretch, (*before, moved))
        return list(found.values())

    def at(self, point: QPointF) -> SetStretch | None:
        """Return what stands at a point, None beside the text."""
        for row in [*self.rows, *self.foot]:
            if row.place.contains(point):
                inside = point - QPointF(0, row.top)
                return next(
                    (
                        stretch
                        for stretch, place in row.paragraph.stretches(row.number)
                        if place.contains(inside)
                    ),
                    None,
                )
        return None


class Setter:
    """Sets a report on pages; a paragraph that has not changed is not set again."""

    def __init__(self) -> None:
        self._known: dict[PreviewLine, SetParagraph] = {}

    def pages(self, lines: Iterable[PreviewLine]) -> list[PaperPage]:
        """Return the pages of a report; there is always one."""
        found = [(line, self._taken(line) or SetParagraph(line)) for line in lines]
        self._known = dict(found)
        paper = found[0][0].page if found else preview.geometry().page
        return _Filling(paper).all([paragraph for _, paragraph in found])

    def _taken(self, line: PreviewLine) -> SetParagraph | None:
        """Return a paragraph as it was set before; each is used once."""
        return self._known.pop(line) if line in self._known else None


class _Filling:
    """Puts paragraphs on pages, from the first to the last."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._pages = [PaperPage(paper)]
        self._top = 0.0
        self._before: SetParagraph | None = None

    def all(self, paragraphs: Sequence[SetParagraph]) -> list[PaperPage]:
        for foot, group in groupby(enumerate(paragraphs), key=lambda one: one[1].line.form.foot):
            these = list(group)
            if foot:
                self._foot([paragraph for _, paragraph in these])
                continue
            for index, paragraph in these:
                self._put(paragraph, _together(paragraphs[index:]))
        return self._pages

    def _put(self, paragraph: SetParagraph, together: int) -> None:
        gap = self._gap(paragraph)
        if self._top and self._top + gap + together * paragraph.pitch > self._paper.height:
            self._turn()
            gap = 0
        self._top += gap
        for number in range(paragraph.rows):
            if self._top + paragraph.pitch > self._paper.height:
                self._turn()
            self._pages[-1].rows.append(PaperLine(paragraph, number, self._top))
            self._top += paragraph.pitch
        self._before = paragraph

    def _gap(self, paragraph: SetParagraph) -> float:
        """Return the space above a paragraph; there is none at the top of a page."""
        if self._before is None or not self._top:
            return 0
        form, before = paragraph.line.form, self._before.line.form
        if form.once and paragraph.line.kind == self._before.line.kind:
            return 0
        return form.before + before.after

    def _foot(self, paragraphs: list[SetParagraph]) -> None:
        """Stand an imprint at the foot of the page, one line below the text at least."""
        rows = [(paragraph, row) for paragraph in paragraphs for row in range(paragraph.rows)]
        height = sum(paragraph.pitch for paragraph, _ in rows)
        if self._top and self._top + paragraphs[0].line.form.before + height > self._paper.height:
            self._turn()
        top = max(self._paper.height - height, 0)
        for paragraph, number in rows:
            self._pages[-1].foot.append(PaperLine(paragraph, number, top))
            top += paragraph.pitch
        self._top = self._paper.height

    def _turn(self) -> None:
        self._pages.append(PaperPage(self._paper))
        self._top = 0.0


def _together(paragraphs: Sequence[SetParagraph]) -> int:
    """Return how many lines from here on must stand on one page."""
    count = 0
    for paragraph in paragraphs:
        if not paragraph.line.form.stays:
            return count + 1
        count += paragraph.rows
    return max(count, 1)
