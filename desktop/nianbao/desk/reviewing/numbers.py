"""A report as it was understood, page by page, for the user to look through before it is stored."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from nianbao.desk.reviewing.portions import portions
from nianbao.desk.reviewing.rows import ReviewPiece, ReviewRow, ReviewStretch, State, Text
from nianbao.report import flow
from nianbao.report.change import ChangeRule
from nianbao.report.figures.figure import QUOTED_NUMBER, Mention, MentionKind
from nianbao.report.model import Report, Section
from nianbao.report.numeral import Numeral, NumeralKind
from nianbao.report.writing import slots
from nianbao.report.writing.text import shortened
from nianbao.understanding.understood import Understanding

_NO_NAME = "拿不准叫什么，先引了原话，＿是这个数的位置。请改成报表里的叫法；不改也可以用。"
_LONGEST = 60  # characters of a number that are shown in its row
_BEFORE, _AROUND = 12, 8  # characters shown before and behind a number that is no figure


class ReviewNumbers:
    """All numbers of a report in their places. Made anew after each correction.

    `seen` holds the keys that the user has said are right, `disputed` why a relation's result is
    doubtful, by indicator.
    """

    def __init__(
        self,
        found: Understanding,
        seen: Collection[str],
        disputed: Mapping[str, str],
    ) -> None:
        self._found, self._seen, self._disputed = found, seen, disputed
        self._formulas = {r.result for r in found.relations if r.confirmed}
        self._doubts = _doubts(found)
        self._others: dict[str, list[Numeral]] = {}
        for numeral in found.numerals:
            if numeral.context:  # no figure, and one that the user may say to be one
                self._others.setdefault(numeral.piece, []).append(numeral)
        self._texts = dict(self._pieces())
        numbered = (piece for piece, text in self._texts.items() if text.rows)
        self._places = {piece: at for at, piece in enumerate(numbered)}
        self._lines = flow.lines(found.report)
        self._portions: dict[frozenset[str], tuple[Text, ...]] = {}

    def portions(self, pieces: Collection[str]) -> tuple[Text, ...]:
        """Return the text of some pieces in portions, one for all that is not very long."""
        pieces = frozenset(pieces)
        if pieces not in self._portions:
            self._portions[pieces] = portions(self._text(pieces))
        return self._portions[pieces]

    def _text(self, pieces: frozenset[str]) -> Text:
        """Return the text of some pieces in their paragraphs."""
        paragraphs = []
        ends: Counter[str] = Counter()  # how far the stretches of each piece have been shown
        for line in self._lines:
            shown: list[ReviewStretch] = []
            for span in line:
                if span.piece in pieces:
                    heading = span.role is flow.Role.HEADING
                    piece = self._texts[span.piece]
                    at = ends[span.piece]
                    stop = piece.breaks[at] if at < len(piece.breaks) else len(piece.stretches)
                    first = piece.breaks[at - 1] if at else 0
                    ends[span.piece] += 1
                    shown += [_headed(s, heading=heading) for s in piece.stretches[first:stop]]
            if shown:
                paragraphs.append(tuple(shown))
        return Text(paragraphs=tuple(paragraphs), rows=tuple(self.rows(pieces)))

    def rows(self, pieces: Collection[str]) -> list[ReviewRow]:
        """Return the numbers of some pieces."""
        return [row for piece in self._in_order(pieces) for row in self._texts[piece].rows]

    def _in_order(self, pieces: Iterable[str]) -> list[str]:
        """Return pieces with numbers in reading order, each once; there may be many without."""
        return sorted({*pieces} & self._places.keys(), key=self._places.__getitem__)

    def _pieces(self) -> Iterator[tuple[str, ReviewPiece]]:
        report = self._found.report
        waiting: dict[str, list[Mention]] = {}
        for mention in self._found.mentions:
            waiting.setdefault(mention.piece, []).append(mention)
        sources = list(_sources(report))
        values = slots.years(report.year) | {
            f.indicator: f.value for f in self._found.figures if f.value is not None
        }
        every = [slot.source for _, source in sources for slot in slots.slots(source)]
        written = iter(slots.render(every, values))
        for piece, source in sources:
            parts = [
                (part, part if isinstance(part, str) else next(written))
                for part in slots.parse(source)
            ]
            yield piece, self._piece(piece, parts, waiting.get(piece, []))

    def _piece(
        self,
        piece: str,
        parts: Sequence[tuple[str | slots.Slot, str]],
        mentions: Sequence[Mention],
    ) -> ReviewPiece:
        text = "".join(written for _, written in parts)
        known = iter(mentions)
        made = ReviewPiece(text)
        at = 0
        for part, written in parts:
            key = f"{piece}@{at}"
            if isinstance(part, str):
                self._add_plain(made, piece, text, at, at + len(part))
            elif part.is_year:
                made.stretches.append(ReviewStretch(text=written))
            else:
                row = self._row(key, next(known))
                made.rows.append(row)
                made.stretches.append(ReviewStretch(text=written, key=key, state=row.state))
            at += len(written)
        return made

    def _row(self, key: str, mention: Mention) -> ReviewRow:
        why = self._doubts.get((mention.piece, mention.text), "")
        why = why or self._doubts.get(("", mention.label), "")
        why = why or self._disputed.get(mention.indicator, "")
        why = why or (_NO_NAME if QUOTED_NUMBER in mention.label else "")
        state = State.FORMULA if mention.indicator in self._formulas else State.SURE
        if why and key not in self._seen:
            state = State.DOUBT
        else:
            why = ""
        sign = "↓" if mention.kind is MentionKind.CHANGE and self._falls(mention) else ""
        told = slots.worth_of(mention.writing, mention.value)
        why = why or (f"原文写的是{mention.writing}，台账里记{told}。" if told else "")
        return ReviewRow(
            key=key,
            label=mention.label,
            value=sign + (told or mention.writing),
            unit=mention.unit,
            state=state,
            why=why,
            mention=mention,
        )

    def _falls(self, mention: Mention) -> bool:
        values = {f.indicator: f.value for f in self._found.figures}
        value = values.get(mention.indicator)
        return value is not None and value < 0

    def others(self, pieces: Collection[str]) -> list[Numeral]:
        """Return the numbers of some pieces that are shown, but not as data nor asked about."""
        return [
            one
            for piece in self._texts
            if piece in pieces
            for one in self._others.get(piece, ())
            if not self._is_asked(one)
        ]

    def around(self, one: Numeral) -> str:
        """Return a number in brackets among the words around it."""
        text = self._texts[one.piece].text
        before = text[max(0, one.start - _BEFORE) : one.start].rpartition("\n")[2]
        behind = text[one.stop : one.stop + _AROUND].partition("\n")[0]
        return f"{before}〔{shortened(text[one.start : one.stop], _LONGEST)}〕{behind}"

    def _is_asked(self, one: Numeral) -> bool:
        return one.kind is NumeralKind.ASKED and f"{one.piece}@{one.start}" not in self._seen

    def _add_plain(self, made: ReviewPiece, piece: str, text: str, start: int, stop: int) -> None:
        """Add a stretch without figures; its paragraph breaks and its other numbers cut it."""
        end = start
        for numeral in self._others.get(piece, ()):
            first, last = numeral.start, min(numeral.stop, stop)
            if not end <= first < stop or "\n" in text[first:last]:
                continue
            key = f"{piece}@{first}"
            made.add_text(text[end:first])
            end = last
            if self._is_asked(numeral):
                made.stretches.append(
                    ReviewStretch(text=text[first:last], key=key, state=State.ASK)
                )
                made.rows.append(_stray_row(key, text, numeral))
            else:
                made.stretches.append(ReviewStretch(text=text[first:last], aside=key))
        made.add_text(text[end:stop])


def _headed(stretch: ReviewStretch, *, heading: bool) -> ReviewStretch:
    if not heading:
        return stretch
    return replace(stretch, heading=True)


def _stray_row(key: str, text: str, numeral: Numeral) -> ReviewRow:
    behind = re.split("[，。；：、\n]", text[numeral.stop : numeral.stop + _AROUND])[0]
    return ReviewRow(
        key=key,
        label=f"{shortened(text[numeral.start : numeral.stop], _LONGEST)}{behind}",
        value="",
        unit="",
        state=State.ASK,
        why=f"没有认作数据（{numeral.reason}）。"
        "不是数据请按Enter；是去年的数，建立新年度时会标成【待核】。",
    )


def _sources(report: Report) -> Iterator[tuple[str, str]]:
    """Yield id and source of every piece in reading order."""
    for element in report.front:
        yield element.id, element.text
    for section in report.walk():
        title = slots.escape(section.prefix) + section.title + slots.escape(section.suffix)
        yield section.id, title
        for entry in section.entries:
            yield entry.id, entry.text
    for element in report.back:
        yield element.id, element.text


def _doubts(found: Understanding) -> dict[tuple[str, str], str]:
    """Return what is doubtful: by piece and text of a rate, or by the name that two values have."""
    doubts: dict[tuple[str, str], str] = {}
    for change in found.changes:
        if change.rule == ChangeRule.RATE_DISAGREES:
            doubts[change.piece, change.before] = change.reason
        elif change.rule == ChangeRule.SAME_NAME:
            named = (m.label for m in found.mentions if _shares(m.label, change.before))
            doubts |= {("", label): change.reason for label in named}
    return doubts


def _shares(label: str, base: str) -> bool:
    return label == base or re.fullmatch(rf"{re.escape(base)}（\d+）", label) is not None


def section_pieces(section: Section, *, deep: bool) -> list[str]:
    """Return the ids of a section's heading and entries, with all below it if `deep`."""
    shown = section.walk() if deep else iter([section])
    return [id_ for one in shown for id_ in (one.id, *(entry.id for entry in one.entries))]
