"""The word between two numbers says which way it went, and the numbers agree (N18)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from nianbao.checks.context import Context
from nianbao.checks.rule import Fault, rule
from nianbao.report.finding import Advice, Severity
from nianbao.report.writing.text import quoted
from nianbao.standards.figures.relations import turned

_REACH = 16  # characters before the first number in which 由 or 从 stands


@rule(
    "N18",
    "升降的字和数对不上",
    Severity.MUST,
    basis="数字与文字表述一致",
    example="由97件增加到90件",
)
def words_agree_with_numbers(context: Context) -> Iterator[Fault]:
    """由几到几，说增加的要真的增加，说下降的要真的下降。"""
    for piece, printed in context.printed.items():
        for one, other in pairwise(printed.numbers):
            end, stop = one.start + one.length, other.start + other.length
            led = turned().led.search(printed.text, max(0, one.start - _REACH), one.start)
            between = turned().between.fullmatch(printed.text, end, other.start)
            if led and between and _is_contrary(context, one.name, other.name, between):
                yield Fault(
                    piece=piece,
                    text=printed.text[led.start() : stop],
                    message=f"写的是{quoted(between['word'])}，前后两个数不是这样。",
                    fix=Advice("改写"),
                    start=led.start(),
                    length=stop - led.start(),
                )


def _is_contrary(context: Context, first: str, second: str, between: re.Match[str]) -> bool:
    """Whether two figures of one unit are both known and did not go the way that is said."""
    ledger = context.ledger
    if ledger.indicators[first].unit != ledger.indicators[second].unit:
        return False
    then, now = ledger.known(first), ledger.known(second)
    if then is None or now is None:
        return False
    return now <= then if between["rise"] else now >= then
