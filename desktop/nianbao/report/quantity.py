"""How a number is written, apart from what it is worth: 12万余, 1.28亿, 近550, 三.

A writing is parsed into its value; another value can then be written in the same manner.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from nianbao.report import numbering

SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}
SCALES["万亿"] = 10**12
_PREFIXES = "接近|将近|超过|近|约|超|逾"
_ROUNDING = {"近": ROUND_CEILING, "约": ROUND_HALF_UP}  # every other word says “at least”
_ARABIC = re.compile(
    rf"(?P<prefix>{_PREFIXES})?(?P<digits>\d{{1,3}}(?:[, ]\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<inner>[余多])?(?P<scale>万亿|[百千]?万|亿|千|百)?(?P<outer>[余多])?"
)
_CHINESE = re.compile(
    rf"(?P<prefix>百分之|{_PREFIXES})?(?P<digits>[零〇一二三四五六七八九十百千万亿两]+)"
    r"(?:(?P<inner>[余多])(?P<scale>[万亿]))?(?P<outer>[余多])?"
)
_TYPED = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A parsed writing. `scale` is the factor 万/亿 stands for, `approx` the 约词 it carries."""

    value: Decimal
    prefix: str = ""
    suffix: str = ""
    inner: bool = False
    scale: str = ""
    decimals: int = 0
    grouped: bool = False
    chinese: bool = False

    @property
    def approx(self) -> str:
        """The word that makes the number approximate, empty when it is exact."""
        return self.suffix or ("" if self.prefix == "百分之" else self.prefix)


def parse(writing: str) -> Quantity | None:
    """Return what a writing is worth and how it is written, None when it is no such number."""
    text = unicodedata.normalize("NFKC", writing)
    if found := _ARABIC.fullmatch(text):
        return _arabic(found)
    found = _CHINESE.fullmatch(text)
    number = _chinese_value(found["digits"]) if found else None
    if found and number is not None:
        scale = found["scale"] or ""
        return Quantity(
            value=Decimal(number) * SCALES[scale],
            prefix=found["prefix"] or "",
            suffix=found["inner"] or found["outer"] or "",
            inner=bool(found["inner"]),
            scale=scale,
            chinese=True,
        )
    return None


def _arabic(found: re.Match[str]) -> Quantity | None:
    if found["inner"] and found["outer"]:
        return None
    digits = found["digits"]
    number = Decimal(digits.replace(",", "").replace(" ", ""))
    scale = found["scale"] or ""
    return Quantity(
        value=_scaled(number, scale),
        prefix=found["prefix"] or "",
        suffix=found["inner"] or found["outer"] or "",
        inner=bool(found["inner"] and scale),
        scale=scale,
        decimals=len(digits.partition(".")[2]),
        grouped="," in digits,
    )


def _scaled(number: Decimal, scale: str) -> Decimal:
    """Apply 万 or 亿; the zeros that this leaves behind the point mean nothing."""
    value = number * SCALES[scale]
    return value.to_integral_value() if scale and value == value.to_integral_value() else value


def _chinese_value(digits: str) -> int | None:
    """Return the value of Chinese numerals with 万 and 亿: 一万五千亿, 百, 二〇二四."""
    head, mark, tail = digits.rpartition("亿")
    if not mark:
        head, mark, tail = digits.rpartition("万")
    if not mark:
        return numbering.parse_chinese(digits)
    high = _chinese_value(head) if head else None
    low = _chinese_value(tail) if tail else 0
    return None if high is None or low is None else high * SCALES[mark] + low


def plain(value: Decimal) -> str:
    """Write a value in plain digits, without exponent, keeping its decimals: 1200, 92.72."""
    return f"{value:f}"


def readable(value: Decimal) -> str:
    """Write a value for a person to read at a glance, losing nothing: 1.28亿, 5484.1213万."""
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
    if style is None or value < 0:
        return plain(value)
    if value == style.value:
        return like
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
        number, exact = number.quantize(step, ROUND_HALF_UP), False
    else:
        exact = False
    digits = f"{number:,f}" if style.grouped else f"{number:f}"
    prefix, suffix = ("", "") if exact else (style.prefix, style.suffix)
    return prefix + (digits + suffix + scale if style.inner else digits + scale + suffix)


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
    rounded = (number / step).to_integral_value(_ROUNDING.get(word, ROUND_FLOOR)) * step
    places = Decimal(1).scaleb(-style.decimals) if step < 1 else Decimal(1)
    rounded = rounded.quantize(min(places, step) if step < 1 else places)
    return rounded, rounded == number


def _write_chinese(value: Decimal, style: Quantity) -> str:
    whole = value == value.to_integral_value() and value < 10_000
    few = value <= 10 or style.value > 10
    if not (whole and few) and style.prefix != "百分之":
        return plain(value)
    if not whole:
        return plain(value) + "%"
    number, prefix, suffix = value, style.prefix, style.suffix
    if style.approx:
        number, exact = _rounded(value, _step(style), style)
        prefix, suffix = ("", "") if exact else (prefix, suffix)
    digits = "两" if number == 2 and style.prefix != "百分之" else numbering.to_chinese(int(number))
    if digits[:2] in ("一百", "一千") and suffix and len(digits) == 2:
        digits = digits[1:]  # 百余, 千余
    return prefix + digits + suffix


def parse_typed(text: str) -> Decimal | None:
    """Return the number a person typed (full width, 1,234, 12万, 13.5%), None for no number."""
    cleaned = unicodedata.normalize("NFKC", text).strip().rstrip("%").strip()
    if _TYPED.fullmatch(cleaned):
        return Decimal(cleaned.replace(",", ""))
    quantity = parse(cleaned)
    return None if quantity is None or quantity.approx else quantity.value
