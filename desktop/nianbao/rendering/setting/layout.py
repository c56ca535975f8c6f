"""Where the lines around the text stand, when that depends on the words in them (GB/T 9704 §7)."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from nianbao.rendering.setting.marks import PLAIN, Look, ParagraphPlace
from nianbao.rendering.setting.measure import twips, width
from nianbao.report.page import Form, Geometry

_ATTACHMENT = re.compile(r"(附件[：:])?(\d+[.．、])?")
_LEADING = re.compile(r"[ \t\u3000\xa0]*")
_ISSUED = re.compile(r"(.*\S)([ \u3000\xa0]+)(\S*日印发)")
_STYLE_KNOWS = frozenset(["标题", "主送机关", "签发人", "发文机关署名", "成文日期", "空行"])
_IMPRINT_SPACING = 14

_THICK, _THIN = 8, 6  # eighths of a point: 0.35 mm, 0.25 mm
_BLACK, _WHITE = "000000", "FFFFFF"


def places(
    kinds: Sequence[str], texts: Sequence[str], geometry: Geometry
) -> list[ParagraphPlace | None]:
    """Return the place of each paragraph, by its kind, its text and its neighbours.

    None says that the style knows.
    """
    found = [_alone(kind, text, geometry) for kind, text in zip(kinds, texts, strict=True)]
    for kind, group in groupby(range(len(kinds)), key=kinds.__getitem__):
        run = list(group)
        following = run[-1] + 1
        if kind == "发文字号":
            for index in run:
                found[index] = _number(texts[index], kinds, geometry)
        elif kind == "版记":
            for index in run:
                found[index] = _imprint(
                    texts[index], index == run[0], index == run[-1], geometry.form(kind)
                )
        elif kind == "发文机关署名" and kinds[following : following + 1] == ["成文日期"]:
            _close(found, texts, run, following, geometry)
    return found


def _alone(kind: str, text: str, geometry: Geometry) -> ParagraphPlace | None:
    if kind == "附件说明":
        return _attachment(text, geometry.form(kind))
    return None if kind in _STYLE_KNOWS else _typed_indent(text, geometry.form(kind))


def _number(text: str, kinds: Sequence[str], geometry: Geometry) -> ParagraphPlace:
    """Centre a document number by its width, so that the title is the first centred line.

    In a document to a superior it stands left, above the signer, who stands right.
    """
    form = geometry.form("发文字号")
    if "签发人" in kinds:
        return ParagraphPlace(indent={"left": form.size}, spacing={"after": 0})
    return ParagraphPlace(
        indent={"left": max((geometry.page.text_width - twips(text, form)) // 2, 0)}
    )


def _attachment(text: str, form: Form) -> ParagraphPlace | None:
    """Align the names of attachments, also where they run over the line."""
    found = _ATTACHMENT.match(text)
    if found is None or not found.group():
        return None
    start = (2 if found[1] else 5) * form.size
    inside = twips(found.group(), form)
    return ParagraphPlace(indent={"left": start + inside, "firstLineChars": 0, "hanging": inside})


def _typed_indent(text: str, form: Form) -> ParagraphPlace | None:
    """Take spaces that somebody typed before a paragraph off its indent."""
    found = _LEADING.match(text)
    if found is None or not found.group():
        return None
    left = form.first - round(width(found.group()) * form.size)
    return ParagraphPlace(indent={"firstLineChars": 0, "firstLine": max(left, 0)})


def _close(
    found: list[ParagraphPlace | None],
    texts: Sequence[str],
    signatures: list[int],
    date: int,
    geometry: Geometry,
) -> None:
    """Centre signatures on the date; a long one moves the date in, so that both fit."""
    form, signed = geometry.form("成文日期"), geometry.form("发文机关署名")
    written = twips(texts[date], form)
    longest = max(twips(texts[index], signed) for index in signatures)
    right = max(form.right, (longest - written) // 2)
    for index in signatures:
        space = right + (written - twips(texts[index], signed)) // 2
        found[index] = ParagraphPlace(indent={"rightChars": 0, "right": space})
    if right > form.right:
        found[date] = ParagraphPlace(indent={"rightChars": 0, "right": right})


def _imprint(text: str, first: bool, last: bool, form: Form) -> ParagraphPlace:
    """Draw the rules of an imprint over the whole width; its text stands one character in.

    White borders left and right carry the rules out to the margins. A line with a date may run
    into the character on its right, where a font has wider digits than it should.
    """
    dated = _ISSUED.fullmatch(text) is not None
    borders = {
        "top": (_THICK if first else _THIN, 1, _BLACK),
        "left": (2, 14, _WHITE),
        "right": (2, 0 if dated else 14, _WHITE),
    }
    if last:
        borders["bottom"] = (_THICK, 1, _BLACK)
    indent = {
        "left": form.left,
        "hanging": max(-form.first, 0),
        "right": 0 if dated else form.right,
    }
    return ParagraphPlace(indent=indent, borders=borders)


def spread(text: str, geometry: Geometry) -> Iterator[tuple[str, Look]]:
    """Yield an imprint's stretches; the space before its date is widened to put that right.

    Other lines are set a little wider, so that they too hold 28 characters.
    """
    found = _ISSUED.fullmatch(text)
    form = geometry.form("版记")
    slack = form.size // 2  # for a font with wider digits
    line = geometry.page.text_width - form.left - form.first - form.right
    room = line - slack - round(width(text) * form.size)
    if found is None or room <= 0:
        yield text, Look(spacing=_IMPRINT_SPACING)
        return
    yield found[1], PLAIN
    yield found[2], Look(spacing=room // len(found[2]))
    yield found[3], PLAIN
