"""Findings on the report in hand: shown where they stand, accepted, ignored."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from nianbao.desk.desk import Desk
from nianbao.report import flow
from nianbao.report.finding import Finding, Severity
from nianbao.report.mark import Mark, MarkKind
from nianbao.report.model import ElementKind, Report, Section
from nianbao.report.numbering import parse_heading_number, write_heading_number
from nianbao.report.pieces import Piece, pieces, place
from nianbao.views import promises

PENDING, PROMISE = "P00", "S13"
"""The rules of what is still to be filled in, and of last year's plans left unanswered."""

_TITLE = "标题"  # where a finding on the missing title stands
_ORDER = list(Severity)
_TITLES = {
    PENDING: "待填待核",
    PROMISE: "上年安排没有交代",
    "S00": "没有标题",
    "S01": "缺必备内容",
    "S02": "编号不连续",
    "S02b": "编号待核对",
    "S03": "层次跳级",
    "S10": "没有内容",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A finding where it stands.

    `piece` is empty for what concerns the whole report; `start` and `length` are characters of the
    piece as it prints. `new` is what accepting puts in the place of `old`, empty when only the
    drafter can mend it. `promise` is the id of the promise that is not answered.
    """

    finding: Finding
    piece: str
    start: int
    length: int
    place: str
    fingerprint: str
    ignored: bool
    old: str = ""
    new: str = ""
    promise: str = ""

    @property
    def title(self) -> str:
        """The rule in a few words."""
        from nianbao import checks

        rule = checks.RULES.get(self.finding.rule)
        own = rule.sentence.rstrip("。") if rule else self.finding.rule
        return _TITLES.get(self.finding.rule, own)

    @property
    def sentence(self) -> str:
        """What is the matter, in one sentence."""
        if self.finding.rule == PENDING:
            return self.finding.text.strip("【】")
        return self.finding.message

    @property
    def accepts(self) -> bool:
        """Whether accepting it does something by itself."""
        return bool(self.new)

    @property
    def answer(self) -> str:
        """The word on the button that answers it: by a change, or by going where it stands."""
        if self.new:
            return f"改为“{self.new}”" if self.new != self.old else "编号无误"
        if self.promise:
            return "去回答"
        if not self.piece:
            return "看五项必备"
        return "去填" if self.finding.rule == PENDING else "到文中看"

    @property
    def ignorable(self) -> bool:
        """Whether it can be left as it is; what is not filled in cannot."""
        return self.finding.rule != PENDING


def findings(desk: Desk) -> list[Shown]:
    """Return what the checks find, by weight and then in reading order."""
    from nianbao import checks

    if desk.is_empty:
        return []
    lines = flow.rendered(desk.report, desk.ledger.values())
    locate = _Locator(desk, lines)
    found = [locate(finding) for finding in (*checks.pending(lines), *checks.run(desk.report))]
    found += (locate(finding, promise=promise) for promise, finding in _unanswered(desk))
    return sorted(found, key=lambda one: _ORDER.index(one.finding.severity))


def _unanswered(desk: Desk) -> Iterator[tuple[str, Finding]]:
    for line in promises.lines(desk):
        if line.status is not promises.Status.OPEN:
            continue
        plan = line.is_plan
        yield (
            line.id,
            Finding(
                rule=PROMISE,
                severity=Severity.DOUBT if plan else Severity.HINT,
                where=line.title,
                text=line.text,
                message=f"去年{'安排' if plan else '查找的不足'}“{line.title}”，"
                f"今年{'做得怎样' if plan else '改得怎样'}，报告里要有交代。",
                fix="在“上年安排对照”里回答",
            ),
        )


class _Locator:
    """Finds where findings stand; of like marks in one piece each is found once."""

    def __init__(self, desk: Desk, lines: list[flow.Line]) -> None:
        self._report, self._ledger = desk.report, desk.ledger
        self._pieces = {piece.id: piece for piece in pieces(desk.report)}
        titles = [*desk.report.elements(ElementKind.TITLE), *desk.report.front]
        self._title = titles[0].id if titles else ""
        self._texts = flow.texts(lines)
        self._reached: dict[tuple[str, str], int] = {}
        marks = desk.store.marks(desk.unit, desk.year)
        self._ignored = {mark.target for mark in marks if mark.kind is MarkKind.IGNORED}

    def __call__(self, finding: Finding, *, promise: str = "") -> Shown:
        piece = self._pieces.get(self._title if finding.where == _TITLE else finding.where)
        print_ = _fingerprint(finding, promise)
        start, length = self._span(piece, finding.text)
        old, new = _change(self._report, finding)
        return Shown(
            finding=finding,
            piece=piece.id if piece else "",
            start=start,
            length=length,
            place=self._place(piece, promise),
            fingerprint=print_,
            ignored=print_ in self._ignored,
            old=old,
            new=new,
            promise=promise,
        )

    def _place(self, piece: Piece | None, promise: str) -> str:
        if promise:
            return "上年安排对照"
        if piece is None:
            return "全文"
        return place(piece, self._ledger)

    def _span(self, piece: Piece | None, wanted: str) -> tuple[int, int]:
        if piece is None:
            return 0, 0
        text = self._texts.get(piece.id, "")
        at = text.find(wanted, self._reached.get((piece.id, wanted), 0)) if wanted else -1
        if at < 0:
            return 0, len(text)
        self._reached[piece.id, wanted] = at + len(wanted)
        return at, len(wanted)


def _fingerprint(finding: Finding, promise: str) -> str:
    """Return what a finding is remembered by: once its text is another, it is another finding."""
    about = "\x1f".join((finding.rule, promise or finding.where, finding.text, finding.message))
    return hashlib.sha256(about.encode()).hexdigest()[:24]


def _change(report: Report, finding: Finding) -> tuple[str, str]:
    """Return what a rule's own change would turn into what; twice nothing if it has none."""
    section = next((one for one in report.walk() if one.id == finding.where), None)
    if section is None or finding.rule not in _CHANGES:
        return "", ""
    new = finding.fix if parse_heading_number(finding.fix) else section.number
    return section.prefix or section.number, new


def accept(desk: Desk, shown: Shown) -> None:
    """Do what a finding proposes, as one action.

    Raises:
        ValueError: it proposes nothing that can be done by itself.
    """
    if not shown.new:
        raise ValueError(shown.finding.rule)
    change = _CHANGES[shown.finding.rule]
    report = replace(
        desk.report, sections=_changed(desk.report.sections, shown.piece, shown.new, change)
    )
    same = shown.new == shown.old
    name = f"核对编号{shown.new}" if same else f"改编号{shown.old}→{shown.new}"
    with desk.act(name) as action:
        desk.store.save_report(action, report)


_Change = Callable[[tuple[Section, ...], int, str], tuple[Section, ...]]
"""A change of the sibling at a place, given what its number should be."""


def _changed(
    siblings: tuple[Section, ...], piece: str, new: str, change: _Change
) -> tuple[Section, ...]:
    for at, section in enumerate(siblings):
        if section.id == piece:
            return change(siblings, at, new)
    return tuple(
        replace(section, sections=_changed(section.sections, piece, new, change))
        for section in siblings
    )


def _renumbered(siblings: tuple[Section, ...], at: int, new: str) -> tuple[Section, ...]:
    return (*siblings[:at], _numbered(siblings[at], new), *siblings[at + 1 :])


def _relevelled(siblings: tuple[Section, ...], at: int, new: str) -> tuple[Section, ...]:
    """Give all siblings of the same form the form of the new number."""
    old, form = parse_heading_number(siblings[at].number), parse_heading_number(new)
    assert old is not None
    assert form is not None
    return tuple(
        _numbered(section, write_heading_number(form.level, own.ordinal))
        if (own := parse_heading_number(section.number)) and own.level == old.level
        else section
        for section in siblings
    )


def _numbered(section: Section, number: str) -> Section:
    return replace(section, number=number, prefix=number, number_inferred=False)


_CHANGES: dict[str, _Change] = {"S02": _renumbered, "S02b": _renumbered, "S03": _relevelled}


def ignore(desk: Desk, shown: Shown) -> None:
    """Show a finding no longer this year, as long as its text stays.

    Raises:
        ValueError: what is not filled in cannot be ignored.
    """
    if not shown.ignorable:
        raise ValueError(shown.finding.rule)
    with desk.act(f"忽略“{shown.title}”") as action:
        desk.store.save_marks(action, desk.unit, desk.year, [_mark(shown)])


def unignore(desk: Desk, shown: Shown) -> None:
    """Show an ignored finding again."""
    with desk.act(f"不再忽略“{shown.title}”") as action:
        desk.store.remove_mark(action, desk.unit, desk.year, _mark(shown))


def _mark(shown: Shown) -> Mark:
    return Mark(kind=MarkKind.IGNORED, target=shown.fingerprint)
