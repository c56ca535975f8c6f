"""The date of a report in any writing: in capitals, in English, in parts, with a blank day."""

import re
import unicodedata

from nianbao.report.writing.chinese import CAPITALS, COUNTING, STEPS
from nianbao.report.writing.numbering import parse_chinese
from nianbao.standards.layout import Layout

_LONGEST = 40  # characters of a date with all that stands beside it
_PLAIN = str.maketrans(CAPITALS + "零曰目午", COUNTING + STEPS + "〇日日年")
_ZERO = re.compile("(?<=[\\d.年月])[OoОоΟο]|[OoОоΟο](?=\\d)")  # 2O26年2月1О日
_NUMERAL = r"(?:\d{1,4}|[〇一二两三四五六七八九十廿卅百千]{1,9})"
_MARK = r"[年./\\\-—_,，、。·]"
_IN_ORDER = re.compile(
    rf"\D{{0,9}}?({_NUMERAL})年?度?{_MARK}?({_NUMERAL}|元)(?:月份?|{_MARK}|(?=\d\d(?!\d)))"
    rf"({_NUMERAL})?[日号]?"
)
_BLANK_DAY = re.compile(r"[×xX_*□△○]{1,4}[日号]?$")
_MORE = re.compile("[日月]")
_LAST_IS_YEAR = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](20\d\d)")
_ENGLISH = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[-. ]{0,2})?\b([a-z]{3,9})[-., ]{0,3}"
    r"(?:(\d{1,2})(?:st|nd|rd|th)?[-., ]{1,3})?(20\d\d)"
)
_CENTURY, _CENTURY_YEARS = 2000, 100
_MONTHS, _DAYS = 12, 31
_DIGITS_OF_DAY = 2


def is_told(plain: str, layout: Layout) -> bool:
    """Whether a short text is a date and nothing else, in whatever writing."""
    if len(plain) > _LONGEST or not layout.day.whole.fullmatch(plain):
        return False
    return layout.day.told.search(plain) is not None


def start_of_last(plain: str, layout: Layout) -> int | None:
    """Return where the date begins that a text ends with, None where it does not end so."""
    at = max(0, len(plain) - _LONGEST)
    found = layout.day.ending.search(plain, at)
    if found is None or not layout.day.month.search(found[0]):
        return None
    return found.start()


def iso(plain: str, layout: Layout) -> str:
    """Return a date as 2025-02-13, without a day as 2025-02, nothing where it is not sure."""
    day = layout.day
    if not is_told(plain, layout) or day.lunar.search(plain):
        return ""
    if found := _ENGLISH.search(plain.lower()):
        month = next((n for n, name in enumerate(day.months, 1) if found[2].startswith(name)), 0)
        return written(int(found[4]), month, int(found[1] or found[3] or 0))
    if found := _LAST_IS_YEAR.search(plain):
        first, second = int(found[1]), int(found[2])
        if first <= _MONTHS and second <= _MONTHS and first != second:
            return ""  # 05/01/2026 may be either
        return written(int(found[3]), min(first, second), max(first, second))
    close = "".join(unicodedata.normalize("NFKC", plain).translate(_PLAIN).split())
    close = _BLANK_DAY.sub("", _ZERO.sub("0", close))
    found = _IN_ORDER.match(close)
    if found is None or _MORE.search(close, found.end()):  # 1月15日—20日
        return ""
    year, month, day_of_month = (value(group or "") for group in found.groups())
    return written(year, month, day_of_month)


def written(year: int, month: int, day: int) -> str:
    """Return a date as 2025-02-13, without its day (0) as 2025-02, nothing where it is none."""
    year += _CENTURY if 0 < year < _CENTURY_YEARS else 0
    if not (year >= _CENTURY and 1 <= month <= _MONTHS and day <= _DAYS):
        return ""
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"


def value(text: str) -> int:
    """Return what the numeral of a year, a month or a day is worth, 0 when it is none."""
    if text == "元":
        return 1
    if text.isdecimal():
        return int(text)
    if number := parse_chinese(text):
        return number
    digits = [parse_chinese(char) or 0 for char in text]  # 二三日 is meant for 二十三日
    return int("".join(map(str, digits))) if len(digits) == _DIGITS_OF_DAY else 0
