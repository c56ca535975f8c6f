"""Figures come in by name: from a table or from JSON. All of them, or none."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from nianbao.actions.editing import set_figures
from nianbao.actions.figures.columns import Column, Line, column
from nianbao.checks.open_items import FIGURES
from nianbao.desk.checked import check
from nianbao.desk.desk import Desk
from nianbao.desk.incoming.reading import from_bytes
from nianbao.errors import InputError
from nianbao.machine import ordinary
from nianbao.report.figures.figure import Figure

_HEADS = {"指标", "指标名称", "名称", "indicator", "name"}
_NAME_KEYS = ("indicator", "指标", "指标名称", "名称", "name", "key")
_VALUE_KEYS = ("value", "数值", "值", "本年")
_MOST = 64 << 20  # bytes of a table
_DELIMITERS = "\t;；，,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was set, how many figures are still missing, and what may be meant otherwise."""

    figures: tuple[Figure, ...]
    pending: int
    doubts: tuple[str, ...] = ()


def fill(desk: Desk, values: Path) -> Filled:
    """Set figures of the current year from a file of names and values, as one action.

    Raises:
        InputError: a name is unknown or doubtful, a value is no number; every fault is listed and
            nothing is written.
    """
    found = _column(_pairs(values), desk, values.name)
    figures = (*found.figures, *found.doubtful)
    set_figures(desk, figures, f"填入{len(figures)}个数（{values.name}）")
    waiting = check(desk).open_items.count(*FIGURES)
    return Filled(figures=figures, pending=waiting, doubts=tuple(map(str, found.doubts)))


def _column(pairs: Iterable[tuple[str, str]], desk: Desk, source: str) -> Column:
    """Return what a table gives; refuse it with all its faults at once."""
    found = column(desk, (Line(word=word, typed=typed) for word, typed in pairs), source=source)
    if not found.figures and not found.odd:
        raise InputError(f"“{source}”里没有可填的数。", do="每行写“指标,数值”，或用 JSON。")
    if faults := found.faults:
        said = "；".join(map(str, faults))
        raise InputError(f"有{len(faults)}处不能填入：{said}。", do="请改正后再填。")
    return found


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    text = _text(path)
    return _json_pairs(text, path.name) if text.lstrip()[:1] in ("{", "[") else _csv_pairs(text)


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


def _csv_pairs(text: str) -> Iterator[tuple[str, str]]:
    lines = text.splitlines()
    counts = {mark: sum(mark in line for line in lines) for mark in _DELIMITERS}
    delimiter = max(_DELIMITERS, key=lambda mark: counts[mark])
    for row in _rows(lines, delimiter):
        cells = [cell.strip() for cell in row]
        if len(cells) < 2 or not cells[0] or not cells[1] or cells[0] in _HEADS:
            continue
        yield cells[0], cells[1]


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


def _json_pairs(text: str, name: str) -> Iterator[tuple[str, str]]:
    try:
        data = json.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"“{name}”不是完整的 JSON，或者里面有长得不正常的数。",
            do="请检查括号、逗号和数字。",
            detail=str(error),
        ) from error
    rows = data.items() if isinstance(data, Mapping) else map(_row, data)
    for key, value in rows:
        if value is not None and value != "":
            yield str(key), str(value)


def _row(item: object) -> tuple[object, object]:
    """Return name and value of an item; what has neither names itself, to be refused."""
    if not isinstance(item, Mapping):
        return str(item), "？"
    name = next((item[key] for key in _NAME_KEYS if key in item), "（没有指标名）")
    value = next((item[key] for key in _VALUE_KEYS if key in item), "？")
    return name, value
