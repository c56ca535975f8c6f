"""The fold of look-alikes: what text is read as, wherever it came from. The text itself stays.

Full-width digits and letters, radicals that a PDF gives for characters, a dozen dashes, every kind
of space and the zeros of 二O二四年 become one writing each, so that a pattern says each thing once.
A character becomes exactly one character: every place in folded text is the same place in the text
as written, what is found in the one is cut from the other, and no map of places is needed. What
Unicode takes apart into several characters (⑴, ㈠, ㎡), and ①, therefore stay as they are.

Most of it is Unicode's own data; `_PAIRS` adds what that leaves out. These are facts about
characters, not words of the field that an office might change, and the rooms below the standards
(numbers as they are parsed and written, the readers) go by them: so they are not in `resources/`.
"""

import re
import unicodedata

_HYPHENS = "-‐‑﹣－−⁃᠆"
_DASHES = "—–‒―─━ーｰ╌┄┅⁓﹘︱︲⸺"
_WAVES = "~～〜∼˷〰"
_RADICALS = (  # characters and parts of characters among the radicals that Unicode leaves alone
    "⺁厂⺄乙⺅亻⺆冂⺇几⺉刂⺊卜⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺠民⺡氵⺢氺⺣灬"
    "⺤爫⺥爫⺦丬⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网⺴网⺵网⺷羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹"
    "⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀"
)
_PAIRS = (
    dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_DASHES, "—")
    | dict.fromkeys(_WAVES, "~")
    | dict.fromkeys("\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", " ")
    | dict.fromkeys("‧•・･∙⋅", "·")
    | dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True))
    | dict(zip("弍弐貳叄參陸萬億", "贰贰贰叁叁陆万亿", strict=True))
    | dict(zip("﹝❲⦗﹞❳⦘", "〔〔〔〕〕〕", strict=True))
)
_CHINESE_MARKS = str.maketrans(",;:!?()", "，；：！？（）")  # here the full width is the plain one
_SAME_MEANING = ("<wide>", "<narrow>", "<small>", "<vertical>")
RADICALS = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]+")
"""Stretches of radicals and compatibility ideographs, which stand for ordinary characters."""

_ZERO = "0OoОоΟο〇○◯⭕"
_DIGIT = "一二三四五六七八九零"
_SCALE = "十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟"  # 二百O八
_AMONG_DIGITS = re.compile(f"(?<=[0-9])[{_ZERO}]+(?=[0-9])")
_AMONG_CHINESE = re.compile(f"(?<=[{_DIGIT}{_SCALE}])[{_ZERO}]+(?=[{_DIGIT}{_SCALE}年月日])")
_THOUSANDS = re.compile(
    "(?<![0-9.,，·])[0-9]{1,3}(?:，[0-9]{3})+(?:[.·][0-9]{1,8})?(?![,，.·]?[0-9])"
)
_TABS = re.compile(r"(?<![0-9])\t|\t(?![-+]?[0-9])")  # 57⇥235 are two cells, no 57,235
_STOPS = re.compile(
    "(?<=[%‰\u4e00-\u9fff）”])(?<![一二三四五六七八九十])(?<![一二三四五六七八九十]）)"
    "[.](?=[\u4e00-\u9fff“《（])"
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
    text = _AMONG_DIGITS.sub(lambda found: "0" * len(found[0]), text)
    text = _AMONG_CHINESE.sub(lambda found: "〇" * len(found[0]), text)
    text = _THOUSANDS.sub(lambda found: found[0].replace("，", ","), text)
    text = _STOPS.sub("。", text)
    return _YEARS_APART.sub("—", text)


class _Table(dict[int, str]):
    """What each character is read as, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        read_as = self[point] = _read_as(chr(point))
        return read_as


_TABLE = _Table()


def _read_as(char: str) -> str:
    if pair := _PAIRS.get(char):
        return pair
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    return " " if unicodedata.category(char) == "Zs" else _plain(char)


def _plain(char: str) -> str:
    """Return the one character that Unicode says a character is a form of; itself if none."""
    tag, _, points = unicodedata.decomposition(char).rpartition("<")[2].rpartition(">")
    if not points or " " in points.strip():
        return char
    plain = chr(int(points, 16))
    if f"<{tag}>" in _SAME_MEANING:
        return plain.translate(_CHINESE_MARKS)
    return plain if RADICALS.match(char) else char
