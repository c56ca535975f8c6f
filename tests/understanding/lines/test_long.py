"""However long or strange a text is, its lines are made ready and its outline is found at once."""

import time

import pytest

from nianbao.report.document import Document, Paragraph
from nianbao.standards import structure
from nianbao.standards.layout import layout
from nianbao.understanding.around.page import take_apart
from nianbao.understanding.lines.tree import outline
from nianbao.understanding.prepare import prepared
from tests.understanding import written

HEAD = [written.TITLE, written.PREFACE, "一、主要举措"]
PROSE = "推进法治建设取得成效显著提升能力"
SECONDS = 6.0  # the slowest takes a tenth of that; what grows with the square takes minutes
LINES = {
    "a report of 250,000 characters": [*HEAD, *written.lines()[3:-3] * 640],
    "cut lines": [
        line[at : at + 20] for line in written.lines()[:-3] * 80 for at in range(0, len(line), 20)
    ],
    "no punctuation": [*HEAD, PROSE * 2000],
    "lines without punctuation": [*HEAD, *[PROSE] * 2000],
    "digits": [*HEAD, "1" * 30_000],
    "spaces": [*HEAD, f"推{' ' * 30_000}进"],
    "wide spaces": [*HEAD, f"苍屏县人民政府{'　' * 30_000}2025年2月6日"],
    "brackets": [*HEAD, "（" * 15_000 + "）" * 15_000],
    "marks of Markdown": [*HEAD, "## x", "**甲**", "*" * 30_000, "[" * 30_000, "`" * 30_000],
    "a table of Markdown": ["| 甲 | 乙 |", "|---|---|", f"| 甲{' ' * 30_000}乙 |", "|" * 30_000],
    "contents": ["目录", f"甲{' ' * 30_000}乙", *["甲……1"] * 3000, *HEAD],
    "signatures": [*HEAD, "特此报告。", *["霞屏县司法局"] * 3000],
    "dates": [*HEAD, *["霞屏县人民政府", "2025年2月6日"] * 1500],
    "attachments": [*written.lines(), "附件", *["统计表", "一、总则", "2025年2月6日"] * 1500],
    "items": [*HEAD, *[f"{at % 20 + 1}.{at}83件" for at in range(3000)]],
    "headings": [*HEAD, *["一、主要举措"] * 3000],
    "numbers inside": [*HEAD, "。".join(f"（{'一二三四五'[at % 5]}）甲" for at in range(8000))],
    "characters apart": [*HEAD, " ".join(PROSE * 1000)],
}


@pytest.mark.timed
@pytest.mark.parametrize("kind", LINES)
def test_long_text_takes_no_time(kind):
    paragraphs = tuple(Paragraph(text=line) for line in LINES[kind])
    document = Document(kind="txt", name="报告.txt", paragraphs=paragraphs)
    begin = time.process_time()

    lines, _ = prepared(document, layout(), raw=False)
    outline.build(take_apart(lines, layout()).body, structure.is_part)

    assert time.process_time() - begin < SECONDS
