"""A report with a table in it, for the tests of its cells."""

from nianbao.report.document import Cell, Document, FilePlace, Paragraph
from nianbao.understanding.understand import understand
from tests.understanding import written

PLAIN = (
    ("单位", "行政处罚（件）", "罚没金额（万元）", "行政检查次数"),
    ("市场监管局", "156", "36.5", "83次"),
    ("公安局", "210", "12", "45次"),
    ("合计", "366", "48.5", "128次"),
)


def paragraphs(rows, table=0, **of):
    """Return the paragraphs of a table; `of` has the width of a cell by its text."""
    return [
        Paragraph(
            text=text,
            place=FilePlace.TABLE,
            cell=Cell(table=table, row=row, column=column, **of.get(text, {})),
        )
        for row, texts in enumerate(rows)
        for column, text in enumerate(texts)
        if text is not None
    ]


def read(rows, *, above=(), behind=False, raw=False, **of):
    """Understand a report with a table at the end of its text, or `behind` it."""
    report = [Paragraph(text=line) for line in written.lines(back=())]
    back = [Paragraph(text=line) for line in written.BACK]
    head = [Paragraph(text=line) for line in above]
    cells = paragraphs(rows, **of)
    lines = [*report, *back, *head, *cells] if behind else [*report, *head, *cells, *back]
    return understand(Document(kind="docx", name="x", paragraphs=tuple(lines)), stem="t", raw=raw)
