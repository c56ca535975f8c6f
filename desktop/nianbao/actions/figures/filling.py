"""Figures come in by name: from a table or from JSON. All of them, or none."""

import csv
import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Self

from nianbao.actions.editing import set_figures
from nianbao.checks.open_items import FIGURES
from nianbao.desk.checked import check
from nianbao.desk.desk import Desk
from nianbao.desk.incoming.reading import from_bytes
from nianbao.drafting.columns import AnswerLine, ColumnAnswers, column
from nianbao.errors import InputError
from nianbao.machine import ordinary
from nianbao.report.figures import printed, wording
from nianbao.report.figures.figure import Figure
from nianbao.report.pieces import pieces
from nianbao.report.writing import quantity, slots
from nianbao.report.writing.text import quoted
from nianbao.standards.figures import tables

_MOST = 64 << 20  # bytes of a table
_DELIMITERS = "\t;；，,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was set, how many figures are still missing, and what may be meant otherwise.

    `rounded` says which figures the report prints otherwise than they were given, and how: less
    exactly, or without their 约.
    """

    figures: tuple[Figure, ...]
    pending: int
    doubts: tuple[str, ...] = ()
    rounded: tuple[str, ...] = ()


def fill(desk: Desk, values: Path) -> Filled:
    """Set figures of the current year from a file of names and values, as one action.

    Raises:
        InputError: a name is unknown or doubtful, a value is no number; every fault is listed and
            nothing is written.
    """
    found = _column(_pairs(values, desk.year), desk, values.name)
    figures = (*found.figures, *found.doubtful)
    set_figures(desk, figures, f"填入{len(figures)}个数（{values.name}）")
    waiting = check(desk).open_items.count(*FIGURES)
    return Filled(
        figures=figures,
        pending=waiting,
        doubts=tuple(map(str, found.doubts)),
        rounded=(
            *_rounded(desk, {one.indicator for one in figures}),
            *_without_word(desk, found.typed),
        ),
    )


def _rounded(desk: Desk, names: Container[str]) -> Iterator[str]:
    """Yield a sentence for each of some figures that the report prints rounded."""
    ledger, told = desk.ledger, dict[str, str]()
    for piece in pieces(desk.report):
        told |= {name: as_ for name, as_ in printed.rounded(piece.source, ledger) if name in names}
    for name, as_ in told.items():
        given = wording.number(ledger.known(name))
        label = quoted(ledger.indicators[name].label)
        yield f"{label}是{given}，报告里照去年的写法写成{as_}"


def _without_word(desk: Desk, typed: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each figure typed as 约800 that the report prints as 800."""
    ledger = desk.ledger
    said = {name: quantity.parse(text.strip()) for name, text in typed.items()}
    roughly = {name for name, one in said.items() if one and one.approx}
    told: dict[str, str] = {}
    for piece in pieces(desk.report) if roughly else ():
        for slot in slots.slots(piece.source):
            value = ledger.known(slot.name) if slot.name in roughly else None
            written = None if value is None else slots.written(slot, value)
            read = quantity.parse(written) if written else None
            if written and read and not read.approx:
                told[slot.name] = written
    for name, as_ in told.items():
        label = quoted(ledger.indicators[name].label)
        yield f"{label}填的是约数“{typed[name].strip()}”，报告里写成{as_}"


def _column(pairs: Iterable[tuple[str, str]], desk: Desk, source: str) -> ColumnAnswers:
    """Return what a table gives; refuse it with all its faults at once."""
    lines = (AnswerLine(word=word, typed=typed) for word, typed in pairs)
    found = column(desk.report, desk.ledger, lines, source=source)
    if not found.figures and not found.odd:
        raise InputError(f"“{source}”里没有可填的数。", do="每行写“指标,数值”，或用JSON。")
    if faults := found.faults:
        said = "；".join(map(str, faults))
        raise InputError(f"有{len(faults)}处不能填入：{said}。", do="请改正后再填。")
    return found


def _pairs(path: Path, year: int) -> Iterator[tuple[str, str]]:
    text = _text(path)
    if text.lstrip()[:1] in ("{", "["):
        return _json_pairs(text, path.name, year)
    return _csv_pairs(text, year)


def _text(path: Path) -> str:
    """Return a table's text, whatever Excel or WPS saved it in.

    Raises:
        InputError: it cannot be read, or holds no text.
    """
    try:
        return from_bytes(ordinary.read(path, _MOST), path.name, only_read=True).plain_text
    except OSError as error:
        raise InputError(
            f"读不了“{path.name}”。", do="请检查文件名和路径。", detail=str(error)
        ) from error


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns of a table hold names and values, and how many there are."""

    name: int = 0
    value: int = 1
    width: int = 2

    @classmethod
    def of(cls, head: Sequence[str], year: int) -> Self:
        """Return what the first line of a table says; values stand behind names if it is silent.

        Raises:
            InputError: there are only values of another year.
        """
        known = tables.heads()
        name = next(at for at, cell in enumerate(head) if cell in known.names)
        said = (at for at, cell in enumerate(head) if known.is_value(cell, year))
        value = next(said, name + 1)
        others = [cell for cell in head if known.is_other_year(cell, year)]
        if others and not (value < len(head) and known.is_value(head[value], year)):
            raise InputError(
                f"这张表的数是{quoted(others[0])}的，不是{year}年度的，没有填。",
                do=f"是今年的数，请把那一列的表头改成“{year}年”再填。",
            )
        return cls(name, value, max(len(head), value + 1))

    def pair(self, row: Sequence[str]) -> tuple[str, str]:
        """Return name and value of a row, empty where there is none."""
        name, value = (row[at] if at < len(row) else "" for at in (self.name, self.value))
        return name, value

    def fault(self, row: Sequence[str]) -> str:
        """Return what of a row would be lost, empty for nothing: 1,234 without quotes is two."""
        name, value = self.pair(row)
        more = [cell for cell in row[self.width :] if cell]
        if more:
            return f"多出一格“{more[0]}”（数里有逗号的，请去掉逗号或者加引号）"
        return f"“{value}”前面没有指标名" if value and not name else ""


def _csv_pairs(text: str, year: int) -> Iterator[tuple[str, str]]:
    """Yield names and values; lines above the names of the columns are a title.

    Raises:
        InputError: a cell belongs to no name, or the values are of another year.
    """
    lines = text.splitlines()
    counts = {mark: sum(mark in line for line in lines) for mark in _DELIMITERS}
    delimiter = max(_DELIMITERS, key=lambda mark: counts[mark])
    rows = [[cell.strip() for cell in row] for row in _rows(lines, delimiter)]
    names = tables.heads().names
    head = next((at for at, row in enumerate(rows) if not names.isdisjoint(row)), -1)
    layout = _Layout.of(rows[head], year) if head >= 0 else _Layout()
    below = list(enumerate(rows, 1))[head + 1 :]
    if faults := [f"第{at}行{fault}" for at, row in below if (fault := layout.fault(row))]:
        raise InputError(f"有{len(faults)}处不能填入：{'；'.join(faults)}。", do="请改正后再填。")
    yield from (pair for _, row in below if all(pair := layout.pair(row)))


def _rows(lines: Iterable[str], delimiter: str) -> Iterator[list[str]]:
    """Yield the rows of a table.

    Raises:
        InputError: a cell is longer than any number or name.
    """
    try:
        yield from csv.reader(lines, delimiter=delimiter)
    except csv.Error as error:
        raise InputError(
            "表里有一格长得不正常，可能少了一个引号。", do="请检查后再填。", detail=str(error)
        ) from error


class _JsonObject(list[tuple[str, object]]):
    """The pairs of a JSON object, each as often as it is written: two values of a name differ."""


def _json_pairs(text: str, name: str, year: int) -> Iterator[tuple[str, str]]:
    try:
        data = json.loads(text, parse_float=Decimal, object_pairs_hook=_JsonObject)
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"“{name}”不是完整的JSON，或者里面有长得不正常的数。",
            do="请检查括号、逗号和数字。",
            detail=str(error),
        ) from error
    rows = data if isinstance(data, _JsonObject) else (_row(item, year) for item in data)
    for key, value in rows:
        if value is not None and value != "":
            yield str(key), f"{value:f}" if isinstance(value, Decimal) else str(value)


def _row(item: object, year: int) -> tuple[object, object]:
    """Return name and value of an item; what has neither names itself, to be refused."""
    if not isinstance(item, _JsonObject):
        return str(item), "？"
    told, known = dict(item), tables.heads()
    name = next((told[key] for key in told if key in known.names), "（没有指标名）")
    value = next((told[key] for key in told if known.is_value(key, year)), "？")
    return name, value
