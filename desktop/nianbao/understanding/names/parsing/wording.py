"""The words of a clause that may stand in a name, and the patterns of what may not."""

import re
from collections.abc import Container, Sequence
from itertools import accumulate, takewhile, zip_longest

from nianbao.report.writing import years
from nianbao.report.writing.chinese import ORDINAL
from nianbao.standards import words
from nianbao.standards.figures import naming

LONGEST = 18
SHORT = 4
TITLE = re.compile(r"《[^》]*》(?:等)?")
MARKS = "，,。；;：:、"
_NO_NOUN = f"{MARKS}于"  # 147件于诉前
LIST_MARK = "、"
RANK = "级"
POINTS = ("个百分点", "百分点")
SHARES = ("%", "‰")
RATES = (*SHARES, *POINTS)
MONEY = "元"
DONE = "了"  # behind a verb
EXTENT = "幅度"  # how far something rose or fell
LAST_YEAR = "上年"  # before the name of a value that only serves comparison: 比上年末的18名
_YEAR_DIGITS = re.compile(years.ARABIC)
_NEAR = 6  # so many words may tell which of a noun
NUMBERED = re.compile(f"^{ORDINAL}是")
NOISE = re.compile(r"[^\u4e00-\u9fff\u2160-\u217fA-Za-z+＋\d]")
_PARTNER = 4  # words to the end of the name of a body
_TOLD = 8  # characters of examples that tell better than a general noun
_LISTED = 3  # this many items in a row are a list, not a name
FORMULA = re.compile(r"[“\"]?\d+(?:[+＋][\dA-Za-z]+)+[”\"]?")  # “1+2+N”


def is_compared(text: str) -> bool:
    """Whether a stretch compares with an earlier time: 较上年, 同比, not 年末."""
    found = naming.left_out().compare.search(text)
    return found is not None and naming.left_out().former.search(found[0]) is not None


def spelled_out(before: str) -> str:
    """Return the words before a change with its word in full: 比上年少了 → 比上年减少."""
    bare = before.removesuffix(DONE)
    short = (words.cut(bare) or ("",))[-1]
    full = naming.endings().in_full.get(short)
    if full is None or naming.left_out().last_year.search(bare) is None:
        return before
    return bare.removesuffix(short) + full


def content(text: str, *, listed: bool = False) -> list[str]:
    """Return the words of a stretch that belong in a name; of a list before a noun, its verb."""
    lexicon = words.lexicon()
    text = FORMULA.sub("", NUMBERED.sub("", TITLE.sub("", text).strip()))
    text = naming.left_out().quoted.sub("", text)
    for left_out in (
        naming.left_out().leading,
        naming.left_out().compare,
        naming.left_out().digits,
    ):
        text = left_out.sub("", text)
    if listed and (text.count("、") >= _LISTED - 1 or text.rstrip().endswith("等")):
        first = words.cut(NOISE.sub("", text.split("、")[0]))
        return [word for word in first if word in lexicon.verbs][:1]
    found = words.cut(NOISE.sub("", naming.left_out().listed.sub(_its_verb, text)))
    return [word for word in found if word not in lexicon.dropped]


def with_way(text: str) -> str:
    """Return a stretch in which a way of ending is said in one go: 以调解、和解方式结案.

    Any other way of doing (以问卷方式征求意见) is no part of a name.
    """
    found = naming.left_out().way.search(text)
    lexicon, said = words.lexicon(), words.cut(found["how"]) if found else ()
    deeds = [word for word in said if word not in {*naming.grammar().joints, *lexicon.links}]
    if found is None or not set(deeds) <= lexicon.verbs:
        return _without_partner(naming.left_out().other_way.sub("", text))
    return text[: found.start()] + "".join(deeds) + text[found.end() :]


def _without_partner(text: str) -> str:
    """Return a stretch without the body something is done with: 司法局会同检察院评查案卷."""
    lexicon, said = words.lexicon(), words.cut(text)
    at = next((at for at, word in enumerate(said) if at and word in lexicon.partnering), len(said))
    near = range(at + 1, min(at + _PARTNER, len(said) - 1))
    last = next((place for place in near if said[place].endswith(lexicon.bodies)), None)
    if last is None or said[last + 1] in naming.grammar().joints:
        return text  # 会同公安局、卫健局检查
    return "".join(said[:at] + said[last + 1 :])


def without_examples(text: str) -> str:
    """Return a stretch without the examples before a noun, but for their verb.

    代办社保、医保等业务 → 代办业务
    """
    found = naming.left_out().examples.search(text.rstrip())
    if found is None or not _is_noun(found[1]):
        return text.rstrip()
    verb = _its_verb(found)
    two = NOISE.sub("", found[0][len(verb) :].removesuffix(naming.grammar().etc + found[1]))
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
    at = next((at for at in edges if naming.left_out().tail.match(before, at)), len(before))
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

    A verb inside its first item is none: 组织防汛转移、森林防火等演练. What is examined is no part
    of the verb: 审查工程建设、政府采购等合同, but 检查人员、车辆等资料.
    """
    first, lexicon = words.cut(listed[0].partition("、")[0]), words.lexicon()
    acts = lexicon.acts | lexicon.light
    called = len(first) > 1 and first[1].endswith(tuple(lexicon.called_by_deed))
    if len(first) > 1 and first[0] in lexicon.examining and not called:
        return first[0]
    start = next((at for at, word in enumerate(first[:-1]) if word in acts), len(first))
    verbs = [*takewhile(acts.__contains__, first[start:-1])]
    return "".join(first[: start + len(verbs)]) if verbs else ""


def noun_of(text: str) -> str:
    """Return the noun a measure word is followed by: 13项“一件事”, 37个部门.

    A verb may stand inside it before what it is done to (窗口受理事项).
    """
    if not text or text[0] in _NO_NOUN:
        return ""
    return _up_to(words.cut(NOISE.sub("", naming.left_out().standing.sub("", text))))


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
    lexicon, of = words.lexicon(), naming.grammar().of
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
    verbs, of = words.lexicon().acts, naming.grammar().of
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
        stop = stop or (bool(noun) and word in words.lexicon().withheld)  # 9件案件不予立案
        stop = stop or _YEAR_DIGITS.fullmatch(word) is not None  # 9件转入2026年办理
        clause = bool(noun) and following == of and word not in (*naming.grammar().joints, of)
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
