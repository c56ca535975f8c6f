"""Text with slots: Jinja source in which every number and every year word is a name.

    全年新收行政复议申请{{ 行政复议新收数 }}件，发放资料{{ 发放资料数|如("12万余") }}份，
    办件量同比{{ 办件量增长幅度|较上年("增长22%", "增长", "下降") }}，
    检查{{ 检查数|如("1千2", "1200") }}次。

Only these forms occur, and only these are carried out: no template engine runs what stands in a
workspace, which may come from anybody. Whatever else looks like a tag is text. A user never sees a
brace: a brace of the text itself is escaped here.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import count, islice
from keyword import iskeyword

from nianbao.errors import InputError
from nianbao.report.writing import quantity
from nianbao.report.writing import years as year_words
from nianbao.report.writing.changing import write_change

BLANK = "□"  # stands for a slot; a user reads … there
YEAR_NAMES = {"年": 0, "上年": -1, "下年": 1}
_BRACE = '{{ "{" }}'
_SLOT = re.compile(
    r'\{\{ (?:"\{"|(?P<name>\w+)(?:\|如\("(?P<like>[^"]*)"(?:, "(?P<worth>-?\d+(?:\.\d+)?)")?\)'
    r'|\|较上年\("(?P<change>[^"]*)", "(?P<rise>[^"]*)", "(?P<fall>[^"]*)"'
    r'(?:, "(?P<moved>-?\d+(?:\.\d+)?)")?\))?) \}\}'
)
_RESERVED = frozenset(
    [
        "and",
        "or",
        "not",
        "in",
        "is",
        "if",
        "else",
        "true",
        "false",
        "none",
        "True",
        "False",
        "None",
        "self",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One slot: the name of a figure or year word, and the writing it is to be like.

    `rise` and `fall` are set for a change, whose word follows the sign of the value. `worth` is
    what the writing stands for, where the user said that it is not what it reads like.
    """

    name: str
    like: str = ""
    rise: str = ""
    fall: str = ""
    worth: str = ""

    @property
    def is_year(self) -> bool:
        """Whether the slot is a year word and not a figure."""
        return self.name in YEAR_NAMES

    @property
    def source(self) -> str:
        """The slot as Jinja source."""
        worth = f', "{self.worth}"' if self.worth else ""
        how = f'|如("{self.like}"{worth})' if self.like else ""
        if self.rise:
            how = f'|较上年("{self.like}", "{self.rise}", "{self.fall}"{worth})'
        return f"{{{{ {self.name}{how} }}}}"


def escape(text: str) -> str:
    """Return literal text as source."""
    return text.replace("{", _BRACE)


def figure_slot(name: str, writing: str, value: Decimal) -> Slot:
    """Return the slot that writes a figure as the text does, whatever the writing reads like."""
    like = "" if quantity.plain(value) == writing else writing
    return Slot(name=name, like=like, worth=worth_of(writing, value) if like else "")


def worth_of(writing: str, value: Decimal) -> str:
    """Return a value that a writing does not read like, nothing for one that it does."""
    read = quantity.parse(writing)
    return "" if read is not None and abs(read.value) == abs(value) else quantity.plain(value)


def parse(source: str) -> Iterator[str | Slot]:
    """Yield literal text and slots in turn; literal text comes unescaped and never empty."""
    return iter(_parts(source))


@lru_cache(maxsize=1024)  # the pieces of a report and of the one before are read at every change
def _parts(source: str) -> tuple[str | Slot, ...]:
    return tuple(_parsed(source))


def _parsed(source: str) -> Iterator[str | Slot]:
    literal, end = "", 0
    for found in _SLOT.finditer(source):
        literal += source[end : found.start()]
        end = found.end()
        if found["name"] is None:
            literal += "{"
            continue
        if literal:
            yield literal
            literal = ""
        yield Slot(
            name=found["name"],
            like=found["like"] or found["change"] or "",
            rise=found["rise"] or "",
            fall=found["fall"] or "",
            worth=found["worth"] or found["moved"] or "",
        )
    if literal := literal + source[end:]:
        yield literal


def slots(source: str) -> Iterator[Slot]:
    """Yield the slots of a source, in order."""
    return (part for part in parse(source) if isinstance(part, Slot))


def blanked(source: str) -> str:
    """Return the text with every slot blanked, for telling whether only numbers changed."""
    return "".join(BLANK if isinstance(part, Slot) else part for part in parse(source))


def readable(source: str) -> str:
    """Return a source in one stretch of words, with … in the place of each slot."""
    return blanked(source).replace(BLANK, "…").strip()


def renamed(source: str, names: Mapping[str, str]) -> str:
    """Return a source with other names in its slots; what `names` does not hold stays."""
    return changed(source, lambda slot: replace(slot, name=names.get(slot.name, slot.name)).source)


def changed(source: str, change: Callable[[Slot], str]) -> str:
    """Return a source with something else in the place of each slot."""
    return "".join(
        change(part) if isinstance(part, Slot) else escape(part) for part in parse(source)
    )


def as_read(source: str) -> str:
    """Return a source whose samples are worth what they read like.

    What one sample was worth besides is told of one year only: in another one the same value is
    written as that year would.
    """
    return (
        changed(source, lambda slot: replace(slot, worth="").source) if '", "' in source else source
    )


def valid_name(text: str) -> str:
    """Return text cut down to a valid slot name: letters, digits, Han; no number first."""
    name = "".join(char for char in text if char == "_" or char.isalnum() or char.isidentifier())
    if not name or not name.isidentifier():
        name = f"数_{name}" if name else "数"
    name = "".join(char for char in name if ("x" + char).isidentifier())
    return f"{name}数" if name in _RESERVED or name in YEAR_NAMES or iskeyword(name) else name


def free_name(name: str, taken: Collection[str]) -> str:
    """Return a slot name that is not taken: the name itself, or with 2, 3 … behind it."""
    others = (f"{name}{number}" for number in count(2))
    return next(other for other in (name, *islice(others, len(taken) + 1)) if other not in taken)


def years(year: int) -> dict[str, str]:
    """Return the values of the year words for a report on `year`."""
    return {name: str(year + offset) for name, offset in YEAR_NAMES.items()}


def render(sources: Sequence[str], values: Mapping[str, Decimal | str]) -> list[str]:
    """Render sources with the same values.

    A value that is text (a mark such as 【待填：…】) is put in as it is.

    Raises:
        InputError: a slot has no value; that of a sound workspace always has one.
    """
    try:
        return [filled(source, values) for source in sources]
    except KeyError as missing:
        raise InputError(
            f"正文里用到的数据“{missing.args[0]}”在台账里没有。",
            do="请在正文里去掉它，或重新填数。",
        ) from missing


def filled(source: str, values: Mapping[str, Decimal | str]) -> str:
    """Return what one source prints.

    Raises:
        KeyError: a slot has no value.
    """
    return "".join(text for _, text in stretches(source, values))


def stretches(source: str, values: Mapping[str, Decimal | str]) -> Iterator[tuple[str | Slot, str]]:
    """Yield literal text and slots in turn, each with what it prints; see `filled`."""
    for part in parse(source):
        yield part, part if isinstance(part, str) else written(part, values[part.name])


def written(slot: Slot, value: Decimal | str) -> str:
    """Return what a slot prints for a value."""
    if slot.worth and isinstance(value, Decimal) and value == Decimal(slot.worth):
        return slot.like
    if slot.rise:
        return _changed(value, slot.like, slot.rise, slot.fall)
    return _like(value, slot.like) if slot.like else _written(value)


def _written(value: Decimal | str) -> str:
    return quantity.plain(value) if isinstance(value, Decimal) else value


def _like(value: Decimal | str, sample: str) -> str:
    if isinstance(value, Decimal):
        return quantity.write(value, sample)
    return year_words.write(int(value), sample) if value.isdecimal() else value


def _changed(value: Decimal | str, like: str, rise: str, fall: str) -> str:
    return write_change(value, like, rise, fall) if isinstance(value, Decimal) else value
