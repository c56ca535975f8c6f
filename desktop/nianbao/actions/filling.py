"""Figures come in by name: from a table or from JSON. All of them, or none."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from nianbao.actions.drafting import the_report
from nianbao.checks.open_items import FIGURES
from nianbao.desk.checked import check
from nianbao.desk.desk import Desk
from nianbao.desk.reading import from_bytes
from nianbao.errors import InputError
from nianbao.report import typed
from nianbao.report.figure import Figure, Indicator, Period
from nianbao.workspace import Workspace

_HEADS = {"指标", "指标名称", "名称", "indicator", "name"}
_NAME_KEYS = ("indicator", "指标", "指标名称", "名称", "name", "key")
_VALUE_KEYS = ("value", "数值", "值", "本年")
_DELIMITERS = "\t;；，,"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was set, and how many figures are still missing."""

    figures: tuple[Figure, ...]
    pending: int


def fill(place: Path, year: int, values: Path, *, unit: str | None = None) -> Filled:
    """Set figures of a year from a file of names and values, as one action.

    Raises:
        InputError: a name is unknown or doubtful, a value is no number; every fault is listed and
            nothing is written.
    """
    pairs = list(_pairs(values))
    with Workspace.open(place) as store:
        report = the_report(store, year, unit)
        found = _figures(pairs, store.indicators(report.unit), year, values.name)
        with store.act(f"填入{len(found)}个数（{values.name}）") as action:
            store.save_figures(action, report.unit, found)
        desk = Desk(store)
        desk.show(report.unit, year)
        waiting = check(desk).open_items.count(*FIGURES)
    return Filled(figures=tuple(found), pending=waiting)


def _figures(
    pairs: Iterable[tuple[str, str]], indicators: Sequence[Indicator], year: int, source: str
) -> list[Figure]:
    names = _names(indicators)
    changing = {one.name for one in indicators if one.period is Period.CHANGE}
    figures: dict[str, Figure] = {}
    faults: list[str] = []
    for name, text in pairs:
        matches = names.get(name.strip(), ())
        if len(matches) != 1:
            faults.append(f"“{name}”对应几个指标" if matches else f"没有“{name}”这个指标")
            continue
        figure = typed.typed_figure(matches[0], text, year, source)
        if figure is None:
            faults.append(f"“{name}”的值“{text}”不是数字（只填数字，单位不用写）")
        elif figure.value is not None and figure.value < 0 and matches[0] not in changing:
            faults.append(f"“{name}”的值“{text}”小于0")
        elif figures.setdefault(matches[0], figure) != figure:
            faults.append(f"“{name}”填了两个不同的值")
    if not figures and not faults:
        raise InputError(f"“{source}”里没有可填的数。", do="每行写“指标,数值”，或用 JSON。")
    if faults:
        raise InputError(f"有{len(faults)}处不能填入：{'；'.join(faults)}。", do="请改正后再填。")
    return list(figures.values())


def _names(indicators: Iterable[Indicator]) -> dict[str, tuple[str, ...]]:
    """Return which indicators each word stands for; a slot name stands for its own alone."""
    found: dict[str, dict[str, None]] = {}
    exact: dict[str, tuple[str, ...]] = {}
    for indicator in indicators:
        exact[indicator.name] = (indicator.name,)
        for word in (indicator.label, indicator.key, *indicator.aliases):
            if word:
                found.setdefault(word, {})[indicator.name] = None
    return {word: tuple(names) for word, names in found.items()} | exact


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    text = _text(path)
    return _json_pairs(text, path.name) if text.lstrip()[:1] in ("{", "[") else _csv_pairs(text)


def _text(path: Path) -> str:
    """Return a table's text, whatever Excel or WPS saved it in.

    Raises:
        InputError: it cannot be read, or holds no text.
    """
    try:
        return from_bytes(path.read_bytes(), path.name).plain_text
    except OSError as error:
        raise InputError(
            f"读不了“{path.name}”。", do="请检查文件名和路径。", detail=str(error)
        ) from error


def _csv_pairs(text: str) -> Iterator[tuple[str, str]]:
    lines = text.splitlines()
    counts = {mark: sum(mark in line for line in lines) for mark in _DELIMITERS}
    delimiter = max(_DELIMITERS, key=lambda mark: counts[mark])
    for row in csv.reader(lines, delimiter=delimiter):
        cells = [cell.strip() for cell in row]
        if len(cells) < 2 or not cells[0] or not cells[1] or cells[0] in _HEADS:
            continue
        yield cells[0], cells[1]


def _json_pairs(text: str, name: str) -> Iterator[tuple[str, str]]:
    try:
        data = json.loads(text, parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise InputError(
            f"“{name}”不是完整的 JSON。", do="请检查括号和逗号。", detail=str(error)
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
