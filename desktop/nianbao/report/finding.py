"""What a check says."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs."""

    MUST = "必改"
    DOUBT = "疑似"
    HINT = "提示"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One finding: where it stands (a piece's id or a heading), the text, one sentence, a fix."""

    rule: str
    severity: Severity
    where: str
    text: str
    message: str
    fix: str = ""
