"""Who reports, and on which year."""

import re
from collections import Counter
from collections.abc import Iterable

from nianbao.report import years
from nianbao.report.numbering import parse_chinese
from nianbao.standards.layout import Layout

_DIGITS = rf"({years.ARABIC}|{years.CHINESE})"
_YEAR = re.compile(rf"(?<!\d){_DIGITS}\s*年")
_REPORTED = re.compile(rf"(?<!\d){_DIGITS}\s*年(?:度)?[^。，,]{{0,30}}(?:情况|报告|总结)")
_ISSUER = re.compile(r"^(.*?)(?:关于)?(?:20\d\d|二[〇○零])")
_PARTY = re.compile(r"^(?:中共|中国共产党)(.*?)委(?:员会)?(?=[\u4e00-\u9fff])")
_GOVERNMENT = "人民政府"
UNKNOWN_UNIT = "本单位"


def stated_year(title: str, preface: str) -> int | None:
    """Return the year that a report says it is on, in its title or its preface."""
    preface = preface.lstrip()
    for found in (_YEAR.search(title), _REPORTED.search(preface), _YEAR.match(preface)):
        if found:
            return years.number(found[1])
    return None


def likely_year(text: str) -> int | None:
    """Return the year that a text names most."""
    counted = Counter(years.number(found) for found in _YEAR.findall(text))
    return counted.most_common(1)[0][0] if counted else None


def iso_date(text: str, layout: Layout) -> str:
    """Return a date line (2025年2月13日, in Chinese numerals too) as 2025-02-13, else nothing."""
    found = layout.element["date"].search(text.strip().strip("（）()"))
    if found is None:
        return ""
    year, month, day = (_number(group) for group in found.groups())
    return f"{year:04}-{month:02}-{day:02}" if year and month and day else ""


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else parse_chinese(text.replace("○", "〇")) or 0


def unit(title: str, texts: Iterable[str], layout: Layout) -> str:
    """Return the reporting body: the last area named in the title, with its office if any."""
    issuer = _ISSUER.match(title)
    if issuer and (named := _area(issuer[1], layout)):
        return named
    named_in = Counter(name for text in texts for name in layout.named_area.findall(text))
    best = named_in.most_common(1)
    return best[0][0] if best and best[0][1] > 1 else UNKNOWN_UNIT


def _area(issuer: str, layout: Layout) -> str:
    issuer = _PARTY.sub(r"\1", "".join(issuer.split()).removeprefix("关于"))
    rest = issuer
    area = ""
    while found := layout.area.match(rest):
        area, rest = found[0], rest[found.end() :]
    office = rest.replace(_GOVERNMENT, "")
    return area + office if area else issuer.removesuffix(_GOVERNMENT)
