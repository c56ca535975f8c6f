"""How the parts of a page are told apart: `resources/layout.toml` as compiled patterns."""

import re
from dataclasses import dataclass
from functools import cache

from nianbao.report.writing import years
from nianbao.report.writing.placeholder import FILL_PATTERN
from nianbao.resource import Table, load, regex


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """How a date is known in any writing, and what in it says which day is meant.

    `whole` is a text that is all date, `ending` the date that a text ends with. `told` is in every
    date, `month` in one that may share a line, `lunar` in one of another calendar.
    """

    whole: re.Pattern[str]
    ending: re.Pattern[str]
    told: re.Pattern[str]
    month: re.Pattern[str]
    lunar: re.Pattern[str]
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Patterns for a stripped and folded line. `element` is keyed by the element's id.

    `field` finds what of an element is filled in by itself: the signer, the contact, the phone.
    `told_by_text` knows the text and the headings below which something is planned or wanting,
    whatever part they stand in.
    """

    furniture_head: re.Pattern[str]
    furniture_tail: re.Pattern[str]
    furniture_talk: re.Pattern[str]
    pasted: dict[str, re.Pattern[str]]
    element: dict[str, re.Pattern[str]]
    label: re.Pattern[str]
    lead_words: tuple[str, ...]
    lead_length: tuple[int, int]
    told_by_text: dict[str, re.Pattern[str]]
    unit: dict[str, re.Pattern[str]]
    field: dict[str, re.Pattern[str]]
    day: Day


@cache
def layout() -> Layout:
    """Return the patterns."""
    tables = load("layout")
    words = tables["words"]
    low, high = tables["lead"]["length"]
    return Layout(
        furniture_head=re.compile(regex(tables["furniture"]["head"])),
        furniture_tail=re.compile(regex(tables["furniture"]["tail"])),
        furniture_talk=re.compile(regex(tables["furniture"]["talk"])),
        pasted=_compiled(tables["pasted"], words),
        element=_compiled(tables["element"], words),
        label=re.compile(tables["label"]["pattern"]),
        lead_words=tuple(tables["lead"]["words"]),
        lead_length=(low, high),
        told_by_text=_compiled(tables["told_by_text"], words),
        unit=_compiled(tables["unit"], {**words, "年份": f"{years.ARABIC}|{years.CHINESE}"}),
        field=_compiled(tables["field"], {"填": FILL_PATTERN}),
        day=_day(tables["day"]),
    )


def _day(table: Table) -> Day:
    pieces = f"(?:{'|'.join([table['signs'], *table['words']])}){{2,40}}"
    place = table["place"]
    return Day(
        whole=re.compile(f"(?:{place}[，,])?{pieces}(?:{place})?"),
        ending=re.compile(f"{pieces}$"),
        told=re.compile(table["told"]),
        month=re.compile(table["month"]),
        lunar=re.compile(table["lunar"]),
        months=tuple(table["months"].split()),
    )


def _compiled(table: Table, words: Table) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(regex(written, words)) for name, written in table.items()}
