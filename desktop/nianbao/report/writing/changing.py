"""A change against last year, whose word follows the sign: 增长22%, 下降了33%, 增加3名, 持平.

A value is positive for a rise and negative for a fall, whatever the sample says.
"""

from decimal import Decimal
from functools import lru_cache

from nianbao.report.writing import quantity

UNCHANGED = "持平"
_OF_RATES = ("%", "百分点", "个百分点")  # these go down, what is counted gets less


def write_change(value: Decimal, like: str, rise: str, fall: str) -> str:
    """Write a change in the manner of a sample, with the word for its sign.

    `rise` and `fall` are the sample's own word and its opposite. No change is 持平.
    """
    parts = _parts(like)
    if parts is None:
        return quantity.plain(value)
    if value == 0:
        return UNCHANGED
    before, number, unit = parts
    own = fall if before.startswith(fall) else rise
    particle = before.removeprefix(own)
    word = rise if value > 0 else fall
    return word + particle + quantity.write(abs(value), number) + unit


def told(value: Decimal, unit: str) -> str:
    """Return a value for reading; a negative one by its word: 下降25.0 for -25.0%, 减少3 for -3."""
    if value >= 0:
        return quantity.readable(value)
    word = "下降" if unit in _OF_RATES else "减少"
    return word + quantity.readable(abs(value))


def amount(written: str) -> quantity.Quantity | None:
    """Return how much a written change says: 7.4 of 增长7.4%; None where it says no number."""
    parts = _parts(written)
    return quantity.parse(parts[1]) if parts else None


@lru_cache(maxsize=1024)
def _parts(like: str) -> tuple[str, str, str] | None:
    """Return what stands before the number of a sample, the number, and what stands behind it."""
    for start in range(len(like)):
        for stop in range(len(like), start, -1):
            if quantity.parse(like[start:stop]) is not None:
                return like[:start], like[start:stop], like[stop:]
    return None
