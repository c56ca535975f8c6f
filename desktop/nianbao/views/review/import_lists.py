"""What an import took away, changed and could not see, in plain words."""

from collections.abc import Iterable
from dataclasses import dataclass

from nianbao.report.change import Change, ChangeRule, Seen
from nianbao.report.document import Document
from nianbao.report.numeral import NumeralKind
from nianbao.understanding.understood import Understanding


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One thing that was done: what stood there, what stands there now, why."""

    before: str
    after: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewGroup:
    """Things of one kind."""

    title: str
    lines: tuple[ReviewLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Everything that was taken away, changed or not seen, by kind."""

    title: str
    groups: tuple[ReviewGroup, ...]

    @property
    def count(self) -> int:
        """How many things there are."""
        return sum(len(group.lines) for group in self.groups)

    @property
    def summary(self) -> str:
        """The kinds with their counts, in a few words."""
        if not self.groups:
            return "没有"
        return "、".join(f"{group.title} {len(group.lines)}" for group in self.groups)


def removed(document: Document, found: Understanding) -> Listing:
    """Return the lines that belong to the web page or the frame of a file, not to the report."""
    own = [change.before for change in found.changes if change.rule.seen is Seen.TAKEN_AWAY]
    lines = dict.fromkeys(line.strip() for line in (*document.cut, *found.cut, *own))
    shown = tuple(ReviewLine(before=line) for line in lines if line)
    groups = (ReviewGroup(title=ChangeRule.FURNITURE.words, lines=shown),) if shown else ()
    return Listing(title="去掉了什么", groups=groups)


def asked(found: Understanding) -> Listing:
    """Return what the user should settle about the text as a whole, before its numbers."""
    return Listing(title="请先核对", groups=_seen(found, Seen.ASKED))


def changed(found: Understanding) -> Listing:
    """Return the corrections of marks, spaces and numbers of headings."""
    return Listing(title="改了什么", groups=_seen(found, Seen.CHANGED))


def _seen(found: Understanding, where: Seen) -> tuple[ReviewGroup, ...]:
    kinds: dict[str, list[ReviewLine]] = {}
    for change in found.changes:
        if change.rule.seen is where:
            kinds.setdefault(change.rule.words, []).append(_line(change))
    return tuple(ReviewGroup(title=title, lines=tuple(lines)) for title, lines in kinds.items())


def _line(change: Change) -> ReviewLine:
    after = "" if change.after == change.before else change.after
    return ReviewLine(before=change.before, after=after, why=change.reason)


def hidden(document: Document) -> Listing:
    """Return what the file holds apart from its text: comments, deleted and hidden words."""
    comments = [
        ReviewLine(before=one.text, why=f"{one.author}的批注" if one.author else "批注")
        for one in document.comments
    ]
    notices = [ReviewLine(before=notice.message) for notice in document.notices]
    groups = (("批注", comments), ("文件里的说明", notices))
    return Listing(title="看不见的内容", groups=_filled(groups))


def exceptions(found: Understanding) -> Listing:
    """Return the numerals that were taken for no figures, by the reason why."""
    kinds: dict[str, dict[ReviewLine, None]] = {}
    for one in found.numerals:
        if one.kind is NumeralKind.EXCEPTION:
            around = one.context.replace("□", f"〔{one.text}〕")
            kinds.setdefault(one.reason, {})[ReviewLine(before=one.text, why=around)] = None
    return Listing(
        title="不是数据的数", groups=_filled((title, list(lines)) for title, lines in kinds.items())
    )


def _filled(groups: Iterable[tuple[str, list[ReviewLine]]]) -> tuple[ReviewGroup, ...]:
    return tuple(ReviewGroup(title=title, lines=tuple(lines)) for title, lines in groups if lines)
