"""What an entry is (a measure, what is wanting, what is planned), from the words around it."""

import re

from nianbao.report.model import EntryKind
from nianbao.report.writing.years import in_digits
from nianbao.standards import structure
from nianbao.standards.layout import Layout

_PARTS = {EntryKind.SHORTCOMING: structure.SHORTCOMINGS, EntryKind.PLAN: structure.NEXT_YEAR}
_FRAME = re.compile(r"^[^\u4e00-\u9fff\d]{0,9}|[^\u4e00-\u9fff\d]{1,9}$")  # around a title alone
_BEGINNING = 40  # characters in which a paragraph says what it tells


def of_part(part: str) -> EntryKind:
    """Return what the entries of a standard part are."""
    standard = structure.parts().get(part)
    return standard.kind if standard else EntryKind.OTHER


def part_of(kind: EntryKind, part: str) -> str:
    """Return the part that headings below one of a kind belong to; `part` is its own."""
    return _PARTS.get(kind, part)


def below(part: str, title: str, layout: Layout) -> EntryKind:
    """Return what stands below a heading of a part: its title says so, or the part itself."""
    told, plain = layout.told_by_text, in_digits(title)
    if len(named(title)) > 1:  # 问题和改进方向: the text says where it turns to the plans
        return EntryKind.SHORTCOMING
    if told["plan_title"].search(plain):
        return EntryKind.PLAN
    if told["shortcoming_title"].search(plain):
        return EntryKind.SHORTCOMING
    return of_part(part)


def named(title: str) -> frozenset[EntryKind]:
    """Return which of what was wanting and what is planned the title of a part names."""
    parts, plain = structure.parts(), in_digits(title)
    return frozenset(kind for kind, part in _PARTS.items() if parts[part].is_named(plain))


def told_by_title(line: str, layout: Layout) -> EntryKind | None:
    """Return what stands below a line that is the title of a part without its number.

    None for any other line, and where the title tells of what was done.
    """
    title = _FRAME.sub("", in_digits(line))
    told = below("", title, layout) if structure.is_part_alone(title) else None
    return told if told and told.is_written_anew else None


def leads_in(line: str, below: str, layout: Layout) -> bool:
    """Whether a line stands before 一是, 二是: what comes after these does not belong to it."""
    return is_shortcoming(line, layout) and continues(below, layout)


def led_to(text: str, layout: Layout) -> EntryKind | None:
    """Return what the lines below a text are when it ends with a colon and says so, else None."""
    if not in_digits(text.strip()).endswith(("：", ":")):
        return None
    if _begins("plan", text, layout):
        return EntryKind.PLAN
    return EntryKind.SHORTCOMING if is_shortcoming(text, layout) else None


def of_paragraph(text: str, before: EntryKind, year: int, layout: Layout) -> EntryKind | None:
    """Return what a paragraph says that it tells, wherever it stands; None when it does not say.

    It goes on with what the one before it told (`before`) until it tells of something else.
    """
    plain = in_digits(text.strip())
    if _is_plan(plain[:_BEGINNING], year, layout):
        return EntryKind.PLAN
    if is_shortcoming(plain, layout):
        return EntryKind.SHORTCOMING
    return before if _goes_on(plain, before, year, layout) else None


def turns_to_plan(sentence: str, year: int, layout: Layout) -> bool:
    """Whether a sentence among those of what is wanting says what will be done about it."""
    plain = in_digits(sentence.strip())
    return _begins("remedy", plain, layout) or _is_plan(plain[:_BEGINNING], year, layout)


def is_shortcoming(sentence: str, layout: Layout) -> bool:
    """Whether a sentence begins by saying that it tells what is wanting."""
    return _begins("shortcoming", sentence, layout)


def continues(sentence: str, layout: Layout) -> bool:
    """Whether a sentence is a point of a list: 一是, 第二, （3）."""
    return _begins("continued", sentence, layout)


def is_lacking(sentence: str, layout: Layout) -> bool:
    """Whether a sentence that names no remedy tells what is not as it should be."""
    return _begins("lacking", sentence, layout)


def _begins(cue: str, text: str, layout: Layout) -> bool:
    """Whether a text begins with a cue of `told_by_text` in resources/layout.toml."""
    return layout.told_by_text[cue].match(in_digits(text.strip())) is not None


def _goes_on(plain: str, before: EntryKind, year: int, layout: Layout) -> bool:
    if before is EntryKind.SHORTCOMING:
        return continues(plain, layout)
    return before is EntryKind.PLAN and not _is_done(plain, year, layout)


def _is_plan(plain: str, year: int, layout: Layout) -> bool:
    """Whether a paragraph that begins so says what comes next."""
    if _begins("plan", plain, layout):
        return True
    ahead = plain.removeprefix(f"{year + 1}年")
    return ahead != plain and layout.told_by_text["intended"].search(ahead) is not None


def _is_done(plain: str, year: int, layout: Layout) -> bool:
    """Whether a paragraph tells what was done, so that a plan before it has ended."""
    if plain.startswith(f"{year}年"):
        return True
    return layout.told_by_text["done"].search(plain) is not None
