"""What an import took away, changed and could not see, in plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nianbao.report.change import Change
from nianbao.report.document import Document
from nianbao.report.numeral import NumeralKind
from nianbao.understanding.understood import Understanding

_RULES = {
    "punctuation": "半角标点改全角",
    "space": "去掉多余空格",
    "inner_title": "书名号里的书名号改单",
    "year_range": "年份之间改用连接号",
    "lookalike": "部首改成汉字",
    "lost_numeral": "补上缺失的序号",
    "heading_number": "理顺序号的空格和括号",
    "wrapped": "接回断行",
    "markdown": "去掉Markdown记号",
    "struck_text": "没有读入加了删除线的字",
    "line_split": "一行两个要素分成两行",
    "line_joined": "版记两格合成一行",
    "table_flattened": "表格逐格成段",
}
_OF_THE_PAGE = "网页导航、来源、打印等行"
_ASKED = {
    "no_structure": "没有认出结构",
    "level_in_doubt": "标题层次看不准",
    "title_in_doubt": "标题断行看不准",
    "second_report": "不止一份报告",
    "end_in_doubt": "署名和日期看不准",
}
_TAKEN_AWAY = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that was done: what stood there, what stands there now, why."""

    before: str
    after: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Things of one kind."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Everything that was taken away, changed or not seen, by kind."""

    title: str
    groups: tuple[Group, ...]

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
    own = [change.before for change in found.changes if change.rule == _TAKEN_AWAY]
    lines = dict.fromkeys(line.strip() for line in (*document.cut, *found.cut, *own))
    shown = tuple(Line(before=line) for line in lines if line)
    groups = (Group(title=_OF_THE_PAGE, lines=shown),) if shown else ()
    return Listing(title="去掉了什么", groups=groups)


def asked(found: Understanding) -> Listing:
    """Return what the user should settle about the text as a whole, before its numbers."""
    return Listing(title="请先核对", groups=_by_rule(found, _ASKED))


def changed(found: Understanding) -> Listing:
    """Return the corrections of marks, spaces and numbers of headings."""
    return Listing(title="改了什么", groups=_by_rule(found, _RULES))


def _by_rule(found: Understanding, titles: Mapping[str, str]) -> tuple[Group, ...]:
    kinds: dict[str, list[Line]] = {}
    for change in found.changes:
        if title := titles.get(change.rule):
            kinds.setdefault(title, []).append(_line(change))
    return tuple(Group(title=title, lines=tuple(lines)) for title, lines in kinds.items())


def _line(change: Change) -> Line:
    after = "" if change.after == change.before else change.after
    return Line(before=change.before, after=after, why=change.reason)


def hidden(document: Document) -> Listing:
    """Return what the file holds apart from its text: comments, deleted and hidden words."""
    comments = [
        Line(before=one.text, why=f"{one.author}的批注" if one.author else "批注")
        for one in document.comments
    ]
    notices = [Line(before=notice.message) for notice in document.notices]
    groups = (("批注", comments), ("文件里的说明", notices))
    return Listing(title="看不见的内容", groups=_filled(groups))


def exceptions(found: Understanding) -> Listing:
    """Return the numerals that were taken for no figures, by the reason why."""
    kinds: dict[str, dict[Line, None]] = {}
    for one in found.numerals:
        if one.kind is NumeralKind.EXCEPTION:
            around = one.context.replace("□", f"〔{one.text}〕")
            kinds.setdefault(one.reason, {})[Line(before=one.text, why=around)] = None
    return Listing(
        title="不是数据的数", groups=_filled((title, list(lines)) for title, lines in kinds.items())
    )


def _filled(groups: Iterable[tuple[str, list[Line]]]) -> tuple[Group, ...]:
    return tuple(Group(title=title, lines=tuple(lines)) for title, lines in groups if lines)
