"""What stands between a draft and the final copy: marks that are still to be filled or checked."""

import re
from collections.abc import Iterator

from nianbao.report.finding import Finding, Severity
from nianbao.report.flow import Line

_MARK = re.compile("【(?P<what>待填|待核|不适用)：[^】]*】")
_SAID = {
    "待填": "还没有填。",
    "待核": "是去年的，要改成今年的或删去。",
    "不适用": "不适用，这句话要改写。",
}


def pending(lines: list[Line]) -> Iterator[Finding]:
    """Yield a finding for every mark of a rendered report."""
    for line in lines:
        for span in line:
            for found in _MARK.finditer(span.text):
                yield Finding(
                    rule="P00",
                    severity=Severity.MUST,
                    where=span.piece,
                    text=found[0],
                    message=_SAID[found["what"]],
                )
