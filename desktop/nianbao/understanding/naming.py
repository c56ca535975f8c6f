"""Who reports, and on which year."""

import re
from collections import Counter
from collections.abc import Iterable

from nianbao.report.writing import years
from nianbao.report.writing.fold import folded
from nianbao.standards.layout import layout

_DIGITS = rf"({years.ARABIC}|{years.CHINESE})"
_YEAR = re.compile(rf"(?<!\d){_DIGITS}\s*年")
_BRACKETS = re.compile("[【】〔〕\\[\\]《》“”]")
_STATE = re.compile(r"^[【\[（(][^】\]）)]{1,6}[】\]）)]")  # 【定稿】
_GOVERNMENT = "人民政府"
_OFTEN = 2  # mentions that make an area the one that a text is about; one where it begins
_BEGINNING = 200
UNKNOWN_UNIT = "本单位"


def stated_year(title: str, preface: str) -> int | None:
    """Return the year that a report says it is on, in its title or its preface."""
    preface = preface.lstrip()
    reported = layout().unit["reported"].search(preface)
    for found in (_YEAR.search(title), reported, _YEAR.match(preface)):
        if found:
            return years.number(found[1])
    return None


def likely_year(text: str) -> int | None:
    """Return the year that a text names most."""
    counted = Counter(years.number(found) for found in _YEAR.findall(text))
    return counted.most_common(1)[0][0] if counted else None


def unit(title: str, signatures: Iterable[str], names: Iterable[str], text: str) -> str:
    """Return the reporting body: the last area named in the title, with its office if any.

    Where the title names none, the signature does, then what the file is called (`names`), then
    the area that the text names most, with the office that the title names alone.
    """
    for issuer in (_issuer(title), *_bodies(signatures), *map(_issuer, names)):
        if issuer and (named := _area(issuer)):
            return named
    plain = folded(text)
    area = _named_in(plain, _OFTEN) or _named_in(plain[:_BEGINNING], 1)
    return area + _office_alone(title) or UNKNOWN_UNIT


def _issuer(title: str) -> str:
    """Return the body that a title or a file name begins with, empty for none of any area."""
    issuer = _body(title)
    patterns = layout().unit
    return issuer if patterns["area"].search(patterns["party"].sub(r"\1", issuer)) else ""


def _office_alone(title: str) -> str:
    """Return the office that a title names without its area, empty for none."""
    found = layout().unit["office_alone"].match(_body(title))
    return layout().unit["government_office"].sub("", found[1]) if found else ""


def _body(title: str) -> str:
    """Return what a title or a file name has before its year or its subject."""
    close = "".join(folded(title).split())
    close = _STATE.sub("", close)
    patterns = layout().unit
    close = patterns["before_name"].sub("", close).removeprefix("关于")
    close = _BRACKETS.sub("", close)
    issuer_of = patterns["issuer"]
    found = issuer_of.match(close.rpartition("—")[2]) or issuer_of.match(close)
    return patterns["own"].sub("", found[1]) if found else ""


def _bodies(signatures: Iterable[str]) -> list[str]:
    """Return the bodies that sign, the government first."""
    seal = layout().element["seal"]
    bodies = [part for line in signatures for part in seal.sub("", folded(line)).split()]
    bodies = [part for part in bodies if layout().unit["area"].search(part)]
    return sorted(bodies, key=lambda body: _GOVERNMENT not in body)


def _named_in(text: str, often: int) -> str:
    """Return the area that stands most in titles in 《》 or at the head of clauses."""
    patterns = layout().unit
    counted = Counter(patterns["named"].findall(text))
    counted.update(
        name
        for name in patterns["at_clause"].findall(text)
        if len(name) > 2 and not patterns["general"].search(name)
    )
    best = counted.most_common(1)
    return best[0][0] if best and best[0][1] >= often else ""


def _area(issuer: str) -> str:
    patterns = layout().unit
    issuer = "".join(issuer.split()).removeprefix("关于")
    issuer = patterns["party"].sub(r"\1", patterns["party_group"].sub(r"\1", issuer))
    rest = issuer
    area = ""
    while found := patterns["area"].match(rest.removeprefix(_GOVERNMENT)):
        if area and any(patterns[kind].search(found[0]) for kind in ("office", "no_area")):
            break
        rest = rest.removeprefix(_GOVERNMENT)
        area, rest = found[0], rest[found.end() :]
    office = rest.partition(area)[0] if area else rest  # 青川县司法局 above 青川县公安局
    office = patterns["government_office"].sub("", office)
    return area + office if area else issuer.removesuffix(_GOVERNMENT)
