"""A passage cut into the entries a drafter decides on: at lead sentences, 一是二是, labels."""

import re
from collections.abc import Iterator
from itertools import pairwise

from nianbao.report.writing import numbering, text
from nianbao.report.writing.chinese import ORDINAL
from nianbao.standards.layout import Layout

_ORDINAL = re.compile(
    r"(?:^|(?<=[。；;：:，,]))\s*"
    rf"(?:(?P<plain>{ORDINAL})(?:是|要)|第(?P<th>{ORDINAL})[，,、]|其(?P<of>{ORDINAL})[，,、是])(?=\S)"
)
_FIRST_SENTENCE = re.compile(r"[^。；;：:，,]{2,40}(?=[。；;：:，,])")
_NOT_IN_LEAD = re.compile(r"[，,；;：:、！？!?]|\d")
_MIN_BODY = 12


def cut(passage: str, layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield (title, text) of each entry of a passage; the texts joined give the passage back."""
    starts = _ordinal_starts(passage) or _lead_starts(passage, layout)
    places = sorted({0, *starts})
    for start, end in zip(places, [*places[1:], len(passage)], strict=True):
        stretch = passage[start:end]
        yield _title(stretch, layout, led=start in starts), stretch


def lead(source: str, layout: Layout) -> str:
    """Return the lead sentence of an entry's text, empty when it has none."""
    return next((title for title, _ in cut(source, layout)), "")


def _ordinal_starts(passage: str) -> list[int]:
    """Return where 一是, 二是 … or 第一，第二， begin: at one, and there are at least two."""
    of_form: dict[str, list[int]] = {}
    for found in _ORDINAL.finditer(passage):
        form = found.lastgroup or ""
        starts = of_form.setdefault(form, [])
        if numbering.parse_chinese(found[form]) == len(starts) + 1:
            starts.append(found.start())
    return next((starts for starts in of_form.values() if len(starts) > 1), [])


def _lead_starts(passage: str, layout: Layout) -> list[int]:
    """Return where the short sentences begin that act as headings without a number."""
    pieces = list(text.sentences(passage))
    return [
        start
        for (start, sentence), (_, after) in pairwise(pieces)
        if is_lead(sentence, layout) and len(after) >= _MIN_BODY and not is_lead(after, layout)
    ]


def is_lead(sentence: str, layout: Layout) -> bool:
    """Whether a sentence is a heading in the text: short, a verb first, no comma, no number."""
    low, high = layout.lead_length
    bare = sentence.strip()
    return (
        bare.endswith("。")
        and low <= len(bare) - 1 <= high
        and bare.startswith(layout.lead_words)
        and not _NOT_IN_LEAD.search(bare)
    )


def _title(stretch: str, layout: Layout, *, led: bool) -> str:
    if found := _ORDINAL.match(stretch):
        lead = _FIRST_SENTENCE.match(stretch, found.end())
        return lead[0].strip() if lead else ""
    if found := layout.label.match(stretch.strip()):
        return found[0].rstrip("：:")
    if led:
        return stretch.partition("。")[0].strip()
    return ""
