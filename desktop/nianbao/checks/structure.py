"""Structure and numbering (S rules)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from nianbao.checks.rule import rule
from nianbao.report import slots
from nianbao.report.finding import Severity
from nianbao.report.model import ElementKind, Report, Section
from nianbao.report.numbering import parse_heading_number, write_heading_number
from nianbao.standards.structure import parts

Fault = tuple[str, str, str, str]
_MARKED = "【待填："


@rule("S00", Severity.MUST, basis="GB/T 9704-2012 §7.3.1", example="开头没有标题")
def there_is_a_title(report: Report) -> Iterator[Fault]:
    """报告要有标题。"""
    titles = [element.text for element in report.elements(ElementKind.TITLE)]
    if not titles or titles[0].startswith(_MARKED):
        yield "标题", "", "没有标题。", "补写标题"


@rule("S01", Severity.MUST, basis="督察工作规定 年度报告主要内容", example="没有写“不足和原因”")
def required_parts_are_there(report: Report) -> Iterator[Fault]:
    """举措成效、不足和原因、第一责任人履职、下年安排四项必备内容不能缺。"""
    found = {section.key for section in report.walk()}
    text = "".join(section.title for section in report.walk())
    for part in parts().values():
        if part.required and part.id not in found and not part.pattern.search(text):
            yield (
                "全文",
                "",
                f"没有找到必备内容“{_plain(part.title, report.year)}”。",
                "补写这一部分",
            )


@rule("S02", Severity.MUST, basis="GB/T 9704-2012 §7.3.3", example="（一）之后是（三）")
def numbers_follow_each_other(report: Report) -> Iterator[Fault]:
    """同级标题编号应连续，不断号、不重号。"""
    for siblings in _siblings(report.sections):
        numbered = [
            (section, number)
            for section in siblings
            if (number := parse_heading_number(section.number)) is not None
        ]
        expected = 1
        for (section, number), following in zip_longest(numbered, numbered[1:]):
            continues = number.level == 3 and expected == 1  # 1. may go on across sections
            if number.ordinal != expected and not continues:
                fix = write_heading_number(number.level, expected)
                message = f"编号应为“{fix}”，现为“{section.number}”。"
                yield section.id, _heading(section, report.year), message, fix
                if following is not None and following[1].ordinal == expected + 1:
                    number = replace(number, ordinal=expected)  # noqa: PLW2901 - a slip, no gap
            expected = number.ordinal + 1


@rule("S02b", Severity.DOUBT, basis="抓取的网页常丢字", example="“）规范决策”补为“（二）规范决策”")
def lost_numbers_are_confirmed(report: Report) -> Iterator[Fault]:
    """原文丢了编号的标题，补上的编号要核对。"""
    for section in report.walk():
        if section.number_inferred:
            heading = _heading(section, report.year)
            yield section.id, heading, f"原文丢了编号，按前后补为“{section.number}”。", "核对编号"


@rule("S03", Severity.HINT, basis="GB/T 9704-2012 §7.3.3", example="“一、”下面直接用“1.”")
def levels_are_not_skipped(report: Report) -> Iterator[Fault]:
    """结构层次序数依次用“一、”“（一）”“1.”“（1）”，不宜跳级。"""
    for section in report.walk():
        first = section.sections[0] if section.sections else None
        number = parse_heading_number(first.number) if first else None
        own = parse_heading_number(section.number)
        if first and number and own and number.level > own.level + 1:
            fix = write_heading_number(own.level + 1, number.ordinal)
            message = f"“{section.number}”下面直接用了“{first.number}”，跳了一级。"
            yield first.id, _heading(first, report.year), message, fix


@rule("S10", Severity.HINT, basis="《法治政府建设实施纲要》各体系", example="没有写突发事件应对")
def sections_have_text(report: Report) -> Iterator[Fault]:
    """标题下面要有内容。"""
    for section in report.walk():
        if not section.sections and not any(entry.text.strip() for entry in section.texts):
            yield section.id, _heading(section, report.year), "标题下面没有内容。", "补写或删去标题"


def _siblings(sections: Sequence[Section]) -> Iterator[Sequence[Section]]:
    yield sections
    for section in sections:
        yield from _siblings(section.sections)


def _heading(section: Section, year: int) -> str:
    return slots.render([section.number + _text_of(section.title)], slots.years(year))[0]


def _text_of(source: str) -> str:
    """Return a title with its figures blanked and its years left as slots."""
    return "".join(
        part.source
        if isinstance(part, slots.Slot) and part.is_year
        else "□"
        if isinstance(part, slots.Slot)
        else slots.escape(part)
        for part in slots.parse(source)
    )


def _plain(title: str, year: int) -> str:
    return title.format(y=year, y1=year + 1)
