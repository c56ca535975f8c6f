"""One paragraph set in lines: 28 characters to a full one, punctuation where Word has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from nianbao.report.page import Align
from nianbao.ui.pages.preview import faces
from nianbao.views.preview import PreviewLine, Run

_ASCENT = 0.86  # of a character's square, above the line it stands on
_HANGING = frozenset("，。、；：！？")  # may stand beyond the margin, rather than begin a line
_ALIGNED = {
    Align.BOTH: Qt.AlignmentFlag.AlignJustify,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight,
    Align.LEFT: Qt.AlignmentFlag.AlignLeft,
}


@dataclass(frozen=True, slots=True)
class SetStretch:
    """A run and where it stands in its paragraph's text."""

    run: Run
    start: int
    end: int


class SetParagraph:
    """A paragraph set in lines; lengths are twips from the left margin."""

    def __init__(self, line: PreviewLine) -> None:
        self.line = line
        self.text = line.text
        form = line.form
        self.pitch = form.pitch
        self._baseline = (self.pitch - form.size) / 2 + _ASCENT * form.size
        ends = accumulate((len(run.text) for run in line.runs), initial=0)
        self._stretches = [
            SetStretch(run, start, end)
            for run, (start, end) in zip(line.runs, pairwise(ends), strict=True)
        ]
        self._layout = QTextLayout(
            self.text.replace("\n", "\u2028"), faces.font(form.face, form.size, form.spacing)
        )
        option = QTextOption(_ALIGNED[form.align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        if formats := list(self._formats()):
            self._layout.setFormats(formats)
        self._set()

    def _formats(self) -> Iterator[QTextLayout.FormatRange]:
        form = self.line.form
        for stretch in self._stretches:
            run = stretch.run
            if not run.face and not run.spacing:
                continue
            made = QTextLayout.FormatRange()
            made.start, made.length = stretch.start, stretch.end - stretch.start
            look = QTextCharFormat()
            spacing = form.spacing + run.spacing
            look.setFont(faces.font(run.face or form.face, form.size, spacing))
            made.format = look
            yield made

    def _set(self) -> None:
        form = self.line.form
        breaks = list(self.line.breaks)
        self._layout.beginLayout()
        indent = form.left + form.first
        while (line := self._layout.createLine()).isValid():
            width = self.line.page.text_width - indent - form.right
            if breaks:
                line.setNumColumns(breaks.pop(0) - line.textStart(), width)
            else:
                line.setLineWidth(width)
                self._let_hang(line, width)
            line.setPosition(QPointF(indent, 0))
            indent = form.left
        self._layout.endLayout()

    def _let_hang(self, line: QTextLine, width: float) -> None:
        """Take in the mark of punctuation that alone is too much for a full line."""
        form = self.line.form
        end = line.textStart() + line.textLength()
        character = form.size + form.spacing
        if (
            form.align is Align.BOTH
            and self.text[end + 1 : end + 2] in _HANGING
            and end + 1 < len(self.text)
            and line.naturalTextWidth() + character <= width
        ):
            line.setLineWidth(width + character)
            if line.textStart() + line.textLength() != end + 2:
                line.setLineWidth(width)

    @property
    def rows(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    def row_text(self, row: int) -> str:
        """Return the text of one line."""
        line = self._layout.lineAt(row)
        return self.text[line.textStart() : line.textStart() + line.textLength()]

    def draw(self, painter: QPainter, row: int, top: float) -> None:
        """Draw one line, whose square begins at a height."""
        line = self._layout.lineAt(row)
        line.draw(painter, QPointF(0, top + self._baseline - line.ascent()))

    def stretches(self, row: int) -> Iterator[tuple[SetStretch, QRectF]]:
        """Yield what stands in one line, and where, its square beginning at 0."""
        line = self._layout.lineAt(row)
        start, end = line.textStart(), line.textStart() + line.textLength()
        for stretch in self._stretches:
            first, last = max(start, stretch.start), min(end, stretch.end)
            if first < last:
                left, right = _x(line, first), _x(line, last)
                yield stretch, QRectF(left, 0, right - left, self.pitch)


def _x(line: QTextLine, position: int) -> float:
    """Return where a character begins; PySide gives the position back along with it."""
    found = cast("tuple[float, int]", line.cursorToX(position))
    return found[0]
