"""What a drafter corrected about figures, to be done by itself at the next import."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

_NUMBER = re.compile(r"\d[\d.,]*")
_BEFORE, _AFTER = 12, 6


class CorrectionKind(StrEnum):
    """What was corrected."""

    RENAME = "rename"  # 改名; onto a name that is there already, 合并
    SPLIT = "split"  # 拆分: one of several places is another figure
    REJECT = "reject"  # 不是数据
    ACCEPT = "accept"  # 是数据: a numeral that the program took for none, at one place


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One rule.

    `found_as` and `unit` say which figure the program means by itself, `context`, unless empty, at
    which place; `label` is the name to use, empty for what is no figure.
    """

    kind: CorrectionKind
    found_as: str
    unit: str
    context: str = ""
    label: str = ""


def context(text: str, start: int, stop: int) -> str:
    """Return the words around a number, numbers blanked, alike from year to year."""
    before, after = text[max(0, start - _BEFORE) : start], text[stop : stop + _AFTER]
    return f"{_NUMBER.sub('#', before)}□{_NUMBER.sub('#', after)}"


def applying(
    corrections: Sequence[Correction], found_as: str, unit: str, place: str
) -> Correction | None:
    """Return the rule for a number: one for its very place before one for its name."""
    fitting = [
        rule
        for rule in corrections
        if (rule.found_as, rule.unit) == (found_as, unit)
        and rule.context in ("", place)
        and rule.kind is not CorrectionKind.ACCEPT
    ]
    return max(fitting, key=lambda rule: len(rule.context), default=None)
