"""The front of the page: letterhead, document number, signer, title, meeting, addressee."""

import re
from collections.abc import Sequence
from itertools import pairwise

from nianbao.report.model import ElementKind
from nianbao.report.writing.numbering import parse_heading_number
from nianbao.standards import words
from nianbao.standards.layout import Layout
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.marked import (
    LONG,
    META,
    SENTENCE_END,
    SHORT,
    Marked,
    blank_or,
    is_date,
    is_signature,
)
from nianbao.understanding.lines.wrapping.column import word_across

_HEAD_LINES = 40  # a title stands above this many lines, or there is none
_TITLE_LENGTH = 70
_TITLE_LINES = 4
_MEETING_LINES = 3
_ABOVE_ADDRESSEE = 5  # lines between title and addressee: who speaks, before whom, when
_QUOTES = '《》“”‘’"「」『』'
_NAME = re.compile("[\u4e00-\u9fff·]{2,4}")


def take(lines: Sequence[Line], layout: Layout) -> list[Marked]:
    """Return the lines above the preface, each with what it is."""
    start, titles = _title(lines, layout)
    found = _before_title(lines[:start], layout)
    found += [(blank_or(ElementKind.TITLE, line), line) for line in lines[start : start + titles]]
    return found + _below_title(lines[start + titles :], layout, titled=bool(titles))


def _title(lines: Sequence[Line], layout: Layout) -> tuple[int, int]:
    """Return where the title begins and how many lines it takes, (0, 0) when there is none."""
    found = (0, 0)
    for at in range(min(_body_start(lines), len(lines))):
        for count in range(1, 2 * _TITLE_LINES):  # an empty line may stand between any two
            if _is_title(lines[at : at + count], layout):
                head = _title_head(lines, at, layout)
                end = _title_end(lines, at, at + count, layout)
                end += _notes_it(lines, end, layout)
                found = (head, end - head)
                break
    return found


def _title_end(lines: Sequence[Line], at: int, end: int, layout: Layout) -> int:
    """Return where a title ends that is one already at `end`: 情况⏎报告, 情况⏎及2025年工作计划."""
    below = next((one for one in range(end, min(end + 2, len(lines))) if lines[one].bare), None)
    if below is None or not layout.element["title_tail"].search(_seam(lines, end - 1, below)):
        return end
    whole = "".join(_close(line) for line in lines[at : below + 1])
    is_whole = len(whole) <= _TITLE_LENGTH and layout.element["title"].search(whole) is not None
    return below + 1 if is_whole else end


def _notes_it(lines: Sequence[Line], at: int, layout: Layout) -> int:
    """Return 1 when a line says what state the report of the title above is in: （送审稿）."""
    return int(at < len(lines) and bool(layout.element["title_note"].search(lines[at].plain)))


def _body_start(lines: Sequence[Line]) -> int:
    """Return the first line that can only be body: a long one or a heading."""
    seen = 0
    for at, line in enumerate(lines):
        seen += bool(line.bare)
        if len(line.plain) > LONG or parse_heading_number(line.bare) or seen > _HEAD_LINES:
            return at
    return len(lines)


def _close(line: Line) -> str:
    """Return a line without the space that letters of a title are set apart with."""
    return "".join(line.plain.split())


def _is_title(lines: Sequence[Line], layout: Layout) -> bool:
    texts = [_close(line) for line in lines if line.bare]
    joined = "".join(texts).strip(_QUOTES)
    apart = any(not (one.bare or other.bare) for one, other in pairwise(lines))
    return (
        bool(lines and lines[0].bare and lines[-1].bare)
        and not apart
        and len(texts) <= _TITLE_LINES
        and len(joined) <= _TITLE_LENGTH
        and not any(mark in joined for mark in "。；，,>")
        and not any(layout.furniture_head.search(line.plain) for line in lines)
        and layout.element["title"].search(joined) is not None
        and (len(texts) == 1 or layout.element["title"].search(texts[-1]) is None)
    )


def _title_head(lines: Sequence[Line], at: int, layout: Layout) -> int:
    """Return where the title begins whose last lines begin at `at`.

    Above 关于… or 2024年… stands the body that reports, or the title's first half; above that may
    stand a second body (中共××县委 above ××县人民政府).
    """
    head = at
    while (above := _above(lines, head)) is not None and _goes_on(lines, above, head, layout):
        head = above
    if above is not None and _close(lines[head]).startswith("—"):
        return above if _may_be_title(lines[above], layout) else head
    joint = head < at and above == head - 1 and _names_body(lines[above], layout)
    return head - 1 if joint else head


def _goes_on(lines: Sequence[Line], above: int, at: int, layout: Layout) -> bool:
    """Whether the title that goes on at a line has its beginning above."""
    is_rest = layout.element["title_rest"].search(_close(lines[at])) is not None
    begins = is_rest and _begins_title(lines[above], layout)
    return begins or _cuts_name(lines, above, at, layout)


def _cuts_name(lines: Sequence[Line], above: int, at: int, layout: Layout) -> bool:
    """Whether the name of who reports is cut: 柳溪区⏎司法局2024年, 柳溪区人民⏎政府关于.

    What stands above may be a heading of the site. It is a name's first half when it is an area,
    when the words say so, or when the text below names the whole.
    """
    first, below = _close(lines[above]).removeprefix("关于"), _close(lines[at])
    begun = layout.element["title_name"].match(below)
    area = layout.unit["area"].match(first + begun[1]) if begun else None
    if not begun or not area or not _may_be_title(lines[above], layout):
        return False
    if layout.element["title_name_not"].search(first) or _is_title([lines[above]], layout):
        return False
    word = word_across(first, below)
    if (word and not words.is_new(word)) or _is_area_of(first, begun[1], layout):
        return True
    whole = area[0] if len(area[0]) > len(first) else first + begun[1]
    named = any(whole in _close(line) for line in lines[at + 1 :])
    return named or layout.element["title_joint"].search(_seam(lines, above, at)) is not None


def _is_area_of(first: str, begun: str, layout: Layout) -> bool:
    """Whether a line is the area of an office or of a smaller area that the next begins with."""
    unit = layout.unit
    if not unit["area"].fullmatch(first) or unit["general"].search(first):
        return False
    own = unit["area"].match(begun)
    return own is None or any(unit[kind].search(own[0]) for kind in ("no_area", "below_county"))


def _seam(lines: Sequence[Line], above: int, below: int) -> str:
    return f"{_close(lines[above])}⏎{_close(lines[below])}"


def _above(lines: Sequence[Line], at: int) -> int | None:
    return next((one for one in range(at - 1, -1, -1) if lines[one].bare), None)


def _begins_title(line: Line, layout: Layout) -> bool:
    close = _close(line)
    begins = layout.element["title_part"].search(close) and not _is_title([line], layout)
    return _names_body(line, layout) or bool(begins and _may_be_title(line, layout))


def _names_body(line: Line, layout: Layout) -> bool:
    close = _close(line)
    return layout.element["title_head"].search(close) is not None and _may_be_title(line, layout)


def _may_be_title(line: Line, layout: Layout) -> bool:
    return (
        len(_close(line)) <= _TITLE_LENGTH // 2
        and not any(mark in line.plain for mark in "。；，：,:>")
        and not layout.furniture_head.search(line.plain)
        and _element_kind(line, layout) is None
    )


def notice(lines: Sequence[Line], layout: Layout) -> str:
    """Return the name of the notice that lines above a title hold, empty where they hold none.

    It sends the report out and is no part of it, and a document number above it is its own.
    """
    found = layout.element["notice"].search("".join(_close(line) for line in lines))
    return found[0] if found else ""


def _before_title(lines: Sequence[Line], layout: Layout) -> list[Marked]:
    if notice(lines, layout):
        return [(blank_or(ElementKind.FURNITURE, line), line) for line in lines]
    found: list[Marked] = []
    for line in lines:
        kind = _element_kind(line, layout)
        if found and found[-1][0] is ElementKind.SIGNER and _is_name(line):
            kind = ElementKind.SIGNER
        elif kind not in (ElementKind.DOC_NUMBER, ElementKind.SIGNER):
            kind = blank_or(ElementKind.FURNITURE, line)
        found.append((kind, line))
    return found


def _is_name(line: Line) -> bool:
    """Whether a line below 签发人： can be a name that belongs to it."""
    return _NAME.fullmatch(_close(line)) is not None


def _element_kind(line: Line, layout: Layout) -> ElementKind | None:
    """Return what a short line is by itself."""
    if len(line.plain) > SHORT:
        return None
    for kind in (ElementKind.DOC_NUMBER, ElementKind.SIGNER, ElementKind.ADDRESSEE):
        if layout.element[kind.value].search(line.plain):
            return kind
    return ElementKind.DATE if is_date(line, layout) else None


def _below_title(lines: Sequence[Line], layout: Layout, *, titled: bool) -> list[Marked]:
    """Return what stands between title and preface."""
    found: list[Marked] = []
    kept = 0
    meeting = _meeting(lines, layout) if titled else 0
    addressed = _addressed(lines, layout) if titled else 0
    for at, line in enumerate(lines):
        kind = _below_kind(line, layout)
        if at < meeting:
            kind = blank_or(ElementKind.NOTE, line)
        elif kind is None and titled and _is_body(line, layout):
            kind = ElementKind.NOTE
        elif at < addressed and kind is None:
            kind = ElementKind.ADDRESSEE if line.plain[-1] in "，、" else ElementKind.NOTE
        if kind is None:
            break
        found.append((kind, line))
        if line.bare and (titled or kind is not ElementKind.BLANK):
            kept = len(found)
    return found[:kept]


def _is_body(line: Line, layout: Layout) -> bool:
    """Whether a line below the title names who reports, and nothing else."""
    plain = line.plain.strip("（()）")
    names = is_signature(plain, layout) or layout.element["person"].search(plain) is not None
    return len(plain) <= SHORT and bool(line.bare) and names


def _addressed(lines: Sequence[Line], layout: Layout) -> int:
    """Return where the line stands that says to whom, below short lines only; 0 for none."""
    above = 0
    for at, line in enumerate(lines):
        if layout.element["addressee"].search(line.plain) and len(line.plain) <= SHORT:
            return at
        above += bool(line.bare)
        is_text = SENTENCE_END.search(line.plain) or parse_heading_number(line.bare)
        if is_text or len(line.plain) > SHORT or above > _ABOVE_ADDRESSEE:
            return 0
    return 0


def _meeting(lines: Sequence[Line], layout: Layout) -> int:
    """Return how many lines say before which meeting the report was given, and by whom."""
    written: list[str] = []
    end = 0
    for at, line in enumerate(lines):
        if not line.bare:
            continue
        if len(written) == _MEETING_LINES or len(line.plain) > SHORT:
            break
        written.append(_close(line))
        joined = "".join(written)
        if layout.element["addressee"].search(line.plain):
            break
        if layout.element["meeting"].search(joined):
            end = at + 1
        elif end and layout.element["speaker"].search(line.plain):
            return at + 1
    return end


def _below_kind(line: Line, layout: Layout) -> ElementKind | None:
    plain = line.plain
    if not plain:
        return ElementKind.BLANK
    is_text = SENTENCE_END.search(plain) or parse_heading_number(line.bare)
    if layout.furniture_head.search(plain) and not is_text:
        return ElementKind.FURNITURE if len(plain) <= META else None
    if kind := _element_kind(line, layout):
        return kind
    return ElementKind.FURNITURE if layout.element["letterhead"].search(plain) else None
