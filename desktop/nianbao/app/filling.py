"""Figures come in by name: from a table or from JSON. All of them, or none."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from nianbao.app.drafting import the_report
from nianbao.errors import InputError
from nianbao.report import quantity
from nianbao.report.figure import Figure, FigureState, Indicator
from nianbao.workspace import Workspace

_NOT_APPLICABLE = "不适用"
_HEADS = {"指标", "指标名称", "名称", "indicator", "name"}


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
        left = store.figures(report.unit, year)
    waiting = sum(figure.state is FigureState.PENDING for figure in left)
    return Filled(figures=tuple(found), pending=waiting)


def _figures(
    pairs: Iterable[tuple[str, str]], indicators: Iterable[Indicator], year: int, source: str
) -> list[Figure]:
    names = _names(indicators)
    figures: list[Figure] = []
    faults: list[str] = []
    for name, text in pairs:
        matches = names.get(name.strip(), ())
        if len(matches) != 1:
            faults.append(f"“{name}”对应几个指标" if matches else f"没有“{name}”这个指标")
            continue
        figure = _figure(matches[0], text, year, source)
        if figure is None:
            faults.append(f"“{name}”的值“{text}”不是数字")
        else:
            figures.append(figure)
    if faults:
        raise InputError(
            f"有{len(faults)}处不能填入：{'；'.join(faults)}。",
            do="请改正后再填，只填数字，单位不用写。",
        )
    return figures


def _figure(name: str, text: str, year: int, source: str) -> Figure | None:
    if text.strip() == _NOT_APPLICABLE:
        state = FigureState.NOT_APPLICABLE
        return Figure(indicator=name, year=year, state=state, source=source)
    value = quantity.parse_typed(text)
    if value is None:
        return None
    return Figure(indicator=name, year=year).answered(value, source=source)


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
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_bytes().decode("gb18030", errors="replace")
    except OSError as error:
        raise InputError(
            f"读不了“{path.name}”。", do="请检查文件名和路径。", detail=str(error)
        ) from error
    return _json_pairs(text, path.name) if text.lstrip()[:1] in ("{", "[") else _csv_pairs(text)


def _csv_pairs(text: str) -> Iterator[tuple[str, str]]:
    for row in csv.reader(io.StringIO(text)):
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
    if isinstance(item, Mapping):
        return item.get("indicator") or item.get("指标"), item.get("value", item.get("值"))
    return str(item), "?"
