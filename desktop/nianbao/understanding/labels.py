"""A name for a number, from the words around it: what an official would put in a table."""

import re
from dataclasses import dataclass
from functools import cache

from nianbao.report.figure import MentionKind
from nianbao.standards.resource import load
from nianbao.understanding.numbers import Number

_CLAUSE = re.compile("[，,。；;：:！？]")
_ITEM = re.compile("[、（(）)]")
_HAN = re.compile("[\u4e00-\u9fffA-Za-z“”‘’]+")
_YEARS = re.compile(r"(?:19|20)\d\d\s*年(?:度|\s*\d{1,2}\s*月)?(?:以来)?")
_NOUN_END = re.compile("[，,。；;：:、（()）！？\\d]|和|及|与|等|的|实现|进行|开展")
_ORDINAL = re.compile("^[一二三四五六七八九十]{1,3}是")
_QUOTES = str.maketrans("", "", "“”‘’\"' \u3000\u00a0")
_SHORT = 4
_LONGEST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    head: re.Pattern[str]
    tail: re.Pattern[str]
    suffix: dict[str, str]
    other: str


@cache
def _words() -> _Words:
    table = load("quantities")["label"]
    return _Words(
        head=re.compile(f"^(?:{'|'.join(table['drop_head'])})"),
        tail=re.compile(f"(?:{'|'.join(table['drop_tail'])})$"),
        suffix=table["suffix"],
        other=table["other_suffix"],
    )


def label(sentence: str, number: Number, start: int) -> str:
    """Return a name for the number that stands at `start` in its sentence."""
    stop = start + number.stop - number.start
    clauses = _CLAUSE.split(sentence[:start])
    before = _cleaned(_ITEM.split(clauses[-1])[-1]) or _cleaned(clauses[-1])
    after = _noun(sentence[stop:])
    name = before + after
    if len(name) < _SHORT or (len(before) < _SHORT and not after):
        name = _cleaned(clauses[-1]) + after if len(_cleaned(clauses[-1])) > len(before) else name
    if len(name) <= _SHORT and len(clauses) > 1:
        name = _cleaned(clauses[-2])[-_LONGEST // 2 :] + name
    return _finished(name, number)


def _cleaned(text: str) -> str:
    words = _words()
    text = _ORDINAL.sub("", _YEARS.sub("", text).strip())
    text = re.sub(r"[\d.,%]+\s*(?:余|多)?(?:万|亿)?\s*[\u4e00-\u9fff]?", "", text)
    text = "".join(_HAN.findall(text)).translate(_QUOTES)
    for pattern in (words.head, words.tail):
        while text != (text := pattern.sub("", text)):
            pass
    return text


def _noun(text: str) -> str:
    """Return the noun that a measure word is followed by: 13项“一件事”, 37个部门."""
    noun = _NOUN_END.split(text, maxsplit=1)[0].translate(_QUOTES)
    return noun if 0 < len(noun) <= _LONGEST // 2 else ""


def _finished(name: str, number: Number) -> str:
    words = _words()
    name = name[-_LONGEST:]
    if number.kind is MentionKind.RATE:
        return name if name.endswith("率") or not name else name + "率"
    if number.kind is MentionKind.CHANGE and number.unit == "%":
        return name + "幅度"
    suffix = words.suffix.get(number.unit, words.other)
    overlap = next((n for n in range(len(suffix), 0, -1) if name.endswith(suffix[:n])), 0)
    return (name or "数量") + suffix[overlap:]
