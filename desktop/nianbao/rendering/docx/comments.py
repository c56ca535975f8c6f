"""Word comments on stretches of a finished document."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.text.run import CT_R
from docx.text.run import Run

from nianbao.rendering.docx.runs import Element
from nianbao.report.flow import Line
from nianbao.report.remark import Remark

AUTHOR, _INITIALS = "年报助手", "年报"
_P, _R, _T, _TAB, _RPR = qn("w:p"), qn("w:r"), qn("w:t"), qn("w:tab"), qn("w:rPr")
_DATE = qn("w:date")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# An office's own template seldom has these; without them a comment is set like the body.
_STYLES = (
    f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="CommentText">'
    '<w:name w:val="annotation text"/><w:pPr><w:widowControl w:val="0"/>'
    '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="left"/>'
    '</w:pPr><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:style>',
    f'<w:style {nsdecls("w")} w:type="character" w:styleId="CommentReference">'
    '<w:name w:val="annotation reference"/><w:rPr><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr>'
    "</w:style>",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordComment:
    """A comment and where it stands: in which paragraph of the report, from where to where."""

    paragraph: int
    start: int
    stop: int
    said: str

    def of(self, texts: Sequence[str]) -> str:
        """Return the words it is about."""
        return texts[self.paragraph][self.start : self.stop]


def notes(lines: Sequence[Line], remarks: Iterable[Remark]) -> list[WordComment]:
    """Return where remarks stand in rendered lines, in reading order; lost ones are left out."""
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for number, line in enumerate(lines):
        start = 0
        for span in line:
            spans.setdefault(span.piece, []).append((number, start, span.text))
            start += len(span.text)
    found: list[WordComment] = []
    seen: Counter[tuple[str, str]] = Counter()
    for remark in remarks:
        words = re.compile(re.escape(remark.text))
        places = [
            WordComment(
                paragraph=number, start=start + at.start(), stop=start + at.end(), said=remark.said
            )
            for number, start, text in spans.get(remark.piece, ())
            for at in words.finditer(text)
        ]
        found += places[seen[remark.piece, remark.text] :][:1]
        seen[remark.piece, remark.text] += 1
    return sorted(found, key=lambda note: (note.paragraph, note.start))


def added(docx: bytes, texts: Sequence[str], wanted: Sequence[WordComment]) -> bytes:
    """Return a .docx with comments; `texts` are the paragraphs of the report in it, in order."""
    document = Document(BytesIO(docx))
    known = {style.get(qn("w:styleId")) for style in document.styles.element}
    for style in map(parse_xml, _STYLES):
        if style.get(qn("w:styleId")) not in known:
            document.styles.element.append(style)
    of_paragraph: dict[int, list[WordComment]] = {}
    for note in wanted:
        of_paragraph.setdefault(note.paragraph, []).append(note)
    for number, paragraph in _paragraphs(document.element.body, texts):
        for note in of_paragraph.get(number, ()):
            runs = [
                Run(cast("CT_R", run), document) for run in _runs(paragraph, note.start, note.stop)
            ]
            comment = document.add_comment(runs, note.said, AUTHOR, _INITIALS)
            comment._comment_elm.attrib.pop(_DATE)  # noqa: SLF001 - no trace of when
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _paragraphs(body: Element, texts: Sequence[str]) -> Iterator[tuple[int, Element]]:
    """Yield the paragraphs that hold the report, between those of the template itself."""
    number = 0
    for paragraph in body.iter(_P):
        if number < len(texts) and "".join(map(_shown, paragraph.iter(_R))) == texts[number]:
            yield number, paragraph
            number += 1


def _runs(paragraph: Element, start: int, stop: int) -> list[Element]:
    """Return the runs that hold a stretch of a paragraph's text and nothing else."""
    for at in (start, stop):
        _cut(paragraph, at)
    found, end = [], 0
    for run in paragraph.iter(_R):
        begin, end = end, end + len(_shown(run))
        if begin < end and start <= begin and end <= stop:
            found.append(run)
    return found


def _cut(paragraph: Element, at: int) -> None:
    """Cut the run that goes on over a place of the paragraph's text in two."""
    end = 0
    for run in paragraph.iter(_R):
        begin, end = end, end + len(_shown(run))
        if begin < at < end:
            _split(run, at - begin)
            return


def _split(run: Element, at: int) -> None:
    """Leave the first so many characters of a run to it, and the rest to a new one behind it."""
    rest = deepcopy(run)
    for part in [part for part in rest if part.tag != _RPR]:
        rest.remove(part)
    run.addnext(rest)
    for part in [part for part in run if part.tag != _RPR]:
        size = len(_shown_part(part))
        if size and at <= 0:
            rest.append(part)
        elif at < size:
            behind = deepcopy(part)
            text = part.text or ""
            behind.text, part.text = text[at:], text[:at]
            for half in (part, behind):
                half.set(_SPACE, "preserve")
            rest.append(behind)
        at -= size


def _shown(run: Element) -> str:
    return "".join(map(_shown_part, run))


def _shown_part(part: Element) -> str:
    if part.tag == _TAB:
        return "\t"
    return part.text or "" if part.tag == _T else ""
