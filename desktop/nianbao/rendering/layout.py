"""Where the lines around the text stand, when that depends on the words in them (GB/T 9704 §7)."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from nianbao.rendering.marks import PLAIN, Indent, Look
from nianbao.rendering.measure import (
    CHARACTER,
    SMALL_CHARACTER,
    TEXT_WIDTH,
    twips,
    width,
)

_DATE_FROM_RIGHT = 4 * CHARACTER
_ATTACHMENT = re.compile(r"(附件[：:])?(\d+[.．、])?")
_LEADING = re.compile(r"[ \t\u3000\xa0]*")
_ISSUED = re.compile(r"(.*\S)([ \u3000\xa0]+)(\S*日印发)")
_STYLE_KNOWS = frozenset(["标题", "主送机关", "签发人", "发文机关署名", "成文日期", "空行"])
_IMPRINT_SPACING = 14
_SLACK = 420  # LibreOffice sets digits apart from Chinese, and other fonts make them wider


def indents(kinds: Sequence[str], texts: Sequence[str]) -> list[Indent | None]:
    """Return the indent of each paragraph, by its kind, its text and its neighbours.

    None says that the style knows.
    """
    found = [_alone(kind, text, "签发人" in kinds) for kind, text in zip(kinds, texts, strict=True)]
    for kind, group in groupby(range(len(kinds)), key=kinds.__getitem__):
        run = list(group)
        following = run[-1] + 1
        if kind == "发文机关署名" and kinds[following : following + 1] == ["成文日期"]:
            _close(found, texts, run, following)
    return found


def _alone(kind: str, text: str, signed: bool) -> Indent | None:
    if kind == "发文字号":
        # Centred by its width; in a document to a superior it stands left, with the signer right.
        space = CHARACTER if signed else max((TEXT_WIDTH - twips(text)) // 2, 0)
        return Indent({"left": space})
    if kind == "附件说明":
        return _attachment(text)
    return None if kind in _STYLE_KNOWS else _typed_indent(text)


def _attachment(text: str) -> Indent | None:
    """Align the names of attachments, also where they run over the line."""
    found = _ATTACHMENT.match(text)
    if found is None or not found.group():
        return None
    start = (2 if found[1] else 5) * CHARACTER
    inside = twips(found.group())
    return Indent({"left": start + inside, "firstLineChars": 0, "hanging": inside})


def _typed_indent(text: str) -> Indent | None:
    """Take spaces that somebody typed before a paragraph off its indent."""
    found = _LEADING.match(text)
    if found is None or not found.group():
        return None
    left = 2 * CHARACTER - round(width(found.group()) * CHARACTER)
    return Indent({"firstLineChars": 0, "firstLine": max(left, 0)})


def _close(
    found: list[Indent | None], texts: Sequence[str], signatures: list[int], date: int
) -> None:
    """Centre signatures on the date; a long one moves the date in, so that both fit."""
    written = twips(texts[date])
    longest = max(twips(texts[index]) for index in signatures)
    right = max(_DATE_FROM_RIGHT, (longest - written) // 2)
    for index in signatures:
        space = right + (written - twips(texts[index])) // 2
        found[index] = Indent({"rightChars": 0, "right": space})
    if right > _DATE_FROM_RIGHT:
        found[date] = Indent({"rightChars": 0, "right": right})


def spread(text: str) -> Iterator[tuple[str, Look]]:
    """Yield an imprint's stretches; the space before its date is widened to put that right.

    Other lines are set a little wider, so that they too hold 28 characters.
    """
    found = _ISSUED.fullmatch(text)
    room = TEXT_WIDTH - 2 * SMALL_CHARACTER - _SLACK - round(width(text) * SMALL_CHARACTER)
    if found is None or room <= 0:
        yield text, Look(spacing=_IMPRINT_SPACING)
        return
    yield found[1], PLAIN
    yield found[2], Look(spacing=room // len(found[2]))
    yield found[3], PLAIN
