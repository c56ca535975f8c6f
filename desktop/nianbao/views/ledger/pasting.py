"""A column from Excel or WPS becomes answers: by position, or by name where there are two."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass

from nianbao.desk.desk import Desk
from nianbao.drafting.columns import AnswerLine, Odd, column
from nianbao.errors import InputError
from nianbao.report.figures.typed import Names
from nianbao.report.writing import quantity

_NAMED = 5  # odd lines that are told one by one before the rest is only counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """What a pasted column answers, and its lines that are odd, each in words."""

    answers: tuple[tuple[str, str], ...]
    odd: tuple[Odd, ...] = ()

    @property
    def said(self) -> str:
        """What was filled in and what not, in one sentence."""
        filled = f"填入了{len(self.answers)}个数，不对可以按Ctrl+Z撤销。"
        if not self.odd:
            return filled
        more = f"；另有{len(self.odd) - _NAMED}行" if len(self.odd) > _NAMED else ""
        return (
            f"{filled}有{len(self.odd)}行没有填：{'；'.join(map(str, self.odd[:_NAMED]))}{more}。"
        )


def pasted(desk: Desk, text: str, names: Sequence[str]) -> Pasted:
    """Return what the lines of a pasted text answer; odd ones are left out and listed.

    One column goes to `names`, in their order; an empty line leaves its figure as it is. Of two
    columns the first one names the indicator.

    Raises:
        InputError: no line can be used, or nobody can tell which column is meant.
    """
    lines = _lines(text)
    width = max((len(line) for line in lines), default=0)
    if not any(cell for line in lines for cell in line):
        raise InputError("剪贴板里没有数。", do="请先在Excel里复制一列数，再回来粘贴。")
    if width > 2:
        raise InputError(
            f"复制的内容有{width}列，不知道用哪一列。", do="请只复制一列数，或“指标、数值”两列。"
        )
    named = _by_name(desk, lines) if width > 1 else _by_place(lines, names)
    found = column(desk.report, desk.ledger, named, source="")
    answers = tuple((one.indicator, found.typed[one.indicator]) for one in found.figures)
    if not answers:
        told = Pasted(answers=(), odd=found.odd).said.partition("。")[2]
        raise InputError(told, do="请在Excel里改好，再复制粘贴。")
    return Pasted(answers=answers, odd=found.odd)


def _lines(text: str) -> list[list[str]]:
    """Return the cells of each line, without empty columns and lines behind the last value."""
    found = [
        [cell.strip() for cell in line] for line in csv.reader(text.splitlines(), delimiter="\t")
    ]
    while found and not any(found[-1]):
        found.pop()
    width = max((at + 1 for line in found for at, cell in enumerate(line) if cell), default=0)
    return [line[:width] for line in found]


def _by_place(lines: Sequence[Sequence[str]], names: Sequence[str]) -> list[AnswerLine]:
    if len(lines) > len(names):
        raise InputError(
            f"复制了{len(lines)}行，从选中的这一行往下只有{len(names)}行。",
            do="请选好第一行，再粘贴。",
        )
    return [
        AnswerLine(where=f"第{number}行", name=name, typed="".join(line))
        for number, (line, name) in enumerate(zip(lines, names, strict=False), start=1)
        if any(line)
    ]


def _by_name(desk: Desk, lines: Sequence[Sequence[str]]) -> list[AnswerLine]:
    names = Names(desk.ledger.indicators.values())
    found: list[AnswerLine] = []
    for number, line in enumerate(lines, start=1):
        word, typed = (*line, "", "")[:2]
        if not typed or (number == 1 and word not in names and not _is_number(typed)):
            continue  # not answered, or the heading of the columns
        found.append(AnswerLine(where=f"第{number}行", word=word, typed=typed))
    return found


def _is_number(typed: str) -> bool:
    return quantity.parse_typed(typed) is not None
