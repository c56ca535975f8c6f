"""What is still to be filled in or checked stands in the text as a placeholder (P00)."""

from collections.abc import Iterator

from nianbao.checks.context import Context
from nianbao.checks.open_items import PENDING, PRINTED, in_text
from nianbao.checks.rule import Fault, rule
from nianbao.report.finding import Advice, Fill, Severity


@rule(
    PENDING,
    "待填待核",
    Severity.MUST,
    basis="没有确认过的数和文字不能定稿",
    example="【待填：行政复议新收数（件；上年83）】",
    ignorable=False,
)
def nothing_is_open(context: Context) -> Iterator[Fault]:
    """待填、待核、不适用的地方都要处理。"""
    for item in in_text(context):
        if item.kind in PRINTED:
            yield Fault(
                piece=item.piece,
                text=context.printed[item.piece].text[item.start : item.start + item.length],
                message=item.reason,
                fix=Advice("改写") if item.kind.is_check else Fill(figure=item.figure),
                start=item.start,
                length=item.length,
            )
