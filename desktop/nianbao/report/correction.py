"""What a drafter corrected about figures, to be done by itself at the next import."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from nianbao.report.writing import slots

_NUMBER = re.compile(r"\d[\d.,]*")
_BEFORE, _AFTER = 12, 6  # characters once the numbers are blanked, so that their length is nothing
_REACH = 80  # within which so many are found


class CorrectionKind(StrEnum):
    """What was corrected."""

    RENAME = "rename"  # 改名; onto a name that is there already, 合并
    SPLIT = "split"  # 拆分: one of several places is another figure
    REJECT = "reject"  # 不是数据
    ACCEPT = "accept"  # 是数据: a numeral that the program took for none, at one place
    UNIT = "unit"  # 单位: what is counted at one place is measured otherwise
    VALUE = "value"  # 改值: what stands at one place is worth something else, in this text only


_OF_NAMES = (CorrectionKind.RENAME, CorrectionKind.SPLIT, CorrectionKind.REJECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One rule.

    `found_as` and `unit` say which figure the program means by itself, `context`, unless empty, at
    which place; `label` is the name to use, empty for what is no figure. A numeral accepted without
    a label is named by the program. Of a UNIT, `label` is the unit of measure. Of a VALUE it is the
    number, and `found_as` how the text writes it, so that it never is taken for another number.
    """

    kind: CorrectionKind
    found_as: str
    unit: str
    context: str = ""
    label: str = ""

    @property
    def place(self) -> tuple[str, str, str, str]:
        """What it is about; of two rules on the same the later one holds."""
        named = self.kind not in (CorrectionKind.UNIT, CorrectionKind.VALUE)
        return ("" if named else self.kind.value, self.found_as, self.unit, self.context)


def context(text: str, start: int, stop: int) -> str:
    """Return the words around a number, numbers blanked, alike from year to year."""
    before = _NUMBER.sub("#", text[max(0, start - _REACH) : start])
    after = _NUMBER.sub("#", text[stop : stop + _REACH])
    return f"{before[-_BEFORE:]}{slots.BLANK}{after[:_AFTER]}"


def applying(
    corrections: Sequence[Correction], found_as: str, unit: str, around: str
) -> Correction | None:
    """Return the rule for a number: one for its very place before one for its name."""
    fitting = [
        rule
        for rule in corrections
        if (rule.found_as, rule.unit) == (found_as, unit)
        and rule.context in ("", around)
        and rule.kind in _OF_NAMES
    ]
    return max(fitting, key=lambda rule: len(rule.context), default=None)


def said(
    corrections: Sequence[Correction], kind: CorrectionKind, found_as: str, around: str
) -> str | None:
    """Return what was said of the UNIT or the VALUE at a place, None when nothing was."""
    asked = Correction(kind=kind, found_as=found_as, unit="", context=around).place
    return next((rule.label for rule in corrections if rule.place == asked), None)
