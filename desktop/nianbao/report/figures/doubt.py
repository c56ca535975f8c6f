"""Whether a number that was typed can be meant so, judged by last year's."""

from decimal import Decimal

from nianbao.report.figures.figure import Indicator, Period
from nianbao.report.writing import quantity

_FAR = 1000  # times last year's, or a part of it, at which somebody is asked
_NEAR = 5  # times last year's, within which another scale is taken for what was meant
_SCALES = ("万", "亿")


def doubt(indicator: Indicator, value: Decimal, prior: Decimal | None, typed: str) -> str:
    """Return what to ask about a number, nothing when it can be meant so.

    A number typed with 万 or 亿 is meant so; `prior` is last year's value, None when unknown.
    """
    if indicator.unit == "%":
        return _rate(indicator, value, prior)
    if prior is None or not prior or not value or any(scale in typed for scale in _SCALES):
        return ""
    share = abs(value) / abs(prior)
    if 1 / Decimal(_FAR) < share < _FAR:
        return ""
    then, now = quantity.readable(prior), quantity.readable(value)
    for scale in _SCALES:
        if _is_near(value * quantity.SCALES[scale], prior):
            return f"上年是{then}，这里填的是{now}：是{now}，还是{now}{scale}？"
        if _is_near(value / quantity.SCALES[scale], prior):
            less = quantity.readable((value / quantity.SCALES[scale]).normalize())
            return f"上年是{then}，这里填的是{now}：是{now}，还是{less}？"
    return f"上年是{then}，这里填的是{now}，相差很多：没有写错吗？"


def _rate(indicator: Indicator, value: Decimal, prior: Decimal | None) -> str:
    if indicator.period is not Period.RATE:
        return ""
    if value > 100:
        return f"{quantity.plain(value)}%超过了100%：没有写错吗？"
    if 0 < value < 1 and (prior is None or prior > 1):
        hundred = quantity.plain((value * 100).normalize())
        return f"是{quantity.plain(value)}%，还是{hundred}%？"
    return ""


def _is_near(value: Decimal, prior: Decimal) -> bool:
    return 1 / Decimal(_NEAR) <= abs(value) / abs(prior) <= _NEAR


def directed(value: Decimal, prior: Decimal | None, *, falls: bool) -> Decimal:
    """Return a change with its sign; one that is called a fall is negative when typed without."""
    return -value if falls and value > 0 and (prior is None or prior < 0) else value


def doubt_direction(value: Decimal, prior: Decimal | None) -> str:
    """Return what to ask about the direction of a change whose name does not say it."""
    if prior is None or prior >= 0 or value <= 0:
        return ""
    then, now = quantity.readable(abs(prior)), quantity.readable(value)
    return f"上年是下降{then}，这里填的是{now}：是增长{now}，还是下降{now}（写“-{now}”）？"
