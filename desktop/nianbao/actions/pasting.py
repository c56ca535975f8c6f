"""A column from Excel or WPS becomes answers: by position, or by name where there are two."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from nianbao.desk.desk import Desk
from nianbao.errors import InputError
from nianbao.report import quantity
from nianbao.report.typed import Names, answered

_NAMED = 3  # faults that are told line by line before the rest is only counted


def answers(desk: Desk, text: str, names: Sequence[str]) -> list[tuple[str, str]]:
    """Return name and typed text of each line that was pasted.

    One column goes to `names`, in their order; an empty line leaves its figure as it is. Of two
    columns the first one names the indicator.

    Raises:
        InputError: a line cannot be used; the sentence names the lines.
    """
    lines = _lines(text)
    width = max((len(line) for line in lines), default=0)
    if not any(cell for line in lines for cell in line):
        raise InputError("剪贴板里没有数。", do="请先在Excel里复制一列数，再回来粘贴。")
    if width > 2:
        raise InputError(
            f"复制的内容有{width}列，不知道用哪一列。", do="请只复制一列数，或“指标、数值”两列。"
        )
    pairs = _by_name(desk, lines) if width > 1 else _by_place(lines, names)
    faults = list(_faults(desk, pairs))
    if faults:
        told = "；".join(faults[:_NAMED])
        more = f"；另有{len(faults) - _NAMED}行也不能填" if len(faults) > _NAMED else ""
        raise InputError(f"{told}{more}。", do="请在Excel里改好，再复制粘贴。")
    return [(name, typed) for _, name, typed in pairs]


_Pair = tuple[int, str, str]
"""Line counted from 1, indicator (empty: unknown), what was typed."""


def _lines(text: str) -> list[list[str]]:
    """Return the cells of each line, without empty columns and lines behind the last value."""
    found = [
        [cell.strip() for cell in line] for line in csv.reader(text.splitlines(), delimiter="\t")
    ]
    while found and not any(found[-1]):
        found.pop()
    width = max((at + 1 for line in found for at, cell in enumerate(line) if cell), default=0)
    return [line[:width] for line in found]


def _by_place(lines: Sequence[Sequence[str]], names: Sequence[str]) -> list[_Pair]:
    if len(lines) > len(names):
        raise InputError(
            f"复制了{len(lines)}行，从选中的这一行往下只有{len(names)}行。",
            do="请选好第一行，再粘贴。",
        )
    return [
        (number, name, "".join(line))
        for number, (line, name) in enumerate(zip(lines, names, strict=False), start=1)
        if any(line)
    ]


def _by_name(desk: Desk, lines: Sequence[Sequence[str]]) -> list[_Pair]:
    names = Names(desk.ledger.indicators.values())
    pairs: list[_Pair] = []
    for number, line in enumerate(lines, start=1):
        word, typed = (*line, "", "")[:2]
        if not typed or (number == 1 and word not in names and not _is_number(typed)):
            continue  # not answered, or the heading of the columns
        try:
            pairs.append((number, names.indicator(word).name, typed))
        except InputError as error:
            raise InputError(f"第{number}行：{error.what}", do=error.do) from None
    return pairs


def _is_number(typed: str) -> bool:
    return quantity.parse_typed(typed) is not None


def _faults(desk: Desk, pairs: Iterable[_Pair]) -> Iterator[str]:
    """Yield what cannot be filled in, with its line."""
    indicators = desk.ledger.indicators
    given: dict[str, str] = {}
    for number, name, typed in pairs:
        try:
            answered(indicators[name], typed, desk.year, "")
        except InputError as error:
            yield f"第{number}行：{error.what.removesuffix('。')}"
        else:
            if given.setdefault(name, typed) != typed:
                yield f"第{number}行：“{indicators[name].label}”前面已有另一个数"
