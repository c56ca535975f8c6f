"""What can be done only once, told by the grammar of its clause: `resources/once.toml`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from nianbao.report.writing import listed
from nianbao.resource import load, regex
from nianbao.standards import words

_CLAUSE = re.compile("[^，,。；;：:！？!?\n]+")
_TITLE = re.compile("《([^《》\n]{1,80})》")
_REMARK = re.compile("(?:（[^（）]*）|\\([^()]*\\))$")  # 印发《……》（安政发〔2025〕9号）
_FIGURE = "□"
FEW = "▣"
"""How a figure of up to three reads: that few things are built once, and not counted each year."""
_SAID_OTHERWISE = "某"  # in the place of what is said around a deed
_SHORTEST, _LONGEST = 4, 120  # of a clause that tells of a deed
_NEAR = 4  # words within which a name goes on
_KEPT = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """How a clause is written that tells of what can be done once only."""

    pattern: re.Pattern[str]  # a group of it holds the deed itself: 局(更名为…)
    reason: str
    habit: bool = False  # words of habit (持续, 及时) make it a measure
    verb: bool = False  # a verb stands at the place
    few: bool = False  # what was done is counted, and is few


def places(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the clauses that tell of what is done once: from the deed to the end, and why."""
    masked = _TITLE.sub(_kind, text)
    for clause in _CLAUSE.finditer(masked):
        plain = _without_owners(clause[0].strip())
        start = clause.start() + len(clause[0]) - len(clause[0].lstrip())
        for said in dict.fromkeys((_uncounted(plain), plain if FEW in plain else "")):
            if _SHORTEST <= len(said) <= _LONGEST:
                for at, end, reason in _once(said):
                    yield start + at, start + end, reason


def _without_owners(clause: str) -> str:
    """Return a clause in which figures that only say whose or which it was are none: □个部门的."""
    return _not_counted().sub(lambda said: _SAID_OTHERWISE * len(said[0]), clause)


def _uncounted(clause: str) -> str:
    """Return a clause, or what it says up to a title in front of its figure: 印发《……》等□份."""
    before, figure, _ = clause.replace(FEW, _FIGURE).partition(_FIGURE)
    return before[: before.rfind("》") + 1] if figure else before


@lru_cache(maxsize=_KEPT)
def _once(clause: str) -> tuple[tuple[int, int, str], ...]:
    """Return the first deed of a clause, none or one: it reaches to the end, or to its title's."""
    stop = len(_REMARK.sub("", clause))
    found = [
        (start, end if clause[end - 1] == "》" else stop, deed.reason)
        for deed in _deeds()
        if deed.few is (FEW in clause)
        for start, end in _matches(deed, clause)
    ]
    at = None if found or FEW in clause else _deed_of_a_body(clause)
    if at is not None:
        return ((at, stop, load("once")["told"]["reason"]),)
    return tuple(sorted(found)[:1])


def _matches(deed: Deed, clause: str) -> Iterator[tuple[int, int]]:
    for one in deed.pattern.finditer(clause):
        start, end = one.span(deed.pattern.groups)
        if (
            not _is_ruled_out(clause[:start], clause[end:], deed)
            and not _is_astride(clause, start)
            and (not deed.verb or _is_deed(clause, start, end))
        ):
            yield _begin(clause, start), end


def _begin(clause: str, at: int) -> int:
    """Return where a deed begins: with its verb, if it was found by the 了 behind it."""
    if clause[at] != "了":
        return at
    begins = {start + len(word): start for start, word in words.placed(clause)}
    return begins.get(at, at)


def _is_ruled_out(before: str, behind: str, deed: Deed) -> bool:
    """Whether the words around a deed say that it was not done, or is done all the time."""
    return (
        before.count("“") > before.count("”")
        or _ruled_out_by("before").search(before) is not None
        or _ruled_out_by("behind").match(behind) is not None
        or (deed.habit and _ruled_out_by("habit").search(before) is not None)
    )


def _is_astride(clause: str, at: int) -> bool:
    """Whether the two characters at a place belong to two words: 推动|工作 holds no 动工."""
    for start, word in words.placed(clause):
        if start < at == start + len(word) - 1:
            return not words.is_new(word)
    return False


def _is_deed(clause: str, start: int, end: int) -> bool:
    """Whether a verb of a deed ends where 了 stands, or begins behind 首次."""
    is_behind = clause[start] == "了"
    for at, word in words.placed(clause):
        if (at + len(word) == start) if is_behind else (at == end):
            return len(word) > 1 and _is_verb(word) and not _pattern("measure").match(clause, at)
    return False


def _deed_of_a_body(clause: str) -> int | None:
    """Return where the deed of a named body begins, if its verb is none of every day's work."""
    if clause.endswith("》") or _ruled_out_by("habit").search(clause):
        return None
    cut = words.cut(clause)
    body = False
    for at, word in enumerate(cut):
        if word in _word_set("disposing"):
            return _disposed(cut, at)
        if _pattern("hedge").fullmatch(word) or _ends("generic", word):
            return None
        if word in _word_set("light"):
            continue
        if _ends("body", word):
            body = True
        elif _is_in_quotes(cut, at) or _is_named(word, cut[at + 1 : at + _NEAR], at):
            continue
        elif _is_everyday(word):
            return None
        elif _is_verb(word) and word not in words.lexicon().nominal:
            return _begun(cut, at, clause) if _has_owner(cut, at, body, clause) else None
    if body and _pattern("specific").match(clause) and not _ends("body", cut[-1]):
        return 0
    return None


def _begun(cut: Sequence[str], at: int, clause: str) -> int | None:
    """Return where a verb begins, None where the words around it rule it out."""
    start = len("".join(cut[:at]))
    before = _ruled_out_by("before").search(clause[:start])
    behind = _ruled_out_by("behind").match(clause, start + len(cut[at]))
    return None if before or behind else start


def _is_in_quotes(cut: Sequence[str], at: int) -> bool:
    return "“" in cut[:at] and "”" in cut[at:]


def _is_everyday(word: str) -> bool:
    """Whether a word is of work that goes on all year, or measures it."""
    return word in _word_set("standing") or _pattern("measure").match(word) is not None


def _disposed(cut: Sequence[str], start: int) -> int | None:
    """Return where 把…并到…, 将…改为… begins, if its verb is none of every day's work."""
    for at in range(start + 2, len(cut) - 1):
        word = cut[at]
        if not (_is_verb(word) or word in _word_set("standing")):
            continue
        if _is_everyday(word):
            return None
        if cut[at + 1] in _word_set("result") or word[-1] in _word_set("result"):
            named = _ends("body", cut[-1]) or _pattern("object").search("".join(cut[start:]))
            return len("".join(cut[:start])) if named else None
    return None


def _is_named(word: str, behind: Sequence[str], at: int) -> bool:
    """Whether a verb is part of a name: 县法治宣传中心, or says which one is meant: 报送的案例."""
    if behind and behind[0] == "的" and at:
        return True
    nominal = word in _word_set("nominal") or word in words.lexicon().nominal
    ends = next((k for k, one in enumerate(behind) if _ends("body", one)), None)
    return nominal and ends is not None and at > 0


def _has_owner(cut: Sequence[str], at: int, body: bool, clause: str) -> bool:
    if body and _pattern("specific").match(clause):
        return True
    first = cut[at + 1 : at + 2] != ("、",) and all(word in _word_set("light") for word in cut[:at])
    return first and _pattern("object").search(clause) is not None


def _ends(name: str, word: str) -> bool:
    return any(one.end() == len(word) for one in _pattern(name).finditer(word))


def _is_verb(word: str) -> bool:
    """Whether the dictionary calls a word a verb, or it is new and made of two verbs (续聘)."""
    if len(word) == 1:
        return False
    return words.is_verb(word) or (words.is_new(word) and all(map(words.is_verb, word)))


def _kind(title: re.Match[str]) -> str:
    """Return a title whose words only say what it is of: a law, a paper, or a document of ours."""
    kinds = (kind for kind, name in (("L", "law"), ("O", "other")) if _title(name).search(title[1]))
    return f"《{next(kinds, 'D') * len(title[1])}》"


@cache
def _deeds() -> tuple[Deed, ...]:
    return tuple(
        Deed(
            pattern=re.compile(_filled(one)),
            reason=row["reason"],
            habit=row.get("habit", False),
            verb=row.get("verb", False),
            few=row.get("few", False),
        )
        for row in load("once")["deed"]
        for one in row["pattern"]
    )


def _filled(pattern: str) -> str:
    return regex(pattern, {**load("once")["words"], **listed.approx().words})


def _any_of(alternatives: Sequence[str]) -> str:
    return f"(?:{regex(alternatives)})"


@cache
def _title(name: str) -> re.Pattern[str]:
    return re.compile(_any_of(load("once")["titles"][name]) + "$")


@cache
def _ruled_out_by(name: str) -> re.Pattern[str]:
    return re.compile(_filled(_any_of(load("once")["not"][name])))


@cache
def _not_counted() -> re.Pattern[str]:
    return re.compile(_filled(_any_of(load("once")["whose"]["pattern"])))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_filled(_any_of(load("once")["told"][name])))


@cache
def _word_set(name: str) -> frozenset[str]:
    return frozenset(load("once")["told"][name])
