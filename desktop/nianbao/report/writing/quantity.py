"""How a number is written, apart from what it is worth: 12万余, 1.28亿, 近550, 三.

A writing is parsed into its value; another value can then be written in the same manner.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from functools import cache
from typing import NamedTuple

from nianbao.report.writing import fold, listed, numbering
from nianbao.report.writing.chinese import CAPITALS, DIGITS, NUMERALS

SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7}
SCALES |= {"亿": 10**8, "万亿": 10**12}
PERCENT = "百分之"
_NEARLY = 20  # 近 and 约 are at most one part in so many off
_FEW = 2  # decimal places that tell a value exactly in its sample's scale
_SCALE = "万亿|[百千]?万|亿|千|百"
_PARTS = re.compile(r"(?:[零〇]?\d+[十百千]?)+")
_PART = re.compile(r"([零〇]?)(\d+)([十百千]?)")
_GAP = re.compile("(?<=[0-9]) {1,2}(?=[余多百千万亿])")
_IN_NUMBERS = frozenset(NUMERALS + CAPITALS + "余多点.,-+")
_LONGEST_UNIT = 8
_STOPS = "。，,；;、"  # that end the sentence a number was copied from
MOST_DIGITS = 18  # a longer row of digits is a code and no quantity


class _Forms(NamedTuple):
    """How the numbers look that can be read, and what may be typed behind one."""

    arabic: re.Pattern[str]
    mixed: re.Pattern[str]
    chinese: re.Pattern[str]
    typed_behind: re.Pattern[str]


@cache
def _forms() -> _Forms:
    prefix = f"(?P<prefix>{'|'.join(listed.approx().before)})?"
    before = f"{prefix}(?P<percent>{PERCENT})?"
    return _Forms(
        arabic=re.compile(
            rf"{before}"
            r"(?P<digits>[+-]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)(?:[.·]\d+)?)"
            rf"(?P<inner>[余多])?(?P<scale>{_SCALE})?(?P<outer>[余多])?"
        ),
        mixed=re.compile(
            rf"{prefix}(?P<parts>\d[\d零〇十百千万亿]*?)"
            r"(?:(?P<inner>[余多])(?P<scale>[万亿]))?(?P<outer>[余多])?"
        ),
        chinese=re.compile(
            rf"{before}(?P<digits>[{NUMERALS}{CAPITALS}]+?)"
            rf"(?:点(?P<point>[〇{DIGITS}]+))?"
            r"(?:(?P<inner>[余多])(?P<scale>[万亿])|(?P<after>万亿|[万亿]))?(?P<outer>[余多])?"
        ),
        typed_behind=re.compile(f"{'|'.join(listed.approx().behind)}|整"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A parsed writing. `scale` is the factor 万/亿 stands for, `approx` the 约词 it carries.

    `percent` says that it begins with 百分之.
    `single` writings (13万2千, 叁佰) are good for their own value only; others are written plainly.
    """

    value: Decimal
    prefix: str = ""
    percent: bool = False
    suffix: str = ""
    inner: bool = False
    scale: str = ""
    decimals: int = 0
    grouped: bool = False
    chinese: bool = False
    single: bool = False

    @property
    def approx(self) -> str:
        """The word that makes the number approximate, empty when it is exact."""
        return self.suffix or self.prefix


def parse(writing: str) -> Quantity | None:
    """Return what a writing is worth and how it is written, None when it is no such number."""
    text = _GAP.sub("", fold.folded(writing))
    return None if _length(text) > MOST_DIGITS else _parsed(text)


def _length(text: str) -> int:
    return sum(char.isdecimal() for char in text)


def _parsed(text: str) -> Quantity | None:
    if found := _forms().arabic.fullmatch(text):
        return _arabic(found)
    if found := _forms().mixed.fullmatch(text):
        return _mixed(found)
    found = _forms().chinese.fullmatch(text)
    return _chinese(found) if found else None


def _arabic(found: re.Match[str]) -> Quantity | None:
    if found["inner"] and found["outer"]:
        return None
    digits = found["digits"].replace("·", ".")
    number = Decimal(digits.replace(",", "").replace(" ", ""))
    scale = found["scale"] or ""
    return Quantity(
        value=_scaled(number, scale),
        prefix=found["prefix"] or "",
        percent=bool(found["percent"]),
        suffix=found["inner"] or found["outer"] or "",
        inner=bool(found["inner"] and scale),
        scale=scale,
        decimals=len(digits.partition(".")[2]),
        grouped="," in digits,
    )


def _mixed(found: re.Match[str]) -> Quantity | None:
    """Read 13万2千, 3万5000余, 1亿3000余万."""
    value = _mixed_value(found["parts"] + (found["scale"] or ""))
    if value is None or (found["inner"] and found["outer"]):
        return None
    return Quantity(
        value=Decimal(value),
        prefix=found["prefix"] or "",
        suffix=found["inner"] or found["outer"] or "",
        single=True,
    )


def _mixed_value(text: str) -> int | None:
    """Return what Arabic digits with 亿, 万, 千, 百 and 十 between them are worth.

    Every part is smaller than the step before it. 3万5 may be 35,000 or 30,005: it is none.
    """
    for mark in "亿万":
        head, found, tail = text.rpartition(mark)
        if found:
            high = _mixed_value(head)
            low = _mixed_value(tail) if tail else 0
            unclear = tail.isdecimal() and len(tail) == 1  # 3万5
            if high is None or low is None or low >= SCALES[mark] or unclear:
                return None
            return high * SCALES[mark] + low
    if not _PARTS.fullmatch(text):
        return None
    value, step = 0, 0
    for zero, digits, scale in _PART.findall(text):
        part = int(digits) * SCALES[scale]
        unclear = step > 10 and not (scale or zero) and len(digits) == 1  # 2百5
        if step and (part >= step or unclear):
            return None
        value, step = value + part, SCALES[scale]
    return value


def _chinese(found: re.Match[str]) -> Quantity | None:
    point = found["point"] or ""
    scale = found["scale"] or found["after"] or ""
    nested = "" if point else scale  # 一亿两千万: 万 is of 两千 only
    digits = _chinese_value(found["digits"])
    whole = _chinese_value(found["digits"] + nested)
    if whole is None or digits is None or (found["inner"] and found["outer"]):
        return None
    number = Decimal(whole) + (Decimal(_row(point)).scaleb(-len(point)) if point else 0)
    return Quantity(
        value=_scaled(number, scale) if point else number,
        prefix=found["prefix"] or "",
        percent=bool(found["percent"]),
        suffix=found["inner"] or found["outer"] or "",
        inner=bool(found["inner"]),
        scale=scale if found["inner"] or point else "",
        decimals=len(point),
        chinese=True,
        single=any(char in CAPITALS for char in found["digits"])
        or (bool(found["inner"]) and whole != digits * SCALES[scale]),
    )


def _row(digits: str) -> str:
    return "".join(str(numbering.parse_chinese(digit)) for digit in digits)


def _scaled(number: Decimal, scale: str) -> Decimal:
    """Apply 万 or 亿; the zeros that this leaves behind the point mean nothing."""
    value = number * SCALES[scale]
    return value.to_integral_value() if scale and value == value.to_integral_value() else value


def _chinese_value(digits: str) -> int | None:
    """Return the value of Chinese numerals with 万 and 亿: 一万五千亿, 百, 二〇二四.

    三万五 may be 35,000 or 30,005, so it is none.
    """
    head, mark, tail = digits.rpartition("亿")
    if not mark:
        head, mark, tail = digits.rpartition("万")
    if not mark:
        return numbering.parse_chinese(digits)
    high = _chinese_value(head) if head else 1
    low = _chinese_value(tail) if tail else 0
    if (
        high is None
        or low is None
        or low >= SCALES[mark]
        or mark in head
        or (len(tail) == 1 and tail not in "十百千")
    ):
        return None
    return high * SCALES[mark] + low


def plain(value: Decimal) -> str:
    """Write a value in plain digits, without exponent, keeping its decimals: 1200, 92.72."""
    return f"{value:f}"


def readable(value: Decimal) -> str:
    """Write a value for the user to read at a glance, losing nothing: 1.28亿, 5484.1213万."""
    for scale in ("亿", "万"):
        number = (value / SCALES[scale]).normalize()
        exponent = number.as_tuple().exponent
        assert isinstance(exponent, int)
        if abs(number) >= 1 and exponent >= -4 and (abs(value) >= 10**6 or exponent >= 0):
            return f"{number:f}{scale}"
    return plain(value)


def write(value: Decimal, like: str) -> str:
    """Write a value in the manner of a sample.

    The sample's own value gives the sample back. 余, 多, 超, 逾 round down, 近 rounds up, 约 rounds
    half up, to as many digits as the sample has; a value that is exact at those digits loses the
    word.
    Chinese numerals stay Chinese up to 十 (GB/T 15835-2011 §4).
    """
    style = parse(like)
    if style is not None and value == style.value:
        return like
    if style is None or style.single or value < 0 or style.value < 0:
        return plain(value)
    if style.chinese and not style.scale:  # 百余万 goes on in Arabic figures: 230余万
        return _write_chinese(value, style)
    return _write_arabic(value, style)


def _write_arabic(value: Decimal, style: Quantity) -> str:
    scale = style.scale
    if value and value < SCALES[scale]:  # 0.9亿 is written 9000万, 0.5万 is written 5000
        scale = "万" if SCALES[scale] > SCALES["万"] <= value else ""
    number = value / SCALES[scale]
    step = Decimal(1).scaleb(-style.decimals) if scale == style.scale else Decimal(1)
    if style.approx:
        number, exact = _rounded(number, max(step, _step(style)), style)
    elif scale == style.scale and (style.scale or style.decimals):
        number, exact = _exact(number, step), False
    else:
        exact = False
    digits = f"{number:,f}" if style.grouped else f"{number:f}"
    prefix, suffix = ("", "") if exact else (style.prefix, style.suffix)
    prefix += PERCENT * style.percent
    return prefix + (digits + suffix + scale if style.inner else digits + scale + suffix)


def _exact(number: Decimal, step: Decimal) -> Decimal:
    """Return a number to the sample's last place, with more places where few tell it all.

    Like 120万 are written 150.5万 and 35.27万, but 1.3456亿 like 1.2亿 is 1.3亿.
    """
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    few = Decimal(1).scaleb(max(exponent, -_FEW))
    kept = min(step, few) if number == number.quantize(few) else step
    return number.quantize(kept, ROUND_HALF_UP)


def _step(style: Quantity) -> Decimal:
    """Return the place of the sample's last digit that is not a padding zero, in its own scale."""
    number = (style.value / SCALES[style.scale]).normalize()
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(min(exponent, 0) if style.decimals else exponent)


def _rounded(number: Decimal, step: Decimal, style: Quantity) -> tuple[Decimal, bool]:
    """Round to the step (finer where that would leave nothing); say whether nothing was lost."""
    while number and step > number:
        step /= 10
    word = style.prefix[-1:] or style.suffix
    either_way = _either_way()
    how = either_way.get(word, ROUND_FLOOR)
    rounded = (number / step).to_integral_value(how) * step
    while word in either_way and abs(rounded - number) * _NEARLY > number:
        step /= 10  # 1001 is not 近2000
        rounded = (number / step).to_integral_value(how) * step
    places = Decimal(1).scaleb(-style.decimals) if step < 1 else Decimal(1)
    rounded = rounded.quantize(min(places, step))
    return rounded, rounded == number


@cache
def _either_way() -> dict[str, str]:
    """Return how to round with the words that do not say “at least”."""
    known = listed.approx()
    half = dict.fromkeys(known.rounded_half, ROUND_HALF_UP)
    return dict.fromkeys(known.rounded_up, ROUND_CEILING) | half


def _write_chinese(value: Decimal, style: Quantity) -> str:
    few = value < 10_000 and (value <= 10 or style.value > 10)
    if not few and not style.percent:
        return plain(value)
    number, prefix, suffix = value, style.prefix, style.suffix
    if style.approx and (style.percent or is_whole(value)):
        number, exact = _rounded(value, _step(style), style)
        prefix, suffix = ("", "") if exact else (prefix, suffix)
    if not is_whole(number):
        return _write_point(number, style, prefix)
    prefix += PERCENT * style.percent
    if number >= 10_000:
        return prefix + plain(number) + suffix
    digits = "两" if number == 2 and not style.percent else numbering.to_chinese(int(number))
    if digits[:2] in ("一百", "一千") and suffix and len(digits) == 2:
        digits = digits[1:]  # 百余, 千余
    return prefix + digits + suffix


def is_whole(value: Decimal) -> bool:
    """Whether a value has no fraction."""
    return value == value.to_integral_value()


def _write_point(value: Decimal, style: Quantity, prefix: str) -> str:
    """Write a value with decimals in Chinese numerals where the sample has some: 九十九点八."""
    if not style.decimals or value >= 10_000:
        return plain(value) + "%" * style.percent
    whole, _, point = plain(value).partition(".")
    digits = "".join(numbering.to_chinese(int(digit)) for digit in point)
    prefix += PERCENT * style.percent
    return f"{prefix}{numbering.to_chinese(int(whole))}点{digits}"


def parse_typed(text: str, unit: str = "") -> Decimal | None:
    """Return the number the user typed or pasted, None for no number.

    Any writing of a text will do (full width, 1,234, 12万, 约3000余万, 八十三), with the figure's
    own unit behind it or none; another unit is no answer. Without `unit` any short word may do.
    There is no -0.
    """
    return _typed(text, unit, parse)


def is_too_long(text: str, unit: str = "") -> bool:
    """Whether what was typed is a number, and no answer only because it has too many digits."""
    return _length(text) > MOST_DIGITS and _typed(text, unit, _parsed) is not None


def _typed(text: str, unit: str, read: Callable[[str], Quantity | None]) -> Decimal | None:
    cleaned = fold.folded(text).strip().rstrip(_STOPS).rstrip()
    for stop in range(len(cleaned), max(0, len(cleaned) - _LONGEST_UNIT - 1), -1):
        rest = _forms().typed_behind.sub("", cleaned[stop:]).strip()
        number = cleaned[:stop].rstrip()
        if (rest and not _is_unit(rest, unit)) or number in SCALES:
            continue
        quantity = read(number)
        if quantity and not (quantity.percent and unit not in ("", "%")):
            return quantity.value or abs(quantity.value)
    return None


def _is_unit(rest: str, unit: str) -> bool:
    """Whether what the user typed behind a number is a unit, the given one if one is given."""
    if unit:
        return rest == unit
    return not any(char.isdecimal() or char in _IN_NUMBERS for char in rest)
