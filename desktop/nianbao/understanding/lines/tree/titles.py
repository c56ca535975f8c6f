"""Titles that have no number and no style: short lines above paragraphs, again and again.

One such line says nothing: a list may end in a short item. Where a section begins with one, and
another one follows a paragraph of its text, they are the headings below it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nianbao.report.document import FilePlace
from nianbao.standards.layout import layout
from nianbao.understanding.lines.tree.headings import Heading, Passage

_LENGTH = range(4, 31)  # characters of a title
_NO_TITLE = re.compile(r"[。；！？;!?\t\d|]|[：:].|[，、,—-]$")
_ENDED = re.compile(r"[。！？][”’）》]*$")
_SIGN = re.compile(r"[^\w“‘《（(【]*")  # a bullet, and the space around it
_COLON = re.compile(r"[：:]$")
_LEAST = 2  # titles that make each other one
_DEEPEST = 5

Piece = Heading | Passage


def alone(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces, with titles that stand alone above their text made headings."""
    pieces = list(_with_first_part(pieces))
    found = {id(title) for run in _runs(pieces) for title in _below(run)}
    if len(found) < _LEAST:
        yield from pieces
        return
    form = 1
    for piece in pieces:
        if isinstance(piece, Passage) and id(piece) in found:
            yield _heading(piece, min(form + 1, _DEEPEST))
            continue
        form = piece.form if isinstance(piece, Heading) else form
        yield piece


def _with_first_part(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces, with the title of the first part known where the others have no number either.

    It stands above the first （一）, and what it says need not be what a part is called.
    """
    full = [one for one in pieces if not isinstance(one, Passage) or one.text.strip()]
    first = next((at for at, one in enumerate(full) if isinstance(one, Heading)), 0)
    heading, above = (full[first], full[first - 1]) if first else (None, None)
    begins = isinstance(heading, Heading) and heading.ordinal == 1 and heading.form > 1
    others = any(isinstance(one, Heading) and one.form == 1 and not one.ordinal for one in full)
    for piece in pieces:
        if begins and others and piece is above and isinstance(piece, Passage):
            yield _heading(piece, 1) if _may_be_title(piece) else piece
        else:
            yield piece


def _below(run: Sequence[Piece]) -> list[Passage]:
    """Return the titles below a heading; one alone below a section's may be the end of that."""
    heading = run[0]
    if not isinstance(heading, Heading):
        return []
    found = _titles(run[1:])
    is_section = heading.ordinal > 0 and heading.form > 1 and not heading.body
    return [] if is_section and len(found) < _LEAST else found


def broken(heading: Heading, passages: Sequence[Passage]) -> Passage | None:
    """Return the line between a heading and its text that may be the end of the heading.

    Where a soft break parts the two, `soft` has asked already.
    """
    if heading.body or not heading.ordinal:
        return None
    first, *_ = titles = [*_titles(passages), None]
    is_one = first is not None and len(titles) == _LEAST and not first.line.origin.soft
    return first if is_one else None


def _runs(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield each heading with the passages below it."""
    run: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Heading) and run:
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _titles(run: Sequence[Piece]) -> list[Passage]:
    """Return the titles of a run of passages; none where it does not begin with one."""
    full = [piece for piece in run if isinstance(piece, Passage) and piece.text.strip()]
    if not full or full[0].joined or not _may_be_title(full[0]):
        return []
    titles = [above for above, below in pairwise(full) if _is_above(above, below)]
    return titles if titles and titles[0] is full[0] else []


def _is_above(title: Passage, text: Passage) -> bool:
    ended = _ENDED.search(text.text.rstrip()) is not None
    return _may_be_title(title) and ended and text.line.origin.place is FilePlace.BODY


def _may_be_title(piece: Passage) -> bool:
    bare = piece.text.strip()
    alone = not piece.joined and piece.line.origin.place is FilePlace.BODY
    leads_in = _COLON.search(bare) and (
        "，" in bare or layout().told_by_text["leads_in"].search(bare)
    )
    return alone and len(bare) in _LENGTH and not _NO_TITLE.search(bare) and not leads_in


def _heading(title: Passage, form: int) -> Heading:
    text = title.text
    sign = _SIGN.match(text)
    start = sign.end() if sign else 0
    bare = _COLON.sub("", text[start:].rstrip())
    return Heading(
        form=form,
        ordinal=0,
        prefix=text[:start],
        title=bare,
        suffix=text[start + len(bare) :],
        body="",
        line=title.line,
    )
