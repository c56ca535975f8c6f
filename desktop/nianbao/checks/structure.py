"""Structure and numbering (S rules)."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from nianbao.checks.context import Context
from nianbao.checks.rule import Fault, rule
from nianbao.report.finding import AddPart, Advice, Fix, Relevel, RemoveHeading, Renumber, Severity
from nianbao.report.model import ElementKind, Section
from nianbao.report.writing import placeholder, slots
from nianbao.report.writing.numbering import (
    parse_heading_number,
    with_ordinal,
    write_heading_number,
)
from nianbao.report.writing.text import quoted, sentences
from nianbao.standards.parts import missing

_NO_TITLE, _WHOLE = "标题", "全文"


@rule("S00", "没有标题", Severity.MUST, basis="GB/T 9704-2012 §7.3.1", example="开头没有标题")
def there_is_a_title(context: Context) -> Iterator[Fault]:
    """报告要有标题。"""
    titles = list(context.report.elements(ElementKind.TITLE))
    if not titles or placeholder.is_open(titles[0].text):
        first = next(iter((*titles, *context.report.front)), None)
        yield Fault(
            piece=first.id if first else "",
            place=_NO_TITLE,
            text="",
            message="没有标题。",
            fix=Advice("补写标题"),
        )


@rule(
    "S01",
    "缺必备内容",
    Severity.MUST,
    basis="督察工作规定 年度报告主要内容",
    example="没有写“不足和原因”",
)
def required_parts_are_there(context: Context) -> Iterator[Fault]:
    """五项必备内容里，举措成效、不足和原因、第一责任人履职、下年安排四项不能缺。"""
    year = context.report.year
    for part in missing(context.report):
        if not part.required:
            continue
        message = f"没有找到必备内容{quoted(part.title_in(year))}。"
        yield Fault(place=_WHOLE, text="", message=message, fix=AddPart(part=part.id))


@rule(
    "S02", "编号不连续", Severity.MUST, basis="GB/T 9704-2012 §7.3.3", example="（一）之后是（三）"
)
def numbers_follow_each_other(context: Context) -> Iterator[Fault]:
    """同级标题编号应连续，不断号、不重号。"""
    for siblings in _siblings(context.report.sections):
        numbered = [
            (section, number)
            for section in siblings
            if (number := parse_heading_number(section.number)) is not None
        ]
        expected = 1
        for (section, number), following in zip_longest(numbered, numbered[1:]):
            continues = number.level == 3 and expected == 1  # 1. may go on across sections
            ordinal = number.ordinal
            if ordinal != expected and not continues:
                new = with_ordinal(_number(section), expected)
                message = f"编号应为{quoted(new)}，现为{quoted(section.number)}。"
                fix = Renumber(section=section.id, old=_number(section), new=new)
                yield _at(context, section, message, fix)
                if following is not None and following[1].ordinal == expected + 1:
                    ordinal = expected  # a slip, no gap
            expected = ordinal + 1


@rule(
    "S02b",
    "编号待核对",
    Severity.DOUBT,
    basis="抓取的网页常丢字",
    example="“）规范决策”补为“（二）规范决策”",
)
def lost_numbers_are_confirmed(context: Context) -> Iterator[Fault]:
    """原文丢了编号的标题，补上的编号要核对。"""
    for section in context.report.walk():
        if section.number_inferred:
            message = f"原文丢了编号，按前后补为{quoted(section.number)}。"
            fix = Renumber(section=section.id, old=section.number, new=section.number)
            yield _at(context, section, message, fix)


@rule(
    "S03",
    "层次跳级",
    Severity.HINT,
    basis="GB/T 9704-2012 §7.3.3",
    example="“一、”下面直接用“1.”",
)
def levels_are_not_skipped(context: Context) -> Iterator[Fault]:
    """结构层次序数依次用“一、”“（一）”“1.”“（1）”，不宜跳级。"""
    for section in context.report.walk():
        first = section.sections[0] if section.sections else None
        number = parse_heading_number(first.number) if first else None
        own = parse_heading_number(section.number)
        if first and number and own and number.level > own.level + 1:
            new = write_heading_number(own.level + 1, number.ordinal)
            message = f"{quoted(section.number)}下面直接用了{quoted(first.number)}，跳了一级。"
            fix = Relevel(section=first.id, old=_number(first), new=new)
            yield _at(context, first, message, fix)


@rule(
    "S10",
    "没有内容",
    Severity.HINT,
    basis="《法治政府建设实施纲要》各体系",
    example="没有写突发事件应对",
)
def sections_have_text(context: Context) -> Iterator[Fault]:
    """标题下面要有内容。"""
    for section in context.report.walk():
        if section.is_empty:
            yield _at(context, section, "标题下面没有内容。", RemoveHeading(section=section.id))


@rule(
    "S11",
    "标题没有写",
    Severity.DOUBT,
    basis="GB/T 9704-2012 §7.3.3",
    example="“（二）”后面没有标题，别的都有",
)
def headings_have_titles(context: Context) -> Iterator[Fault]:
    """同级标题都有文字的，不能有一个只剩编号。"""
    for siblings in _siblings(context.report.sections):
        bare = [section for section in siblings if not section.title.strip()]
        if len(bare) == 1 and len(siblings) > 1 and not (bare[0].is_empty or _is_item(bare[0])):
            yield _at(context, bare[0], "标题只剩编号，没有文字。", Advice("补写标题"))


def _is_item(section: Section) -> bool:
    """Whether a number has one sentence behind it and no more: an item of a list, as it stands."""
    texts = [placeholder.unmarked(slots.blanked(entry.text)).strip() for entry in section.texts]
    return not section.sections and len(texts) == 1 and len(list(sentences(texts[0]))) == 1


def _siblings(sections: Sequence[Section]) -> Iterator[Sequence[Section]]:
    yield sections
    for section in sections:
        yield from _siblings(section.sections)


def _at(context: Context, section: Section, message: str, fix: Fix) -> Fault:
    """Return a fault of a heading; it covers what is printed of it, but for its last mark."""
    printed = context.printed[section.id].text
    length = len(printed.removesuffix(section.suffix))
    heading = context.headings[section.id]
    return Fault(piece=section.id, text=heading, message=message, fix=fix, start=0, length=length)


def _number(section: Section) -> str:
    """Return a heading's number as it stands in the text, or as it should be read."""
    return section.prefix or section.number
