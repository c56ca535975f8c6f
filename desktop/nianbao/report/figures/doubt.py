"""Whether a number that was typed can be meant so, judged by last year's."""

from decimal import Decimal

from nianbao.report.figures.figure import Indicator, Period
from nianbao.report.writing import quantity

_LARGE = 100  # from here on a number changes less from year to year than a small one
_FAR, _FAR_OF_LARGE = 1000, 100  # times last year's, or a part of it, at which somebody is asked
_STEEP = 1000  # per cent by which little grows
_NEAR = 5  # times last year's, within which another scale is taken for what was meant
_SCALES = ("万", "亿")


def doubt(
    indicator: Indicator, value: Decimal, prior: Decimal | None, typed: str, *, whole: bool = False
) -> str:
    """Return what to ask about a number, nothing when it can be meant so.

    `prior` is last year's value, None when unknown; `whole`: what is counted has no fractions.
    """
    if indicator.unit == "%":
        return _rate(indicator, value, prior)
    if whole and not quantity.is_whole(value) and (prior is None or quantity.is_whole(prior)):
        return _fraction(indicator, value)
    if prior is None or not prior or not value:
        return ""
    share = abs(value) / abs(prior)
    meant = abs(prior) < _LARGE or any(scale in typed for scale in _SCALES)
    far = _FAR if meant else _FAR_OF_LARGE
    if 1 / Decimal(far) < share < far:
        return ""
    then, now = quantity.readable(prior), quantity.readable(value)
    for scale in _SCALES:
        if scale in typed:
            continue  # it is meant so
        if _is_near(value * quantity.SCALES[scale], prior):
            return f"上年是{then}，这里填的是{now}：是{now}，还是{now}{scale}？"
        if _is_near(value / quantity.SCALES[scale], prior):
            less = quantity.readable((value / quantity.SCALES[scale]).normalize())
            return f"上年是{then}，这里填的是{now}：是{now}，还是{less}？"
    return f"上年是{then}，这里填的是{now}，相差很多：没有写错吗？"


def _fraction(indicator: Indicator, value: Decimal) -> str:
    """Ask about a fraction of what can only be counted; 1.023 may be 1,023."""
    said = f"数的是{indicator.unit or '个数'}，这里填的是{quantity.plain(value)}"
    thousand = value * 1000
    if quantity.is_whole(thousand) and not quantity.is_whole(value * 100):
        less, more = quantity.plain(value), quantity.plain(thousand.to_integral_value())
        return f"{said}：是{less}，还是{more}？"
    return f"{said}，带着小数：没有写错吗？"


def _rate(indicator: Indicator, value: Decimal, prior: Decimal | None) -> str:
    if indicator.period is Period.CHANGE:
        far = abs(value) > _STEEP and (prior is None or abs(prior) <= _STEEP)
        return f"是{quantity.readable(value)}%：没有写错吗？" if far else ""
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
