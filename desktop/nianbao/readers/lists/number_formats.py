"""How Word writes the n-th number of a list: w:numFmt (ECMA-376 part 1, §17.18.59).

[x] decimal, decimalZero, full width, enclosed in circle, parentheses or followed by a full stop
[x] Chinese and Japanese counting, digits one by one, formal numerals, heavenly stems, zodiac
[x] Latin letters, Roman numerals, numberInDash, ordinal (1st), hex, bullet, none
[-] every other script is written in Arabic digits
"""

from collections.abc import Callable

from nianbao.report.writing.chinese import COUNTING
from nianbao.report.writing.numbering import FORMAL, to_chinese

PADDED = "padded:"  # our own name for “001, 002”: padded:3
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_DIGIT_BY_DIGIT = str.maketrans("0123456789", "〇" + COUNTING)
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def write_number(number: int, number_format: str) -> str:
    """Write a list's counter as Word shows it."""
    if number_format.startswith(PADDED):
        return str(number).zfill(int(number_format.removeprefix(PADDED)))
    write = _WRITERS.get(number_format)
    return write(number) if write else str(number)


def _counting(number: int) -> str:
    return to_chinese(number) if 0 <= number < 10_000 else str(number)


def _digits_from_hundred(number: int) -> str:
    # Word counts in words up to 99 and writes digits from there on: 九十九, 一○○.
    return _counting(number) if number < 100 else _by_digit(number).replace("〇", "○")


def _counting_in_word(number: int) -> str:
    return _counting(number).replace("零", "〇") if number else "〇"


def _by_digit(number: int) -> str:
    return str(number).translate(_DIGIT_BY_DIGIT)


def _formal(number: int) -> str:
    counted = _counting(number).translate(FORMAL)
    return "壹" + counted if counted.startswith("拾") else counted


def _letters(number: int) -> str:
    # After z comes aa, then bb: Word repeats the letter.
    rounds, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(rounds + 1, 30) if number > 0 else ""


def _roman(number: int) -> str:
    if not 0 < number < 5_000:
        return str(number)
    written = ""
    for value, numeral in _ROMAN:
        times, number = divmod(number, value)
        written += numeral * times
    return written


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _signs(first: str, count: int) -> Callable[[int], str]:
    """Return a writer that has `count` ready-made signs, then falls back to digits."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= count else str(number)


def _stems(signs: str) -> Callable[[int], str]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else str(number)


_WRITERS: dict[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda number: str(number).translate(_FULL_WIDTH),
    "decimalEnclosedCircle": _signs("①", 20),
    "decimalEnclosedCircleChinese": _signs("①", 20),
    "ideographEnclosedCircle": _signs("㊀", 10),
    "decimalEnclosedParen": _signs("⑴", 20),
    "decimalEnclosedFullstop": _signs("⒈", 20),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "hex": lambda number: f"{number:X}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "chineseCounting": _digits_from_hundred,
    "chineseCountingThousand": _counting_in_word,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "japaneseCounting": _counting,
    "chineseLegalSimplified": _formal,
    "ideographLegalTraditional": _formal,
    "japaneseLegal": _formal,
    "ideographDigital": _by_digit,
    "japaneseDigitalTenThousand": _by_digit,
    "taiwaneseDigital": _by_digit,
    "ideographTraditional": _stems(_STEMS),
    "ideographZodiac": _stems(_BRANCHES),
}
