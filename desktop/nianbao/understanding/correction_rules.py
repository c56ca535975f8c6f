"""Corrections of figures while a report is reviewed: what rule each of them becomes.

All pure: what was understood goes in, rules come out. The rules are those that later imports follow
(see `report.correction`), so that what is corrected here need not be corrected next year.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from nianbao.errors import InputError
from nianbao.report.correction import Correction, CorrectionKind, applying
from nianbao.report.figures.figure import Mention
from nianbao.report.figures.typed import not_understood
from nianbao.report.model import EntryKind, Report, Section
from nianbao.report.numeral import Numeral, spans
from nianbao.report.writing import quantity, slots
from nianbao.report.writing.fold import folded
from nianbao.report.writing.text import quoted
from nianbao.standards.figures.quantities import quantities
from nianbao.understanding import kinds
from nianbao.understanding.numerals.numbers import at
from nianbao.understanding.structure.profile import with_profile
from nianbao.understanding.understood import Understanding

_LONGEST_UNIT = 8  # characters


def united(*several: Iterable[Correction]) -> tuple[Correction, ...]:
    """Return rules with one for each place; a later one stands for an earlier one."""
    rules = {rule.place: rule for some in several for rule in some}
    return tuple(rules.values())


def renamed(
    found: Understanding, rules: tuple[Correction, ...], mention: Mention, label: str
) -> list[Correction]:
    """Return the rules that give a mention's figure another name, everywhere in the report.

    A name that another figure has makes both one (合并).

    Raises:
        InputError: it is no name, or the two figures differ.
    """
    label = checked_label(label)
    _assure_alike(found, mention, label)
    same = [m for m in found.mentions if m.indicator == mention.indicator]
    alien = {(m.found_as, m.unit) for m in found.mentions if m.indicator != mention.indicator}
    return list(dict.fromkeys(_renaming(rules, m, label, alien) for m in same))


def _renaming(
    rules: tuple[Correction, ...], mention: Mention, label: str, alien: set[tuple[str, str]]
) -> Correction:
    """Rename by name; by place where the name alone would catch another figure too."""
    rule = applying(list(rules), mention.found_as, mention.unit, mention.context)
    if (rule and rule.context) or (mention.found_as, mention.unit) in alien:
        return placed(CorrectionKind.SPLIT, mention, label)
    return replace(placed(CorrectionKind.RENAME, mention, label), context="")


def split(found: Understanding, mention: Mention, label: str) -> list[Correction]:
    """Return the rule that makes one place of a figure another figure.

    Raises:
        InputError: it is no name or taken, or the figure stands in one place only.
    """
    label = checked_label(label)
    if sum(m.indicator == mention.indicator for m in found.mentions) < 2:
        raise InputError(
            f"“{mention.label}”在文中只出现一次，不用拆分。", do="要换个名称，请用改名。"
        )
    if any(m.label == label or m.indicator == slots.valid_name(label) for m in found.mentions):
        raise InputError(f"已经有“{label}”这个指标。", do="请换一个名称。")
    return [placed(CorrectionKind.SPLIT, mention, label)]


def rejected(mention: Mention) -> list[Correction]:
    """Return the rule that leaves a number alone, because it is no figure."""
    return [placed(CorrectionKind.REJECT, mention, "")]


def refused(numeral: Numeral) -> list[Correction]:
    """Return the rule that a numeral, asked about otherwise, is no figure."""
    return [_told(CorrectionKind.REJECT, numeral, "")]


def accepted(numeral: Numeral, label: str = "") -> list[Correction]:
    """Return the rule that makes a numeral a figure of that name, or of one the program finds.

    Raises:
        InputError: it is no name, or the numeral cannot be read as one number.
    """
    label = checked_label(label) if label else ""
    number = at(numeral.text, 0, len(numeral.text), quantities())
    if number is None or any(spans(folded(numeral.text)[number.end :])):  # 两三件 is not 两
        raise InputError(
            f"“{numeral.text}”读不出是多少，不能认作数据。", do="请在原文里改成一个数，再导入。"
        )
    return [_told(CorrectionKind.ACCEPT, numeral, label)]


def remeasured(mention: Mention, unit: str) -> list[Correction]:
    """Return the rule that gives a number at one place another unit of measure, or none.

    Raises:
        InputError: it is no unit.
    """
    unit = "".join(unit.split())
    if len(unit) > _LONGEST_UNIT or any(char.isdecimal() or char in "{}" for char in unit):
        raise InputError(f"“{unit}”不是单位。", do="单位写件、人次、元、%这样的词。")
    return [replace(placed(CorrectionKind.UNIT, mention, unit), unit="")]


def revalued(mention: Mention, typed: str) -> list[Correction]:
    """Return the rule that a number is worth what the user typed, with the sign it has.

    Raises:
        InputError: it is no number of that unit, or one that is too long.
    """
    value = quantity.parse_typed(typed, mention.unit)
    if value is None:
        raise not_understood(typed.strip(), mention.unit)
    made = placed(CorrectionKind.VALUE, mention, quantity.plain(abs(value)))
    return [replace(made, found_as=folded(mention.writing), unit="")]


def _told(kind: CorrectionKind, numeral: Numeral, label: str) -> Correction:
    return Correction(kind=kind, found_as="", unit="", context=numeral.context, label=label)


def mergeable(found: Understanding, mention: Mention) -> list[str]:
    """Return the names of the figures that can be one with a mention's: same unit, same value."""
    return list(
        dict.fromkeys(
            other.label
            for other in found.mentions
            if other.indicator != mention.indicator and _alike(other, mention)
        )
    )


def _assure_alike(found: Understanding, mention: Mention, label: str) -> None:
    name = slots.valid_name(label)
    for other in found.mentions:
        taken = other.label == label or other.indicator == name
        if taken and other.indicator != mention.indicator and not _alike(other, mention):
            one, two = (f"{quantity.readable(m.value)}{m.unit}" for m in (mention, other))
            raise InputError(
                f"“{label}”在文中是{two}，这里是{one}，不是同一个数，不能合在一起。",
                do="请换一个名称，或先核对哪个数对。",
            )


def _alike(one: Mention, other: Mention) -> bool:
    return (one.unit, one.value) == (other.unit, other.value)


def checked_label(label: str) -> str:
    """Return a label without spaces.

    Raises:
        InputError: it cannot name anything.
    """
    label = "".join(label.split())
    if not label:
        raise InputError("名称是空的。", do="请写上这个数叫什么；不是数据的，请按X。")
    if not any(char.isalpha() for char in label) or "{" in label or "}" in label:
        raise InputError(f"{quoted(label)}不能作名称。", do="请用文字说明这个数数的是什么。")
    return label


def placed(kind: CorrectionKind, mention: Mention, label: str) -> Correction:
    """Return the rule for one number, known again by what stands around it."""
    return Correction(
        kind=kind,
        found_as=mention.found_as,
        unit=mention.unit,
        context=mention.context,
        label=label,
    )


def assigned(report: Report, homes: Mapping[str, str]) -> Report:
    """Put sections where the user said they belong; what is below a part becomes of its kind."""
    if not homes:
        return report

    def moved(section: Section, old: str, new: str) -> Section:
        """Let what stood under the same standard follow."""
        own = homes.get(section.id, new if section.key == old and old != new else section.key)
        return replace(
            section,
            key=own,
            confidence=1.0 if own != section.key or section.id in homes else section.confidence,
            sections=tuple(moved(child, section.key, own) for child in section.sections),
        )

    def of_kind(section: Section, change: Callable[[EntryKind], EntryKind]) -> Section:
        return replace(
            section,
            entries=tuple(replace(e, kind=change(e.kind)) for e in section.entries),
            sections=tuple(of_kind(child, change) for child in section.sections),
        )

    changed = []
    for part in report.sections:
        new = moved(part, part.key, part.key)
        if part.id in homes:
            kind = kinds.of_part(homes[part.id])
            new = of_kind(new, partial(_unless_blank, kind))
        changed.append(new)
    return with_profile(replace(report, sections=tuple(changed)))


def _unless_blank(kind: EntryKind, old: EntryKind) -> EntryKind:
    return old if old is EntryKind.BLANK else kind
