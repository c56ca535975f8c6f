"""The words of a clause that may stand in a name, and the patterns of what may not."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, takewhile, zip_longest

from nianbao.report.writing import years
from nianbao.report.writing.chinese import ORDINAL
from nianbao.resource import load, regex
from nianbao.standards import words

LONGEST = 18
SHORT = 4
TITLE = re.compile(r"《[^》]*》(?:等)?")
MARKS = "，,。；;：:、"
_NO_NOUN = f"{MARKS}于"  # 147件于诉前
LIST_MARK = "、"
AND = (LIST_MARK, "和", "及", "以及", "与")
RANK = "级"
LEVELS = tuple("省市州盟县区旗镇乡")
POINTS = ("个百分点", "百分点")
SHARES = ("%", "‰")
RATES = (*SHARES, *POINTS)
MONEY = "元"
DONE = "了"  # behind a verb
LAST_YEAR = "上年"  # before the name of a value that only serves comparison: 比上年末的18名
_YEAR_DIGITS = re.compile(years.ARABIC)
_NEAR = 6  # so many words may tell which of a noun
NUMBERED = re.compile(f"^{ORDINAL}是")
NOISE = re.compile(r"[^\u4e00-\u9fff\u2160-\u217fA-Za-z+＋\d]")
_HOTLINE = r"(?<!\d)12\d{3}(?!\d)"  # 12345热线 keeps its number
_BEFORE = "(?:[之以]?前)?"  # 2024年底前
_CHINESE_YEAR = rf"{years.CHINESE}年(?:度|[底末初])?"
_DATE = (
    rf"{years.ARABIC}\s*年(?:度|[底末初]{_BEFORE}|[之以]?前|\s*\d{{1,2}}\s*月[份底末]?{_BEFORE})?"
)
DATED = re.compile(f"{_DATE}|{_HOTLINE}")
_LIST = re.compile("[^、]+(?:、[^、]+){2,}(?<![平同相高])等(?=[\u4e00-\u9fff]{2})")
_EXAMPLES = re.compile("[^、]+(?:、[^、]+)+(?<![平同相高])等(?=([\u4e00-\u9fff]{2,12})$)")
EXAMPLES = re.compile("(?:“[^“”]{1,12}”、?){2,}等")
_PARTNER = 4  # words to the end of the name of a body
_TOLD = 8  # characters of examples that tell better than a general noun
_LISTED = 3  # this many items in a row are a list, not a name
FORMULA = re.compile(r"[“\"]?\d+(?:[+＋][\dA-Za-z]+)+[”\"]?")  # “1+2+N”


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """What is dropped from a name, what ends it, and the cues of how a clause is built."""

    by_unit: dict[str, str]
    other: str
    enough: tuple[str, ...]
    not_amounts: tuple[str, ...]
    totals: tuple[str, ...]
    in_all: tuple[str, ...]
    often: frozenset[str]
    times: tuple[str, ...]
    people: tuple[str, ...]
    of_bodies: tuple[str, ...]
    of_money: tuple[str, ...]
    compare: re.Pattern[str]
    former: re.Pattern[str]
    last_year: re.Pattern[str]
    tail: re.Pattern[str]
    within: re.Pattern[str]
    coverb: re.Pattern[str]
    moved: re.Pattern[str]
    shares: tuple[str, ...]
    changed_by: tuple[str, ...]
    compared_by: tuple[str, ...]
    changes: frozenset[str]
    in_full: dict[str, str]
    risen: frozenset[str]
    measured_by: tuple[str, ...]
    lasting: tuple[str, ...]
    counted_by: tuple[str, ...]
    became: re.Pattern[str]
    became_at: re.Pattern[str]
    share: re.Pattern[str]
    of_all: re.Pattern[str]
    of_last_year: re.Pattern[str]
    way: re.Pattern[str]
    other_way: re.Pattern[str]
    happened: tuple[str, ...]
    traders: tuple[str, ...]
    misread: tuple[str, ...]
    standing: re.Pattern[str]
    sorted_by: re.Pattern[str]
    regarded: re.Pattern[str]
    cases: tuple[str, ...]
    case: str
    afresh: re.Pattern[str]
    penal: re.Pattern[str]
    some: str
    each: re.Pattern[str]
    of: str
    at: str
    but_for: str
    added: re.Pattern[str]
    spent_on: re.Pattern[str]
    etc: str
    counted_times: str
    respectively: re.Pattern[str]
    dealt_with: re.Pattern[str]
    satisfied: re.Pattern[str]
    extents: tuple[str, ...]
    extents_told: tuple[str, ...]
    extents_short: tuple[str, ...]
    amounts_to: tuple[str, ...]
    audience: re.Pattern[str]
    partook: re.Pattern[str]
    ranked: re.Pattern[str]
    most: re.Pattern[str]
    gathered: re.Pattern[str]
    meetings: tuple[str, ...]
    rate: str
    parties: re.Pattern[str]
    levels: re.Pattern[str]
    programme: re.Pattern[str]
    pointing: re.Pattern[str]
    manner: re.Pattern[str]
    leading: re.Pattern[str]
    one_year: re.Pattern[str]
    opening_year: re.Pattern[str]
    day: re.Pattern[str]
    inside: tuple[str, ...]
    digits: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """Return the patterns of names, from `resources/quantities.toml`."""
    table = load("quantities")["label"]
    return Patterns(
        by_unit=table["suffix"],
        other=table["other"],
        enough=tuple(table["enough"]),
        not_amounts=tuple(table["not_amounts"]),
        totals=tuple(table["totals"]),
        in_all=tuple(table["in_all"]),
        times=tuple(table["times"]),
        people=tuple(table["people"]),
        of_bodies=tuple(table["of_bodies"]),
        of_money=tuple(table["of_money"]),
        often=frozenset(load("quantities")["often"]),
        compare=re.compile(regex(table["compare"])),
        former=re.compile(table["former"]),
        last_year=re.compile(table["last_year"]),
        tail=re.compile(table["tail"]),
        moved=re.compile(table["moved"]),
        shares=(*table["shares"], *table["changed_by"]),
        changed_by=tuple(table["changed_by"]),
        compared_by=tuple(table["compared_by"]),
        risen=frozenset(table["risen"]),
        changes=frozenset(load("quantities")["change"]["words"]),
        in_full=load("quantities")["change"]["in_full"],
        measured_by=tuple(table["measured_by"]),
        lasting=tuple(table["lasting"]),
        counted_by=tuple(table["counted_by"]),
        became=re.compile(f"(?:{table['became']})$"),
        became_at=re.compile(rf"(?:{table['became']})约?\d"),
        digits=_digits(table["of_number"], table["of_years"]),
        share=re.compile(table["share"]),
        of_all=re.compile(table["of_all"]),
        of_last_year=re.compile(table["of_last_year"]),
        some=table["some"],
        each=re.compile(table["each"]),
        of=table["of"],
        at=table["at"],
        but_for=table["but_for"],
        added=re.compile(table["added"]),
        spent_on=re.compile(table["spent_on"]),
        etc=table["etc"],
        counted_times=table["counted_times"],
        respectively=re.compile(load("quantities")["respectively"]),
        dealt_with=re.compile(f"(?:{table['dealt_with']})$"),
        partook=re.compile(table["partook"]),
        audience=re.compile(table["audience"]),
        amounts_to=tuple(table["amounts_to"]),
        extents=tuple(table["extents"]),
        extents_told=tuple(table["extents_told"]),
        extents_short=tuple(table["extents_short"]),
        satisfied=re.compile(table["satisfied"]),
        ranked=re.compile(f"(?:{table['ranked']})$"),
        most=re.compile(table["most"]),
        gathered=re.compile(table["gathered"]),
        meetings=tuple(table["meetings"]),
        rate=table["rate"],
        pointing=re.compile(table["pointing"]),
        levels=re.compile(table["levels"]),
        parties=re.compile(table["parties"]),
        programme=re.compile(table["programme"]),
        manner=re.compile(table["manner"]),
        leading=re.compile(table["leading"]),
        one_year=re.compile(table["one_year"]),
        opening_year=re.compile(table["opening_year"]),
        day=re.compile(table["day"]),
        inside=tuple(table["inside"]),
        way=re.compile(table["way"]),
        other_way=re.compile(table["other_way"]),
        happened=tuple(table["happened"]),
        traders=tuple(table["traders"]),
        misread=tuple(table["misread"]),
        standing=re.compile(table["standing"]),
        sorted_by=re.compile(table["sorted_by"]),
        regarded=re.compile(table["regarded"]),
        cases=tuple(table["cases"]),
        case=table["case"],
        afresh=re.compile(table["afresh"]),
        penal=re.compile(table["penal"]),
        coverb=re.compile(table["coverb"]),
        within=re.compile("^(?:" + "|".join(table["within"]) + ")"),
    )


def _digits(behind: str, plan: str) -> re.Pattern[str]:
    """Return the pattern of dates and numbers, each with what stands behind it and goes with it.

    Years before a `plan` are part of its name: 治本攻坚三年行动.
    """
    ordinal = r"第\d{1,4}[\u4e00-\u9fff]"
    parts = "(?:(?<![更创革刷重翻维清])新)?[一二两三四五六七八九十]{1,2}[批轮期]"
    number = rf"(?!{_HOTLINE})(?<!\d)[\d.%％]+(?:(?<=\d)(?:{behind}))?"
    lasting = rf"(?<![满\d])近?[一二两三四五六七八九十]年(?:以?来|之?间|内)?(?![级期]|{plan})"
    return re.compile(f"{_DATE}|{_CHINESE_YEAR}|{ordinal}|{number}|{parts}|{lasting}")


def is_compared(text: str) -> bool:
    """Whether a stretch compares with an earlier time: 较上年, 同比, not 年末."""
    found = patterns().compare.search(text)
    return found is not None and patterns().former.search(found[0]) is not None


def spelled_out(before: str) -> str:
    """Return the words before a change with its word in full: 比上年少了 → 比上年减少."""
    bare = before.removesuffix(DONE)
    short = (words.cut(bare) or ("",))[-1]
    full = patterns().in_full.get(short)
    if full is None or patterns().last_year.search(bare) is None:
        return before
    return bare.removesuffix(short) + full


def content(text: str, *, listed: bool = False) -> list[str]:
    """Return the words of a stretch that belong in a name; of a list before a noun, its verb."""
    lexicon = words.lexicon()
    text = FORMULA.sub("", NUMBERED.sub("", TITLE.sub("", text).strip()))
    text = EXAMPLES.sub("", text)
    text = patterns().digits.sub("", patterns().compare.sub("", patterns().leading.sub("", text)))
    if listed and (text.count("、") >= _LISTED - 1 or text.rstrip().endswith("等")):
        first = words.cut(NOISE.sub("", text.split("、")[0]))
        return [word for word in first if word in lexicon.verbs][:1]
    found = words.cut(NOISE.sub("", _LIST.sub(_its_verb, text)))
    return [word for word in found if word not in lexicon.dropped]


def with_way(text: str) -> str:
    """Return a stretch in which a way of ending is said in one go: 以调解、和解方式结案.

    Any other way of doing (以问卷方式征求意见) is no part of a name.
    """
    found = patterns().way.search(text)
    lexicon, said = words.lexicon(), words.cut(found["how"]) if found else ()
    deeds = [word for word in said if word not in AND and word not in lexicon.links]
    if found is None or not set(deeds) <= lexicon.verbs:
        return _without_partner(patterns().other_way.sub("", text))
    return text[: found.start()] + "".join(deeds) + text[found.end() :]


def _without_partner(text: str) -> str:
    """Return a stretch without the body something is done with: 司法局会同检察院评查案卷."""
    lexicon, said = words.lexicon(), words.cut(text)
    at = next((at for at, word in enumerate(said) if at and word in lexicon.partnering), len(said))
    near = range(at + 1, min(at + _PARTNER, len(said) - 1))
    last = next((place for place in near if said[place].endswith(lexicon.bodies)), None)
    if last is None or said[last + 1] in AND:
        return text  # 会同公安局、卫健局检查
    return "".join(said[:at] + said[last + 1 :])


def without_examples(text: str) -> str:
    """Return a stretch without the examples before a noun, but for their verb.

    代办社保、医保等业务 → 代办业务
    """
    found = _EXAMPLES.search(text.rstrip())
    if found is None or not _is_noun(found[1]):
        return text.rstrip()
    verb = _its_verb(found)
    two = NOISE.sub("", found[0][len(verb) :].removesuffix(patterns().etc + found[1]))
    if found[1] in words.lexicon().general | words.lexicon().heads and len(two) <= _TOLD:
        return text[: found.start()] + verb + two + found[1]  # 查办专利、商标等案件
    return text[: found.start()] + verb + found[1]


def _is_noun(tail: str) -> bool:
    """Whether what follows examples is what they are examples of: 等专项应急预案."""
    lexicon = words.lexicon()
    said = [word for word in words.cut(tail) if word not in lexicon.skipped]
    return len(tail) <= SHORT or not set(said) & (lexicon.acts | lexicon.stops)


def without_tail(before: str) -> str:
    """Return the words before a number without those that only lead to it (共, 达), never half one.

    督促纠正不规范执法行为17起: the 为 of 行为 stays.
    """
    said = words.cut(before)
    edges = accumulate(map(len, said), initial=0)
    at = next((at for at in edges if patterns().tail.match(before, at)), len(before))
    kept = before[:at]
    done = before.startswith(DONE, at) and bool(said) and words.cut(kept)[-1:] == (kept[-1:],)
    return kept + DONE if done else kept  # 宣讲会开了: one sign alone is no verb


def after_last(text: str, verbs: Container[str]) -> str:
    """Return what follows the last of some verbs in a clause, empty without one."""
    found = words.cut(NOISE.sub("", TITLE.sub("", text)))
    at = max((at for at, word in enumerate(found) if word in verbs), default=None)
    return "" if at is None else "".join(found[at + 1 :])


def _its_verb(listed: re.Match[str]) -> str:
    """Return what a list before 等 begins with, up to its verb: 发布预决算、招生等信息.

    A verb inside its first item is none: 组织防汛转移、森林防火等演练.
    """
    first = words.cut(listed[0].partition("、")[0])
    acts = words.lexicon().acts | words.lexicon().light
    start = next((at for at, word in enumerate(first[:-1]) if word in acts), len(first))
    verbs = [*takewhile(acts.__contains__, first[start:-1])]
    return "".join(first[: start + len(verbs)]) if verbs else ""


def noun_of(text: str) -> str:
    """Return the noun a measure word is followed by: 13项“一件事”, 37个部门.

    A verb may stand inside it before what it is done to (窗口受理事项).
    """
    if not text or text[0] in _NO_NOUN:
        return ""
    return _up_to(words.cut(NOISE.sub("", patterns().standing.sub("", text))))


def person_of(text: str) -> str:
    """Return who is counted by a measure word for people: 3名法律顾问列席会议, 57名拟提拔干部."""
    if not text or text[0] in MARKS:
        return ""
    lexicon = words.lexicon()
    cut = words.cut(NOISE.sub("", text))
    found = list(takewhile(lambda word: word not in lexicon.stops, cut))
    people = tuple(lexicon.people)
    named = [at for at, word in enumerate(found[:_NEAR]) if word.endswith(people)]
    return "".join(found[: named[0] + 1]) if named else noun_of(text)


def _relative(found: Sequence[str]) -> int:
    """Return how many words before a 的 tell which of the noun: 拟提交政府审议的文件."""
    lexicon, of = words.lexicon(), patterns().of
    if not found or found[0] not in lexicon.acts | lexicon.adverbs or of not in found[:_NEAR]:
        return 0
    return found.index(of)


def beyond(text: str, found: Sequence[str]) -> str:
    """Return what follows some words of a text, which stand in it in this order.

    Blanks may stand inside a word: 乡镇　街道.
    """
    end = 0
    for word in found:
        place = text.find(word, end)
        if place >= 0:
            end = place + len(word)
            continue
        left = len(word)
        while left and end < len(text):
            left -= NOISE.match(text[end]) is None
            end += 1
    return text[end:]


def _up_to(found: Sequence[str]) -> str:
    """Return the words before the first stop; a verb with its noun behind it is none."""
    verbs, of = words.lexicon().acts, patterns().of
    stops = words.lexicon().stops | verbs
    ends = (*words.lexicon().bodies, *words.lexicon().persons)  # 执法大队配发制服
    counted = tuple(words.lexicon().fields)  # 19个领域的检查事项
    start = _relative(found)
    noun = "".join(found[:start])
    clause = start > 0
    for word, following in zip_longest(found[start:], found[start + 1 :]):
        if word == of and clause and (start or not noun.endswith(counted)):
            continue  # 以县政府名义印发的文件
        stop = word in stops or (word in words.deeds() and noun.endswith(ends))
        stop = stop or (bool(noun) and following == DONE)  # 83户居民领到了证书
        stop = stop or _YEAR_DIGITS.fullmatch(word) is not None  # 9件转入2026年办理
        clause = bool(noun) and following == of and word not in (*AND, of)
        done = word in verbs and following in words.lexicon().heads  # 新设企业
        if stop and not clause and not done:
            break
        noun += word
    return noun if len(noun) <= LONGEST else ""


def joined(found: Sequence[str], longest: int = LONGEST) -> str:
    """Return the last words that make a name of bearable length."""
    kept: list[str] = []
    for word in reversed(found):
        if kept and len(word) + sum(map(len, kept)) > longest:
            if len(kept) > 1 and len(kept[-1]) == 1:
                kept.pop()  # what a cut leaves of a word means nothing
            break
        kept.append(word)
    return "".join(reversed(kept))
