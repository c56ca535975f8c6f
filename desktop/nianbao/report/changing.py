"""A change against last year, whose word follows the sign: 增长22%, 下降了33%, 增加3名, 持平.

A value is positive for a rise and negative for a fall, whatever the sample says.
"""

import re
from decimal import Decimal

from nianbao.report import quantity

UNCHANGED = "持平"
_SAMPLE = re.compile(
    r"(?P<word>[\u4e00-\u9fff]*?)(?P<number>(?:近|约|超过?|逾)?\d[\d.,]*[余多]?[百千]?[万亿]*[余多]?)"
    r"(?P<unit>.*)"
)


def write_change(value: Decimal, like: str, rise: str, fall: str) -> str:
    """Write a change in the manner of a sample, with the word for its sign.

    `rise` and `fall` are the sample's own word and its opposite. No change is 持平.
    """
    found = _SAMPLE.fullmatch(like)
    if found is None:
        return quantity.plain(value)
    if value == 0:
        return UNCHANGED
    own = fall if found["word"].startswith(fall) else rise
    particle = found["word"].removeprefix(own)
    word = rise if value > 0 else fall
    return word + particle + quantity.write(abs(value), found["number"]) + found["unit"]
