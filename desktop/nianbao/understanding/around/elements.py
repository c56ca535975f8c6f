"""Elements that share a line, or take two cells of a table, get a line each.

文号 and 签发人 stand on one line in a report to a higher level; a signature and its date do where
space is short. The office that printed and the day are two cells of the table that 版记 often is.
A narrow text box breaks a date.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nianbao.report.change import Change, ChangeRule
from nianbao.report.document import FilePlace
from nianbao.standards.layout import Layout
from nianbao.understanding.lines import days
from nianbao.understanding.lines.line import Line
from nianbao.understanding.lines.marked import (
    META,
    SENTENCE_END,
    is_date,
    is_odd_date,
    is_signature,
    iso_date,
    may_sign,
)

_STRETCH = 80  # lines from the top and the bottom among which elements stand
_NEAR = 8  # lines, most of them empty, between a closing and who signs
_GAP = re.compile(r"\s{2,}|\t")
_SPACE = re.compile(r"\s{1,40}")
_APART = re.compile(r"\s{2,}$|\t$")
_AT = "在"  # 2025年1月8日在县人大常委会 is where the report was given
_TO_WHOM = re.compile("[^。；;：:]{2,40}[：:]")
_BETWEEN_CELLS = "　　"
_DAY_ENDS = ("日", "号")
_PART_OF_DATE = 12  # characters of a line that a date is broken into
_IN_DIGITS = re.compile(r"20\d\d([./-])\d{1,2}\1\d{1,2}")
_NAME = re.compile("[\u4e00-\u9fff](?: {0,4}[\u4e00-\u9fff·]){1,3}")  # of a person: 李 三
_YEAR = re.compile(r"20\d\d|二[〇零○]")
_OUTER = "（()） "
_DAY_TOLD = 2  # hyphens in 2025-02-06
_BRACKETS = (("（", "）"), ("(", ")"))


def separated(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Return lines with one element each, and what was cut or joined for that."""
    found: list[Line] = []
    lines, changes = _with_whole_date(lines, layout)
    for at, line in enumerate(lines):
        near_edge = min(at, len(lines) - 1 - at) < _STRETCH
        above = next((one for one in reversed(lines[max(0, at - _NEAR) : at]) if one.bare), None)
        ended = above is not None and SENTENCE_END.search(above.plain) is not None
        pieces = list(_pieces(line, layout, ended=ended)) if near_edge else []
        if above is None and at < _NEAR and (head := _headed(line, layout)):
            *head, text = head
            pieces = [*head, *_pieces(line.with_text(text), layout, ended=False)]
        if near_edge and len(pieces) < 2 and _ends_report(lines, at, layout):
            pieces = _closed(line, layout)
        if len(pieces) < 2:
            found.append(line)
            continue
        found += [line.with_text(piece) for piece in pieces]
        reason = (
            "一行里有两个要素（标题和主送机关，文号和签发人，或结束语、落款和日期），分成几行。"
        )
        changes.append(_change(ChangeRule.LINE_SPLIT, line.bare, "⏎".join(pieces), line, reason))
    return _with_whole_imprint(found, layout, changes), changes


def _with_whole_date(lines: Sequence[Line], layout: Layout) -> tuple[list[Line], list[Change]]:
    """Join the lines that a date below the text is broken into: 2025年⏎2月⏎6日."""
    found: list[Line] = []
    changes: list[Change] = []
    end = 0
    for at, line in enumerate(lines):
        if at < end:
            continue
        near_end = len(lines) - at < _STRETCH
        parts = _parts_of_date(found, lines[at : at + _NEAR], layout) if near_end else 0
        end = at + parts
        found.append(line)
        for part in lines[at + 1 : end]:
            if part.bare:
                found[-1], change = _joined(found[-1], part, "成文日期断成几行，接成一行。")
                changes.append(change)
    return found, changes


def _parts_of_date(above: Sequence[Line], lines: Sequence[Line], layout: Layout) -> int:
    """Return how many lines a date takes that the first one begins, below or behind who signs.

    0 where it begins none, or is a whole one.
    """
    first = whole = lines[0].plain.strip(_OUTER)
    for count, line in enumerate(lines[1:], 2):
        part = line.plain.strip(_OUTER)
        anew = _YEAR.match(part) is not None or len(part) > _PART_OF_DATE
        if anew or lines[0].is_cell or line.is_cell:
            return 0
        if iso_date(whole, layout).count("-") == _DAY_TOLD and part not in _DAY_ENDS:
            return 0
        whole += part
        start = days.start_of_last(whole, layout)
        if line.bare and start is not None and start < len(first):
            told = iso_date(whole[start:], layout).count("-") == _DAY_TOLD
            closed = whole.endswith(_DAY_ENDS) or _IN_DIGITS.fullmatch(whole[start:])
            if told and closed:
                return count if _may_date(above, whole[:start].strip(), layout) else 0
    return 0


def _may_date(above: Sequence[Line], beside: str, layout: Layout) -> bool:
    """Whether who stands beside a date signs, or else the line above it, or that ends the text."""
    signs = beside or next((one.plain for one in reversed(above) if one.bare), "")
    known = (layout.element[kind].search(signs) for kind in ("person", "closing"))
    return is_signature(signs, layout) or any(known) or bool(_NAME.fullmatch(signs))


def _headed(line: Line, layout: Layout) -> list[str]:
    """Return title, addressee and text of a report that is one paragraph all in all."""
    bare, element = line.bare, layout.element
    if len(bare) <= META:
        return []
    for word in element["title_end"].finditer(line.plain, 0, META):
        title, text = line.plain[: word.end()].strip(), line.plain[word.end() :]
        if element["no_title"].search(title) or not element["title"].search(title):
            continue
        if element["not_title_before"].search(text.lstrip()):
            continue
        colon = _TO_WHOM.match(text)
        ends = [word.end()]
        if colon and element["addressee"].search(colon[0].strip()):
            ends.append(word.end() + colon.end())
        return [bare[start:end].strip() for start, end in pairwise([0, *ends, len(bare)])]
    return []


def _ends_report(lines: Sequence[Line], at: int, layout: Layout) -> bool:
    """Whether a body that signs stands below a line, or a date, and text behind nothing else."""
    below = next((one for one in lines[at + 1 : at + _NEAR] if one.bare), None)
    return below is not None and (
        is_signature(below.plain, layout)
        or is_date(below, layout)
        or layout.element["attachment"].search(below.plain) is not None
    )


def _closed(line: Line, layout: Layout) -> list[str]:
    """Return the text and the closing that a paragraph ends with; nothing when there is none.

    Behind a closing may stand who signs, set well apart.
    """
    plain = line.plain
    gap = _GAP.search(plain)
    if gap and layout.element["closing"].search(plain[: gap.start()]):
        signs = is_signature(plain[gap.end() :], layout)
        return [line.bare[: gap.start()], line.bare[gap.end() :]] if signs else []
    last = plain.rfind("。", 0, max(0, len(plain) - 1)) + 1
    pattern = layout.element["closing"]
    closing = last and pattern.search(plain[last:]) and not pattern.search(plain)
    return [line.bare[:last].strip(), line.bare[last:].strip()] if closing else []


def _change(rule: ChangeRule, before: str, after: str, line: Line, reason: str) -> Change:
    return Change(rule=rule, before=before, after=after, paragraph=line.index, reason=reason)


def _pieces(line: Line, layout: Layout, *, ended: bool) -> Iterator[str]:
    """Yield the elements of a line; one alone when it has no more."""
    bare, plain = line.bare, line.plain
    is_imprint = layout.element["imprint"].search(plain) is not None
    ends = _cuts(plain, layout, ended=ended) if len(plain) <= META and not is_imprint else []
    ends = ends or ([] if is_imprint else _signed(plain, layout))
    for start, end in pairwise([0, *ends, len(plain)]):
        if piece := bare[start:end].strip():
            yield piece


def _cuts(plain: str, layout: Layout, *, ended: bool) -> list[int]:
    """Return where the second and the third element of a line begin.

    Where the line above has `ended` a sentence, whoever stands well apart from a date signs.
    """
    for find in (_at_signer, _behind_title, _before_day, _behind_day):
        cuts = find(plain, layout)
        if cuts is not None:
            return cuts
    return _around_date(plain, layout, ended=ended)


def _at_signer(plain: str, layout: Layout) -> list[int] | None:
    """Return where the number of a document and its signer part, None where no signer stands."""
    element = layout.element
    before = element["signer_before"].match(plain)
    if before and element["doc_number"].search(plain[before.end() :].strip()):
        return [before.end()]
    if found := element["signer_inside"].search(plain):
        numbered = element["doc_number"].search(plain[: found.start()].strip())
        return [found.start()] if numbered else []
    return None


def _behind_title(plain: str, layout: Layout) -> list[int] | None:
    """Return where an addressee begins behind a title, right behind it where a PDF has it so."""
    element = layout.element
    ends = [one.end() for one in element["title_end"].finditer(plain)]
    for end in (*(space.end() for space in _SPACE.finditer(plain)), *reversed(ends)):
        title, whom = plain[:end].strip(), plain[end:].strip()
        if element["title"].search(title) and element["addressee"].search(whom):
            return [end]
    return None


def _before_day(plain: str, layout: Layout) -> list[int] | None:
    """Return where a day begins behind who signs."""
    gap = _GAP.search(plain)
    apart = gap.end() if gap and is_odd_date(plain[gap.end() :], layout) else None
    for last in (days.start_of_last(plain, layout), apart):
        if last is not None and is_signature(plain[:last].strip(), layout):
            return [last]
    return None


def _behind_day(plain: str, layout: Layout) -> list[int] | None:
    """Return where who signs begins behind a day in an odd writing, None where none stands."""
    gap = _GAP.search(plain)
    if gap is None or not is_odd_date(plain[: gap.start()], layout):
        return None
    return [gap.end()] if is_signature(plain[gap.end() :], layout) else []


def _around_date(plain: str, layout: Layout, *, ended: bool) -> list[int]:
    """Return where a date begins behind who signs, and a note behind it; or who signs behind it."""
    element = layout.element
    dates = list(element["date_inside"].finditer(plain))
    if not dates:
        return []
    start, end = dates[-1].span()
    if (plain[start - 1 : start], plain[end : end + 1]) in _BRACKETS:
        start, end = start - 1, end + 1
    above, below = plain[:start].strip(), plain[end:].strip()
    noted = element["note"].search(below) is not None
    if not above:
        signs = is_signature(below, layout) and not below.startswith(_AT)
        return [end] if signs or noted else []
    if below and not noted:
        return []
    cuts = [start, end] if below else [start]
    apart = _APART.search(plain[:start]) is not None
    if is_signature(above, layout) or (ended and apart and may_sign(above, layout)):
        return cuts
    closing, stop, body = above.rpartition("。")
    if stop and element["closing"].search(closing) and is_signature(body.strip(), layout):
        return [plain.index("。", len(closing)) + 1, *cuts]
    return []


def _signed(plain: str, layout: Layout) -> list[int]:
    """Return where closing, body and date begin that end a paragraph of the report itself."""
    last = plain.rfind("。") + 1
    day = days.start_of_last(plain, layout)
    if day is None or day <= last or not is_signature(plain[last:day].strip(), layout):
        return []
    before = plain.rfind("。", 0, max(0, last - 1)) + 1
    closing = layout.element["closing"].search(plain[before:last].strip())
    return [*([before] if closing and before else []), *([last] if last else []), day]


def _with_whole_imprint(lines: Sequence[Line], layout: Layout, changes: list[Change]) -> list[Line]:
    """Join the office that printed and the day it did, when they are two cells of a table."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        cells = above is not None and above.origin.place is line.origin.place is FilePlace.TABLE
        if above and cells and _is_printed(line, layout) and is_signature(above.plain, layout):
            reason = "版记里印发机关和印发日期是表格的两格，合成一行。"
            found[-1], change = _joined(above, line, reason, apart=_BETWEEN_CELLS)
            changes.append(change)
        else:
            found.append(line)
    return found


def _joined(above: Line, below: Line, reason: str, *, apart: str = "") -> tuple[Line, Change]:
    """Return an element that stood on two lines, and that it did."""
    whole = above.bare + apart + below.bare
    before = f"{above.bare}⏎{below.bare}"
    return above.with_text(whole), _change(ChangeRule.LINE_JOINED, before, whole, above, reason)


def _is_printed(line: Line, layout: Layout) -> bool:
    day = layout.element["date_inside"].match(line.plain)
    return day is not None and layout.element["imprint"].search(line.plain) is not None
