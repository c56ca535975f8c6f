"""Who reports, and on which year."""

import re
from collections import Counter
from collections.abc import Iterable

from nianbao.report.writing import years
from nianbao.report.writing.fold import folded
from nianbao.standards.layout import layout

_DIGITS = rf"({years.ARABIC}|{years.CHINESE})"
_YEAR = re.compile(rf"(?<!\d){_DIGITS}\s*年")
_REPORTED = re.compile(rf"(?<!\d){_DIGITS}\s*年(?:度)?[^。，,]{{0,30}}(?:情况|报告|总结)")
_PARTY_GROUP = re.compile("^(?:中共|中国共产党)(.*[局委办院厅])(?:党组|党委|党总支)$")
_PARTY = re.compile(r"^(?:中共|中国共产党)(.*?)委(?:员会)?(?=[\u4e00-\u9fff]|$)")
_BEFORE_NAME = re.compile(rf"^(?:{_DIGITS}\s*年度?|[^\u4e00-\u9fff])+")
_BRACKETS = re.compile("[【】〔〕\\[\\]《》“”]")
_STATE = re.compile(r"^[【\[（(][^】\]）)]{1,6}[】\]）)]")  # 【定稿】
_GENERAL = re.compile("^[我本全该][省市县区旗镇乡局](?!人民)")  # 我县 names none
_GOVERNMENT = "人民政府"
_GOVERNMENT_OFFICE = re.compile("人民政府(?:办公[室厅])?")
_OFFICE = re.compile("[局委院办厅]|依法治|法治")  # no area is called so: 全面依法治县委员会
_OFTEN = 2  # mentions that make an area the one that a text is about; one where it begins
_BEGINNING = 200
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


def unit(title: str, signatures: Iterable[str], names: Iterable[str], text: str) -> str:
    """Return the reporting body: the last area named in the title, with its office if any.

    Where the title names none, the signature does, then what the file is called (`names`), then
    the area that the text names most.
    """
    patterns = layout().unit
    for issuer in (_issuer(title), *_bodies(signatures), *map(_issuer, names)):
        if issuer and (named := _area(issuer, patterns["area"])):
            return named
    plain = folded(text)
    return _named_in(plain, _OFTEN) or _named_in(plain[:_BEGINNING], 1) or UNKNOWN_UNIT


def _issuer(title: str) -> str:
    """Return the body that a title or a file name begins with, empty for none."""
    close = "".join(folded(title).split())
    close = _STATE.sub("", close)
    close = _BEFORE_NAME.sub("", close).removeprefix("关于")
    close = _BRACKETS.sub("", close)
    issuer_of = layout().unit["issuer"]
    found = issuer_of.match(close.rpartition("—")[2]) or issuer_of.match(close)
    issuer = _GENERAL.sub("", found[1]) if found else ""
    return issuer if layout().unit["area"].search(_PARTY.sub(r"\1", issuer)) else ""


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


def _area(issuer: str, pattern: re.Pattern[str]) -> str:
    issuer = "".join(issuer.split()).removeprefix("关于")
    issuer = _PARTY.sub(r"\1", _PARTY_GROUP.sub(r"\1", issuer))
    rest = issuer
    area = ""
    while (found := pattern.match(rest)) and not (area and _OFFICE.search(found[0])):
        area, rest = found[0], rest[found.end() :]
    office = _GOVERNMENT_OFFICE.sub("", rest)
    if area and area in office:  # 青川县司法局 above 青川县公安局
        office = office.partition(area)[0]
    return area + office if area else issuer.removesuffix(_GOVERNMENT)
