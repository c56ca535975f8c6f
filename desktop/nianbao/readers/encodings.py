"""From bytes to text when nobody says which encoding it is.

[x] UTF-8, UTF-16, UTF-32 with a byte order mark; UTF-8 and UTF-16 without
[x] GB18030, which holds GBK and GB2312; a last character that was cut off is left out
[x] HZ, UTF-7 and ISO-2022 of mail, which look like ASCII, when they make sense
[-] Big5, when it makes better sense of the bytes than GB18030
[ ] everything else is no text
"""

import codecs
from collections import Counter
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHOWN = {
    "gb18030": "国标（GB18030/GBK）",
    "big5": "大五码（Big5）",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "hz": "汉字七位码（HZ）",
    "utf-7": "UTF-7",
    "iso2022_jp_2": "ISO-2022",
}
# Chinese in bytes that are all ASCII, and the signs that are then among them.
_IN_ASCII = (("hz", (b"~{", b"~}")), ("utf-7", (b"+",)), ("iso2022_jp_2", (b"\x1b$",)))
_LABELS = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}
_CHINESE = ("gb18030", "big5")
_NOT_TEXT = ("base64", "bz2", "hex", "quopri", "rot13", "uu", "zlib", "idna", "punycode")
_SAMPLE = 1 << 16
_PLAUSIBLE = (
    0.85  # share of everyday characters that real text has; bytes read wrongly have a fifth
)
_MAX_DAMAGE = 0.005
_MAX_CONTROLS = 0.01
_FEW_CONTROLS = 4  # that a line pasted from somewhere may bring along


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Chinese name of an encoding other than UTF-8, and how many places were damaged."""

    text: str
    encoding: str = ""
    damaged: int = 0


# What the user may choose instead of the guess: Python's name and the name on the screen.
CHOICES = {
    "utf-8": "UTF-8",
    "gb18030": "国标（GB18030/GBK）",
    "big5": "大五码（Big5）",
    "utf-16-le": "UTF-16（小端）",
    "utf-16-be": "UTF-16（大端）",
    "hz": "汉字七位码（HZ）",
    "utf-7": "UTF-7",
}


def decode(data: bytes, label: str = "", chosen: str = "") -> Decoded | None:
    """Return the text of bytes, None when they are no text.

    `label` is what a page says of itself; it is believed only when the bytes agree. `chosen` is
    what the user says (a key of CHOICES); it is obeyed, and what does not fit is counted.
    """
    if chosen:
        return _lenient(data, chosen)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            decoded = _lenient(data[len(mark) :], encoding)
            return decoded if _is_little_damaged(decoded) else None
    encoding = _in_ascii(data) or _guess(data, label)
    if encoding:
        text = _strict(data, encoding)
        return Decoded(text, _SHOWN.get(encoding, "")) if text is not None else None
    for encoding in ("utf-8", "gb18030"):
        decoded = _lenient(data, encoding)
        if (
            _is_little_damaged(decoded)
            and _is_text(decoded.text)
            and _makes_sense(decoded.text, encoding)
        ):
            return decoded
    return _as_labelled(data, label)


def _as_labelled(data: bytes, label: str) -> Decoded | None:
    """Believe a label of another country when nothing else fits."""
    try:
        codec = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    if codec.name in _NOT_TEXT or not _reads(data, codec.name):
        return None
    return Decoded(data.decode(codec.name, "ignore"), codec.name)


def _guess(data: bytes, label: str) -> str:
    """Return the encoding that reads the bytes without fault and makes sense of them."""
    label = label.strip().lower()
    label = _LABELS.get(label, label)
    if label in _CHINESE and _reads(data, label):
        other = next(name for name in _CHINESE if name != label)
        return other if _makes_sense_only_in(data, other, label) else label
    if _reads(data, "utf-8") and not _is_rather_gb18030(data):
        return "utf-8"
    scores = {
        encoding: _everyday(text[:_SAMPLE], encoding)
        for encoding in ("gb18030", "utf-16-le", "utf-16-be", "big5")
        if (text := _strict(data, encoding)) is not None and _is_text(text)
    }
    best = max(scores, key=lambda encoding: scores[encoding], default="")
    if "gb18030" in scores and scores[best] < max(_PLAUSIBLE, scores["gb18030"] + 0.1):
        return "gb18030"  # the others must be clearly better, not only luckier
    return best if best and scores[best] >= _PLAUSIBLE else ""


def _in_ascii(data: bytes) -> str:
    """Return the encoding in which ASCII bytes are everyday Chinese, empty when they are not."""
    if not data.isascii():
        return ""
    for encoding, signs in _IN_ASCII:
        if all(sign in data for sign in signs) and (text := _strict(data, encoding)) is not None:
            foreign = _foreign(text)
            if len(foreign) > 1 and _everyday(foreign, encoding) >= _PLAUSIBLE:
                return encoding
    return ""


def _makes_sense_only_in(data: bytes, one: str, other: str) -> bool:
    """Tell whether bytes that two encodings read are everyday Chinese in one of them only."""
    text, text_of_other = _strict(data, one), _strict(data, other)
    if text is None or text_of_other is None:
        return False
    return _makes_sense(_foreign(text), one) and not _makes_sense(_foreign(text_of_other), other)


def _foreign(text: str) -> str:
    """Return what all encodings do not have in common."""
    return "".join(char for char in text[:_SAMPLE] if not char.isascii())


def _is_rather_gb18030(data: bytes) -> bool:
    """Tell whether bytes that happen to be UTF-8 are everyday Chinese in GB18030 (联通, 一)."""
    if len(data) > _SAMPLE or data.isascii():
        return False
    foreign = _foreign(data.decode("utf-8", "ignore"))
    text = _strict(data, "gb18030")
    if text is None or not foreign or _everyday(foreign, "utf-8") >= _PLAUSIBLE:
        return False
    return _everyday(text, "gb18030") >= _PLAUSIBLE


def _reads(data: bytes, encoding: str) -> bool:
    text = _strict(data, encoding)
    return text is not None and _is_text(text)


def _strict(data: bytes, encoding: str) -> str | None:
    """Decode without mistakes; a character cut off at the very end is left out."""
    if encoding.startswith("utf-16") and len(data) < 2:
        return None
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data)
    except (UnicodeError, LookupError):
        return None


def _lenient(data: bytes, encoding: str) -> Decoded:
    text = codecs.getincrementaldecoder(encoding)("replace").decode(data).removeprefix("\ufeff")
    return Decoded(text, _SHOWN.get(encoding, ""), text.count("\ufffd"))


def _is_little_damaged(decoded: Decoded) -> bool:
    return decoded.damaged <= 1 + _MAX_DAMAGE * len(decoded.text)


def _is_text(text: str) -> bool:
    if "\x1b$" in text:  # shifts to signs that ASCII does not have
        return False
    controls = sum(map(text.count, map(chr, (*range(1, 9), *range(14, 27), *range(28, 32)))))
    allowed = _MAX_CONTROLS * len(text)
    if text.count("\0") + controls <= allowed:
        return True
    few = min(_FEW_CONTROLS, len(text) // 4)
    return text.count("\0") <= allowed and controls <= few


def _makes_sense(text: str, encoding: str) -> bool:
    return _everyday(text[:_SAMPLE], encoding) >= _PLAUSIBLE


def _everyday(text: str, encoding: str) -> float:
    """Return the share of characters that everyday Chinese or ASCII text is made of.

    The national standards sort their characters into everyday and rare ones: the first byte tells.
    """
    code, last = ("big5", 0xC6) if encoding == "big5" else ("gb2312", 0xD7)
    everyday = sum(
        count
        for char, count in Counter(text).items()
        if char < "\x7f" or (len(raw := char.encode(code, "ignore")) == 2 and raw[0] <= last)
    )
    return everyday / len(text) if text else 1.0
