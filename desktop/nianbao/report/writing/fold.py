"""The fold of look-alikes: what text is read as, wherever it came from. The text itself stays.

Full-width digits and letters, radicals that a PDF gives for characters, a dozen dashes, every kind
of space and the zeros of 二O二四年 become one writing each, so that a pattern says each thing once.
A character becomes exactly one character: every place in folded text is the same place in the text
as written, what is found in the one is cut from the other, and no map of places is needed. What
Unicode takes apart into several characters (⑴, ㈠, ㎡), and ①, therefore stay as they are.

Most of it is Unicode's own data; `resources/look_alikes.toml` adds what that leaves out.
"""

import re
import unicodedata
from functools import cache

from nianbao.report.writing import listed
from nianbao.report.writing.chinese import CAPITALS, COUNTING, DIGITS, STEPS

_CHINESE_MARKS = str.maketrans(",;:!?()", "，；：！？（）")  # here the full width is the plain one
_SAME_MEANING = ("<wide>", "<narrow>", "<small>", "<vertical>")
RADICALS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]+")
"""Stretches of radicals and compatibility ideographs, which stand for ordinary characters."""

_CHINESE = f"{DIGITS}{STEPS}万亿{CAPITALS}"  # 二百O八
_DIGIT = re.compile("[0-9]")
_THOUSANDS = re.compile(
    "(?<![0-9.,，·])[0-9]{1,3}(?:，[0-9]{3})+(?:[.·][0-9]{1,8})?(?![,，.·]?[0-9])"
)
_TABS = re.compile(r"(?<![0-9])\t|\t(?![-+]?[0-9])")  # 57⇥235 are two cells, no 57,235
_STOPS = re.compile(
    f"(?<=[%‰\u4e00-\u9fff）”])(?<![{COUNTING}十])(?<![{COUNTING}十]）)[.](?=[\u4e00-\u9fff“《（])"
)
_YEARS_APART = re.compile("(?<=[0-9]{4}年)一(?=[0-9]{4}年)|(?<=[0-9]{4})一(?=[0-9]{4}年)")


def folded(text: str) -> str:
    """Return a text as it is read; every character stands where it stood.

    What depends on its neighbours is read by them: a letter O among digits is a zero (2O4, 二O二四
    年), a wide comma before three digits groups thousands (1，234), 一 between years is a dash, a
    point between a word or a rate and a word is a full stop (98.5%.投诉).
    """
    text = text.translate(_TABLE)
    if "\t" in text:
        text = _TABS.sub(" ", text)
    among_digits, among_chinese = _zeros()
    has_digits = _DIGIT.search(text) is not None  # most texts have none, and all are folded
    if has_digits:
        text = among_digits.sub(lambda found: "0" * len(found[0]), text)
    text = among_chinese.sub(lambda found: "〇" * len(found[0]), text)
    if has_digits:
        text = _THOUSANDS.sub(lambda found: found[0].replace("，", ","), text)
        text = _YEARS_APART.sub("—", text)
    return _STOPS.sub("。", text)


@cache
def _zeros() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return what finds the look-alikes of a zero among Arabic and among Chinese digits."""
    alike = listed.zeros()
    return (
        re.compile(f"(?<=[0-9])[{alike}]+(?=[0-9])|(?<=[0-9] )[{alike}](?= [0-9] ?[0-9])"),
        re.compile(f"(?<=[{_CHINESE}])[{alike}]+(?=[{_CHINESE}年月日])"),
    )


class _Table(dict[int, str]):
    """What each character is read as, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        read_as = self[point] = _read_as(chr(point))
        return read_as


_TABLE = _Table()


def _read_as(char: str) -> str:
    if pair := listed.look_alikes().get(char):
        return pair
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    plain = " " if unicodedata.category(char) == "Zs" else _plain(char)
    return listed.look_alikes().get(plain, plain)


def _plain(char: str) -> str:
    """Return the one character that Unicode says a character is a form of; itself if none."""
    tag, _, points = unicodedata.decomposition(char).rpartition("<")[2].rpartition(">")
    if not points or " " in points.strip():
        return char
    plain = chr(int(points, 16))
    if f"<{tag}>" in _SAME_MEANING:
        return plain.translate(_CHINESE_MARKS)
    return plain if RADICALS.match(char) else char
